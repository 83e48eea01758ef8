/** The grid of Explore: every combination once, on top of the plan, within what is plausible. */
import { describe, expect, it } from 'vitest';
import { gridOf, gridValues, numberLevers, withLever } from '../../viz/explore/grid.ts';
import { model, scenario } from '../experiment/scenarios.ts';

const plan = scenario(
  'policies:\n  - { policy: protectedTime, hoursPerWeek: 0.5, start: year 1 week 10 }\n',
);
const levers = numberLevers(model);

describe('a grid', () => {
  it('runs over the plausible range of every lever, whole numbers where it must', () => {
    expect(levers.length).toBeGreaterThan(10);
    for (const { spec } of levers) {
      const values = gridValues(spec);
      expect(values[0]).toBe(spec.integer ? Math.round(spec.plausible[0]) : spec.plausible[0]);
      expect(values.every((value) => value >= spec.range[0] && value <= spec.range[1])).toBe(true);
      if (spec.integer) expect(values.every(Number.isInteger)).toBe(true);
    }
  });

  it('holds every combination once and keeps the rest of the plan', () => {
    const [hours] = levers.filter(({ key }) => key === 'protectedTime/hoursPerWeek');
    const [other] = levers.filter(({ policy }) => policy === 'peerGroups');
    const cells = gridOf(model, plan, hours, other);
    expect(cells).toHaveLength(gridValues(hours.spec).length * gridValues(other.spec).length);
    expect(new Set(cells.map(({ x, y }) => `${x} ${y}`)).size).toBe(cells.length);
    for (const { x, y, scenario: own } of cells) {
      expect(own.policies.map(({ policy }) => policy)).toEqual(['protectedTime', 'peerGroups']);
      expect(own.policies[0]).toMatchObject({ start: 9, levers: { hoursPerWeek: x } });
      expect(own.policies[1].levers[other.lever]).toBe(y);
    }
    expect(withLever(model, plan, hours, 0.5)).toEqual(plan);
  });
});
