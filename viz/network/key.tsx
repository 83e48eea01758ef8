/** The legend: marks, lines and colours. */
import { text } from '../text/network.ts';
import type { Key } from './look.ts';

interface Props {
  readonly colours: Key;
  readonly halos: boolean;
  /** Whether groups are drawn rather than people. */
  readonly crowded?: boolean;
}

/** The legend of a picture. */
export function KeyList({ colours, halos, crowded = false }: Props) {
  return (
    <ul className="legend net-key" aria-label={text.legend}>
      <li>
        <svg viewBox="0 0 16 12" aria-hidden="true">
          <path d="M8 1 14 11H2Z" fill="currentColor" />
        </svg>
        {text.faculty}
      </li>
      <li>
        <svg viewBox="0 0 16 12" aria-hidden="true">
          <circle cx="8" cy="6" r="5" fill="currentColor" />
        </svg>
        {text.resident}
      </li>
      <li>
        <svg viewBox="0 0 36 12" aria-hidden="true">
          <path d="M1 6H28" stroke="currentColor" strokeWidth="2" />
          <path d="M27 2 35 6 27 10Z" fill="currentColor" />
        </svg>
        {crowded ? text.seniorWide : text.senior}
      </li>
      <li>
        <svg viewBox="0 0 36 12" aria-hidden="true">
          <path
            d="M1 10Q18-4 35 10"
            fill="none"
            className="net-peer-line"
            strokeWidth={crowded ? 2 : 1.2}
            strokeDasharray={crowded ? '6 3' : undefined}
          />
        </svg>
        {crowded ? text.peerDashed : text.peer}
      </li>
      {halos && <li>{text.halo}</li>}
      {colours.kind === 'names' ? (
        colours.items.map(({ label, colour }) => (
          <li key={label}>
            <svg viewBox="0 0 12 12" className="net-swatch" aria-hidden="true">
              <rect width="12" height="12" rx="2" fill={colour} />
            </svg>
            {label}
          </li>
        ))
      ) : (
        <li>
          {colours.low}
          <span
            className="net-scale"
            aria-hidden="true"
            style={{ background: `linear-gradient(to right, ${colours.colours})` }}
          />
          {colours.high}
        </li>
      )}
    </ul>
  );
}
