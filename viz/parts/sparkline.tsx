/** A course over the years in the smallest space: bands and lines without axes, for cards. */
import type { LineStyle } from '../../report/chart-theme.ts';
import type { TrajectoryPoint } from '../../sim/analysis/trajectory.ts';

interface Props {
  readonly lines: readonly {
    readonly style: LineStyle;
    readonly points: readonly TrajectoryPoint[];
  }[];
}

const width = 160;
const height = 36;
const margin = 3;

/** Lines with bands; what they say stands in words beside them. */
export function Sparkline({ lines }: Props) {
  const drawn = lines.filter(({ points }) => points.length > 0);
  const all = drawn.flatMap(({ points }) => points);
  if (all.length === 0) return <span className="sparkline" />;
  const [left, right] = ends(all.map(({ year }) => year));
  const [bottom, top] = ends(all.flatMap(({ low, high, mean }) => [low, high, mean]));
  const x = (year: number): string => ((width * (year - left)) / (right - left || 1)).toFixed(1);
  const y = (value: number): string =>
    (height - margin - ((height - 2 * margin) * (value - bottom)) / (top - bottom || 1)).toFixed(1);
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {drawn.map(({ style, points }) => {
        const up = points.map(({ year, high }) => `${x(year)},${y(high)}`);
        const down = points.toReversed().map(({ year, low }) => `${x(year)},${y(low)}`);
        return (
          <g key={style.colour}>
            <path d={`M${[...up, ...down].join('L')}Z`} fill={style.colour} fillOpacity="0.2" />
            <path
              d={`M${points.map(({ year, mean }) => `${x(year)},${y(mean)}`).join('L')}`}
              fill="none"
              stroke={style.colour}
              strokeWidth="2"
              strokeDasharray={style.dash.join(' ') || undefined}
              vectorEffect="non-scaling-stroke"
            />
          </g>
        );
      })}
    </svg>
  );
}

function ends(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
