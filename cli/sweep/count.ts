/** `sweep plan`: what a design would run, without running it. */
import type { Command } from 'commander';
import { rowsOfRun } from '../../sim/experiment/plan.ts';
import { cellsOf, keptCells } from '../../sim/experiment/sweep.ts';
import type { LoadedDesign } from './design-file.ts';
import { loadDesign } from './design-file.ts';

/**
 * Bytes in a finished store: fitted by hand to stores of the mentoring model, right within a factor of two. A small
 * one has 1.6 to 4 MB, by how often it was committed.
 */
const bytes = { run: 900, row: 11, file: 2_500_000 } as const;

/** Runs, rows and bytes that a plan is expected to give. */
export interface PlanCount {
  readonly runs: number;
  readonly seriesRows: number;
  readonly finalRows: number;
  readonly bytes: number;
  readonly snapshots: number;
}

/** Adds `mentorscape sweep plan`. */
export function registerCount(sweep: Command): void {
  sweep
    .command('plan')
    .description('say what a design would run; nothing is run and nothing is written')
    .argument('<design>', 'design file')
    .option('--count', 'only the numbers: runs, rows and bytes expected')
    .option('--first <n>', 'show the first runs', (text) => Number(text), 5)
    .option('--model <file>', 'a model of your own: JavaScript, code that you chose to run')
    .option('--json', 'print the result as JSON')
    .action(plan);
}

async function plan(
  file: string,
  options: { count?: boolean; first: number; model?: string; json?: boolean },
): Promise<void> {
  const loaded = await loadDesign(file, options.model);
  const count = countPlan(loaded);
  const shown = options.count ? [] : firstRuns(loaded, options.first);
  if (options.json) {
    console.log(JSON.stringify({ planId: loaded.plan.planId, ...count, first: shown }, null, 2));
    return;
  }
  console.log(countText(count));
  for (const { runId, settings } of shown) console.log(`  ${runId}  ${JSON.stringify(settings)}`);
}

/** What a plan is expected to give. A run that stands at several places is counted at each. */
export function countPlan({ plan, model }: LoadedDesign): PlanCount {
  const kept = keptCells(cellsOf(model, plan.base.scenario), plan.design.record).length;
  const rows = rowsOfRun(plan, kept);
  const seriesRows = plan.runs * rows.series;
  const finalRows = plan.runs * rows.final;
  return {
    ...{ runs: plan.runs, seriesRows, finalRows },
    snapshots: plan.runs * plan.design.record.snapshots.length,
    bytes: Math.round(bytes.file + plan.runs * bytes.run + (seriesRows + finalRows) * bytes.row),
  };
}

function countText({ runs, seriesRows, finalRows, snapshots, bytes: size }: PlanCount): string {
  const networks = snapshots > 0 ? `, ${snapshots} networks (their size is not counted)` : '';
  return `${runs} runs, ${seriesRows} rows in series, ${finalRows} in final${networks}; about ${sizeText(size)}`;
}

/** `12 MB`, `3.4 GB`. */
export function sizeText(size: number): string {
  if (size < 1e9) return `${Math.max(1, Math.round(size / 1e6))} MB`;
  return `${(size / 1e9).toFixed(1)} GB`;
}

function firstRuns({ plan }: LoadedDesign, most: number): { runId: string; settings: object }[] {
  const shown = Math.min(plan.runs, Math.max(0, Math.floor(most)));
  return Array.from({ length: shown }, (_, k) => {
    const { runId, seed, values } = plan.run(k);
    const settings = Object.fromEntries(
      plan.design.factors.map(({ path }, f) => [path, values[f]]),
    );
    return { runId, seed, settings };
  });
}
