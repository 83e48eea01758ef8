/** The benchmark's programs do the same work: engine and plain loop to the last bit, C but for `exp`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import { expect, test } from 'vitest';
import { engineSimulation } from '../../bench/mentor-min-engine.ts';
import { PlainRun } from '../../bench/mentor-min-plain.ts';
import { slots } from '../../bench/mentor-min-plain-step.ts';
import { type Start, startOf } from '../../bench/mentor-min-start.ts';
import { threefry2x32 } from '../../sim/chance/threefry.ts';
import { Digest } from '../../sim/data/digest.ts';
import type { World } from '../../sim/model/world.ts';

const people = 300;
const weeks = 60;
const seed = 7;

/** Each person's ties as target and strength, in order of creation. */
type OwnTies = readonly (readonly (readonly [number, number])[])[];

function tiesOfWorld({ ties }: World): OwnTies {
  const layer = ties['mentoring'];
  const column = layer.column as unknown as {
    source: Int32Array;
    target: Int32Array;
    ended: Uint8Array;
    strength: Float64Array;
  };
  const own: [number, number][][] = Array.from({ length: people }, () => []);
  for (let t = 0; t < layer.size; t++) {
    if (column.ended[t] === 0) own[column.source[t]].push([column.target[t], column.strength[t]]);
  }
  return own;
}

function tiesOfPlain({ state: { count, target, strength } }: PlainRun): OwnTies {
  return Array.from({ length: people }, (_, ego) =>
    Array.from({ length: count[ego] }, (_, k) => [
      target[ego * slots + k],
      strength[ego * slots + k],
    ]),
  );
}

/** The whole state as 32 digits. */
function fingerprint(burnout: Float64Array, inDegree: Int32Array, ties: OwnTies): string {
  const digest = new Digest();
  digest.array(burnout, people);
  digest.array(inDegree, people);
  for (const own of ties) {
    digest.word(own.length);
    for (const [target, strength] of own) {
      digest.word(target);
      digest.number(strength);
    }
  }
  return digest.hex();
}

test('engine and plain loop have the same state, to the last bit, in every week', () => {
  const engine = engineSimulation(people, seed, 4);
  const plain = new PlainRun(startOf(people, seed), seed, 4);
  const column = engine.world.people.column as unknown as {
    burnout: Float64Array;
  };
  for (let week = 1; week <= weeks; week++) {
    engine.runTo(week);
    plain.runTo(week);
    const { burnout, inDegree } = plain.state;
    const ofPlain = fingerprint(burnout, inDegree, tiesOfPlain(plain));
    const received = engine.world.ties['mentoring'].in.degree;
    const ofEngine = fingerprint(column.burnout, received, tiesOfWorld(engine.world));
    expect(ofEngine, `week ${week}`).toBe(ofPlain);
  }
  expect(plain.ties).toBeGreaterThan(people);
  expect([...column.burnout.subarray(0, people)]).toEqual([...plain.state.burnout]);

  const { cells, rows } = engine.recorder;
  const at = ['burnout', 'ties', 'inequality'].map((name) =>
    cells.findIndex(({ outcome, group }) => outcome === name && group === cells[0].group),
  );
  expect(rows.map((row) => at.map((k) => row[k]))).toEqual(plain.rows.map((row) => [...row]));
  expect(rows).toHaveLength(weeks / 4);
});

/** Compiles the C program into `folder`, or leaves the test out where there is no gcc. */
function compiledC(folder: string, { task, skip }: TestContext): string {
  const source = join(import.meta.dirname, '../../bench/mentor-min-keyed.c');
  const file = join(folder, 'mentor-min');
  const options = ['-O2', '-ffp-contract=off', source, '-o', file, '-lm'];
  const { error, status, stderr } = spawnSync('gcc', options, { encoding: 'utf8' });
  if (error) {
    Object.assign(task.meta, { notRun: 'There is no gcc: the C benchmark was not compared.' });
    skip();
  }
  expect(status, stderr).toBe(0);
  return file;
}

function textOf(file: string, args: readonly (string | number)[]): string {
  const { status, stdout, stderr } = spawnSync(file, args.map(String), { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return stdout;
}

/** The bytes in which the C program reads people to start from. */
function bytesOf({ key, interest, burnout }: Start): Uint8Array {
  const parts = [key, interest.subarray(0, people * 4), burnout.subarray(0, people)];
  return Buffer.concat(
    parts.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
  );
}

test('the C program draws the same words and, from the same people, has the same ties', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'mentorscape-bench-'));
  try {
    const file = compiledC(folder, context);
    for (const [k0, k1, c0, c1] of [
      [0, 0, 0, 0],
      [1, 2, 3, 4],
      [0xffffffff, 0x9e3779b9, 0x80000000, 0x7fffffff],
    ]) {
      const words = threefry2x32([c0, c1], [k0, k1], 13);
      expect(textOf(file, ['--draw', k0, k1, c0, c1]).trim()).toBe(words.join(' '));
    }

    const start = startOf(people, seed);
    const startFile = join(folder, 'start.bin');
    writeFileSync(startFile, bytesOf(start));
    const plain = new PlainRun(start, seed, 4);
    plain.runTo(weeks);
    const args = [people, weeks, seed, 1, 4, startFile];
    const { ties, row } = JSON.parse(textOf(file, args));
    const [burnout, meanTies, gini] = plain.rows.at(-1)!;
    expect(ties).toBe(plain.ties);
    expect(row[0]).toBeCloseTo(burnout, 12);
    expect(row[1]).toBe(meanTies);
    expect(row[2]).toBeCloseTo(gini, 12);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
