/** An experiment on workers: all results whatever their number and order, and no crash stops the rest. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replicateSeed } from '../../sim/chance/seeds.ts';
import type { ExperimentResult, FromWorker, Progress } from '../../sim/experiment/runner.ts';
import { runExperiment } from '../../sim/experiment/runner.ts';
import { createServer } from '../../sim/experiment/serve.ts';
import type { Deed } from './fake-workers.ts';
import { FakeWorkers } from './fake-workers.ts';
import { experiment, model, runAll, scenario } from './scenarios.ts';

const arms = [scenario(), scenario()];

/** The promise's state once everything that could happen has happened. */
async function settled(
  promise: Promise<ExperimentResult>,
): Promise<ExperimentResult | Error | 'pending'> {
  const late = new Promise<'pending'>((resolve) => setImmediate(() => resolve('pending')));
  return Promise.race([promise.catch((error: Error) => error), late]);
}

function idsOf(result: ExperimentResult): string[][] {
  return result.arms.map((runs) => runs.map(({ runId }) => runId));
}

/** An experiment of `replicates` on fake workers whose deeds are given in order. */
async function play(
  replicates: number,
  workers: number,
  deeds: readonly (readonly [number, Deed])[],
  mayReplace = true,
) {
  const office = new FakeWorkers();
  const hired = Array.from({ length: workers }, () => office.hire());
  const progress: Progress[] = [];
  const promise = runExperiment(experiment(arms, { replicates }), hired, {
    onProgress: (each) => progress.push(each),
    ...(mayReplace ? { replace: () => office.hire() } : {}),
  });
  for (let k = 0; office.waiting.length > 0; k++) {
    const [which, deed] = deeds[k] ?? [0, 'well'];
    office.happen(which, deed);
  }
  return { office, progress, result: await settled(promise) };
}

