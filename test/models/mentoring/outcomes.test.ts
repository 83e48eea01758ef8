/** The priority score by hand, and hours and money of each programme. */
import { describe, expect, it } from 'vitest';
import { mentoring } from '../../../models/mentoring/model.ts';
import { priorityParts, priorityScore } from '../../../models/mentoring/outcomes/priorities.ts';
import type { MentoringWorld } from '../../../models/mentoring/shape.ts';
import { arm, cell, runAll } from '../../behaviour/department.ts';
import { department } from './small-world.ts';

function scoreOf(world: MentoringWorld): number {
  return priorityScore.of === 'world' ? priorityScore.value(world) : Number.NaN;
}

describe('the priority score', () => {
  it('is the weighted mean of its five parts', () => {
    const weights = { priorityWellbeing: 3, priorityEquity: 0, priorityCost: 2 };
    const { world } = department({ ...weights, priorityProductivity: 1, priorityRetention: 4 });
    const parts = priorityParts(world);
    for (const part of parts) {
      expect(part).toBeGreaterThanOrEqual(0);
      expect(part).toBeLessThanOrEqual(1);
    }
    const [wellbeing, , productivity, retention, cost] = parts;
    const sum = 3 * wellbeing + productivity + 4 * retention + 2 * cost;
    expect(scoreOf(world)).toBeCloseTo(sum / 10, 12);
    expect(cost).toBe(1);
  });

  it('falls with burnout, with gaps in access and with money spent', () => {
    const { world } = department();
    const c = world.people.column;
    c.burnout.fill(0.25);
    c.metMentors.fill(1);
    expect(priorityParts(world).slice(0, 2)).toEqual([0.75, 1]);
    for (let seat = 0; seat < world.people.size; seat++) {
      c.gender[seat] = seat % 2;
      c.minority[seat] = 0;
      c.metMentors[seat] = seat % 2;
    }
    // a gap of one by gender, none by representation
    expect(priorityParts(world)[1]).toBeCloseTo(0.5, 12);
    world.week = 52;
    const row = world.constant.accounts['protectedTime'];
    world.tables.ledger.column.money[row] = 500 * world.people.count;
    expect(priorityParts(world)[4]).toBeCloseTo(0.75, 12);
  });
});

describe('outcomes of each programme', () => {
  it('add up to the cost of programmes', () => {
    const names = Object.keys(mentoring.policies).map((name) => `${name}Money`);
    const text = [
      `record: { outcomes: [programmeCost, protectedTimeHours, ${names.join(', ')}] }`,
      'warmUp: 26 weeks\nhorizon: 1 year',
      'policies: [{ policy: protectedTime }, { policy: peerGroups, facilitated: "yes" }]\n',
    ].join('\n');
    const [[run]] = runAll([arm(text)], 'accounts', 1);
    const [row] = run.rows;
    const sum = names.reduce((total, name) => total + row[cell(run, name, 'everybody')], 0);
    expect(sum).toBeCloseTo(row[cell(run, 'programmeCost', 'everybody')], 4);
    const hours = row[cell(run, 'protectedTimeHours', 'everybody')];
    expect(row[cell(run, 'protectedTimeMoney', 'everybody')]).toBeCloseTo(150 * hours, 4);
    expect(hours).toBeGreaterThan(5000);
  });
});
