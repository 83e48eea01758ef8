/** Parameters of peer groups. */
import { parameters } from '../../../sim/model/parameters.ts';
import { sources } from './sources.ts';

export const groupParameters = parameters({
  groupEnding: {
    title: 'Peer groups that end',
    doc: 'Weekly hazard of a well-balanced group to dissolve; a looser one dissolves sooner.',
    unit: '1/week',
    default: 0.006,
    range: [0, 1],
    plausible: [0.002, 0.03],
    grade: 'D',
    source:
      'assumption (key: group_hazard); one group of implementation scientists lasted six years (10.1017/cts.2021.776)',
  },
  groupJoining: {
    title: 'Asked into a peer group',
    doc: 'Chance that somebody without a group would take a free seat.',
    unit: 'probability',
    default: 0.67,
    range: [0, 1],
    plausible: [0.3, 0.9],
    grade: 'B',
    source: 'randomised trial of peer mentors for interns: 67% opted in (10.5694/mja17.01106)',
  },
  groupCareer: {
    title: 'Career support of peer groups',
    doc: 'Informational support in a group of full cohesion; twice this with a curriculum.',
    unit: 'ratio',
    default: 0.2,
    range: [0, 5],
    plausible: [0, 0.5],
    grade: 'C',
    source: sources.facilitated,
  },
});
