/** Counts as bars, one column of bars for each moment, with the numbers in their table. */
import { NumberTable } from '../parts/number-table.tsx';
import { text } from '../text/people.ts';

/** One moment's values by row; null is not shown. */
export interface Moment {
  readonly title: string;
  readonly values: readonly (number | null)[];
}

interface Props {
  readonly title: string;
  readonly how: string;
  /** What the rows are. */
  readonly rowTitle: string;
  readonly rows: readonly string[];
  readonly moments: readonly Moment[];
  /** Shares are written as so many in 100. */
  readonly share?: boolean;
  readonly file: string;
}

/** A panel of bars. */
export function Bars({ title, how, rowTitle, rows, moments, share = false, file }: Props) {
  const most = Math.max(...moments.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const say = (value: number | null): string =>
    value === null ? text.hidden : share ? `${Math.round(100 * value)}` : `${value}`;
  return (
    <section className="panel stack" aria-label={title}>
      <div>
        <h3>{title}</h3>
        <p className="small quiet">{how}</p>
      </div>
      <div className="bars" aria-hidden="true">
        {moments.map((moment) => (
          <div key={moment.title} className="bars-moment">
            <p className="small">{moment.title}</p>
            {rows.map((row, k) => (
              <div key={row} className="bar-row small">
                <span className="bar-label">{row}</span>
                <svg className="bar-track" aria-hidden="true">
                  <rect width={`${(100 * (moment.values[k] ?? 0)) / (most || 1)}%`} height="100%" />
                </svg>
                <span className="bar-value">{say(moment.values[k])}</span>
              </div>
            ))}
          </div>
        ))}
      </div>
      <NumberTable
        summary={text.table}
        caption={`${title}: ${rowTitle.toLowerCase()}`}
        columns={[rowTitle, ...moments.map((moment) => moment.title)]}
        rows={rows.map((row, k) => [row, ...moments.map(({ values }) => say(values[k]))])}
        file={file}
      />
    </section>
  );
}
