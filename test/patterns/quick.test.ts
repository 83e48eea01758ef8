/** The fast subset of the verification: patterns that few futures show. */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { patterns } from '../../patterns/index.ts';
import type { Judged } from '../../patterns/verification.ts';
import { judge, playReplicate, replicatesOf } from '../../patterns/verification.ts';

const folder = fileURLToPath(new URL('../../scenarios/patterns', import.meta.url));
const quick = patterns.filter((pattern) => pattern.quick !== undefined);
const replicates = Math.max(...quick.map((pattern) => replicatesOf(pattern, true)));

let judged: readonly Judged[];

beforeAll(() => {
  const tasks = Array.from({ length: replicates }, (_, replicate) => replicate);
  judged = judge(
    quick,
    tasks.map((replicate) => playReplicate(quick, folder, replicate, true)),
  );
}, 240_000);

describe.each(quick.map(({ id, title }) => [id, title]))('%s %s', (id) => {
  test('holds', () => {
    const own = judged.find(({ pattern }) => pattern.id === id);
    const failing = own?.figures.filter(({ verdict }) => verdict === 'fails');
    expect(failing).toEqual([]);
    expect(own?.verdict).toBe('holds');
  });
});
