/** The four rings: they approach what feeds them, stay between 0 and 1, and spread when fed unevenly. */
import { describe, expect, it } from 'vitest';
import { beginTie } from '../../../../models/mentoring/begin-tie.ts';
import { innate, relational, resident } from '../../../../models/mentoring/codes.ts';
import { identity } from '../../../../models/mentoring/processes/identity.ts';
import { meanRing, spreadOf } from '../../../../models/mentoring/rings.ts';
import type { MentoringWorld } from '../../../../models/mentoring/shape.ts';
import { department, draws, seatsOf } from '../small-world.ts';

function months(world: MentoringWorld, count: number): void {
  for (let month = 0; month < count; month++) {
    world.week = 4 * month;
    identity.run(world, draws());
  }
}

function alone(parameters: Readonly<Record<string, number>> = {}): MentoringWorld {
  const { world } = department(parameters);
  for (const store of [world.ties.senior, world.ties.peer]) {
    for (let tie = 0; tie < store.size; tie++) store.end(tie);
  }
  return world;
}

describe('the rings of identity', () => {
  it('relax to the bare level where nothing feeds them, by the declared memory', () => {
    const world = alone();
    const [seat] = seatsOf(world, resident);
    world.people.column.rings[seat * 4 + relational] = 0.9;
    months(world, 40);
    const kept = (1 - 4 / ((18 * 52) / 12)) ** 40;
    const expected = 0.3 + (0.9 - 0.3) * kept;
    expect(world.people.column.rings[seat * 4 + relational]).toBeCloseTo(expected, 10);
  });

  it('rest between months', () => {
    const world = alone();
    const before = world.people.column.rings.slice();
    world.week = 4 * 5 + 1;
    identity.run(world, draws());
    expect(world.people.column.rings).toEqual(before);
  });

  it('rise with ties, and the innate one only as far as the company is of one’s own groups', () => {
    const world = alone();
    const [ego, alike, other, friend] = seatsOf(world, resident);
    const { gender, minority, rings } = world.people.column;
    for (const seat of [ego, alike, other, friend]) {
      gender[seat] = 0;
      minority[seat] = 0;
    }
    gender[friend] = 1;
    minority[friend] = 1;
    rings.fill(0.5);
    beginTie(world, 'peer', ego, alike, 0.8);
    beginTie(world, 'peer', other, friend, 0.8);
    months(world, 500);
    const bonds = 0.8 / 1.8;
    expect(rings[ego * 4 + relational]).toBeCloseTo(0.3 + 0.6 * bonds, 8);
    expect(rings[other * 4 + relational]).toBeCloseTo(0.3 + 0.6 * bonds, 8);
    expect(rings[ego * 4 + innate]).toBeCloseTo(0.3 + 0.6 * bonds, 8);
    expect(rings[other * 4 + innate]).toBeCloseTo(0.3 + 0.6 * bonds * 0.5, 8);
    expect(world.people.column.dissonance[ego]).toBeCloseTo(spreadOf(rings, ego), 12);
  });

  it('stay between 0 and 1 when everything feeds them as hard as can be', () => {
    const world = alone({ ringGain: 0.7, ringMemory: 1 });
    const seats = seatsOf(world, resident);
    const c = world.people.column;
    for (const a of seats) {
      for (const b of seats) if (a < b) beginTie(world, 'peer', a, b, 1);
      c.career[a] = 1;
      c.competence[a] = 1;
      c.structured[a] = 1;
      c.affinity[a] = 1;
    }
    c.rings.fill(1);
    months(world, 60);
    for (const ring of c.rings) {
      expect(ring).toBeGreaterThanOrEqual(0);
      expect(ring).toBeLessThanOrEqual(1);
    }
  });
});

describe('the spread and mean of the rings', () => {
  it('are standard deviation and mean of the four', () => {
    const rings = Float64Array.of(9, 9, 9, 9, 0.2, 0.4, 0.4, 0.6);
    expect(meanRing(rings, 1)).toBeCloseTo(0.4, 12);
    expect(spreadOf(rings, 1)).toBeCloseTo(Math.sqrt(0.02), 12);
    expect(spreadOf(rings, 0)).toBe(0);
  });
});
