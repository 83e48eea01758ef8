/** Worlds of a study: what of their difference is luck, where the bad ones lie, and a map of two factors. */
import { ScenarioError } from '../data/issues.ts';
import type { CaseRule } from './cases.ts';
import { casesOf } from './cases.ts';
import type { PhaseMap } from './phase-map.ts';
import { phaseMap } from './phase-map.ts';
import type { Box } from './prim.ts';
import { discoverBoxes } from './prim.ts';
import type { RegionalEffect } from './regional.ts';
import { regionalSensitivity } from './regional.ts';
import type { Resampling } from './resample.ts';
import { quantileOf } from './statistics.ts';
import type { StudyFactor, StudyPoint } from './study.ts';
import { varied } from './study.ts';
import { columnsOf } from './study-sensitivity.ts';
import type { VarianceSplit } from './variance-split.ts';
import { splitVariance } from './variance-split.ts';

/** Splits the variance of a study's single futures. @throws ScenarioError with too few futures. */
export function studyVariance(
  points: readonly StudyPoint[],
  common: boolean,
  resampling: Resampling,
): VarianceSplit {
  const repeated = points.filter(({ futures }) => futures.size >= 2);
  if (repeated.length < 2) {
    const expected = 'at least two points with two futures each';
    const remedy =
      'Raise `replicates` in the design and run the sweep again: only new runs are made';
    throw new ScenarioError([
      { key: 'replicates', expected, found: `${repeated.length} such points`, remedy },
    ]);
  }
  // only futures that all points have share their luck
  const shared = common ? sharedReplicates(repeated) : undefined;
  const table = repeated.map(({ futures }) =>
    shared ? shared.map((r) => futures.get(r) ?? Number.NaN) : [...futures.values()],
  );
  return splitVariance(table, common && (shared?.length ?? 0) >= 2, resampling);
}

function sharedReplicates(points: readonly StudyPoint[]): number[] | undefined {
  const [first, ...others] = points.map(({ futures }) => futures);
  const shared = [...first.keys()].filter((r) => others.every((own) => own.has(r)));
  return shared.length >= 2 ? shared : undefined;
}

/** Where the cases lie. */
export interface Discovery {
  readonly rule: CaseRule;
  readonly cases: number;
  readonly points: number;
  readonly boxes: readonly Box[];
  readonly regional: readonly RegionalEffect[];
}

/** The rule that calls about the worse fifth of the points cases; where many are equally bad, all of them. */
export function worstFifth(points: readonly StudyPoint[], better: 'up' | 'down'): CaseRule {
  const means = points.map(({ mean }) => mean);
  const worst = quantileOf(means, better === 'up' ? 0 : 1);
  const others = means.filter((mean) => mean !== worst);
  if (better === 'up') {
    const limit = quantileOf(means, 0.2);
    return { side: 'below', limit: limit > worst ? limit : quantileOf(others, 0) };
  }
  const limit = quantileOf(means, 0.8);
  return { side: 'above', limit: limit < worst ? limit : quantileOf(others, 1) };
}

/** Boxes and distances of the cases among a study's points. @throws ScenarioError without cases or others. */
export function studyDiscovery(
  points: readonly StudyPoint[],
  factors: readonly StudyFactor[],
  rule: CaseRule,
): Discovery {
  const isCase = casesOf(
    points.map(({ mean }) => mean),
    rule,
  );
  const cases = isCase.filter(Boolean).length;
  if (cases === 0 || cases === points.length) {
    const means = points.map(({ mean }) => mean);
    const expected = `a limit between ${quantileOf(means, 0)} and ${quantileOf(means, 1)}, so that some points are cases`;
    throw new ScenarioError([{ key: `--${rule.side}`, expected, found: `${rule.limit}` }]);
  }
  const columns = columnsOf(points, varied(points, factors));
  const boxes = discoverBoxes(columns, isCase);
  const regional = regionalSensitivity(columns, isCase);
  return { rule, cases, points: points.length, boxes, regional };
}

/** The map of two factors with numbers. @throws ScenarioError where a factor is missing or has no numbers. */
export function studyPhase(
  points: readonly StudyPoint[],
  factors: readonly StudyFactor[],
  axes: readonly [x: string | undefined, y: string | undefined],
): PhaseMap {
  const numeric = varied(points, factors).filter(({ path }) =>
    points.every(({ settings }) => typeof settings[path] === 'number'),
  );
  const named = axes.map((path, k) => {
    const found = path === undefined ? numeric[k] : numeric.find((f) => f.path === path);
    if (found) return found.path;
    const expected = `a factor with at least two numbers (${numeric.map((f) => f.path).join(', ') || 'there is none'})`;
    const key = k === 0 ? '--x' : '--y';
    throw new ScenarioError([{ key, expected, found: path ?? 'nothing' }]);
  });
  return phaseMap(
    [named[0], named[1]],
    points.map(({ settings }) => Number(settings[named[0]])),
    points.map(({ settings }) => Number(settings[named[1]])),
    points.map(({ mean }) => mean),
  );
}
