/** Reads from a world what a department's chair is asked about it. */

import { weeksPerYear } from '../../../sim/model/time.ts';
import { associate, faculty, full, instructor } from '../codes.ts';
import { hazardOf } from '../processes/careers.ts';
import type { MentoringWorld } from '../shape.ts';
import { asMeasured } from './instruments.ts';
import type { Answers } from './questions.ts';
import { questions } from './questions.ts';

/** Quantities that are read, each a share. */
export const quantities = [
  'mentoredResidents',
  'mentoredFaculty',
  'burnedOutResidents',
  'burnedOutFaculty',
  'facultyLeaving',
  'residentsLeaving',
  'instructorShare',
  'seniorShare',
  'fullShare',
] as const;

export type Quantity = (typeof quantities)[number];
export type Reading = Readonly<Record<Quantity, number>>;

/** Burnout from which a person counts as burned out (model.md, C8). */
const burnedOutFrom = 0.5;

/** Sums over samples of a run, read as shares at the end. */
export class ReadingSums {
  private readonly answers: Answers;
  private readonly hits = new Map<Quantity, number>();
  private readonly weights = new Map<Quantity, number>();

  constructor(answers: Answers) {
    this.answers = answers;
  }

  /** Adds the state of a world. */
  sample(world: MentoringWorld): void {
    const { people } = world;
    const c = people.column;
    for (let seat = 0; seat < people.size; seat++) {
      if (c.person[seat] < 0 || c.external[seat] === 1) continue;
      const isFaculty = c.role[seat] === faculty;
      const mentored = this.isMentored(world, seat) ? 1 : 0;
      const burnedOut = c.burnout[seat] >= burnedOutFrom ? 1 : 0;
      const leaving = hazardOf(world, seat) * weeksPerYear;
      this.add(isFaculty ? 'mentoredFaculty' : 'mentoredResidents', mentored);
      this.add(isFaculty ? 'burnedOutFaculty' : 'burnedOutResidents', burnedOut);
      this.add(isFaculty ? 'facultyLeaving' : 'residentsLeaving', leaving);
      if (!isFaculty) continue;
      const rank = c.rank[seat];
      this.add('instructorShare', rank === instructor ? 1 : 0);
      this.add('seniorShare', rank >= associate ? 1 : 0);
      this.add('fullShare', rank === full ? 1 : 0);
    }
  }

  /** The shares, as the answers' own wording and instrument would find them; NaN of nobody. */
  reading(): Reading {
    const instrument = String(
      this.answers.burnoutInstrument ?? questions.burnoutInstrument.default,
    );
    const read = (quantity: Quantity): number =>
      (this.hits.get(quantity) ?? 0) / (this.weights.get(quantity) ?? 0);
    const shares = Object.fromEntries(quantities.map((quantity) => [quantity, read(quantity)]));
    return {
      ...(shares as Record<Quantity, number>),
      burnedOutResidents: asMeasured(shares['burnedOutResidents'], instrument),
      burnedOutFaculty: asMeasured(shares['burnedOutFaculty'], instrument),
    };
  }

  private add(quantity: Quantity, value: number): void {
    this.hits.set(quantity, (this.hits.get(quantity) ?? 0) + value);
    this.weights.set(quantity, (this.weights.get(quantity) ?? 0) + 1);
  }

  private isMentored(world: MentoringWorld, seat: number): boolean {
    const { mentors, metMentors } = world.people.column;
    const wording = this.answers.mentorWording ?? questions.mentorWording.default;
    if (wording === 'onPaper') return mentors[seat] > 0;
    if (wording === 'caring' || metMentors[seat] === 0) return metMentors[seat] > 0;
    const { out, column } = world.ties.senior;
    for (let k = out.start[seat]; k < out.start[seat + 1]; k++) {
      const tie = out.tie[k];
      const isGood = column.rapport[tie] >= world.parameter.supportThreshold;
      if (column.ended[tie] === 0 && column.meetings[tie] > 0 && isGood) return true;
    }
    return false;
  }
}
