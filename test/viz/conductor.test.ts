/** The conductor: what is simulated first, what waits, and what is not wanted any more. */
import { expect, test } from 'vitest';
import type { RunResult } from '../../sim/experiment/experiment.ts';
import type { Brief } from '../../viz/desk/protocol.ts';
import { Conductor, type Standing, type Wish } from '../../viz/engine/conductor.ts';
import { EnginePool } from '../../viz/engine/pool.ts';
import type { EngineWorker, FromEngine, ToEngine } from '../../viz/engine/protocol.ts';
import { scenario } from '../experiment/scenarios.ts';

type Run = Extract<ToEngine, { type: 'run' }>;

/** A worker that does nothing until it is told to. */
class Idle implements EngineWorker {
  readonly said: ToEngine[] = [];
  private handler: (message: FromEngine) => void = () => {};
  post(message: ToEngine): void {
    this.said.push(message);
  }
  listen(handler: (message: FromEngine) => void): void {
    this.handler = handler;
  }
  runs(): Run[] {
    return this.said.filter((message): message is Run => message.type === 'run');
  }
  finish({ id, job }: Run): void {
    const result = { replicate: job.replicate, cells: [], rows: [] } as unknown as RunResult;
    this.handler({ type: 'done', id, result, milliseconds: 100 });
  }
}

function set(firstAlone: boolean) {
  const workers = [new Idle(), new Idle()];
  const shown: Standing[] = [];
  const desk = { keep: () => {}, forget: () => {}, brief: async () => ({}) as Brief };
  const show = (standing: Standing): void => void shown.push(standing);
  const conductor = new Conductor(new EnginePool(workers), desk, '', show, firstAlone);
  return { workers, shown, conductor };
}

const baseline = scenario('', 'mentorscape: 1\nmodel: mentoring\ntitle: Today');
const plan = (title: string, hours: number) =>
  scenario(
    '',
    `mentorscape: 1\nmodel: mentoring\ntitle: ${title}\npolicies:\n  - policy: protectedTime\n    hoursPerWeek: ${hours}`,
  );
const wish = (hours: number): Wish => ({
  baseline,
  arms: [plan('Plan', hours)],
  first: 0,
  replicates: 4,
  courses: [],
});
const settled = () => new Promise((resolve) => setTimeout(resolve));

test('where cores are few the other futures wait for the first answer', async () => {
  const { workers, shown, conductor } = set(true);
  conductor.ask(wish(1));
  expect(workers.map((worker) => worker.runs().length)).toEqual([1, 0]);
  // all runs count as missing, also those that were not asked for yet
  workers[0].finish(workers[0].runs()[0]);
  expect(shown.at(-1)?.remaining).toBe((7 * 100) / 2);
  workers[0].finish(workers[0].runs()[1]);
  expect(shown.at(-1)).toMatchObject({ pairs: 1, wanted: 4, current: false });
  expect(workers[1].runs()).toEqual([]);
  await settled();
  expect(shown.at(-1)?.current).toBe(true);
  expect(workers.map((worker) => worker.runs().at(-1)?.job.replicate)).toEqual([2, 1]);
});

test('elsewhere all workers begin at once, the plan before the baseline', () => {
  const { workers, conductor } = set(false);
  conductor.ask(wish(1));
  expect(workers.map((worker) => worker.runs().map(({ job }) => job.replicate))).toEqual([
    [0],
    [1],
  ]);
  expect(workers[0].runs()[0].job.scenario.policies).toHaveLength(1);
});

test('another question stops the plan in hand, and the baseline is not simulated again', async () => {
  const { workers, conductor } = set(true);
  conductor.ask(wish(1));
  const [worker] = workers;
  worker.finish(worker.runs()[0]);
  worker.finish(worker.runs()[1]);
  await settled();
  const inHand = workers.map((each) => each.runs().at(-1)?.id);
  conductor.ask(wish(2));
  // the newest question is asked at once, before the workers say that they have stopped
  const { job } = worker.runs()[3];
  const said = worker.said.slice(-2).map(({ type }) => type);
  expect(said).toEqual(['cancel', 'run']);
  expect(workers[1].said.at(-1)).toEqual({ type: 'cancel', id: inHand[1] });
  // what a stopped one still says is not heard
  worker.finish(worker.runs()[2]);
  expect(job.replicate).toBe(0);
  expect(job.scenario.policies[0].levers['hoursPerWeek']).toBe(2);
  worker.finish(worker.runs()[3]);
  await settled();
  expect(worker.runs().at(-1)?.job.replicate).toBe(2);
});

test('when stopped it is content with the pairs that have no gap before them', async () => {
  const { workers, shown, conductor } = set(false);
  conductor.ask(wish(1));
  // replicates 0 and 2 of the first worker, nothing of the second
  for (const k of [0, 1, 2, 3]) workers[0].finish(workers[0].runs()[k]);
  expect(shown.at(-1)).toMatchObject({ pairs: 2, wanted: 4 });
  conductor.stop();
  await settled();
  expect(shown.at(-1)).toMatchObject({ pairs: 1, wanted: 1, current: true, remaining: 0 });
  expect(workers[1].runs()).toHaveLength(1);
});
