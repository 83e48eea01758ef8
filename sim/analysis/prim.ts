/** Scenario discovery by PRIM: boxes of settings in which the cases of interest lie thick. */
import { binomialTail } from './binomial.ts';
import type { FactorColumn } from './cases.ts';
import { isNumeric } from './cases.ts';
import { quantileOf } from './statistics.ts';

/** What a box asks of one factor: a range, open where it is not cut, or some of the options. */
export interface Limit {
  readonly factor: string;
  readonly from?: number;
  readonly to?: number;
  readonly among?: readonly string[];
  /** Chance of as many cases in the box if this limit were of no use (a quasi p-value). */
  readonly chance: number;
}

/** A box: limits that hold at once. */
export interface Box {
  readonly limits: readonly Limit[];
  /** Share of all cases that lie in the box. */
  readonly coverage: number;
  /** Share of the box's points that are cases. */
  readonly density: number;
  readonly points: number;
  readonly cases: number;
}

export interface PrimOptions {
  /** Share of the box's points cut away in one step. */
  readonly peel?: number;
  /** No box holds fewer points than this share of all. */
  readonly smallest?: number;
  readonly boxes?: number;
}

type Side = { readonly from: number; readonly to: number } | ReadonlySet<string>;

interface Step {
  readonly sides: readonly Side[];
  readonly inside: readonly number[];
  readonly density: number;
  readonly coverage: number;
}

/**
 * Boxes, the best first, each found among the points outside those before (Friedman and Fisher
 * 1999; Bryant and Lempert 2010). Of the boxes on the way, the one with the greatest harmonic mean
 * of coverage and density is taken; limits without which it is as good are taken off again. A box
 * is given only where cases lie thicker than among all the points that were left.
 */
export function discoverBoxes(
  factors: readonly FactorColumn[],
  isCase: readonly boolean[],
  { peel = 0.05, smallest = 0.05, boxes = 3 }: PrimOptions = {},
): Box[] {
  const found: Box[] = [];
  const all = isCase.filter(Boolean).length;
  let left = [...isCase.keys()];
  while (found.length < boxes) {
    const cases = left.filter((row) => isCase[row]).length;
    if (cases === 0 || cases === left.length) break;
    const least = Math.max(2, Math.ceil(smallest * isCase.length));
    const chosen = bestOf(peelAway(factors, isCase, left, peel, least));
    const { sides, inside } = withoutIdleLimits(factors, isCase, left, chosen);
    const limits = limitsOf(factors, isCase, left, sides);
    const own = inside.filter((row) => isCase[row]).length;
    if (limits.length === 0 || own / inside.length <= cases / left.length) break;
    found.push({
      limits,
      coverage: own / all,
      density: own / inside.length,
      points: inside.length,
      cases: own,
    });
    const gone = new Set(inside);
    left = left.filter((row) => !gone.has(row));
  }
  return found;
}

/** The way from all points to the smallest box, peeling where density gains most (or loses least) a point lost. */
function peelAway(
  factors: readonly FactorColumn[],
  isCase: readonly boolean[],
  rows: readonly number[],
  peel: number,
  least: number,
): Step[] {
  const cases = rows.filter((row) => isCase[row]).length;
  const stepOf = (sides: readonly Side[], inside: readonly number[]): Step => {
    const own = inside.filter((row) => isCase[row]).length;
    return { sides, inside, density: own / inside.length, coverage: own / cases };
  };
  const steps = [stepOf(factors.map(open), rows)];
  for (;;) {
    const last = steps[steps.length - 1];
    let best: Step | undefined;
    let bestGain = Number.NEGATIVE_INFINITY;
    factors.forEach((factor, k) => {
      for (const side of cutsOf(factor, last.sides[k], last.inside, peel)) {
        const inside = last.inside.filter((row) => holds(side, factor.values[row]));
        if (inside.length < least || inside.length === last.inside.length) continue;
        const step = stepOf(
          last.sides.map((own, j) => (j === k ? side : own)),
          inside,
        );
        const gain = (step.density - last.density) / (last.inside.length - inside.length);
        if (gain > bestGain) {
          best = step;
          bestGain = gain;
        }
      }
    });
    if (!best) return steps;
    steps.push(best);
  }
}

