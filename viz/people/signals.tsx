/** Early-warning signals of mean burnout: variance and autocorrelation over moving windows. */
import { weekOfYear, yearOf } from '../../sim/model/time.ts';
import { NumberTable } from '../parts/number-table.tsx';
import { text } from '../text/people.ts';
import type { Signal } from './course.ts';

const width = 460;
const height = 150;

interface Side {
  readonly title: string;
  readonly signals: readonly Signal[];
}

/** The panel. */
export function Signals({ sides }: { readonly sides: readonly Side[] }) {
  const none = sides.every(({ signals }) => signals.length === 0);
  return (
    <section className="panel stack" aria-label={text.signals}>
      <div>
        <h3>{text.signals}</h3>
        <p className="small quiet">{text.signalsHow}</p>
      </div>
      {none && <p>{text.signalsShort}</p>}
      {!none && (
        <>
          <div className="people-columns">
            <Lines
              title={text.variance}
              sides={sides}
              read={({ variance }) => variance}
              say={(value) => value.toExponential(1)}
            />
            <Lines
              title={text.autocorrelation}
              sides={sides}
              read={({ autocorrelation }) => autocorrelation}
              say={(value) => value.toFixed(2)}
            />
          </div>
          <NumberTable
            summary={text.table}
            caption={text.signalsCaption}
            columns={text.signalColumns}
            rows={sides.flatMap(({ title, signals }) =>
              signals.map(({ week, variance, autocorrelation }) => [
                `${title}, ${text.untilWeek(yearOf(week) + 1, weekOfYear(week) + 1)}`,
                title,
                variance.toExponential(2),
                autocorrelation === null ? '' : autocorrelation.toFixed(2),
              ]),
            )}
            file="early-warning"
          />
        </>
      )}
    </section>
  );
}

interface LinesProps {
  readonly title: string;
  readonly sides: readonly Side[];
  read(signal: Signal): number | null;
  say(value: number): string;
}

function Lines({ title, sides, read, say }: LinesProps) {
  const points = sides.map(({ signals }) =>
    signals.flatMap((signal) => {
      const value = read(signal);
      return value === null ? [] : [{ week: signal.week, value }];
    }),
  );
  const all = points.flat();
  const values = all.map(({ value }) => value);
  const [low, high] = [Math.min(0, ...values), Math.max(...values)];
  const last = Math.max(1, ...all.map(({ week }) => week));
  const x = (week: number): number => 52 + ((width - 60) * week) / last;
  const y = (value: number): number => 10 + ((height - 36) * (high - value)) / (high - low || 1);
  return (
    <figure className="signals">
      <figcaption className="small">{title}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
        <path d={`M52 ${y(low)}H${width - 8}`} className="signal-axis" />
        <text x={46} y={y(high) + 4} className="flow-name end">
          {say(high)}
        </text>
        <text x={46} y={y(low) + 4} className="flow-name end">
          {say(low)}
        </text>
        {Array.from({ length: Math.floor(last / 52) + 1 }, (_, year) => (
          <text key={year} x={x(52 * year)} y={height - 4} className="flow-name middle">
            {year + 1}
          </text>
        ))}
        {points.map((line, k) => (
          <path
            key={sides[k].title}
            d={`M${line.map(({ week, value }) => `${x(week)} ${y(value)}`).join('L')}`}
            className={k === 0 ? 'signal-line today' : 'signal-line'}
          />
        ))}
      </svg>
      <ul className="legend">
        {sides.map(({ title: name }, k) => (
          <li key={name}>
            <svg viewBox="0 0 36 12" aria-hidden="true">
              <path d="M1 6H35" className={k === 0 ? 'signal-line today' : 'signal-line'} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
    </figure>
  );
}
