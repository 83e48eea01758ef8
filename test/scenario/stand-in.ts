/** A small model with every kind of declaration, for tests of scenarios: it has nothing to run. */
import type { Policy } from '../../sim/model/model.ts';
import { defineModel } from '../../sim/model/model.ts';
import type { Outcome } from '../../sim/model/outcomes.ts';
import type { NumberSpec } from '../../sim/model/parameters.ts';
import { parameters } from '../../sim/model/parameters.ts';
import type { World } from '../../sim/model/world.ts';
import { worldShape } from '../../sim/model/world.ts';

const declared = { doc: 'For tests.', grade: 'D', source: 'test' } as const;

function number(title: string, rest: Partial<NumberSpec> = {}): NumberSpec {
  const usual = { unit: 'share', default: 0.5, range: [0, 1], plausible: [0.2, 0.8] } as const;
  return { title, ...declared, ...usual, ...rest };
}

const shape = worldShape({
  parameters: parameters({
    rapportFade: number('Fading of rapport', { unit: 'share a week', default: 0.02 }),
    meetings: number('Meetings', {
      ...{ unit: 'meetings a month', default: 2, range: [0, 20], plausible: [1, 4], integer: true },
    }),
    rule: { title: 'Rule', ...declared, options: ['nearest', 'random'], default: 'nearest' },
  }),
  people: {},
  layers: { mentoring: {} },
  tables: {},
  events: {},
});

const policies: Record<string, Policy<World<typeof shape>>> = {
  protectedTime: {
    title: 'Protected time',
    doc: 'Paid hours for mentors.',
    source: 'test',
    levers: {
      hoursPerWeek: number('Hours', { unit: 'hours a week', default: 1, range: [0, 8] }),
      share: number('Share of mentors'),
    } as const,
  },
  peerGroups: {
    title: 'Peer groups',
    doc: 'Groups that meet monthly.',
    source: 'test',
    levers: {
      size: number('Size', { unit: 'people', default: 5, range: [3, 12], integer: true }),
      whom: { title: 'Whom', ...declared, options: ['juniors', 'all'], default: 'juniors' },
    } as const,
  },
};

const outcome: Outcome<World<typeof shape>> = {
  ...({ title: 'Has a mentor', doc: 'For tests.', unit: 'share', better: 'up' } as const),
  ...({ of: 'world', aggregate: 'mean', over: 'lastYear', value: () => 0 } as const),
};

export const testModel = defineModel({
  name: 'example',
  version: '1',
  title: 'An example',
  doc: 'For tests.',
  shape,
  population: parameters({
    faculty: number('Faculty', { unit: 'people', default: 100, range: [8, 10000], integer: true }),
    residents: number('Residents', {
      unit: 'people',
      default: 60,
      range: [0, 10000],
      integer: true,
    }),
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
    burden: { ...outcome, title: 'Burden', better: 'down' },
  },
});
