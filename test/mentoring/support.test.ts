/** What ties give: nothing below the threshold, more with skill and stage, never more than 1. */
import { describe, expect, it } from 'vitest';
import { beginTie } from '../../models/mentoring/begin-tie.ts';
import { needs, sponsorshipNeed } from '../../models/mentoring/codes.ts';
import { usualNeed } from '../../models/mentoring/needs.ts';
import { needs as needsStep } from '../../models/mentoring/processes/needs.ts';
import { recency, support } from '../../models/mentoring/processes/support.ts';
import { sponsorReach } from '../../models/mentoring/sponsorship.ts';
import { aPair, emptyDepartment, runStep, seniorTie, undisturbed } from './pair.ts';

describe('a senior tie', () => {
  it('gives nothing just below the quality threshold, and three kinds of support above', () => {
    const world = emptyDepartment();
    const { mentor, mentee } = aPair(world);
    const { career, psychosocial, sponsorship, meaning } = world.people.column;
    const tie = seniorTie(world, mentee, mentor, world.parameter.supportThreshold - 1e-9);
    const c = world.ties.senior.column;
    c.tieStage[tie] = 4;
    runStep(world, support);
    expect([career[mentee], psychosocial[mentee], sponsorship[mentee], meaning[mentor]]).toEqual([
      0, 0, 0, 0,
    ]);
    c.rapport[tie] = world.parameter.supportThreshold;
    runStep(world, support);
    const flow = c.rapport[tie];
    const { supportGain } = world.parameter;
    const { skill } = world.people.column;
    expect(career[mentee]).toBeCloseTo(1 - Math.exp(-supportGain * flow * skill[mentor]), 12);
    expect(psychosocial[mentee]).toBeCloseTo(1 - Math.exp(-supportGain * flow * 0.5), 12);
    expect(sponsorship[mentee]).toBeCloseTo(1 - Math.exp(-supportGain * flow), 12);
    expect(meaning[mentor]).toBeCloseTo(1 - Math.exp(-0.5 * flow), 12);
  });

  it('sponsors from its third stage on, and informs from its first', () => {
    const world = emptyDepartment();
    const { mentor, mentee } = aPair(world);
    const tie = seniorTie(world, mentee, mentor, 0.6);
    const given: number[][] = [];
    for (let stage = 0; stage < 7; stage++) {
      world.ties.senior.column.tieStage[tie] = stage;
      runStep(world, support);
      const { career, sponsorship } = world.people.column;
      given.push([career[mentee], sponsorship[mentee]]);
    }
    expect(given[0][0]).toBeGreaterThan(0);
    expect(given.map(([, sponsored]) => sponsored > 0)).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(given[3][0]).toBeGreaterThan(given[0][0]);
  });

  it('fades in what it gives between eight weeks and a year without a meeting', () => {
    expect([recency(0), recency(8), recency(30), recency(52), recency(80)]).toEqual([
      1, 1, 0.5, 0, 0,
    ]);
  });

  it('gives less comfort at a distance, which deliberate practice wins half back', () => {
    const world = emptyDepartment();
    const { mentor, mentee } = aPair(world);
    const { psychosocial, onsite, deliberate } = world.people.column;
    seniorTie(world, mentee, mentor, 0.6);
    const comfort = (): number => {
      runStep(world, support);
      return -Math.log(1 - psychosocial[mentee]);
    };
    const near = comfort();
    onsite[mentee] = 0;
    const far = comfort();
    deliberate.fill(1);
    const practised = comfort();
    expect(far / near).toBeCloseTo(world.parameter.virtualRapport, 9);
    expect(practised / near).toBeCloseTo(1 - 0.5 * (1 - world.parameter.virtualRapport), 9);
  });
});

