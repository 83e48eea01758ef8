/** An outcome over two factors as a map, and its steepest ridge: where a small step changes most. */
import { meanOf } from './statistics.ts';

/** One axis of a map: middles of its cells in units of the factor, rising. */
export interface PhaseAxis {
  readonly factor: string;
  readonly places: readonly number[];
}

/** A map; `cells[y][x]` is NaN where no future fell. */
export interface PhaseMap {
  readonly x: PhaseAxis;
  readonly y: PhaseAxis;
  readonly cells: readonly (readonly number[])[];
  /** Change of the outcome over a whole axis at this slope, cell by cell. */
  readonly slopes: readonly (readonly number[])[];
  /** Cells of the ridge as `[x, y]`, from one side of the map to the other. */
  readonly ridge: readonly (readonly [x: number, y: number])[];
  /** Mean slope on the ridge over mean slope of the map: 1 where it is nowhere steeper. */
  readonly sharpness: number;
}

/** More different values than this on one axis are gathered into cells. */
const mostPlaces = 25;

/** Draws the map of `values` at the points (`xs`, `ys`). @throws RangeError without two places an axis. */
export function phaseMap(
  factors: readonly [x: string, y: string],
  xs: readonly number[],
  ys: readonly number[],
  values: readonly number[],
): PhaseMap {
  const across = axisOf(xs);
  const up = axisOf(ys);
  if (across.places.length < 2 || up.places.length < 2) {
    throw new RangeError('phaseMap: expected at least two different values of both factors.');
  }
  const gathered: number[][][] = up.places.map(() => across.places.map(() => []));
  values.forEach((value, k) => {
    gathered[up.cell(ys[k])][across.cell(xs[k])].push(value);
  });
  const cells = gathered.map((row) => row.map(meanOf));
  const slopes = slopesOf(cells);
  const ridge = ridgeOf(slopes);
  const all = slopes.flat().filter((slope) => !Number.isNaN(slope));
  const onRidge = ridge.map(([x, y]) => slopes[y][x]).filter((slope) => !Number.isNaN(slope));
  const mean = meanOf(all);
  return {
    x: { factor: factors[0], places: across.places },
    y: { factor: factors[1], places: up.places },
    cells,
    slopes,
    ridge: mean > 0 ? ridge : [],
    sharpness: mean > 0 ? meanOf(onRidge) / mean : Number.NaN,
  };
}

/** Levels as they are where they are few; else equal cells, about three points to a cell of the map. */
function axisOf(values: readonly number[]): { places: number[]; cell(value: number): number } {
  const levels = [...new Set(values)].sort((a, b) => a - b);
  if (levels.length <= mostPlaces && levels.length * levels.length <= values.length * 4) {
    return { places: levels, cell: (value) => levels.indexOf(value) };
  }
  const count = Math.max(3, Math.min(mostPlaces, Math.floor(Math.sqrt(values.length / 3))));
  const low = levels[0];
  const size = (levels[levels.length - 1] - low) / count;
  const places = Array.from({ length: count }, (_, k) => low + (k + 0.5) * size);
  return {
    places,
    cell: (value) => Math.min(count - 1, Math.floor((value - low) / size)),
  };
}

/** Length of the gradient, with both axes taken as 1 long. */
function slopesOf(cells: readonly (readonly number[])[]): number[][] {
  const height = cells.length;
  const width = cells[0].length;
  const along = (before: number, here: number, after: number, steps: number): number => {
    if (!Number.isNaN(before) && !Number.isNaN(after)) return ((after - before) / 2) * steps;
    if (!Number.isNaN(after)) return (after - here) * steps;
    return (here - before) * steps;
  };
  return cells.map((row, y) =>
    row.map((here, x) => {
      const dx = along(row[x - 1] ?? Number.NaN, here, row[x + 1] ?? Number.NaN, width - 1);
      const below = cells[y - 1]?.[x] ?? Number.NaN;
      const dy = along(below, here, cells[y + 1]?.[x] ?? Number.NaN, height - 1);
      return Math.sqrt(dx * dx + dy * dy);
    }),
  );
}

/** The path across the map, in the direction that gives the steeper one, with the greatest sum of slopes. */
function ridgeOf(slopes: readonly (readonly number[])[]): [number, number][] {
  const turned = slopes[0].map((_, x) => slopes.map((row) => row[x]));
  const upwards = bestPath(slopes);
  const across = bestPath(turned);
  return upwards.mean >= across.mean
    ? upwards.path.map((x, y) => [x, y])
    : across.path.map((y, x) => [x, y]);
}

/** One column for every row, neighbours at most one column apart (a seam, by dynamic programming). */
function bestPath(rows: readonly (readonly number[])[]): { path: number[]; mean: number } {
  const sums: number[][] = [];
  const from: number[][] = [];
  rows.forEach((row, y) => {
    from.push(row.map((_, x) => (y === 0 ? x : bestNear(sums[y - 1], x))));
    sums.push(
      row.map((slope, x) => {
        const before = y === 0 ? 0 : sums[y - 1][from[y][x]];
        return before + (Number.isNaN(slope) ? 0 : slope);
      }),
    );
  });
  const last = rows.length - 1;
  let x = sums[last].reduce((best, sum, k) => (sum > sums[last][best] ? k : best), 0);
  const mean = sums[last][x] / rows.length;
  const path: number[] = new Array(rows.length);
  for (let y = last; y >= 0; y--) {
    path[y] = x;
    x = from[y][x];
  }
  return { path, mean };
}

function bestNear(sums: readonly number[], x: number): number {
  let best = x;
  for (const near of [x - 1, x + 1]) {
    if (near >= 0 && near < sums.length && sums[near] > sums[best]) best = near;
  }
  return best;
}
