/** What an institution weighs: the parts of the priority-weighted score. */
import { parameters } from '../../../sim/model/parameters.ts';
import { sources } from './sources.ts';

const weight = {
  unit: 'weight',
  default: 1,
  range: [0, 100],
  plausible: [0, 5],
  grade: 'D',
  source: sources.assumption,
} as const;

export const priorityParameters = parameters({
  priorityWellbeing: {
    title: 'Priority of wellbeing',
    doc: 'Weight of one less mean burnout in the priority score.',
    ...weight,
  },
  priorityEquity: {
    title: 'Priority of equity',
    doc: 'Weight of one less the gaps in having a mentor by gender and representation.',
    ...weight,
  },
  priorityProductivity: {
    title: 'Priority of productivity',
    doc: 'Weight of the pace of careers (faculty) and of competence (residents).',
    ...weight,
  },
  priorityRetention: {
    title: 'Priority of retention',
    doc: 'Weight of one less five times the expected yearly share who leave.',
    ...weight,
  },
  priorityCost: {
    title: 'Priority of cost',
    doc: 'Weight of one less what programmes have cost a person and year, relative to a budget.',
    ...weight,
  },
  priorityBudget: {
    title: 'Budget of the priority score',
    doc: 'Programme cost a person and year at which nothing is left of the part of cost.',
    unit: 'US$/year (2024)',
    default: 2000,
    range: [1, 1_000_000],
    plausible: [500, 10_000],
    grade: 'D',
    source: sources.assumption,
  },
});