describe('an experiment', () => {
  it('gives the same results on any number of workers, in any order of completion', async () => {
    const order = fc.array(fc.tuple(fc.nat(20), fc.constant<Deed>('well')), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 9 }), order, async (workers, deeds) => {
        const { result, office, progress } = await play(6, workers, deeds);
        if (result === 'pending' || result instanceof Error) throw new Error(`${result}`);
        expect(idsOf(result)).toEqual([
          ['0/0', '0/1', '0/2', '0/3', '0/4', '0/5'],
          ['1/0', '1/1', '1/2', '1/3', '1/4', '1/5'],
        ]);
        expect(result.failures).toEqual([]);
        expect(office.all.map(({ ends, late }) => [ends, late])).toEqual(
          Array(workers).fill([1, 0]),
        );
        expect(progress.map(({ done }) => done)).toEqual([1, 2, 3, 4, 5, 6]);
        expect(progress.at(-1)).toEqual({ done: 6, failed: 0, total: 6 });
      }),
    );
  });

  it('leaves a failing replicate out of all arms and tells of it', async () => {
    const { result, progress } = await play(4, 1, [
      [0, 'well'],
      [0, 'well'],
      [0, 'failed'],
    ]);
    if (result === 'pending' || result instanceof Error) throw new Error(`${result}`);
    expect(idsOf(result)).toEqual([
      ['0/0', '0/2', '0/3'],
      ['1/0', '1/2', '1/3'],
    ]);
    expect(result.failures).toEqual([{ arm: 1, replicate: 1, seed: 's', message: 'bad luck' }]);
    expect(progress.at(-1)).toEqual({ done: 3, failed: 1, total: 4 });
  });

  it('goes on with another worker when one crashes in a run, and records that run as failed', async () => {
    const { result, office } = await play(4, 2, [
      [0, 'well'],
      [0, 'well'],
      [0, 'crash'],
    ]);
    if (result === 'pending' || result instanceof Error) throw new Error(`${result}`);
    expect(idsOf(result)[1]).toEqual(['1/1', '1/2', '1/3']);
    expect(result.failures).toEqual([
      { arm: -1, replicate: 0, seed: replicateSeed('1', 0), message: 'out of memory' },
    ]);
    expect(office.all).toHaveLength(3);
    expect(office.all.map(({ crashes, ends, late }) => [crashes, ends, late])).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 1, 0],
    ]);
  });

  it('goes on with the others when a worker crashes before it is ready', async () => {
    const { result, office } = await play(3, 2, [[0, 'crash']]);
    if (result === 'pending' || result instanceof Error) throw new Error(`${result}`);
    expect(idsOf(result)[0]).toEqual(['0/0', '0/1', '0/2']);
    expect(result.failures).toEqual([]);
    expect(office.all[0].late).toBe(0);
  });

  it('ends with the reason when no worker ever becomes ready', async () => {
    const { result } = await play(3, 2, [
      [0, 'crash'],
      [0, 'crash'],
    ]);
    expect(result).toEqual(new Error('out of memory'));
  });

  it('ends with the reason when the last worker crashes and none may replace it', async () => {
    const run = [
      [0, 'well'],
      [0, 'crash'],
    ] as const;
    expect((await play(3, 1, run, false)).result).toEqual(new Error('out of memory'));
  });

  it('is complete when the last worker crashes in the last run', async () => {
    const { result } = await play(1, 1, [
      [0, 'well'],
      [0, 'crash'],
    ]);
    if (result === 'pending' || result instanceof Error) throw new Error(`${result}`);
    expect(idsOf(result)).toEqual([[], []]);
    expect(result.failures.map(({ replicate }) => replicate)).toEqual([0]);
  });

  it('refuses to wait for nobody', async () => {
    await expect(runExperiment(experiment(arms), [])).rejects.toThrow(
      new RangeError('runExperiment: expected a worker, found none.'),
    );
  });

  it('never hangs, and accounts for every replicate once, whoever fails or crashes when', async () => {
    const deed = fc.constantFrom<Deed>('well', 'well', 'well', 'failed', 'crash');
    const deeds = fc.array(fc.tuple(fc.nat(20), deed), { maxLength: 60 });
    const size = fc.integer({ min: 1, max: 6 });
    await fc.assert(
      fc.asyncProperty(size, size, deeds, fc.boolean(), async (replicates, workers, acts, may) => {
        const { result, office, progress } = await play(replicates, workers, acts, may);
        expect(result).not.toBe('pending');
        expect(office.all.every(({ late }) => late === 0)).toBe(true);
        const alive = office.all.filter(({ crashes }) => crashes === 0);
        if (result === 'pending' || result instanceof Error) {
          expect(alive).toEqual([]);
          return;
        }
        const numbers = (list: readonly { readonly replicate: number }[]): number[] =>
          list.map(({ replicate }) => replicate);
        const failed = numbers(result.failures);
        const done = numbers(result.arms[0]);
        expect(numbers(result.arms[1])).toEqual(done);
        expect(done).toEqual(done.toSorted((a, b) => a - b));
        expect(failed).toEqual(failed.toSorted((a, b) => a - b));
        const all = [...done, ...failed].sort((a, b) => a - b);
        expect(all).toEqual(Array.from({ length: replicates }, (_, r) => r));
        expect(alive.every(({ ends }) => ends === 1)).toBe(true);
        expect(progress.at(-1)).toEqual({
          ...{ done: done.length, failed: failed.length, total: replicates },
        });
      }),
      { numRuns: 400 },
    );
  });
});

describe("a worker's server", () => {
  const asked = experiment(arms.slice(1));

  it('answers with the runs that the main thread would have made', async () => {
    const answers: FromWorker[] = [];
    const serve = createServer(
      async () => model,
      (message) => answers.push(structuredClone(message)),
    );
    await serve({ type: 'begin', experiment: structuredClone(asked) });
    await serve({ type: 'run', replicate: 1 });
    expect(answers).toEqual([
      { type: 'ready' },
      { type: 'done', replicate: 1, results: runAll(arms.slice(1), 1) },
    ]);
  });

  it('tells of a run that fails, with its seed, and goes on', async () => {
    const answers: FromWorker[] = [];
    const fragile = { ...model, schedule: [{ name: 'fall', doc: '', run: fall }] };
    const serve = createServer(
      () => fragile,
      (message) => answers.push(message),
    );
    await serve({ type: 'begin', experiment: asked });
    await serve({ type: 'run', replicate: 0 });
    const seed = replicateSeed('1', 0);
    const message = `mentoring, process fall, week -26, seed ${seed}: no ground`;
    expect(answers.slice(1)).toEqual([
      { type: 'failed', replicate: 0, failures: [{ arm: -1, replicate: 0, seed, message }] },
    ]);
  });

  it('refuses to run before it knows the experiment', async () => {
    const serve = createServer(
      () => model,
      () => {},
    );
    await expect(serve({ type: 'run', replicate: 0 })).rejects.toThrow(RangeError);
  });
});

function fall(): void {
  throw new Error('no ground');
}
