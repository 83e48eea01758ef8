/** Who asks whom and who says yes: visible quality, caps, invitations, recognition, waiting. */
import { describe, expect, it } from 'vitest';
import { hallway } from '../../models/mentoring/codes.ts';
import { addContact } from '../../models/mentoring/contacts.ts';
import { formation } from '../../models/mentoring/processes/formation.ts';
import { needs } from '../../models/mentoring/processes/needs.ts';
import type { MentoringWorld } from '../../models/mentoring/shape.ts';
import { aPair, emptyDepartment, professorsOf, residentsOf, runStep } from './pair.ts';

/** A department in which everybody wants a mentor and all are alike but for what a test sets. */
function alike(parameters: string): MentoringWorld {
  const world = emptyDepartment(`askResidents: 0, ${parameters}`);
  const c = world.people.column;
  runStep(world, needs);
  c.seeks.fill(1);
  c.lnInitiative.fill(0);
  c.initiative.fill(1);
  c.burnout.fill(0.4);
  c.generativity.fill(0.5);
  c.capacity.fill(50);
  c.interest.fill(0);
  c.gender.fill(0);
  c.minority.fill(0);
  return world;
}

/** Lets every resident come across every full professor in `weeks` weeks. Returns ties begun. */
function meetAll(world: MentoringWorld, weeks = 1): number {
  const { tables } = world;
  for (let n = 0; n < weeks; n++) {
    tables.contacts.clear();
    for (const i of residentsOf(world)) {
      for (const j of professorsOf(world)) addContact(world, i, j, hallway);
    }
    runStep(world, formation);
    world.ties.senior.compact(world.people.size);
    world.week++;
  }
  return world.ties.senior.count;
}

/** Share of ties begun in which both are of one gender, with half of each side women. */
function sameGender(parameters: string): number {
  let same = 0;
  let all = 0;
  const world = alike(
    `${parameters}, wantedByResidents: 30, genderHomophily: 2, density: -5, reputation: 0, triadicClosure: 0`,
  );
  const { gender } = world.people.column;
  for (let seat = 0; seat < world.people.size; seat++) gender[seat] = seat % 4 < 2 ? 0 : 1;
  meetAll(world);
  const { source, target } = world.ties.senior.column;
  for (let tie = 0; tie < world.ties.senior.size; tie++) {
    all++;
    if (gender[source[tie]] === gender[target[tie]]) same++;
  }
  expect(all).toBeGreaterThan(20);
  return same / all;
}

describe('visible quality', () => {
  it('takes the place of identity in the asker’s choice', () => {
    const hidden = sameGender('informationQuality: 0, answerConstant: 10');
    const shown = sameGender('informationQuality: 1, answerConstant: 10, qualityWeight: 0');
    expect(hidden).toBeGreaterThan(0.7);
    expect(shown).toBeLessThan(0.6);
  });

  it('draws askers to the skilled only where it is seen', () => {
    const menteesOf = (informationQuality: number): number[] => {
      const world = alike(
        `informationQuality: ${informationQuality}, qualityWeight: 10, answerConstant: 10, wantedByResidents: 30, density: -5, reputation: 0, triadicClosure: 0`,
      );
      const { skill, load } = world.people.column;
      const seniors = professorsOf(world);
      seniors.forEach((seat, k) => {
        skill[seat] = k % 2 === 0 ? 0.8 : 0.4;
      });
      meetAll(world);
      return [0, 1].map((odd) =>
        seniors.filter((_, k) => k % 2 === odd).reduce((sum, seat) => sum + load[seat], 0),
      );
    };
    const [skilled, unskilled] = menteesOf(1);
    expect(skilled).toBeGreaterThan(3 * unskilled);
    const [even, odd] = menteesOf(0);
    expect(Math.abs(even - odd)).toBeLessThan(0.5 * (even + odd));
  });
});

describe('a mentor’s answer', () => {
  const eager = 'density: 8, answerConstant: 10, wantedByResidents: 30';

  it('is no beyond the load cap, and whoever has no mentor then waits', () => {
    const world = alike(eager);
    const { loadCap, load, waiting, mentors } = world.people.column;
    loadCap.fill(2);
    const ties = meetAll(world);
    const seniors = professorsOf(world);
    for (const seat of seniors) expect(load[seat]).toBe(2);
    expect(ties).toBe(2 * seniors.length);
    expect(world.events.refusal.bySlot[0]).toBe(20 * seniors.length - ties);
    // counts of ties held are of the week before: everybody refused waits until they are counted
    const refused = residentsOf(world).filter((seat) => waiting[seat] > 0);
    expect(refused.length).toBeGreaterThan(0);
    for (const seat of refused) mentors[seat] = seat % 2;
    world.tables.contacts.clear();
    runStep(world, formation);
    for (const seat of refused) expect(waiting[seat]).toBe(seat % 2 === 1 ? 0 : 2);
  });

  it('comes more readily when invited with room to spare, or recognised', () => {
    const begun = (change: (world: MentoringWorld) => void): number => {
      const world = alike('density: 8, answerConstant: -2, wantedByResidents: 30');
      change(world);
      return meetAll(world);
    };
    const plain = begun(() => {});
    const invited = begun(({ people }) => people.column.invited.fill(1));
    const recognised = begun(({ people }) => people.column.recognition.fill(1));
    const fullUp = begun(({ people }) => {
      people.column.invited.fill(1);
      people.column.capacity.fill(0);
    });
    expect(invited).toBeGreaterThan(1.2 * plain);
    expect(recognised).toBeGreaterThan(1.2 * plain);
    expect(fullUp).toBe(0);
  });
});

describe('a first senior tie', () => {
  it('ends the wait and notes how long it took', () => {
    const world = alike('density: 8, answerConstant: 10');
    const { mentor, mentee } = aPair(world);
    const { waiting, firstMentorAfter, tenure } = world.people.column;
    waiting[mentee] = 7;
    tenure[mentee] = 12;
    firstMentorAfter[mentee] = -1;
    addContact(world, mentee, mentor, hallway);
    runStep(world, formation);
    expect(world.ties.senior.find(mentee, mentor)).toBeGreaterThanOrEqual(0);
    expect([waiting[mentee], firstMentorAfter[mentee]]).toEqual([0, 12]);
  });
});
