/** Whom a programme for equity is for. */
import { woman } from '../codes.ts';
import { sources } from '../parameters/sources.ts';
import type { MentoringWorld } from '../shape.ts';

const whomOptions = ['underRepresented', 'women', 'both'] as const;
export type Whom = (typeof whomOptions)[number];

/** The lever that says for whom a programme for equity is. */
export const whomLever = {
  whom: {
    title: 'For whom',
    doc: 'People under-represented in medicine, women, or both.',
    options: whomOptions,
    default: 'underRepresented',
    grade: 'D',
    source: sources.assumption,
  },
} as const;

/** Whether the person belongs to those a programme for equity is for. */
export function isFor(world: MentoringWorld, seat: number, whom: Whom): boolean {
  const { gender, minority } = world.people.column;
  if (whom !== 'women' && minority[seat] === 1) return true;
  return whom !== 'underRepresented' && gender[seat] === woman;
}

/** Whether the two share what the programme is for. */
export function sharesIdentity(world: MentoringWorld, a: number, b: number, whom: Whom): boolean {
  const { gender, minority } = world.people.column;
  if (whom !== 'women' && minority[a] === 1 && minority[b] === 1) return true;
  return whom !== 'underRepresented' && gender[a] === woman && gender[b] === woman;
}
