/** Solves for parameters at which measured quantities meet their targets: Broyden's method with limits. */

/** One unknown and the quantity that it mostly moves, both on scales without limits. */
export interface Unknown {
  /** Where the search starts, and the limits of the parameter, on the solver's scale. */
  readonly start: number;
  readonly low: number;
  readonly high: number;
  /** First guess of how much the quantity moves for one unit of the unknown; not 0. */
  readonly slope: number;
  /** What the quantity should be. */
  readonly target: number;
  /** Near enough. */
  readonly tolerance: number;
}

/** A point to measure. `sample` numbers the luck to use: 0 while slopes are learned, then 1, 2 … */
export interface Point {
  readonly at: readonly number[];
  readonly sample: number;
}

/** The largest change of an unknown in one step. */
const longestStep = 1.2;

/**
 * Asks for measurements at one point after another. While slopes are learned (Broyden's "good"
 * method, diagonal at first; at most `learning` points, fewer when all is within tolerance), the
 * measurements share their luck. Then `refining` points are measured on other luck each, and the
 * k-th moves the unknowns by 1/(k + 1) of what the slopes say (Robbins and Monro), so that all
 * measurements count in the end. Yields points; expects the measured quantities, in order; returns
 * the unknowns.
 */
export function* solveIntercepts(
  unknowns: readonly Unknown[],
  limits: { readonly learning: number; readonly refining: number },
): Generator<Point, readonly number[], readonly number[]> {
  // inverse of the slopes, row by row: unknowns from quantities
  const inverse = unknowns.map(({ slope }, i) => unknowns.map((_, j) => (i === j ? 1 / slope : 0)));
  const gapsOf = (measured: readonly number[]): number[] =>
    unknowns.map(({ target }, i) => measured[i] - target);
  const missOf = (gap: readonly number[]): number =>
    Math.max(0, ...gap.map((g, i) => Math.abs(g) / unknowns[i].tolerance));
  const move = (at: readonly number[], gap: readonly number[], gain: number): number[] =>
    at.map((x, i) => {
      const step = Math.min(longestStep, Math.max(-longestStep, -gain * dot(inverse[i], gap)));
      return Math.min(unknowns[i].high, Math.max(unknowns[i].low, x + step));
    });

  let at = unknowns.map(({ start }) => start);
  let best = { at, miss: Number.POSITIVE_INFINITY };
  let before: { at: readonly number[]; gap: readonly number[] } | undefined;
  for (let step = 0; step < limits.learning && best.miss > 1; step++) {
    const gap = gapsOf(yield { at, sample: 0 });
    if (missOf(gap) < best.miss) best = { at, miss: missOf(gap) };
    if (before) learn(inverse, difference(at, before.at), difference(gap, before.gap));
    before = { at, gap };
    at = move(at, gap, 1);
  }
  at = best.at;
  for (let k = 1; k <= limits.refining; k++) {
    at = move(at, gapsOf(yield { at, sample: k }), 1 / (k + 1));
  }
  return at;
}

/** Broyden's update by the formula of Sherman and Morrison: B⁻¹ += (s − B⁻¹y) sᵀB⁻¹ / (sᵀB⁻¹y). */
function learn(inverse: number[][], s: readonly number[], y: readonly number[]): void {
  const n = s.length;
  const by = inverse.map((row) => dot(row, y));
  const scale = dot(s, by);
  // a step that taught next to nothing would blow the slopes up
  if (Math.abs(scale) < 1e-3 * dot(s, s) || dot(s, s) === 0) return;
  const sb = s.map((_, j) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += s[i] * inverse[i][j];
    return sum;
  });
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) inverse[i][j] += ((s[i] - by[i]) * sb[j]) / scale;
  }
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function difference(a: readonly number[], b: readonly number[]): number[] {
  return a.map((x, i) => x - b[i]);
}
