/** Play, pause, step and scrub: the week that is shown. */
import { useEffect, useRef, useState } from 'react';
import { useStudio } from '../state/studio.ts';
import { text } from '../text/network.ts';
import { whenText } from './when.ts';

/** A fresh look this often (ms) while playing. */
const tick = 80;

/** The week, and what moves it. */
export interface Player {
  readonly week: number;
  readonly playing: boolean;
  readonly speed: string;
  setSpeed(speed: string): void;
  toggle(): void;
  /** Stops playing and goes to a week. */
  goTo(week: number): void;
}

/** A player up to the week `last`; the week that it rests on is kept in the address. */
export function usePlayer(last: number): Player {
  const asked = Number(useStudio.getState().view['week'] ?? 0);
  const [week, setWeek] = useState(Number.isFinite(asked) ? Math.max(0, Math.round(asked)) : 0);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState('13');
  const exact = useRef(week);
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      exact.current = Math.min(last, exact.current + (Number(speed) * tick) / 1000);
      setWeek(Math.floor(exact.current));
      if (exact.current >= last) setPlaying(false);
    }, tick);
    return () => clearInterval(timer);
  }, [playing, speed, last]);
  useEffect(() => {
    if (playing) return;
    // an address that changes with every step of a dragged handle would slow it down
    const timer = setTimeout(
      () => useStudio.getState().look({ week: week === 0 ? undefined : `${week}` }),
      400,
    );
    return () => clearTimeout(timer);
  }, [week, playing]);
  const place = (next: number): void => {
    exact.current = Math.max(0, next);
    setWeek(exact.current);
  };
  return {
    week,
    playing,
    speed,
    setSpeed,
    toggle: () => {
      if (!playing && week >= last) place(0);
      setPlaying(!playing);
    },
    goTo: (next) => {
      setPlaying(false);
      place(next);
    },
  };
}

interface Props {
  readonly player: Player;
  /** The last week that is there, and the last there will be. */
  readonly arrived: number;
  readonly last: number;
}

/** The controls. */
export function Transport({ player, arrived, last }: Props) {
  const { week, playing, speed, toggle, goTo, setSpeed } = player;
  const shown = Math.min(week, arrived);
  const step = (by: number): void => goTo(Math.min(arrived, Math.max(0, shown + by)));
  return (
    <div className="net-transport no-print">
      <button type="button" className="button main" onClick={toggle}>
        {playing ? text.pause : text.play}
      </button>
      <button type="button" className="button icon" aria-label={text.back} onClick={() => step(-1)}>
        ‹
      </button>
      <button
        type="button"
        className="button icon"
        aria-label={text.forward}
        onClick={() => step(1)}
      >
        ›
      </button>
      <input
        type="range"
        className="grow"
        min={0}
        max={last}
        step={1}
        value={shown}
        aria-label={text.week}
        aria-valuetext={whenText(shown)}
        onChange={({ target }) => goTo(Math.min(arrived, Number(target.value)))}
        onKeyDown={(event) => {
          const by = { PageUp: 52, PageDown: -52 }[event.key];
          if (by === undefined) return;
          event.preventDefault();
          step(by);
        }}
      />
      <output className="net-when">{whenText(shown)}</output>
      <select
        className="field"
        aria-label={text.speed}
        value={speed}
        onChange={({ target }) => setSpeed(target.value)}
      >
        {Object.entries(text.speeds).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
