/** The policies of the plan along the chart's axis: a bar each, whose start can be dragged. */
import { useRef } from 'react';
import { styleOf } from '../../report/chart-theme.ts';
import { bandSides } from '../../report/charts.ts';
import { weeksPerYear } from '../../sim/model/time.ts';
import type { Doc } from '../state/document.ts';
import { activePlan, modelOf } from '../state/document.ts';
import { changeStage } from '../state/edits.ts';
import { useStudio } from '../state/studio.ts';
import { text } from '../text/what-if.ts';

interface Props {
  readonly doc: Doc;
  readonly width: number;
}

/** Weeks that a dragged start moves by. */
const dragStep = 4;

/** The bars. */
export function Timeline({ doc, width }: Props) {
  const { horizon } = doc.base;
  const model = modelOf(doc);
  const inner = width - bandSides.left - bandSides.right;
  const at = (week: number): number => (inner * Math.min(week, horizon)) / horizon;
  const colour = styleOf(doc.active).colour;
  return (
    <div className="timeline" style={{ marginLeft: bandSides.left, width: inner }}>
      {activePlan(doc).policies.map((set, place) => {
        const { title } = model.policies[set.policy];
        const left = at(set.start);
        return (
          // stages have no names of their own
          <div key={place} className="timeline-row">
            <div
              className="timeline-bar"
              style={{ left, width: Math.max(4, at(set.end) - left), borderColor: colour }}
            />
            <span className="timeline-title" style={{ left: left > inner * 0.6 ? 0 : left + 16 }}>
              {title}
            </span>
            <StartHandle
              title={title}
              week={set.start}
              left={left}
              last={Math.min(horizon, set.end) - 1}
              perPixel={horizon / inner}
              move={(start) =>
                useStudio
                  .getState()
                  .change((now) => changeStage(now, place, { start }), `start ${place}`)
              }
            />
          </div>
        );
      })}
    </div>
  );
}

interface HandleProps {
  readonly title: string;
  readonly week: number;
  readonly left: number;
  readonly last: number;
  /** Weeks of one pixel. */
  readonly perPixel: number;
  readonly move: (week: number) => void;
}

function StartHandle({ title, week, left, last, perPixel, move }: HandleProps) {
  const grip = useRef<{ x: number; week: number } | undefined>(undefined);
  const to = (next: number): void => {
    const inside = Math.max(0, Math.min(last, Math.round(next)));
    if (inside !== week) move(inside);
  };
  const keys: Readonly<Record<string, number>> = {
    ArrowRight: week + dragStep,
    ArrowUp: week + dragStep,
    ArrowLeft: week - dragStep,
    ArrowDown: week - dragStep,
    PageUp: week + weeksPerYear,
    PageDown: week - weeksPerYear,
    Home: 0,
    End: last,
  };
  const year = (week / weeksPerYear + 1).toFixed(1).replace(/\.0$/, '');
  return (
    <div
      className="timeline-handle"
      role="slider"
      tabIndex={0}
      aria-label={text.startHandle(title)}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={week}
      aria-valuetext={text.startAt(year)}
      style={{ left }}
      onKeyDown={(event) => {
        const next = keys[event.key];
        if (next === undefined) return;
        event.preventDefault();
        to(next);
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { x: event.clientX, week };
      }}
      onPointerMove={(event) => {
        if (!grip.current) return;
        const weeks = (event.clientX - grip.current.x) * perPixel;
        to(Math.round((grip.current.week + weeks) / dragStep) * dragStep);
      }}
      onPointerUp={() => {
        grip.current = undefined;
      }}
      onPointerCancel={() => {
        grip.current = undefined;
      }}
    />
  );
}
