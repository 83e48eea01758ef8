/** `sweep status`: how a sweep goes, also while it runs, and how its shards go. */
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { ScenarioError, showFound } from '../../sim/data/issues.ts';
import { duration } from '../progress.ts';
import { isAlive, readProgress } from './progress-file.ts';
import { shardStores } from './shard.ts';

/** The state of one store. */
export interface StoreStatus {
  readonly store: string;
  readonly state: 'running' | 'finished' | 'interrupted' | 'failed' | 'killed' | 'unknown';
  readonly planned: number;
  readonly inStore: number;
  readonly failed: number;
  readonly runsPerSecond: number;
  readonly secondsLeft: number | null;
}

/** Adds `mentorscape sweep status`. */
export function registerStatus(sweep: Command): void {
  sweep
    .command('status')
    .description('how a sweep and its shards go; works while they run')
    .requiredOption('--store <file>', 'the store of the sweep')
    .option('--json', 'print the result as JSON')
    .action(status);
}

function status({ store, json }: { store: string; json?: boolean }): void {
  const stores = [store, ...shardStores(store)].filter(
    (file) => existsSync(file) || readProgress(file),
  );
  if (stores.length === 0) {
    const remedy = 'Begin it with `mentorscape sweep DESIGN --store FILE`';
    throw new ScenarioError([
      { key: '--store', expected: 'the store of a sweep', found: showFound(store), remedy },
    ]);
  }
  const all = stores.map(statusOf);
  if (json) console.log(JSON.stringify({ stores: all }, null, 2));
  else for (const each of all) console.log(statusText(each));
}

/** What the progress file of a store says. */
export function statusOf(store: string): StoreStatus {
  const progress = readProgress(store);
  if (!progress) {
    return {
      ...{ store, state: 'unknown', planned: 0, inStore: 0, failed: 0 },
      runsPerSecond: 0,
      secondsLeft: null,
    };
  }
  const { planned, there, done, failed, runsPerSecond } = progress;
  const killed = progress.state === 'running' && !isAlive(progress);
  const state = killed ? 'killed' : progress.state;
  const secondsLeft = state === 'running' ? progress.secondsLeft : null;
  return {
    store,
    state,
    planned,
    inStore: there + done + failed,
    failed,
    runsPerSecond,
    secondsLeft,
  };
}

const words: Readonly<Record<StoreStatus['state'], string>> = {
  running: 'running',
  finished: 'finished',
  interrupted: 'interrupted; run the same command again to go on',
  failed: 'stopped by an error; run the same command again to go on',
  killed: 'its process has died; run the same command again to go on',
  unknown: 'nothing is known of how it goes',
};

function statusText(status: StoreStatus): string {
  const { store, state, planned, inStore, failed, runsPerSecond, secondsLeft } = status;
  if (state === 'unknown') return `${store}: ${words[state]}`;
  const failures = failed > 0 ? `, ${failed} failed` : '';
  const pace = state === 'running' ? `, ${runsPerSecond.toFixed(1)} a second` : '';
  const left = secondsLeft === null ? '' : `, about ${duration(secondsLeft)} left`;
  return `${store}: ${words[state]}; ${inStore} of ${planned} runs${failures}${pace}${left}`;
}
