/** When policies act, how strongly, in what order, and on which stream of chance. */
import { describe, expect, it } from 'vitest';
import type { PolicyInForce } from '../../sim/model/simulation.ts';
import { callsOf, inForce } from './policy-model.ts';

/** Strength by week, from the calls of one hook; weeks without a call are left out. */
function strengths(set: Partial<PolicyInForce>, hook: string, weeks = 10): [number, number][] {
  const calls = callsOf([inForce('sun', set)], weeks);
  return calls.flatMap(({ week, who, strength }): [number, number][] =>
    who === `sun ${hook}` ? [[week, strength ?? Number.NaN]] : [],
  );
}

describe('strength', () => {
  it('rises over the ramp from the first week on and falls to nothing at the end', () => {
    expect(strengths({ start: 3, end: 9, ramp: 4 }, 'conditions')).toEqual([
      [3, 0.25],
      [4, 0.5],
      [5, 0.75],
      [6, 1],
      [7, 1],
      [8, 1],
    ]);
  });

  it.each([0, 1])('is full at once with a ramp of %d', (ramp) => {
    expect(strengths({ start: 7, ramp }, 'conditions')).toEqual([
      [7, 1],
      [8, 1],
      [9, 1],
    ]);
  });

  it('may never become full, when the end comes first', () => {
    expect(strengths({ start: 1, end: 3, ramp: 8 }, 'conditions')).toEqual([
      [1, 1 / 8],
      [2, 2 / 8],
    ]);
  });

  it.each(['conditions', 'introduces', 'cost'])('%s is called in force only', (hook) => {
    expect(strengths({ start: 2, end: 5 }, hook)).toEqual([
      [2, 1],
      [3, 1],
      [4, 1],
    ]);
    expect(strengths({ start: 10 }, hook)).toEqual([]);
  });

  it('is nothing while warming up', () => {
    const calls = callsOf([inForce('sun')], 2, -3);
    const weeks = calls.flatMap(({ week, who }) => (who === 'sun cost' ? [week] : []));
    expect(weeks).toEqual([0, 1]);
    expect(calls.filter(({ who }) => who === 'after').map(({ week }) => week)).toEqual([
      -3, -2, -1, 0, 1,
    ]);
  });
});

describe('conditions', () => {
  it('are back at their base every week, and add up over policies and stages', () => {
    const calls = callsOf(
      [
        inForce('sun', { start: 1, end: 5, ramp: 2, levers: { amount: 4 } }),
        inForce('lamp', { start: 2, end: 4, levers: { amount: 0.5 } }),
        inForce('sun', { start: 4, levers: { amount: 20 } }),
      ],
      7,
    );
    const light = calls.flatMap((call) => (call.who === 'after' ? [call.light] : []));
    expect(light).toEqual([10, 12, 14.5, 14.5, 34, 30, 30]);
  });

  it('are seen by processes after the policies, and by those before them a week later', () => {
    const calls = callsOf([inForce('sun', { start: 1, end: 2, levers: { amount: 5 } })], 4);
    const seen = (who: string): unknown[] =>
      calls.flatMap((call) => (call.who === who ? [call.light] : []));
    expect(seen('after')).toEqual([10, 15, 10, 10]);
    expect(seen('before').slice(1)).toEqual([10, 15, 10]);
  });
});

describe('the order of a week', () => {
  it('is that of the schedule; hook by hook, policy by policy as the scenario lists them', () => {
    const names = (policies: readonly PolicyInForce[]): string[] =>
      callsOf(policies, 1).map(({ who }) => who);
    expect(names([inForce('lamp'), inForce('sun')])).toEqual([
      'before',
      'lamp conditions',
      'sun conditions',
      'lamp introduces',
      'sun introduces',
      'lamp cost',
      'sun cost',
      'after',
    ]);
    expect(names([])).toEqual(['before', 'after']);
  });
});

describe('chance', () => {
  const draws = (calls: ReturnType<typeof callsOf>, who: string): Set<number> =>
    new Set(calls.filter((call) => call.who === who).map(({ draw }) => draw));

  it('of a policy is the same every week and in every hook: who is covered stays covered', () => {
    const calls = callsOf([inForce('sun', { start: 2 })], 20);
    const all = ['conditions', 'introduces', 'cost'].flatMap((hook) => [
      ...draws(calls, `sun ${hook}`),
    ]);
    expect(new Set(all).size).toBe(1);
    expect(all).toHaveLength(3);
  });

  it('of a policy does not depend on other policies, on dates or on the warm-up', () => {
    const [alone] = draws(callsOf([inForce('sun')], 3), 'sun cost');
    const [late] = draws(
      callsOf([inForce('lamp'), inForce('sun', { start: 4 })], 6, -9),
      'sun cost',
    );
    expect(late).toBe(alone);
  });

  it('of two policies differs', () => {
    const calls = callsOf([inForce('sun'), inForce('lamp')], 1);
    expect(draws(calls, 'sun cost')).not.toEqual(draws(calls, 'lamp cost'));
  });

  it('of a process differs from week to week and from process to process', () => {
    const calls = callsOf([], 30);
    const all = new Set([...draws(calls, 'before'), ...draws(calls, 'after')]);
    expect(all.size).toBe(60);
  });

  it('of a process does not depend on policies', () => {
    const quiet = callsOf([], 5);
    const busy = callsOf([inForce('lamp'), inForce('sun')], 5);
    expect(draws(busy, 'after')).toEqual(draws(quiet, 'after'));
    expect(draws(busy, 'before')).toEqual(draws(quiet, 'before'));
  });
});
