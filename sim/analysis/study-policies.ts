/** Policies of a study: how they fare across worlds, which of a bundle does what, and what nothing beats. */
import { ScenarioError } from '../data/issues.ts';
import type { Aim, FrontMember } from './pareto.ts';
import { paretoFront } from './pareto.ts';
import type { Resampling } from './resample.ts';
import type { Robustness, WorldChange } from './robustness.ts';
import { robustnessOf } from './robustness.ts';
import type { Bundle } from './shapley.ts';
import { attribute, mostPolicies } from './shapley.ts';
import type { StudyFactor, StudyPoint } from './study.ts';
import { varied } from './study.ts';
import type { StudyArm } from './study-arms.ts';
import { armsOf, byWorld, pairsOf } from './study-arms.ts';

/** Robustness of one arm. */
export interface ArmRobustness extends Robustness {
  readonly arm: StudyArm;
}

/** How the arms fare across worlds; `groups` holds the same outcome's points by group, everybody first. */
export function studyRobustness(
  groups: ReadonlyMap<string, readonly StudyPoint[]>,
  factors: readonly StudyFactor[],
  better: 'up' | 'down',
): ArmRobustness[] {
  const byGroup = [...groups].map(([group, points]) => ({ group, arms: armsOf(points, factors) }));
  const [, ...others] = byGroup[0].arms;
  const numbers = new Map<string, number>();
  const policies = others.map((arm) => {
    const changes = byGroup.map(({ group, arms: [base, ...rest] }) => {
      const own = rest.find(({ key }) => key === arm.key);
      return { group, worlds: own ? byWorld(pairsOf(base, own)) : new Map<string, number[]>() };
    });
    const worlds = [...changes[0].worlds].map(([world, all]): WorldChange => {
      if (!numbers.has(world)) numbers.set(world, numbers.size + 1);
      const parts = changes.slice(1).map(({ group, worlds: own }) => [group, own.get(world) ?? []]);
      return {
        world: numbers.get(world) ?? 0,
        changes: all,
        byGroup: Object.fromEntries(parts) as Record<string, number[]>,
      };
    });
    return { policy: arm.key, worlds };
  });
  return robustnessOf(policies, better).map((own, k) => ({ ...own, arm: others[k] }));
}

/** An attribution with the factors that were switched. */
export interface StudyAttribution extends Bundle {
  readonly factors: readonly StudyFactor[];
}

/**
 * Attributes the change from the first to the last level of every lever; the design must hold all
 * combinations of the two. Futures of all worlds count alike.
 * @throws ScenarioError where a combination is missing.
 */
export function studyAttribution(
  points: readonly StudyPoint[],
  factors: readonly StudyFactor[],
): StudyAttribution {
  const levers = varied(points, factors).filter(({ kind }) => kind === 'lever');
  if (levers.length === 0 || levers.length > mostPolicies) {
    const expected = `1 to ${mostPolicies} levers that are switched on and off`;
    throw new ScenarioError([{ key: 'levers', expected, found: `${levers.length}` }]);
  }
  const ends = levers.map(({ path, levels, low, high }) => {
    const known = levels ?? [low, high];
    const seen = known.filter((v) => points.some(({ settings }) => settings[path] === v));
    return { path, off: seen[0], on: seen[seen.length - 1] };
  });
  const subsets = new Map<number, StudyPoint[]>();
  for (const point of points) {
    let subset = 0;
    const clear = ends.every(({ path, off, on }, k) => {
      if (point.settings[path] === on) subset |= 1 << k;
      return point.settings[path] === on || point.settings[path] === off;
    });
    if (clear) subsets.set(subset, [...(subsets.get(subset) ?? []), point]);
  }
  const futuresOf = (subset: number): Map<string, number> =>
    new Map(
      (subsets.get(subset) ?? []).flatMap(({ part, world, futures }) =>
        [...futures].map(([r, value]) => [`${part}/${world}/${r}`, value] as const),
      ),
    );
  const all = Array.from({ length: 1 << levers.length }, (_, subset) => futuresOf(subset));
  const shared = [...all[0].keys()].filter((key) => all.every((own) => own.has(key)));
  if (shared.length === 0) {
    const missing = all.filter(({ size }) => size === 0).length;
    const expected = `futures of all ${all.length} combinations of ${levers.length} levers`;
    const found = `${missing} combinations without any`;
    const remedy = 'Use a grid of the levers, each with a first and a last level';
    throw new ScenarioError([{ key: 'levers', expected, found, remedy }]);
  }
  const values = all.map((own) => shared.map((key) => own.get(key) ?? Number.NaN));
  const names = levers.map(({ path }) => path);
  return { ...attribute(names, values), factors: levers };
}

/** The arms by several aims; `aims` and `outcomes` stand in the same order. */
export function studyFront(
  aims: readonly Aim[],
  outcomes: readonly (readonly StudyPoint[])[],
  factors: readonly StudyFactor[],
  resampling: Resampling,
): { readonly arms: readonly StudyArm[]; readonly members: readonly FrontMember[] } {
  const arms = armsOf(outcomes[0], factors);
  const ofAim = outcomes.map((points) => armsOf(points, factors));
  const values = arms.map(({ key }) => {
    const series = ofAim.map((own) => futuresOf(own.find((arm) => arm.key === key)?.points ?? []));
    const shared = [...series[0].keys()].filter((at) => series.every((s) => s.has(at)));
    return series.map((s) => shared.map((at) => s.get(at) ?? Number.NaN));
  });
  return { arms, members: paretoFront(aims, values, resampling) };
}

/** Values by world and replicate, in order. */
function futuresOf(points: readonly StudyPoint[]): Map<string, number> {
  return new Map(
    points.flatMap(({ part, world, futures }) =>
      [...futures].map(([r, value]) => [`${part}/${world}/${r}`, value] as const),
    ),
  );
}
