/** The ten analyses by name: what each reads of a study and how it is presented. */
import { presentEffects, presentEnough, presentSummary } from '../report/present-effects.ts';
import { presentAttribution, presentFront, presentRobustness } from '../report/present-policies.ts';
import { presentPrecision } from '../report/present-precision.ts';
import { presentSensitivity, presentVariance } from '../report/present-sensitivity.ts';
import { presentDiscovery, presentPhase } from '../report/present-worlds.ts';
import type { Presentation, StudyContext } from '../report/presentation.ts';
import type { CaseRule } from '../sim/analysis/cases.ts';
import type { Aim } from '../sim/analysis/pareto.ts';
import { precisionOf, replicateMeans } from '../sim/analysis/precision.ts';
import type { StudyCell, StudyPoint, StudyReader } from '../sim/analysis/study.ts';
import { pointsOf } from '../sim/analysis/study.ts';
import { armsOf } from '../sim/analysis/study-arms.ts';
import { studyEffects, studyEnough } from '../sim/analysis/study-effects.ts';
import { studyAttribution, studyFront, studyRobustness } from '../sim/analysis/study-policies.ts';
import { studySensitivity } from '../sim/analysis/study-sensitivity.ts';
import type { StudySummary } from '../sim/analysis/study-summary.ts';
import { summariseStudy } from '../sim/analysis/study-summary.ts';
import {
  studyDiscovery,
  studyPhase,
  studyVariance,
  worstFifth,
} from '../sim/analysis/study-worlds.ts';
import { ScenarioError } from '../sim/data/issues.ts';

/** What a user may ask of an analysis. */
export interface AnalysisOptions {
  readonly important?: number;
  readonly above?: number;
  readonly below?: number;
  readonly x?: string;
  readonly y?: string;
  /** Outcomes of a front, the cost first. */
  readonly aims?: readonly string[];
  readonly seed: string;
}

/** What an analysis is made from. */
export interface Study {
  readonly reader: StudyReader;
  readonly context: StudyContext;
  /** All recorded outcomes and groups. */
  readonly cells: readonly StudyCell[];
}

/** One analysis. */
export interface Analysis {
  readonly doc: string;
  run(study: Study, options: AnalysisOptions): Promise<Presentation>;
}

const points = async (
  { reader, context: { plan } }: Study,
  cell: StudyCell,
): Promise<StudyPoint[]> => pointsOf(await reader.rows(plan.planId, cell));

const ownPoints = (study: Study): Promise<StudyPoint[]> => points(study, study.context.cell);

function betterOf({ context: { model } }: Study, outcome: string): 'up' | 'down' | 'neither' {
  return model.outcomes[outcome]?.better ?? 'neither';
}

/** @throws ScenarioError for an outcome of which neither direction is better. */
function directionOf(study: Study, outcome: string): 'up' | 'down' {
  const better = betterOf(study, outcome);
  if (better !== 'neither') return better;
  const expected = 'an outcome of which more, or less, is better';
  throw new ScenarioError([{ key: '--outcome', expected, found: outcome }]);
}

