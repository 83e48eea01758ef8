/** The command `equity`: gaps between groups in one scenario, and who is worst off. */
import type { Command } from 'commander';
import { formatFor, levelText } from '../report/numbers.ts';
import { groupLabel, outcomeTitle } from '../report/vocabulary.ts';
import type { Gap } from '../sim/analysis/gaps.ts';
import { gapsBetween, worstOff } from '../sim/analysis/gaps.ts';
import { exp } from '../sim/chance/portable.ts';
import { ScenarioError, unknownName } from '../sim/data/issues.ts';
import type { RunResult } from '../sim/experiment/experiment.ts';
import type { Model } from '../sim/model/simulation.ts';
import { loadExperiment, type RunOptions } from './arms.ts';
import { reportRunFailures } from './exit.ts';
import { addRunOptions } from './options.ts';
import { runOnThreads } from './pool.ts';
import { progressLine } from './progress.ts';
import { plainTable } from './tables.ts';

interface Options extends RunOptions {
  readonly by?: string;
  readonly workers: number;
}

/** The worst-off group in one outcome. */
interface Worst {
  readonly outcome: string;
  readonly group: string;
  readonly mean: number;
}

/** Adds `mentorscape equity`. */
export function registerEquity(program: Command): void {
  const command = program
    .command('equity')
    .description('gaps between groups, with intervals and odds ratios, and who is worst off')
    .argument('<scenario>', 'scenario file');
  addRunOptions(command)
    .option(
      '--by <grouping>',
      'gaps of one grouping, each group less the last: role, gender, minority, rank; without it, of all that have two groups',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  $ mentorscape equity scenarios/today.yaml --replicates 20\n  $ mentorscape equity scenarios/today.yaml --by rank',
    )
    .action(equity);
}

async function equity(file: string, options: Options): Promise<void> {
  const { experiment, model } = await loadExperiment([file], options);
  const known = Object.keys(model.groupings);
  if (options.by !== undefined && !known.includes(options.by)) {
    throw new ScenarioError([unknownName('--by', options.by, known)]);
  }
  const progress = progressLine('futures');
  const { arms, failures } = await runOnThreads(experiment, options.workers, progress.show);
  progress.close();
  const { every } = experiment.arms[0].scenario.record;
  const gaps = gapsOf(model, arms[0], every, options.by);
  const worst = worstOf(model, arms[0], every);
  const replicates = arms[0].length;
  if (options.json) console.log(JSON.stringify({ replicates, gaps, worstOff: worst }, null, 2));
  else {
    console.log(`${file}: ${replicates} futures; means with the 95 % interval of the mean`);
    console.log(gapTable(model, gaps));
    console.log('\nWorst off:');
    console.log(worstTable(model, worst));
  }
  reportRunFailures(failures);
}

/** Gaps between the two labels of every grouping that has two, or of each label of one to its last. */
function gapsOf(model: Model, runs: readonly RunResult[], every: number, by?: string): Gap[] {
  return Object.entries(model.groupings).flatMap(([name, { labels }]) => {
    if (by === undefined ? labels.length !== 2 : name !== by) return [];
    const last = labels[labels.length - 1];
    return labels.slice(0, -1).flatMap((label) => gapsBetween(model, runs, every, label, last));
  });
}

function worstOf(model: Model, runs: readonly RunResult[], every: number): Worst[] {
  const outcomes = new Set(runs[0]?.cells.map(({ outcome }) => outcome) ?? []);
  return [...outcomes].flatMap((outcome) => {
    if (!Object.hasOwn(model.outcomes, outcome)) return [];
    const worst = worstOff(model, runs, every, outcome);
    return worst ? [{ outcome, ...worst }] : [];
  });
}

function gapTable(model: Model, gaps: readonly Gap[]): string {
  const rows = gaps.map((gap) => {
    const { outcome, group, other, difference, low, high, ratio, oddsRatio, lnOddsError } = gap;
    const format = formatFor(gap.unit, [difference], model.outcomes[outcome].smallestImportant);
    const text = (value: number | null): string => levelText(value, format);
    const odds =
      oddsRatio === null
        ? ''
        : lnOddsError === null
          ? oddsRatio.toFixed(2)
          : `${oddsRatio.toFixed(2)} (${[-1.96, 1.96].map((z) => (oddsRatio * exp(z * lnOddsError)).toFixed(2)).join(' to ')})`;
    return [
      `${groupLabel(group)} less ${other}`,
      `${outcomeTitle(model, outcome)} (${format.unit})`,
      text(difference),
      low === null ? '' : `${text(low)} to ${text(high)}`,
      ratio === null ? '' : ratio.toFixed(2),
      odds,
    ];
  });
  return plainTable(['Groups', 'Outcome', 'Gap', '95 % of the mean', 'Ratio', 'Odds ratio'], rows);
}

function worstTable(model: Model, worst: readonly Worst[]): string {
  const rows = worst.map(({ outcome, group, mean }) => {
    const { unit, smallestImportant } = model.outcomes[outcome];
    const format = formatFor(unit, [mean], smallestImportant);
    return [
      `${outcomeTitle(model, outcome)} (${format.unit})`,
      groupLabel(group),
      levelText(mean, format),
    ];
  });
  return plainTable(['Outcome', 'Group', 'Mean'], rows);
}
