/** `sweep submit --slurm`: a job array over the shards of a plan, and a job that merges them. */
import { spawnSync } from 'node:child_process';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { ScenarioError } from '../../sim/data/issues.ts';
import { exitCodes } from '../exit-codes.ts';
import { wholeNumber } from '../options.ts';
import { makeFolder, planOutputs, writeOutputs } from '../outputs.ts';
import { StoreError } from '../store/errors.ts';
import { loadDesign } from './design-file.ts';
import { mostShards, shardFolder } from './shard.ts';

interface Options {
  readonly store: string;
  readonly slurm?: boolean;
  readonly shards: number;
  readonly cpus: number;
  readonly time?: string;
  readonly partition?: string;
  readonly mem?: string;
  readonly sbatch: readonly string[];
  readonly model?: string;
  readonly maxFailures?: number;
  readonly dryRun?: boolean;
}

/** Adds `mentorscape sweep submit`. */
export function registerSubmit(sweep: Command): void {
  const add = (text: string, before: readonly string[]): readonly string[] => [...before, text];
  sweep
    .command('submit')
    .description(
      'submit a design to a cluster as a job array over shards, and a job that merges them',
    )
    .argument('<design>', 'design file')
    .requiredOption('--store <file>', 'store on a folder that all nodes share')
    .option('--slurm', 'submit to Slurm')
    .option('--shards <n>', 'tasks of the job array', wholeNumber(1, mostShards), 8)
    .option('--cpus <n>', 'worker threads of a task', wholeNumber(1, 1024), 2)
    .option('--time <limit>', 'time limit of a task, as sbatch takes it')
    .option('--partition <name>', 'partition')
    .option('--mem <size>', 'memory of a task, as sbatch takes it')
    .option('--sbatch <option>', 'a further option of sbatch; may be repeated', add, [])
    .option(
      '--max-failures <n>',
      'stop a shard when more runs than this fail',
      wholeNumber(0, 1_000_000_000),
    )
    .option('--model <file>', 'a model of your own: JavaScript, code that you chose to run')
    .option('--dry-run', 'print the script; nothing is written or submitted')
    .addHelpText(
      'after',
      '\nExample:\n  $ mentorscape sweep submit design.yaml --store /shared/results.duckdb --slurm --shards 20 --time 4:00:00',
    )
    .action(submit);
}

async function submit(design: string, options: Options): Promise<void> {
  if (options.slurm !== true) {
    const expected = '--slurm, the kind of cluster that is known';
    throw new ScenarioError([{ key: 'sweep submit', expected, found: 'none' }]);
  }
  for (const [key, text] of Object.entries({ ...options, design })) refuseLines(key, text);
  const { plan } = await loadDesign(design, options.model);
  const shards = Math.min(options.shards, plan.slices);
  const script = slurmScript(design, { ...options, shards });
  if (options.dryRun) {
    process.stdout.write(script);
    return;
  }
  const file = join(shardFolder(options.store), 'submit.sh');
  const request = { option: '--store', force: true, inputs: [design], makeFolders: true };
  planOutputs([file], request);
  makeFolder(resolve(shardFolder(options.store)), request);
  writeOutputs([{ path: file, text: script }], request);
  const job = sbatch(['--parsable', file]);
  const merge = command(['sweep', 'merge', '--store', resolve(options.store)]);
  const log = join(resolve(shardFolder(options.store)), 'merge.log');
  const after = ['--parsable', `--dependency=afterok:${job}`, '--job-name=mentorscape-merge'];
  const place = options.partition === undefined ? [] : [`--partition=${options.partition}`];
  const merging = sbatch([
    ...after,
    ...place,
    `--output=${log}`,
    `--chdir=${process.cwd()}`,
    '--wrap',
    merge,
  ]);
  console.log(
    `Job ${job}: ${plan.runs} runs in ${shards} shards. Job ${merging} merges them when all have ended well.`,
  );
  console.log(
    `How it goes:  mentorscape sweep status --store ${quoted(relative(process.cwd(), resolve(options.store)))}`,
  );
}

/** The script of the job array: safe to requeue, to run twice and to submit again. */
export function slurmScript(design: string, options: Options): string {
  const folder = resolve(shardFolder(options.store));
  const lines = [
    ['job-name', 'mentorscape'],
    ['array', `1-${options.shards}`],
    ['cpus-per-task', `${options.cpus}`],
    ...(options.time === undefined ? [] : [['time', options.time]]),
    ...(options.partition === undefined ? [] : [['partition', options.partition]]),
    ...(options.mem === undefined ? [] : [['mem', options.mem]]),
    ['chdir', process.cwd()],
    ['output', `${folder}/%a.log`],
    ['open-mode', 'append'],
    // the batch script is told a minute before its time ends, and stops after the runs in hand
    ['signal', 'B:TERM@60'],
  ].map(([name, value]) => `#SBATCH --${name}=${value}`);
  const words = ['sweep', design, '--store', resolve(options.store)];
  if (options.model !== undefined) words.push('--model', options.model);
  if (options.maxFailures !== undefined) words.push('--max-failures', `${options.maxFailures}`);
  return `#!/bin/bash
${lines.join('\n')}
#SBATCH --requeue
${options.sbatch.map((text) => `#SBATCH ${text}\n`).join('')}
# A shard goes on where it was, however often it is begun. 75: the store is still held, as by a process
# of a node that is going down.
stop() { [ -n "$sweep" ] && kill -TERM "$sweep" 2>/dev/null; }
trap stop TERM INT
for attempt in $(seq 1 30); do
  ${command(words)} \\
    --shard "$SLURM_ARRAY_TASK_ID/${options.shards}" --workers "\${SLURM_CPUS_PER_TASK:-${options.cpus}}" &
  sweep=$!
  wait "$sweep"; status=$?
  # a signal ends the first wait only
  while kill -0 "$sweep" 2>/dev/null; do wait "$sweep"; status=$?; done
  [ "$status" -eq 75 ] || exit "$status"
  sleep 10
done
exit 75
`;
}

/** This program with arguments, as a shell reads it. */
function command(words: readonly string[]): string {
  const program = fileURLToPath(new URL('../../../cli/bin.js', import.meta.url));
  return [process.execPath, program, ...words].map(quoted).join(' ');
}

function quoted(word: string): string {
  return /^[\w./:=@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** A line of #SBATCH cannot be quoted. */
function refuseLines(key: string, value: unknown): void {
  const texts = [value].flat().filter((each) => typeof each === 'string');
  if (texts.every((text) => !/[\r\n]/.test(text))) return;
  throw new ScenarioError([{ key, expected: 'text on one line', found: 'several lines' }]);
}

function sbatch(args: readonly string[]): string {
  const { error, status, stdout, stderr } = spawnSync('sbatch', args, { encoding: 'utf8' });
  if (error) {
    const found = 'code' in error && error.code === 'ENOENT' ? 'no such command' : error.message;
    const remedy = 'Submit on a login node, or see the script with --dry-run';
    throw new ScenarioError([{ key: 'sbatch', expected: 'the command of Slurm', found, remedy }]);
  }
  if (status !== 0) throw new StoreError(`sbatch refused: ${stderr.trim()}`, exitCodes.badInput);
  return stdout.trim().split(';')[0];
}
