/** Shards: every n-th slice of a plan, each in a store of its own beside the whole one's. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { Plan } from '../../sim/experiment/plan.ts';

/** The `number`-th (1 up) of `of` shards. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

/** Shards of one plan, at most. */
export const mostShards = 10_000;

/** `3/8` as an option's value. */
export function shardText(text: string): Shard {
  const [, number, of] = /^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? [];
  const shard = { number: Number(number), of: Number(of) };
  if (!(shard.number >= 1 && shard.number <= shard.of && shard.of <= mostShards)) {
    throw new InvalidArgumentError(`Expected i/n with i from 1 to n and n up to ${mostShards}.`);
  }
  return shard;
}

/** Numbers of the slices of a shard, or of the whole plan, one by one. */
export function* slicesOf(plan: Plan, shard: Shard | undefined): Iterable<number> {
  const { number, of } = shard ?? { number: 1, of: 1 };
  for (let slice = number - 1; slice < plan.slices; slice += of) yield slice;
}

/** The folder of the shards of a store: `results.duckdb` has `results.shards`. */
export function shardFolder(store: string): string {
  return join(dirname(store), `${basename(store).replace(/\.duckdb$/i, '')}.shards`);
}

/** The store of one shard. */
export function shardStore(store: string, { number, of }: Shard): string {
  const digits = `${of}`.length;
  return join(shardFolder(store), `${`${number}`.padStart(digits, '0')}-of-${of}.duckdb`);
}

/** The stores of all shards that have begun, in order. */
export function shardStores(store: string): string[] {
  const folder = shardFolder(store);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => /^\d+-of-\d+\.duckdb$/.test(name));
  return names.sort().map((name) => join(folder, name));
}

/** The folder from which a store's file names count: that of the whole store, for a shard's too. */
export function homeOf(store: string): string {
  const folder = dirname(resolve(store));
  return /^\d+-of-\d+\.duckdb$/.test(basename(store)) && folder.endsWith('.shards')
    ? dirname(folder)
    : folder;
}