describe('support received', () => {
  it('saturates: each further mentor adds less, and it stays below 1', () => {
    const world = emptyDepartment();
    const { mentee } = aPair(world);
    const { career, role } = world.people.column;
    const received: number[] = [0];
    for (let seat = 0; seat < world.people.size; seat++) {
      if (role[seat] !== 1) continue;
      const tie = seniorTie(world, mentee, seat, 0.9);
      world.ties.senior.column.tieStage[tie] = 5;
      world.people.column.skill[seat] = 0.6;
      runStep(world, support);
      received.push(career[mentee]);
    }
    for (let k = 2; k < received.length; k++) {
      const step = received[k] - received[k - 1];
      expect(step).toBeGreaterThan(0);
      expect(step).toBeLessThan(received[k - 1] - received[k - 2]);
    }
    expect(received.at(-1)!).toBeLessThan(1);
  });

  it('from peers is mainly psychosocial, from seniors mainly career and sponsorship', () => {
    const world = emptyDepartment();
    const { mentor, mentee } = aPair(world);
    world.people.column.skill[mentor] = 1;
    const senior = seniorTie(world, mentee, mentor, 0.7);
    world.ties.senior.column.tieStage[senior] = 4;
    const peer = beginTie(world, 'peer', mentee + 2, mentee + 4, 0.7);
    world.ties.peer.column.tieStage[peer] = 4;
    runStep(world, support);
    const { career, psychosocial, sponsorship } = world.people.column;
    expect(career[mentee]).toBeGreaterThan(psychosocial[mentee]);
    expect(sponsorship[mentee]).toBeGreaterThan(0);
    expect(psychosocial[mentee + 2]).toBeGreaterThan(2 * career[mentee + 2]);
    expect(sponsorship[mentee + 2]).toBe(0);
    expect(psychosocial[mentee + 2]).toBe(psychosocial[mentee + 4]);
  });
});

describe('sponsorship', () => {
  it('reaches further with rank, and is withheld across identity only as far as declared', () => {
    const bias = 'sponsorshipBiasMinority: 0.4, sponsorshipBiasWomen: 0.25';
    for (const [parameters, expected] of [
      [undisturbed, 1],
      [`${undisturbed}, ${bias}`, 0.6 * 0.75],
    ] as const) {
      const world = emptyDepartment(parameters);
      const { mentor, mentee } = aPair(world);
      const { minority, gender } = world.people.column;
      minority[mentee] = 1;
      gender[mentee] = 0;
      minority[mentor] = 0;
      gender[mentor] = 1;
      expect(sponsorReach(world, mentee, mentor)).toBeCloseTo(expected, 12);
      gender[mentor] = 0;
      minority[mentor] = 1;
      expect(sponsorReach(world, mentee, mentor)).toBe(1);
      world.people.column.rank[mentor] = 1;
      expect(sponsorReach(world, mentee, mentor)).toBeLessThan(0.5);
    }
  });

  it('comes from assigned sponsors too, without any tie', () => {
    const world = emptyDepartment();
    const { mentee } = aPair(world);
    const { sponsorship, sponsorAccess, cover } = world.people.column;
    sponsorAccess[mentee] = 1;
    world.week = 3;
    runStep(world, support);
    expect(sponsorship[mentee]).toBeCloseTo(1 - Math.exp(-0.6 * 0.6), 12);
    expect(cover[mentee * needs.length + sponsorshipNeed]).toBeCloseTo(0.6 / (0.6 + 0.4), 12);
  });
});

describe('needs', () => {
  it('change along a career: clinical first, career before leaving, sponsorship as a professor', () => {
    const clinical = 1;
    const career = 2;
    const at = (rank: number, k: number): number => usualNeed(0, rank, 0, 4, k);
    expect(at(0, clinical)).toBeGreaterThan(at(3, clinical));
    expect(at(3, career)).toBeGreaterThan(at(0, career));
    expect(usualNeed(1, 2, 0, 4, sponsorshipNeed)).toBeGreaterThan(at(0, sponsorshipNeed));
    expect(usualNeed(1, 1, 2, 4, 0)).toBeGreaterThan(usualNeed(1, 1, 0, 4, 0));
  });

  it('are covered by partners fit for them, and better when they are known', () => {
    const world = emptyDepartment();
    const { mentor, mentee } = aPair(world);
    runStep(world, needsStep);
    world.week = 3;
    const tie = seniorTie(world, mentee, mentor, 0.7);
    const { tieStage, need } = world.ties.senior.column;
    tieStage[tie] = 4;
    const { cover, strength, uncovered, personalised } = world.people.column;
    const n = needs.length;
    strength.fill(0.5);
    strength[mentor * n] = 1;
    runStep(world, support);
    const own = cover.slice(mentee * n, (mentee + 1) * n);
    expect(own[0]).toBeGreaterThan(own[1]);
    const before = uncovered[mentee];
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(1);
    personalised[mentee] = 1;
    need[tie] = 1;
    runStep(world, support);
    expect(uncovered[mentee]).toBeLessThan(before);
    expect(cover[mentee * n + 1]).toBeGreaterThan(own[1]);
  });
});
