/** Culture: skill from training and practice, and the readiness to mentor that grows where others do. */
import { sigmoid } from '../../../sim/chance/portable.ts';
import type { Step } from '../../../sim/model/model.ts';
import { weeksPerYear } from '../../../sim/model/time.ts';
import { faculty } from '../codes.ts';
import type { MentoringWorld } from '../shape.ts';

/** SD of mentoring skill between people: training is measured in it. */
const skillSpread = 0.15;
/** Weeks over which support received is remembered, and generativity moves. */
const receivedMemory = 52;
const generativityMemory = 52;
/** Support received at which generativity stays where it was (the start of the memory). */
const usualReceived = 0.4;
/** Weeks over which a department remembers who mentors. */
const normMemory = 26;
/** Generativity where nobody mentors and where all do, and how sharply the norm turns. */
const normLow = 0.1;
const normRange = 0.8;
const normSteepness = 20;
/** Generativity of newcomers where the norm alone counts. */
const newcomer = 0.3;

export const culture: Step<MentoringWorld> = {
  name: 'culture',
  doc: 'Mentoring skill rises with training and practice and decays, and so does what mentees are trained in; readiness to mentor follows support received and the share of colleagues who mentor, as the department remembers it.',
  run(world) {
    remember(world);
    const { people, parameter: p, constant, tables, events } = world;
    const c = people.column;
    const { norm } = tables.departments.column;
    const gainOfCourse = p.trainingGain * skillSpread;
    const practice = p.practiceGain / weeksPerYear;
    for (let seat = 0; seat < people.size; seat++) {
      if (c.person[seat] < 0) continue;
      const support = 0.5 * (c.career[seat] + c.psychosocial[seat]);
      c.received[seat] += (support - c.received[seat]) / receivedMemory;
      let gain = (c.skill[seat] - c.skillBase[seat]) * constant.skillKept;
      if (c.menteeGain[seat] > 0) c.menteeGain[seat] *= constant.skillKept;
      if (c.trained[seat] > 0) {
        gain += gainOfCourse * c.trained[seat];
        c.menteeGain[seat] += p.traineeGain * gainOfCourse * c.trained[seat];
        events.training.add(seat, c.trained[seat]);
      }
      if (c.load[seat] > 0) gain += practice;
      c.skill[seat] = Math.min(1, Math.max(0, c.skillBase[seat] + gain));
      if (c.role[seat] !== faculty) continue;
      let target = c.readiness[seat] + constant.receivedEffect * (c.received[seat] - usualReceived);
      if (p.normWeight > 0) {
        target += p.normWeight * (underNorm(world, seat, norm[c.department[seat]]) - target);
      }
      const moved = c.generativity[seat] + (target - c.generativity[seat]) / generativityMemory;
      c.generativity[seat] = Math.min(1, Math.max(0, moved));
    }
  },
};

/** Generativity that a norm asks of somebody: steep in the share of colleagues who mentor. */
function underNorm(world: MentoringWorld, seat: number, share: number): number {
  const { normTrait, generativityMean } = world.parameter;
  const own = normTrait * (world.people.column.readiness[seat] - generativityMean);
  return normLow + normRange * sigmoid(normSteepness * (share - 0.5 + own));
}

/** Generativity of somebody new: of own readiness, and as yet without the norm of the department. */
export function generativityOfNewcomer(world: MentoringWorld, readiness: number): number {
  const { normWeight } = world.parameter;
  return readiness + normWeight * (newcomer - readiness);
}

/** Puts a synthetic place where its norm at the start would have brought it. */
export function startCulture(world: MentoringWorld): void {
  const { people, tables } = world;
  const { normStart, normWeight } = world.parameter;
  tables.departments.column.norm.fill(normStart, 0, tables.departments.size);
  const { role, readiness, generativity } = people.column;
  for (let seat = 0; seat < people.size; seat++) {
    if (role[seat] !== faculty) continue;
    const asked = underNorm(world, seat, normStart);
    generativity[seat] = readiness[seat] + normWeight * (asked - readiness[seat]);
  }
}

/** Each department's memory of the share of its faculty who mentor; isolated posts do not count. */
function remember(world: MentoringWorld): void {
  const { people, tables } = world;
  const { person, role, department, isolated, external, load } = people.column;
  const { norm, colleagues, mentoring } = tables.departments.column;
  const { size } = tables.departments;
  colleagues.fill(0, 0, size);
  mentoring.fill(0, 0, size);
  for (let seat = 0; seat < people.size; seat++) {
    if (person[seat] < 0 || role[seat] !== faculty) continue;
    if (isolated[seat] === 1 || external[seat] === 1) continue;
    colleagues[department[seat]]++;
    if (load[seat] > 0) mentoring[department[seat]]++;
  }
  for (let d = 0; d < size; d++) {
    if (colleagues[d] === 0) continue;
    norm[d] += (mentoring[d] / colleagues[d] - norm[d]) / normMemory;
  }
}
