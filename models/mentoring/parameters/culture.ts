/** Parameters of mentoring skill and of the readiness to mentor. */
import { parameters } from '../../../sim/model/parameters.ts';
import { sources } from './sources.ts';

export const cultureParameters = parameters({
  trainingGain: {
    title: 'Mentor training',
    doc: 'Gain of mentoring skill by one full course.',
    unit: 'SD',
    default: 0.35,
    range: [0, 3],
    plausible: [0.15, 0.6],
    grade: 'A',
    source: sources.pfund,
  },
  skillHalfLife: {
    title: 'Skill fades',
    doc: 'Years in which half of what training and practice have added is lost.',
    unit: 'years',
    default: 4,
    range: [0.1, 100],
    plausible: [2, 8],
    grade: 'B',
    source: sources.trejo,
  },
  practiceGain: {
    title: 'Skill by practice',
    doc: 'Gain of mentoring skill in a year with mentees, before fading.',
    unit: '1/year',
    default: 0.005,
    range: [0, 0.2],
    plausible: [0, 0.02],
    grade: 'D',
    source: sources.assumption,
  },
  receivedWeight: {
    title: 'Pay-it-forward',
    doc: 'Rise of the readiness to mentor from no support to full support received, before the causal share.',
    unit: '0–1',
    default: 0.2,
    range: [0, 2],
    plausible: [0, 0.6],
    grade: 'B',
    source: sources.mgh,
  },
  normWeight: {
    title: 'Norm of the department',
    doc: "Weight of the share of colleagues who mentor in a person's readiness to mentor; own readiness has the rest. 0 switches the norm off.",
    unit: 'share',
    default: 0,
    range: [0, 1],
    plausible: [0, 1],
    grade: 'D',
    source: sources.centola,
  },
});
