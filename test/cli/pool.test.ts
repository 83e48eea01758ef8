/** The pool of threads of the built program: one, two or many give the same results and the same order. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { runOnThreads as RunOnThreads } from '../../cli/pool.ts';
import { models } from '../../models/registry.ts';
import { replicateSeed } from '../../sim/chance/seeds.ts';
import type { Experiment } from '../../sim/experiment/experiment.ts';
import { parseScenario } from '../../sim/model/scenario-parse.ts';
import { diceModel, diceScenario, unlucky } from './dice-model.ts';
import { root, workFolder } from './program.ts';

const folder = workFolder({ 'dice.mjs': diceModel });
// threads run what is built, so that the pool itself is taken from there
const built = pathToFileURL(join(root, 'dist', 'cli', 'pool.js')).href;
const { runOnThreads }: { runOnThreads: typeof RunOnThreads } = await import(built);

const small = `mentorscape: 1
population: { faculty: 16, residents: 8, departments: 2 }
horizon: 1 year
warmUp: 26 weeks
`;
const texts = [small, `${small}policies: [{ policy: peerGroups }, { policy: protectedTime }]\n`];
const scenarios = texts.map((text) => parseScenario(text, 'small.yaml', models, () => ''));

describe('the pool', () => {
  it('gives two workers and seven the results of one', async () => {
    const experiment: Experiment = {
      ...{ model: 'mentoring', modelHash: '', seed: 'pool', replicates: 4, networks: true },
      arms: scenarios.map((scenario) => ({ scenario })),
    };
    const one = await runOnThreads(experiment, 1);
    expect(one.failures).toEqual([]);
    expect(one.arms.map((runs) => runs.map(({ replicate }) => replicate))).toEqual([
      [0, 1, 2, 3],
      [0, 1, 2, 3],
    ]);
    expect(one.arms[1][0].networks.map(({ week }) => week)).toEqual([0, 52]);
    for (const workers of [2, 7]) expect(await runOnThreads(experiment, workers)).toEqual(one);
  });

  it('replaces threads that die, and tells which run was lost with its seed', async () => {
    const module = await import(pathToFileURL(folder.at('dice.mjs')).href);
    const text = diceScenario('{ dies: 0.6 }', 12);
    const scenario = parseScenario(text, 'dice.yaml', [module.dice], () => '');
    const experiment: Experiment = {
      ...{ model: 'dice', modelFile: folder.at('dice.mjs'), modelHash: '' },
      ...{ seed: scenario.seed, replicates: 12, arms: [{ scenario }] },
    };
    const dying = unlucky(0.6, 12);
    expect(dying.length).toBeGreaterThan(3);
    const progress: number[] = [];
    const { arms, failures } = await runOnThreads(experiment, 2, ({ done, failed }) => {
      progress.push(done + failed);
    });
    expect(failures).toEqual(
      dying.map((replicate) => ({
        ...{ arm: -1, replicate, seed: replicateSeed('7', replicate) },
        message: 'worker ended with code 7',
      })),
    );
    expect(arms[0].map(({ replicate }) => replicate)).toEqual(
      Array.from({ length: 12 }, (_, r) => r).filter((r) => !dying.includes(r)),
    );
    expect(progress).toEqual(Array.from({ length: 12 }, (_, k) => k + 1));
  });
});