/** All analyses, in the order in which a study asks for them. */
export const analyses: Readonly<Record<string, Analysis>> = {
  summary: {
    doc: 'mean, quantiles and intervals of every outcome and group; futures that came out the same',
    run: async ({ reader, context, cells }) => {
      const { planId } = context.plan;
      const found: StudySummary[] = [];
      for (const cell of cells) {
        const summary = summariseStudy(cell, await reader.rows(planId, cell));
        if (summary) found.push(summary);
      }
      if (found.length === 0) throw nothingYet();
      return presentSummary(context, found, await reader.state(planId));
    },
  },
  effects: {
    doc: 'what each setting of the levers changes against the first, in pairs that share their luck',
    run: async (study) => {
      const { context } = study;
      const arms = armsOf(await ownPoints(study), context.factors);
      return presentEffects(context, studyEffects(arms, betterOf(study, context.cell.outcome)));
    },
  },
  enough: {
    doc: 'whether there are enough replicates, and how many more would decide; look as often as you like',
    run: async (study, { important }) => {
      const { context } = study;
      const declared = context.model.outcomes[context.cell.outcome]?.smallestImportant;
      const smallestImportant = important ?? declared ?? 0;
      const points = await ownPoints(study);
      if (points.every(({ arm }) => arm === 0)) {
        const precision = precisionOf(replicateMeans(points), smallestImportant);
        return presentPrecision(context, precision, points.length);
      }
      const arms = armsOf(points, context.factors);
      return presentEnough(context, studyEnough(arms, { smallestImportant }), smallestImportant);
    },
  },
  sensitivity: {
    doc: 'which factors matter: Sobol’ or Morris where the design was made for it, slices otherwise',
    run: async (study, { seed }) => {
      const found = studySensitivity(await ownPoints(study), study.context.factors, { seed });
      return presentSensitivity(study.context, found);
    },
  },
  variance: {
    doc: 'how much of the spread comes from settings, and how much from luck',
    run: async (study, { seed }) => {
      const common = study.context.plan.seeds === 'common';
      return presentVariance(
        study.context,
        studyVariance(await ownPoints(study), common, { seed }),
      );
    },
  },
  discover: {
    doc: 'in which worlds an outcome is bad: boxes as sentences, with coverage and density',
    run: async (study, { above, below }) => {
      const { context } = study;
      const own = await ownPoints(study);
      if (own.length === 0) throw nothingYet();
      const asked: CaseRule | undefined =
        above !== undefined
          ? { side: 'above', limit: above }
          : below !== undefined
            ? { side: 'below', limit: below }
            : undefined;
      const rule = asked ?? worstFifth(own, directionOf(study, context.cell.outcome));
      return presentDiscovery(context, studyDiscovery(own, context.factors, rule), own);
    },
  },
  robustness: {
    doc: 'in how many worlds each policy helps, what may be regretted, and which group fares worst',
    run: async (study) => {
      const { context, cells } = study;
      const { outcome, group } = context.cell;
      const others = cells.filter((cell) => cell.outcome === outcome && cell.group !== group);
      const groups = new Map([[group, await ownPoints(study)]]);
      for (const cell of others) groups.set(cell.group, await points(study, cell));
      const better = directionOf(study, outcome);
      const full = new Map([...groups].filter(([, own]) => own.length > 0));
      if (full.size === 0) throw nothingYet();
      return presentRobustness(context, studyRobustness(full, context.factors, better));
    },
  },
  attribution: {
    doc: 'which policy of a bundle does how much: Shapley values over all combinations',
    run: async (study) =>
      presentAttribution(
        study.context,
        studyAttribution(await ownPoints(study), study.context.factors),
      ),
  },
  pareto: {
    doc: 'settings of the levers that nothing beats in cost and outcomes',
    run: async (study, { aims: named = [], seed }) => {
      const aims: Aim[] = named.map((outcome) => ({
        outcome,
        better: directionOf(study, outcome),
      }));
      const { group } = study.context.cell;
      const outcomes: StudyPoint[][] = [];
      for (const { outcome } of aims) {
        const own = study.cells.filter((cell) => cell.outcome === outcome);
        const cell = own.find((each) => each.group === group) ?? own[0];
        outcomes.push(await points(study, cell));
      }
      const front = studyFront(aims, outcomes, study.context.factors, { seed });
      return presentFront(study.context, aims, front);
    },
  },
  phase: {
    doc: 'a map of an outcome over two factors, with the steepest ridge marked',
    run: async (study, { x, y }) => {
      const own = await ownPoints(study);
      return presentPhase(study.context, studyPhase(own, study.context.factors, [x, y]));
    },
  },
};

function nothingYet(): ScenarioError {
  const expected = 'a plan with finished runs';
  const remedy = 'Run `mentorscape sweep` first';
  return new ScenarioError([{ key: 'STORE', expected, found: 'none yet', remedy }]);
}
