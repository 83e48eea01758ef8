/** Every lever of every policy moves what it should, in the direction it should, in paired runs. */
import { describe, expect, it } from 'vitest';
import { model } from '../behaviour/department.ts';
import { pairedDifference, read } from './runs.ts';
import type { Direction } from './table.ts';
import { directions, withoutDirection } from './table.ts';

const futures = 6;
/** Quantile of Student's t with 5 degrees of freedom: 0.975. */
const t = 2.571;

it('is tried for every lever of every policy', () => {
  const levers = Object.entries(model.policies).flatMap(([policy, { levers }]) =>
    Object.keys(levers).map((lever) => `${policy}.${lever}`),
  );
  const tried = new Set(directions.map(({ policy, lever }) => `${policy}.${lever}`));
  expect([...tried, ...withoutDirection].toSorted()).toEqual(levers.toSorted());
});

function scenario(direction: Direction, value: number | string): string {
  const { policy, lever, besides } = direction;
  const own = [`policy: ${policy}`, `${lever}: ${value}`, ...(besides ? [besides] : [])];
  return `policies:\n${direction.with ?? ''}  - { ${own.join(', ')} }\n`;
}

describe('from one setting to the other', () => {
  it.each(directions.map((d) => [`${d.policy} ${d.lever}`, d.from, d.to, d.of, d] as const))(
    '%s: %s to %s moves %s',
    (_name, _from, _to, _of, direction) => {
      const readOne = (value: number | string, r: number): number =>
        read(scenario(direction, value), [direction.reading], r)[0];
      const all = Array.from({ length: futures }, (_, r) => r);
      const before = all.map((r) => readOne(direction.from, r));
      const after = all.map((r) => readOne(direction.to, r));
      const { mean, error } = pairedDifference(before, after);
      console.log(
        `${direction.policy}.${direction.lever} ${direction.of}: ${mean.toPrecision(3)} ± ${(t * error).toPrecision(2)}`,
      );
      expect(mean * direction.sign).toBeGreaterThan(0);
      expect(Math.abs(mean)).toBeGreaterThan(t * error);
    },
    60_000,
  );
});
