/** Parameters of professional identity: four rings that move with what ties, work and belonging give. */
import { parameters } from '../../../sim/model/parameters.ts';
import { sources } from './sources.ts';

const unit = '0–1';

export const identityParameters = parameters({
  ringStart: {
    title: 'Identity of newcomers',
    doc: 'Mean strength of each of the four rings of a newcomer.',
    unit,
    default: 0.45,
    range: [0, 1],
    plausible: [0.3, 0.6],
    grade: 'D',
    source: sources.assumption,
  },
  ringSpread: {
    title: 'Spread of the identity of newcomers',
    doc: 'SD of each ring between newcomers.',
    unit,
    default: 0.1,
    range: [0, 0.5],
    plausible: [0.05, 0.2],
    grade: 'D',
    source: sources.assumption,
  },
  ringMemory: {
    title: 'Memory of identity',
    doc: 'Months over which a ring approaches what the present gives it.',
    unit: 'months',
    default: 18,
    range: [1, 240],
    plausible: [9, 36],
    grade: 'D',
    source: sources.ring,
  },
  ringGain: {
    title: 'What ties, work and belonging give identity',
    doc: 'How much a ring can gain over its bare level of 0.3 when all that feeds it is there.',
    unit,
    default: 0.6,
    range: [0, 0.7],
    plausible: [0.3, 0.7],
    grade: 'C',
    source: sources.ring,
  },
  concordance: {
    title: 'Identity-concordant company',
    doc: 'How much the innate ring needs the company of people of one’s own gender and representation; 0 lets any company do.',
    unit: 'share',
    default: 0.5,
    range: [0, 1],
    plausible: [0, 1],
    grade: 'C',
    source: sources.ring,
  },
  dissonanceStrain: {
    title: 'Identity dissonance strains',
    doc: 'Weight of the spread between rings (less 0.07) on the burnout target.',
    unit: 'log-odds',
    default: 0.8,
    range: [0, 6],
    plausible: [0, 2],
    grade: 'D',
    source: sources.assumption,
  },
});
