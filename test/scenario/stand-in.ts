/** Stands in for the mentoring model in tests of scenarios: a few of its declarations, nothing to run. */
import type { Policy } from '../../sim/model/model.ts';
import { defineModel } from '../../sim/model/model.ts';
import type { Outcome } from '../../sim/model/outcomes.ts';
import type { NumberSpec } from '../../sim/model/parameters.ts';
import { parameters } from '../../sim/model/parameters.ts';
import type { Model } from '../../sim/model/simulation.ts';
import type { World } from '../../sim/model/world.ts';
import { worldShape } from '../../sim/model/world.ts';

const declared = { doc: 'For tests.', grade: 'D', source: 'test' } as const;

/** A share from 0 to 1 unless `rest` says otherwise. */
function number(title: string, rest: Partial<NumberSpec> = {}): NumberSpec {
  const usual = { unit: 'share', default: 0.5, range: [0, 1], plausible: [0.2, 0.8] } as const;
  return { title, ...declared, ...usual, ...rest };
}

const people = { unit: 'people', range: [0, 500_000], integer: true } as const;

const shape = worldShape({
  parameters: parameters({
    womenShare: number('Women', { default: 0.42 }),
    informalMeetings: number('Meetings', { unit: '1/month', default: 0.6, range: [0, 20] }),
    overloadPatience: number('Patience', {
      ...{ unit: 'weeks', default: 8, range: [1, 520], plausible: [4, 26], integer: true },
    }),
  }),
  people: {},
  layers: { mentoring: {} },
  tables: {},
  events: {},
});

const policies: Record<string, Policy<World<typeof shape>>> = {
  protectedTime: {
    ...{ title: 'Protected time', doc: 'Hours for mentors.', source: 'test' },
    levers: {
      hoursPerWeek: number('Hours', { unit: 'h/week', default: 1, range: [0, 10] }),
      coverage: number('Covered', { default: 1 }),
    },
  },
  peerGroups: {
    ...{ title: 'Peer groups', doc: 'Groups that meet monthly.', source: 'test' },
    levers: {
      who: {
        ...{ title: 'Who', ...declared },
        ...{ options: ['residents', 'faculty', 'everyone'], default: 'residents' },
      },
      facilitated: { title: 'Facilitated', ...declared, options: ['no', 'yes'], default: 'no' },
      groupSize: number('Size', { unit: 'people', default: 8, range: [3, 10], integer: true }),
    },
  },
};

const outcome: Outcome<World<typeof shape>> = {
  ...({ title: 'Have a mentor', doc: 'For tests.', unit: 'share', better: 'up' } as const),
  ...({ of: 'world', aggregate: 'mean', over: 'lastYear', value: () => 0 } as const),
};

export const standIn = defineModel({
  name: 'mentoring',
  version: '1',
  title: 'A stand-in',
  doc: 'For tests.',
  shape,
  population: parameters({
    faculty: number('Faculty', { ...people, default: 120, range: [4, 500_000] }),
    residents: number('Residents', { ...people, default: 80 }),
  }),
  warmUpYears: 12,
  derive: () => ({}),
  setup() {},
  schedule: ['policies'],
  policies,
  groupings: {},
  outcomes: {
    hasMentor: { ...outcome, headline: true },
    rapport: { ...outcome, title: 'Rapport', headline: true },
    burnout: { ...outcome, title: 'Burnout', better: 'down' },
  },
}) as unknown as Model;
