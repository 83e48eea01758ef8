/**
 * Verifies the patterns and experiments, as a command on the built program:
 *   node dist/patterns/main.js [--only P7,E8] [--quick] [--workers 2] [--write]
 * `--write` puts the tables into docs/verification.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { modelHash } from '../cli/models.ts';
import { replaceMarked } from './document.ts';
import { patterns } from './index.ts';
import { model } from './stage.ts';
import { countsText, figureTables, summaryTable } from './table.ts';
import { shareOut } from './threads.ts';
import { judge, replicatesOf, verificationSeed } from './verification.ts';
import type { PatternOrder } from './worker.ts';

const root = new URL('../../', import.meta.url);
const document = fileURLToPath(new URL('docs/verification.md', root));
const folder = fileURLToPath(new URL('scenarios/patterns', root));

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      workers: { type: 'string', default: `${Math.min(2, availableParallelism())}` },
      write: { type: 'boolean', default: false },
    },
  });
  const wanted = values.only?.split(',').map((id) => id.trim().toUpperCase());
  const unknown = wanted?.filter((id) => !patterns.some((pattern) => pattern.id === id)) ?? [];
  const workers = Number(values.workers);
  if (unknown.length > 0 || !Number.isInteger(workers) || workers < 1) {
    console.error(
      unknown.length > 0
        ? `--only: expected ${patterns.map(({ id }) => id).join(', ')}, found ${unknown.join(', ')}.`
        : `--workers: expected a whole number from 1, found ${values.workers}.`,
    );
    return 2;
  }
  if (values.write && (wanted || values.quick)) {
    console.error('--write: expected the whole verification, found --only or --quick.');
    return 2;
  }
  const own = patterns.filter(({ id }) => !wanted || wanted.includes(id));
  const replicates = Math.max(...own.map((pattern) => replicatesOf(pattern, values.quick)));
  const started = performance.now();
  const order: PatternOrder = { ids: own.map(({ id }) => id), folder, quick: values.quick };
  const tasks = Array.from({ length: replicates }, (_, replicate) => replicate);
  const file = new URL('./worker.js', import.meta.url);
  const observed = await shareOut<number, Record<string, unknown>>(
    file,
    order,
    tasks,
    workers,
    (done) => process.stderr.write(`\r${done} of ${replicates} replicates`),
  );
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stderr.write(`\r${replicates} replicates in ${seconds} s on ${workers} threads\n`);
  const judged = judge(own, observed);
  const version = `Model ${model.name} ${model.version}, source ${modelHash(model).slice(0, 8)}; seed \`${verificationSeed}\`.`;
  const text = [
    `${version} ${countsText(judged)}`,
    summaryTable(judged),
    figureTables(judged),
  ].join('\n\n');
  console.log(text);
  if (values.write) {
    writeFileSync(document, replaceMarked(readFileSync(document, 'utf8'), 'patterns', text));
  }
  return 0;
}

process.exitCode = await main();
