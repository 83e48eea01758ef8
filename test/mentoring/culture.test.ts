/** Skill and readiness to mentor: training fades by halves, and the norm has two resting states. */
import { describe, expect, it } from 'vitest';
import { faculty } from '../../models/mentoring/codes.ts';
import { culture } from '../../models/mentoring/processes/culture.ts';
import type { MentoringWorld } from '../../models/mentoring/shape.ts';
import { aPair, emptyDepartment, runStep, undisturbed } from './pair.ts';

function weeks(world: MentoringWorld, n: number): void {
  for (let k = 0; k < n; k++) {
    runStep(world, culture);
    world.week++;
  }
}

describe('mentoring skill', () => {
  it('gains 0.35 SD by a course, and loses half of the gain in four years', () => {
    const world = emptyDepartment();
    const { mentor } = aPair(world);
    const { skill, skillBase, trained } = world.people.column;
    skillBase[mentor] = 0.5;
    skill[mentor] = 0.5;
    trained[mentor] = 1;
    weeks(world, 1);
    trained[mentor] = 0;
    expect(skill[mentor] - 0.5).toBeCloseTo(0.35 * 0.15, 12);
    expect(world.events.training.bySlot[0]).toBe(1);
    weeks(world, 4 * 52);
    expect(skill[mentor] - 0.5).toBeCloseTo((0.35 * 0.15) / 2, 9);
  });

  it('of mentees gains half of that by a course, and fades alike', () => {
    const world = emptyDepartment();
    const { mentee } = aPair(world);
    const { menteeGain, trained } = world.people.column;
    trained[mentee] = 1;
    weeks(world, 1);
    trained[mentee] = 0;
    expect(menteeGain[mentee]).toBeCloseTo(0.5 * 0.35 * 0.15, 12);
    weeks(world, 4 * 52);
    expect(menteeGain[mentee]).toBeCloseTo((0.5 * 0.35 * 0.15) / 2, 9);
  });

  it('grows a little with practice, and comes to rest', () => {
    const world = emptyDepartment();
    const { mentor } = aPair(world);
    const { skill, skillBase, load } = world.people.column;
    skillBase[mentor] = 0.5;
    skill[mentor] = 0.5;
    load[mentor] = 3;
    weeks(world, 40 * 52);
    const weekly = world.parameter.practiceGain / 52;
    expect(skill[mentor] - 0.5).toBeCloseTo(weekly / (1 - world.constant.skillKept), 3);
    expect(skill[mentor]).toBeLessThan(0.55);
  });
});

const withoutNorm = `${undisturbed}, normWeight: 0`;

describe('readiness to mentor', () => {
  it('rises with support received, by the causal share of the association', () => {
    const world = emptyDepartment(withoutNorm);
    const { mentor } = aPair(world);
    const { generativity, readiness, career, psychosocial } = world.people.column;
    readiness[mentor] = 0.5;
    career[mentor] = 0.9;
    psychosocial[mentor] = 0.9;
    weeks(world, 20 * 52);
    const { receivedWeight, causalShare } = world.parameter;
    expect(generativity[mentor]).toBeCloseTo(0.5 + receivedWeight * causalShare * 0.5, 6);
  });

  it('is high where colleagues mentor and low where they do not, once the norm counts', () => {
    const settings = `${undisturbed}, normWeight: 1, normTrait: 0.1`;
    const after = [0, 3].map((held) => {
      const world = emptyDepartment(settings);
      const { load, role, generativity } = world.people.column;
      role.forEach((r, seat) => {
        load[seat] = r === faculty ? held : 0;
      });
      weeks(world, 6 * 52);
      const all = generativity.filter((_, seat) => role[seat] === faculty);
      expect(world.tables.departments.column.norm[0]).toBeCloseTo(held > 0 ? 1 : 0, 4);
      return all.reduce((sum, value) => sum + value, 0) / all.length;
    });
    expect(after[0]).toBeLessThan(0.15);
    expect(after[1]).toBeGreaterThan(0.85);
  });

  it('takes no notice of colleagues while the weight of the norm is 0', () => {
    const world = emptyDepartment(`${undisturbed}, normWeight: 0, receivedWeight: 0`);
    const { load, generativity, role } = world.people.column;
    const before = generativity.slice();
    load.fill(0);
    weeks(world, 104);
    role.forEach((r, seat) => {
      if (r === faculty) expect(generativity[seat]).toBeCloseTo(before[seat], 12);
    });
  });
});
