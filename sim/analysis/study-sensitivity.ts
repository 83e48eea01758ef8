/** Sensitivity of a study's outcome, by the method that its design was made for. */
import { ScenarioError } from '../data/issues.ts';
import type { FactorColumn } from './cases.ts';
import type { GivenDataIndex } from './given-data.ts';
import { givenDataIndices } from './given-data.ts';
import type { MorrisEffect, Walk } from './morris.ts';
import { morrisEffects } from './morris.ts';
import type { Swing } from './one-at-a-time.ts';
import { swingsOf } from './one-at-a-time.ts';
import type { Resampling } from './resample.ts';
import type { SobolIndex } from './sobol-indices.ts';
import { sobolIndices } from './sobol-indices.ts';
import { meanOf } from './statistics.ts';
import type { StudyFactor, StudyPoint } from './study.ts';
import { varied } from './study.ts';

/** What a design can tell of its factors. */
export type StudySensitivity =
  | { readonly method: 'sobol'; readonly points: number; readonly indices: readonly SobolIndex[] }
  | {
      readonly method: 'morris';
      readonly points: number;
      readonly effects: readonly MorrisEffect[];
    }
  | { readonly method: 'oneAtATime'; readonly points: number; readonly swings: readonly Swing[] }
  | {
      readonly method: 'slices';
      readonly points: number;
      readonly indices: readonly GivenDataIndex[];
    };

/**
 * Indices of the mean over futures. Saltelli's, Morris' and one-at-a-time designs are known by the
 * roles of their points; for any other design the variance between slices is taken.
 * @throws ScenarioError where nothing varies.
 */
export function studySensitivity(
  points: readonly StudyPoint[],
  factors: readonly StudyFactor[],
  resampling: Resampling,
): StudySensitivity {
  const own = varied(points, factors);
  if (own.length === 0 || points.length < 3) {
    const expected = 'at least three points that differ in a factor';
    throw new ScenarioError([{ key: 'design', expected, found: `${points.length} points` }]);
  }
  const inWorld = points.filter(({ arm }) => arm === 0);
  const inDesign = varied(inWorld, factors);
  const saltelli = inWorld.some(({ role }) => role.startsWith('AB '));
  if (saltelli) return sobolOf(inWorld, inDesign, resampling);
  if (inWorld.some(({ role }) => role === 'start')) return morrisOf(inWorld, inDesign, resampling);
  const swings = swingsOf(points, own);
  if (swings.length > 0) return { method: 'oneAtATime', points: points.length, swings };
  return { method: 'slices', points: points.length, indices: slicesOf(points, own, resampling) };
}

/**
 * Shares by slices. Where arms are crossed with worlds, the arms of a world are no points of their
 * own to an uncertainty: it is judged by means over arms, as a share of the variance of all points.
 */
function slicesOf(
  points: readonly StudyPoint[],
  factors: readonly StudyFactor[],
  resampling: Resampling,
): GivenDataIndex[] {
  const worlds = new Map<string, StudyPoint[]>();
  for (const point of points) {
    const key = `${point.part}/${point.world}`;
    worlds.set(key, [...(worlds.get(key) ?? []), point]);
  }
  const means = [...worlds.values()].map((own) => ({
    ...own[0],
    mean: meanOf(own.map(({ mean }) => mean)),
  }));
  const inWorlds = varied(means, factors).filter(({ kind }) => kind === 'uncertainty');
  const others = factors.filter((factor) => !inWorlds.includes(factor));
  const valuesOf = (own: readonly StudyPoint[]): number[] => own.map(({ mean }) => mean);
  const ratio = squaresOf(valuesOf(means)) / squaresOf(valuesOf(points));
  const ofWorlds = givenDataIndices(columnsOf(means, inWorlds), valuesOf(means), resampling);
  return [
    ...ofWorlds.map(({ factor, first, firstInterval: { low, high } }) => ({
      factor,
      first: first * ratio,
      firstInterval: { low: low * ratio, high: high * ratio },
    })),
    ...givenDataIndices(columnsOf(points, others), valuesOf(points), resampling),
  ];
}

/** Mean square about the mean. */
function squaresOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return meanOf(values.map((value) => (value - mean) * (value - mean)));
}

/** Points as columns of factors; a factor that a point leaves alone has its base value. */
export function columnsOf(
  points: readonly StudyPoint[],
  factors: readonly StudyFactor[],
): FactorColumn[] {
  return factors.map(({ path, base }) => ({
    name: path,
    values: points.map(({ settings }) => {
      const value = settings[path] ?? base ?? '';
      return typeof value === 'boolean' ? String(value) : value;
    }),
  }));
}

/** Base points of which every crossing is there. */
function sobolOf(
  points: readonly StudyPoint[],
  factors: readonly StudyFactor[],
  resampling: Resampling,
): StudySensitivity {
  const samples = new Map<string, StudyPoint[]>();
  for (const point of points) {
    const key = `${point.part}/${point.sample}`;
    samples.set(key, [...(samples.get(key) ?? []), point]);
  }
  const columns = factors.map(({ path }) => ({
    path,
    column: columnOf([...samples.values()], path),
  }));
  const known = columns.filter(({ column }) => column !== undefined);
  const complete = [...samples.values()].flatMap((own) => {
    const at = (role: string): number | undefined => own.find((p) => p.role === role)?.mean;
    const values = [at('A'), at('B'), ...known.map(({ column }) => at(`AB ${column}`))];
    return values.includes(undefined) ? [] : [values as number[]];
  });
  const indices = sobolIndices(
    known.map(({ path }) => path),
    {
      a: complete.map(([a]) => a),
      b: complete.map(([, b]) => b),
      ab: known.map((_, k) => complete.map((values) => values[k + 2])),
    },
    resampling,
  );
  return { method: 'sobol', points: complete.length, indices };
}

/** The number of a factor's column: that of the crossing in which it differs from A. */
function columnOf(samples: readonly (readonly StudyPoint[])[], path: string): string | undefined {
  for (const own of samples) {
    const a = own.find(({ role }) => role === 'A');
    const crossed = own.find(
      ({ role, settings }) => role.startsWith('AB ') && a && settings[path] !== a.settings[path],
    );
    if (crossed) return crossed.role.slice('AB '.length);
  }
  return undefined;
}

function morrisOf(
  points: readonly StudyPoint[],
  factors: readonly StudyFactor[],
  resampling: Resampling,
): StudySensitivity {
  const units = factors.map(unitOf);
  const walks: { points: number[][]; values: number[] }[] = [];
  for (const { role, settings, mean } of points) {
    if (role === 'start' || walks.length === 0) walks.push({ points: [], values: [] });
    const walk = walks[walks.length - 1];
    walk.points.push(factors.map(({ path }, k) => units[k](settings[path])));
    walk.values.push(mean);
  }
  const effects = morrisEffects(
    factors.map(({ path }) => path),
    walks satisfies Walk[],
    resampling,
  );
  return { method: 'morris', points: walks.length, effects };
}

/** A factor's value as a place in its range, levels as evenly spaced. */
function unitOf({ low, high, levels }: StudyFactor): (value: unknown) => number {
  if (low !== null && high !== null) return (value) => (Number(value) - low) / (high - low);
  const known = levels ?? [];
  return (value) => known.indexOf(value as never) / Math.max(1, known.length - 1);
}
