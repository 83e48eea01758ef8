/** A long run keeps nothing but its record. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

// compiled code counts as heap, and comes and goes
const flags = ['--expose-gc', '--no-opt', '--no-flush-bytecode'];
const bench = join(import.meta.dirname, '../../bench');

/** What a Node process prints. */
function outputOf(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return stdout;
}

test('a run adds less than 20 kB to the heap between weeks 200 and 1,000', () => {
  outputOf([join(bench, 'build.js'), 'test']);
  const program = join(bench, 'build/test/bench/heap.js');
  const { growth, rows } = JSON.parse(outputOf([...flags, program, '300']));
  expect(rows).toBe(19);
  expect(growth).toBeLessThan(20_000);
});
