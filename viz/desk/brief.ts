/** From kept runs to what can be said: comparisons, answers in words, courses over the years. */
import { models } from '../../models/registry.ts';
import { answerOf, leadingChanges } from '../../report/answer.ts';
import { priced } from '../../report/currency.ts';
import { harmsOf } from '../../report/harm.ts';
import { moneyOutcomes } from '../../report/money.ts';
import { readInput } from '../../report/reading.ts';
import type { ReportArm, ReportInput } from '../../report/report-input.ts';
import { hiddenGroups } from '../../sim/analysis/masking.ts';
import { moneyOf } from '../../sim/analysis/money.ts';
import { compareRuns } from '../../sim/analysis/paired.ts';
import { differencesOverTime } from '../../sim/analysis/paired-trajectory.ts';
import type { TrajectoryPoint } from '../../sim/analysis/trajectory.ts';
import { trajectoryOf } from '../../sim/analysis/trajectory.ts';
import type { RunResult } from '../../sim/experiment/experiment.ts';
import { peopleCount } from '../../sim/model/recorder.ts';
import type { Model } from '../../sim/model/simulation.ts';
import type { ArmBrief, Brief, Course, Question, ReportWish, Side } from './protocol.ts';

/** A brief names no program. */
const nothingMade = { version: '', command: '', modelHash: '', rosterDigest: '' };

/** The runs kept for a scenario, in the order of replicates. */
export type RunsOf = (key: string, replicates: number) => readonly RunResult[];

type Courses = Record<string, readonly TrajectoryPoint[]>;

/** The model of a question. @throws RangeError when there is none of its name. */
function modelOf({ baseline }: Question): Model {
  const model = models.find(({ name }) => name === baseline.scenario.model);
  if (!model) throw new RangeError(`no model is called ${baseline.scenario.model}`);
  return priced(model, baseline.scenario.parameters);
}

/** What can be said of a question from the runs that are there. */
export function briefOf(question: Question, all: RunsOf): Brief {
  const runsOf = pairedOnly(question, all);
  const model = modelOf(question);
  const { baseline } = question;
  const every = baseline.scenario.record.every;
  const before = runsOf(baseline.key, question.replicates);
  const input = reportInput(question, runsOf, nothingMade, false);
  const reading = readInput(input);
  const arms = question.arms.map((side, k): ArmBrief => {
    const runs = runsOf(side.key, question.replicates);
    const arm = reading.scenarios[k];
    const own = input.comparisons.filter((c) => c.scenario === side.scenario.name);
    const leading = leadingChanges(reading, arm);
    const pairs = { baseline: before, runs };
    return {
      name: side.scenario.name,
      title: side.scenario.title,
      answer: answerOf(reading, arm),
      harms: harmsOf(model, own),
      leading: leading.map(({ outcome, group }) => ({ outcome, group })),
      courses: coursesOf(runs, question.courses, every),
      differences: Object.fromEntries(
        question.courses.map(({ outcome, group }) => [
          `${outcome}/${group}`,
          differencesOverTime(pairs, outcome, group, every),
        ]),
      ),
      money: moneyOf(side.scenario.name, before, runs, every, moneyOutcomes),
      digest: runs[0]?.digest ?? '',
    };
  });
  return {
    pairs: Math.max(0, ...input.comparisons.map((c) => c.replicates)),
    comparisons: input.comparisons,
    baseline: {
      courses: coursesOf(before, question.courses, every),
      digest: before[0]?.digest ?? '',
      runs: before.length,
    },
    arms,
  };
}

/** Only replicates of which there is a run of every scenario: all curves show the same futures. */
function pairedOnly({ baseline, arms, replicates }: Question, all: RunsOf): RunsOf {
  const keys = [baseline.key, ...arms.map(({ key }) => key)];
  const there = keys.map((key) => new Set(all(key, replicates).map((run) => run.replicate)));
  return (key, most) =>
    all(key, most).filter(({ replicate }) => there.every((set) => set.has(replicate)));
}

function coursesOf(runs: readonly RunResult[], wanted: readonly Course[], every: number): Courses {
  return Object.fromEntries(
    wanted.map(({ outcome, group }) => [
      `${outcome}/${group}`,
      trajectoryOf(runs, outcome, group, every),
    ]),
  );
}

/** The input of a report, the same as the command line gathers. */
export function reportInput(
  question: Question,
  runsOf: RunsOf,
  made: Omit<ReportWish, 'question'>,
  complete = true,
): ReportInput {
  const model = modelOf(question);
  const { baseline, arms, replicates } = question;
  const before = runsOf(baseline.key, replicates);
  const all = [baseline, ...arms].map(({ key }) => runsOf(key, replicates));
  const hidden = hiddenGroups(model, all);
  const every = baseline.scenario.record.every;
  const comparisons = arms.flatMap(({ key, scenario }) =>
    compareRuns(
      model,
      { name: scenario.name, recordEvery: scenario.record.every },
      before,
      runsOf(key, replicates),
      hidden,
    ),
  );
  const reportArm = ({ key, scenario }: Side): ReportArm => {
    const runs = runsOf(key, replicates);
    const cells = runs[0]?.cells ?? [];
    // without a whole report only the sizes of groups are looked at
    const wanted = complete ? cells : cells.filter(({ outcome }) => outcome === peopleCount);
    return {
      scenario,
      runIds: runs.map(({ runId }) => runId),
      networks: runs.find(({ networks }) => networks.length > 0)?.networks ?? [],
      trajectories: coursesOf(runs, wanted, scenario.record.every),
    };
  };
  return {
    model,
    arms: [baseline, ...arms].map(reportArm),
    comparisons,
    money: arms.flatMap(({ key, scenario: { name } }) => {
      return moneyOf(name, before, runsOf(key, replicates), every, moneyOutcomes) ?? [];
    }),
    hiddenGroups: [...hidden],
    failures: [],
    replicates,
    seed: baseline.scenario.seed,
    ...made,
  };
}
