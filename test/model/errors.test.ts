/** A model that fails says where: model, process, week and seed, with what was thrown. */
import { describe, expect, it } from 'vitest';
import { RunError } from '../../sim/data/issues.ts';
import type { Faults } from './policy-model.ts';
import { inForce, lamps, policyModel } from './policy-model.ts';

function failure(faults: Faults, firstWeek = 0): RunError {
  const { model } = policyModel(faults);
  try {
    lamps(model, [inForce('lamp', { start: 2 })], { firstWeek, seed: 'a seed' }).runTo(9);
  } catch (error) {
    if (error instanceof RunError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('a run that fails', () => {
  it.each([
    ['a process', { in: 'after', week: 5 }, 'after', 5],
    ['a process while warming up', { in: 'before', week: -3 }, 'before', -3],
    ['a policy', { in: 'policy lamp' }, 'policy lamp', 2],
    ['the set-up', { in: 'setup' }, 'setup', -4],
  ])('names %s, its week and the seed', (_, where, process, week) => {
    const cause = new TypeError('no oil');
    const error = failure({ ...where, cause }, -4);
    expect(error).toMatchObject({ model: 'lamps', process, week, seed: 'a seed' });
    expect(error.message).toBe(`lamps, process ${process}, week ${week}, seed a seed: no oil`);
    expect(error.cause).toBe(cause);
  });

  it('tells also what is thrown without being an error', () => {
    expect(failure({ in: 'after', week: 1, cause: 'dark' }).message).toBe(
      'lamps, process after, week 1, seed a seed: dark',
    );
  });
});
