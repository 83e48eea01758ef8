/** What the lines of a chart are: colour, dashes and name. */
import type { LineStyle } from '../../report/chart-theme.ts';

interface Props {
  readonly items: readonly { readonly label: string; readonly style: LineStyle }[];
  readonly hint?: string;
}

/** The key to a chart's lines. */
export function Legend({ items, hint }: Props) {
  return (
    <ul className="legend">
      {items.map(({ label, style }) => (
        <li key={label}>
          <svg viewBox="0 0 36 12" aria-hidden="true">
            <path d="M0,1H36V11H0Z" fill={style.colour} fillOpacity="0.22" />
            <path
              d="M0,6H36"
              stroke={style.colour}
              strokeWidth="2.5"
              strokeDasharray={style.dash.join(' ') || undefined}
            />
          </svg>
          {label}
        </li>
      ))}
      {hint && <li className="quiet">{hint}</li>}
    </ul>
  );
}