function open(factor: FactorColumn): Side {
  if (!isNumeric(factor)) return new Set(factor.values.map(String));
  return { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
}

function holds(side: Side, value: number | string): boolean {
  if ('from' in side) return Number(value) >= side.from && Number(value) <= side.to;
  return side.has(String(value));
}

/** The ways to cut a little off one side. */
function cutsOf(factor: FactorColumn, side: Side, inside: readonly number[], peel: number): Side[] {
  if (!('from' in side)) {
    if (side.size < 2) return [];
    return [...side].map((gone) => new Set([...side].filter((option) => option !== gone)));
  }
  const values = inside.map((row) => Number(factor.values[row]));
  const [least, greatest] = rangeOf(values);
  if (least === greatest) return [];
  const low = quantileOf(values, peel);
  const high = quantileOf(values, 1 - peel);
  // where many points share the outermost value, they go together
  const from = rangeOf(values.filter((value) => (low > least ? value >= low : value > least)))[0];
  const to = rangeOf(
    values.filter((value) => (high < greatest ? value <= high : value < greatest)),
  )[1];
  return [
    { from, to: side.to },
    { from: side.from, to },
  ];
}

/** Smallest and largest, without spreading a million arguments. */
function rangeOf(values: readonly number[]): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}

function bestOf(steps: readonly Step[]): Step {
  const worth = ({ coverage, density }: Step): number =>
    coverage + density === 0 ? 0 : (2 * coverage * density) / (coverage + density);
  return steps.reduce((best, step) => (worth(step) > worth(best) ? step : best));
}

/** Takes off limits that chance alone would explain, the idlest first. */
function withoutIdleLimits(
  factors: readonly FactorColumn[],
  isCase: readonly boolean[],
  rows: readonly number[],
  step: Step,
): { sides: readonly Side[]; inside: readonly number[] } {
  let sides = step.sides;
  for (;;) {
    const limits = limitsOf(factors, isCase, rows, sides);
    const idle = limits.reduce<Limit | undefined>(
      (worst, limit) => (limit.chance > (worst?.chance ?? 0.05) ? limit : worst),
      undefined,
    );
    if (!idle) return { sides, inside: within(factors, rows, sides) };
    sides = sides.map((side, k) => (factors[k].name === idle.factor ? open(factors[k]) : side));
  }
}

function within(
  factors: readonly FactorColumn[],
  rows: readonly number[],
  sides: readonly Side[],
): number[] {
  return rows.filter((row) => factors.every(({ values }, k) => holds(sides[k], values[row])));
}

/** What a box's sides ask, with the use of each. */
function limitsOf(
  factors: readonly FactorColumn[],
  isCase: readonly boolean[],
  rows: readonly number[],
  sides: readonly Side[],
): Limit[] {
  const inside = within(factors, rows, sides);
  const own = inside.filter((row) => isCase[row]).length;
  const limits: Limit[] = [];
  factors.forEach((factor, k) => {
    const side = sides[k];
    const wide = within(
      factors,
      rows,
      sides.map((other, j) => (j === k ? open(factor) : other)),
    );
    if (wide.length === inside.length) return;
    const share = wide.filter((row) => isCase[row]).length / wide.length;
    const chance = binomialTail(own, inside.length, share);
    if (!('from' in side)) limits.push({ factor: factor.name, among: [...side], chance });
    else {
      const from = Number.isFinite(side.from) ? { from: side.from } : {};
      const to = Number.isFinite(side.to) ? { to: side.to } : {};
      limits.push({ factor: factor.name, ...from, ...to, chance });
    }
  });
  return limits;
}
