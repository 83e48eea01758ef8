/** Every lever of every policy moves what it should, in the direction it should, in paired runs. */
import { describe, expect, it } from 'vitest';
import { model } from '../behaviour/department.ts';
import { conditions } from './conditions.ts';
import type { Direction } from './direction.ts';
import { introductions } from './introductions.ts';
import { pairedDifference, read } from './runs.ts';

const directions = [...introductions, ...conditions];
/** No order of values in which an outcome could rise; the objective is tested with its algorithm. */
const withoutDirection = ['formalMatching.objective', 'yearlyEvent.week'];
/** Quantile of Student's t with 5 degrees of freedom, the fewest: 0.975. */
const t = 2.571;

it('is tried for every lever of every policy', () => {
  const levers = Object.entries(model.policies).flatMap(([policy, { levers: own }]) =>
    Object.keys(own).map((lever) => `${policy}.${lever}`),
  );
  const tried = new Set(directions.map(({ policy, lever }) => `${policy}.${lever}`));
  expect([...tried, ...withoutDirection].toSorted()).toEqual(levers.toSorted());
});

const known = new Map<string, number>();

/** What is read in a future with the lever at a setting; arms that tests share run once. */
function readAt(direction: Direction, value: number | string, replicate: number): number {
  const { policy, lever, besides, others, reading, sure, of } = direction;
  const own = [`policy: ${policy}`, `${lever}: ${value}`, ...(besides === '' ? [] : [besides])];
  const policies = `policies:\n${others}  - { ${own.join(', ')} }\n`;
  const name = `${replicate} ${of} ${policies}`;
  const before = known.get(name);
  if (before !== undefined) return before;
  const found = read(policies, reading, replicate, sure ? { weeks: 52 } : {});
  known.set(name, found);
  return found;
}

const named = (list: readonly Direction[]) =>
  list.map((d) => [`${d.policy} ${d.lever}`, d.from, d.to, d.of, d] as const);

describe('in each of two futures', () => {
  it.each(named(directions.filter(({ sure }) => sure)))(
    '%s: %s to %s moves %s',
    (_name, _from, _to, _of, direction) => {
      for (const r of [0, 1]) {
        const difference =
          readAt(direction, direction.to, r) - readAt(direction, direction.from, r);
        expect(difference * direction.sign).toBeGreaterThan(0);
      }
    },
    60_000,
  );
});

describe('on average over futures, beyond chance', () => {
  it.each(named(directions.filter(({ sure }) => !sure)))(
    '%s: %s to %s moves %s',
    (_name, _from, _to, _of, direction) => {
      const all = Array.from({ length: direction.futures }, (_, r) => r);
      const { mean, error } = pairedDifference(
        all.map((r) => readAt(direction, direction.from, r)),
        all.map((r) => readAt(direction, direction.to, r)),
      );
      expect(mean * direction.sign).toBeGreaterThan(0);
      expect(Math.abs(mean)).toBeGreaterThan(t * error);
    },
    60_000,
  );
});
