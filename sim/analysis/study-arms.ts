/** The levers of a study as arms that are compared with the first one, world by world and future by future. */
import type { Issue } from '../data/issues.ts';
import { ScenarioError } from '../data/issues.ts';
import type { StudyFactor, StudyPoint, StudyValue } from './study.ts';

/** One combination of levers. */
export interface StudyArm {
  /** What differs from the first arm; empty for the first. */
  readonly levers: readonly { readonly factor: StudyFactor; readonly value: StudyValue }[];
  readonly key: string;
  /** Its points, a world each. */
  readonly points: readonly StudyPoint[];
}

/** One pair of futures that share world and luck. */
export interface StudyPair {
  readonly world: string;
  readonly replicate: number;
  readonly baseline: number;
  readonly value: number;
}

/**
 * The arms of a study, the first of every part being what the others are compared with.
 * @throws ScenarioError where levers were not crossed with anything to compare with.
 */
export function armsOf(
  points: readonly StudyPoint[],
  factors: readonly StudyFactor[],
): readonly [baseline: StudyArm, ...others: StudyArm[]] {
  const gathered = new Map<string, { levers: StudyArm['levers']; points: StudyPoint[] }>();
  const baselines = new Map(points.filter(({ arm }) => arm === 0).map((p) => [p.part, p.settings]));
  for (const point of points) {
    const base = baselines.get(point.part) ?? {};
    const levers = factors.flatMap((factor) => {
      const value = point.settings[factor.path];
      const isLever = point.arm > 0 && factor.kind === 'lever' && value !== undefined;
      return isLever && value !== base[factor.path] ? [{ factor, value }] : [];
    });
    const key = point.arm === 0 ? '' : JSON.stringify(levers.map((l) => [l.factor.path, l.value]));
    const own = gathered.get(key) ?? { levers, points: [] };
    gathered.set(key, own);
    own.points.push(point);
  }
  const arms = [...gathered].map(([key, own]) => ({ key, ...own }));
  const baseline = arms.find(({ key }) => key === '');
  const others = arms.filter(({ key }) => key !== '');
  if (!baseline || others.length === 0) throw new ScenarioError([noArms(factors)]);
  return [baseline, ...others];
}

function noArms(factors: readonly StudyFactor[]): Issue {
  const levers = factors.filter(({ kind }) => kind === 'lever').length;
  return {
    key: 'levers',
    expected: 'levers with at least two settings, the first of which the others are compared with',
    found: levers === 0 ? 'a design without levers' : 'one setting of the levers',
    remedy: 'Name what you can choose under `levers:` in the design file',
  };
}

/** Pairs of an arm with the first: the same part, world and replicate. */
export function pairsOf(baseline: StudyArm, arm: StudyArm): StudyPair[] {
  const place = ({ part, world }: StudyPoint): string => `${part}/${world}`;
  const others = new Map(baseline.points.map((point) => [place(point), point]));
  return arm.points.flatMap((point) => {
    const other = others.get(place(point));
    return [...point.futures].flatMap(([replicate, value]) => {
      const before = other?.futures.get(replicate);
      return before === undefined
        ? []
        : [{ world: place(point), replicate, baseline: before, value }];
    });
  });
}

/** Differences gathered by world, in the order of the worlds. */
export function byWorld(pairs: readonly StudyPair[]): Map<string, number[]> {
  const worlds = new Map<string, number[]>();
  for (const { world, baseline, value } of pairs) {
    const own = worlds.get(world) ?? [];
    worlds.set(world, own);
    own.push(value - baseline);
  }
  return worlds;
}

/** For every replicate that all worlds have, the mean difference over worlds. */
export function byReplicate(pairs: readonly StudyPair[]): number[] {
  const worlds = new Set(pairs.map(({ world }) => world)).size;
  const sums = new Map<number, { sum: number; count: number }>();
  for (const { replicate, baseline, value } of pairs) {
    const own = sums.get(replicate) ?? { sum: 0, count: 0 };
    sums.set(replicate, own);
    own.sum += value - baseline;
    own.count++;
  }
  const complete = [...sums].filter(([, { count }]) => count === worlds);
  return complete.sort((a, b) => a[0] - b[0]).map(([, { sum, count }]) => sum / count);
}
