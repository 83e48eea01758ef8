/** The pool steps back while something else is looked at, and goes on afterwards. */
import { expect, test } from 'vitest';
import { EnginePool } from '../../viz/engine/pool.ts';
import type { EngineWorker, FromEngine, ToEngine } from '../../viz/engine/protocol.ts';
import { scenario } from '../experiment/scenarios.ts';

test('no job begins while the cores are held; each hold is given back once', () => {
  const posted: ToEngine[] = [];
  let answer: (message: FromEngine) => void = () => {};
  const worker: EngineWorker = {
    post: (message) => void posted.push(message),
    listen: (handler) => {
      answer = handler;
    },
  };
  const pool = new EnginePool([worker]);
  const failed: string[] = [];
  const ask = (replicate: number): void => {
    pool.request({
      job: { scenario: scenario(), replicate },
      modelHash: 'hash',
      rank: replicate,
      done: () => {},
      failed: (message) => void failed.push(message),
    });
  };
  ask(0);
  ask(1);
  expect(posted.map(({ type }) => type)).toEqual(['run']);
  const [first, second] = [pool.hold(), pool.hold()];
  answer({ type: 'failed', id: 1, message: 'in hand' });
  // the job in hand was answered, the next one waits
  expect([failed, posted.length]).toEqual([['in hand'], 1]);
  first();
  first();
  expect(posted).toHaveLength(1);
  second();
  expect(posted).toHaveLength(2);
});
