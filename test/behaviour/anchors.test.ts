/** What must hold whatever the parameters: sums, conservation, capacity, and Little's law. */
import { describe, expect, it } from 'vitest';
import { colleague } from '../../models/mentoring/codes.ts';
import type { MentoringWorld } from '../../models/mentoring/shape.ts';
import { runKey } from '../../sim/chance/seeds.ts';
import type { ColumnArray } from '../../sim/data/columns.ts';
import { Simulation } from '../../sim/model/simulation.ts';
import { arm, cell, model, runAll } from './department.ts';

const everything = [
  'policies:',
  '  - { policy: formalMatching, who: everyone }',
  '  - { policy: peerGroups, who: everyone, facilitated: "yes" }',
  '  - { policy: protectedTime, hoursPerWeek: 2, coverage: 0.5 }',
  '  - { policy: hybridWork, schedule: anchor }',
  '',
].join('\n');

function start(text: string, firstWeek = 0): { simulation: Simulation; world: MentoringWorld } {
  const { scenario } = arm(text);
  const simulation = new Simulation(model, {
    parameters: scenario.parameters,
    population: { settings: scenario.population },
    populationKey: runKey(1),
    runKey: runKey('anchors'),
    seed: 'anchors',
    policies: scenario.policies,
    outcomes: [],
    recordEvery: 52,
    firstWeek,
  });
  return { simulation, world: simulation.world as unknown as MentoringWorld };
}

describe('every week of three years with every policy', () => {
  it('keeps the books of ties: counts by person equal the rows, and no tie has an empty end', () => {
    const { simulation, world } = start(everything);
    const wrong: string[] = [];
    for (let week = 1; week <= 156; week++) {
      simulation.runTo(week);
      simulation.snapshot(); // compacts
      const { senior, peer } = world.ties;
      const { person, rank, role } = world.people.column;
      for (const layer of [senior, peer]) {
        expect(layer.out.start[world.people.size]).toBe(layer.count);
        expect(layer.in.start[world.people.size]).toBe(layer.count);
        for (let tie = 0; tie < layer.size; tie++) {
          const { source, target, rapport } = layer.column;
          const seated = person[source[tie]] >= 0 && person[target[tie]] >= 0;
          if (!seated || rapport[tie] < 0 || rapport[tie] > 1) wrong.push(`${week}: tie ${tie}`);
        }
      }
      for (let tie = 0; tie < peer.size; tie++) {
        const { source, target, origin } = peer.column;
        // a mentor who has become a colleague may be of another role
        const alike = role[source[tie]] === role[target[tie]] || origin[tie] === colleague;
        if (!alike) wrong.push(`${week}: peer tie ${tie}`);
      }
      expect(Math.max(...rank)).toBeLessThanOrEqual(3);
    }
    expect(wrong).toEqual([]);
  });

  it('never lets NaN into a column, and keeps shares between 0 and 1', () => {
    const { simulation, world } = start(everything);
    simulation.runTo(156);
    const stores = [world.people, ...Object.values(world.ties), ...Object.values(world.tables)];
    for (const store of stores) {
      for (const [name, values] of Object.entries<ColumnArray>(store.column)) {
        expect(
          values.subarray(0, store.size).every((value) => Number.isFinite(value)),
          name,
        ).toBe(true);
      }
    }
    const c = world.people.column;
    for (const values of [c.burnout, c.career, c.psychosocial, c.meaning, c.satisfaction]) {
      for (const value of values.subarray(0, world.people.size)) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
    }
  });

  it('never lets a mentor accept beyond capacity', () => {
    const { simulation, world } = start('parameters: { answerConstant: 8, capacityMedian: 3 }\n');
    let atCapacity = 0;
    for (let week = 1; week <= 104; week++) {
      const before = world.people.column.load.slice();
      simulation.runTo(week);
      const { load, capacity, person } = world.people.column;
      for (let seat = 0; seat < world.people.size; seat++) {
        if (person[seat] < 0 || load[seat] <= before[seat]) continue;
        expect(load[seat]).toBeLessThanOrEqual(capacity[seat] + 0.5);
        if (load[seat] + 0.5 > capacity[seat]) atCapacity++;
      }
    }
    expect(atCapacity).toBeGreaterThan(20);
  });
});

describe('the ledger', () => {
  it('charges protected time for exactly the hours of those covered', () => {
    const { simulation, world } = start('policies: [{ policy: protectedTime, hoursPerWeek: 2 }]\n');
    const row = world.constant.accounts['protectedTime'];
    let due = 0;
    for (let week = 1; week <= 60; week++) {
      simulation.runTo(week);
      due += world.people.column.protectedHours.reduce((sum, hours) => sum + hours, 0);
    }
    expect(due).toBeGreaterThan(60 * 100 * 2);
    expect(world.tables.ledger.column.hours[row]).toBeCloseTo(due, 6);
    expect(world.tables.ledger.column.money[row]).toBeCloseTo(due * 150, 4);
  });

  it('charges mentors’ hours for the meetings that took place, and turnover for those who left', () => {
    const record =
      'record: { outcomes: [meetingsWithMentors, mentoringHours, leaving, turnoverCost] }\n';
    const settings = 'warmUp: 1 year\nhorizon: 3 years\nparameters: { virtualHours: 1 }\n';
    const [[run]] = runAll([arm(record + settings)], 'ledger', 1);
    for (const row of run.rows) {
      const people = (group: string) => row[cell(run, 'people', group)];
      const meetings = row[cell(run, 'meetingsWithMentors', 'everybody')] * people('everybody');
      expect(row[cell(run, 'mentoringHours', 'everybody')]).toBeCloseTo(meetings, 6);
      const left = (group: string) => row[cell(run, 'leaving', group)] * people(group);
      const due = 190_000 * left('faculty') + 50_000 * left('residents');
      expect(row[cell(run, 'turnoverCost', 'everybody')]).toBeCloseTo(due, 3);
    }
  });
});

describe('the network in the long run', () => {
  it('obeys Little’s law: ties held are ties begun a week times their mean life', () => {
    const { simulation, world } = start('', -312);
    simulation.runTo(0);
    let held = 0;
    let lives = 0;
    let ended = 0;
    let begun = 0;
    const weeks = 1040;
    let present = new Map<string, number>();
    for (let week = 1; week <= weeks; week++) {
      simulation.runTo(week);
      const { column, size } = world.ties.senior;
      const now = new Map<string, number>();
      for (let tie = 0; tie < size; tie++) {
        const { source, target, started } = column;
        now.set(`${source[tie]} ${target[tie]} ${started[tie]}`, started[tie]);
        if (started[tie] === week - 1) begun++;
      }
      for (const [tie, started] of present) {
        if (now.has(tie)) continue;
        ended++;
        lives += week - started;
      }
      held += size;
      present = now;
    }
    // over twenty years, ties begun before and not yet ended after are a small part
    const law = (begun / weeks) * (lives / ended);
    expect(ended).toBeGreaterThan(2000);
    expect(held / weeks / law).toBeGreaterThan(0.93);
    expect(held / weeks / law).toBeLessThan(1.07);
  });
});
