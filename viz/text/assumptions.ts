/** Words of the place "Assumptions". */
import { countText } from '../../report/vocabulary.ts';

export const text = {
  title: 'Assumptions',
  asks: 'What did you take for granted, and does it matter?',
  intro:
    'Every number that the model takes for granted, with how well it is founded and where it comes from. Change one, and all plans and the baseline are simulated anew with it.',
  search: 'Search',
  grades: 'Evidence',
  allGrades: 'All grades',
  onlyChanged: 'Only what differs from the usual',
  count: (n: number, all: number) => `${n} of ${all}`,
  changed: (n: number) =>
    n === 0 ? 'All have their usual values.' : `${countText(n, 'assumption')} changed.`,
  resetAll: 'Back to the usual values',
  nothing: {
    title: 'No assumption fits',
    body: 'Try another word, or show all grades again.',
  },
  value: 'Value',
  usual: (value: string) => `usually ${value}`,
  plausible: 'Plausible',
  evidence: 'Evidence',
  change: (title: string) => `Change ${title}`,
  fold: (title: string) => `Fold ${title}`,
  effect: 'How far does the answer move?',
  effectHint: (n: number) =>
    `Simulates ${countText(n, 'pair')} of futures with the number at either end of what is plausible. This is the range over an assumption, which is never mixed with the range of futures.`,
  effectNone: 'Switch on a policy on the page What if: there is no answer to move yet.',
  shipped: 'What moving it does',
  shippedHint: (people: number, years: number, futures: number) =>
    `From a result that comes with the program: a department of ${people} people, ${years} years, everything else as usual, ${futures} pairs of futures at either end. A range that spans zero cannot be told from no effect.`,
  shippedOld: 'It was computed with another version of the model: take its size, not its decimals.',
  shippedNone: 'The result that comes with the program does not have this assumption.',
  shippedCaption: 'Change from the usual value, with its 95 % interval',
  shippedOutcome: 'Outcome',
  shippedChange: (mean: string, low: string, high: string) => `${mean} (${low} to ${high})`,
  run: 'Simulate both ends',
  running: (done: number, total: number) => `Simulating · ${done} of ${total} futures`,
  stop: 'Stop',
  failed: (reason: string) => `This could not be simulated: ${reason}`,
  outcome: 'Outcome, difference from today',
  atLow: (value: string) => `At ${value}`,
  effectCaption: 'Average paired difference of the plan in hand',
  population: 'Whom it is about',
  populationHint: 'The department that is made up, where no roster is used.',
  seed: 'Seed',
  seedHint: 'The same seed gives the same futures.',
  parameters: 'The model',
  version: (model: string, version: string, program: string) =>
    `${model}, version ${version}; Mentorscape ${program}.`,
} as const;
