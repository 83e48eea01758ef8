/** Columns of ties and peer groups, and those of people that their relationships fill. */
import { columns } from '../../sim/data/columns.ts';
import { needs, origins } from './codes.ts';
import { arrivalBins } from './stages.ts';

/** Ties of either layer. */
export const tie = columns({
  origin: { type: 'u8', unit: 'code', doc: 'how the tie came about, one of `origins`' },
  tieStage: { type: 'u8', unit: 'code', doc: 'stage reached, 0 to 6 for the first to the seventh' },
  furthest: { type: 'u8', unit: 'code', doc: 'the highest stage ever reached' },
  stageSince: { type: 'i32', unit: 'week', doc: 'week in which the present stage began' },
  neverMeets: { type: 'u8', unit: 'flag', doc: 'a formal match that is dead on arrival' },
  cadence: { type: 'f64', unit: '1/month', doc: 'meetings set by a programme; 0 when none is' },
  termEnds: { type: 'i32', unit: 'week', doc: 'first week in which that cadence no longer holds' },
  need: { type: 'i32', initial: -1, unit: 'code', doc: 'the need a match is to serve, −1 for all' },
  planned: { type: 'f64', unit: '1/week', doc: 'meetings planned this week' },
  rapport: { type: 'f64', unit: '0–1', doc: 'trust and closeness' },
  quality: { type: 'f64', initial: -1, unit: '0–1', doc: 'what a meeting of this pair is worth' },
  meetings: { type: 'i32', unit: 'meetings', doc: 'meetings so far' },
  started: { type: 'i32', unit: 'week', doc: 'week in which the tie began' },
  lastMet: { type: 'i32', unit: 'week', doc: 'week of the last meeting, or of the start' },
});

/** What people need from their relationships, and what they receive. */
export const relationships = columns({
  visibility: { type: 'f64', unit: '0–1', doc: 'place in the order in which quality is shown' },
  skillBase: { type: 'f64', unit: '0–1', doc: 'mentoring skill without training and practice' },
  menteeGain: { type: 'f64', unit: '0–1', doc: 'skill as a mentee that training has added' },
  readiness: { type: 'f64', unit: '0–1', doc: 'generativity without experience or norm' },
  need: { type: 'f64', width: needs.length, unit: '0–1', doc: 'weight of each need' },
  strength: { type: 'f64', width: needs.length, unit: '0–1', doc: 'what a partner gets for each' },
  cover: { type: 'f64', width: needs.length, unit: '0–1', doc: 'share of each need that is met' },
  uncovered: { type: 'f64', initial: 1, unit: '0–1', doc: 'share of all needs that is not met' },
  career: { type: 'f64', unit: '0–1', doc: 'career support received' },
  psychosocial: { type: 'f64', unit: '0–1', doc: 'psychosocial support received' },
  sponsorship: { type: 'f64', unit: '0–1', doc: 'sponsorship received' },
  meaning: { type: 'f64', unit: '0–1', doc: 'meaning from mentees whose ties work' },
  received: { type: 'f64', initial: 0.4, unit: '0–1', doc: 'one-year mean of support received' },
  mentors: { type: 'i32', unit: 'ties', doc: 'senior ties held as a mentee' },
  metMentors: { type: 'i32', unit: 'ties', doc: 'of these, ties that have met at least once' },
  peers: { type: 'i32', unit: 'ties', doc: 'peer ties' },
  load: { type: 'i32', unit: 'ties', doc: 'mentees held' },
  capacity: { type: 'f64', unit: 'ties', doc: 'mentees the person will hold' },
  hours: { type: 'f64', unit: 'h/week', doc: 'weekly hours for mentoring' },
  planned: { type: 'f64', unit: 'h/week', doc: 'hours that the planned meetings ask' },
  dilution: { type: 'f64', initial: 1, unit: 'ratio', doc: 'share of planned meetings that fit' },
  overloadWeeks: { type: 'i32', unit: 'weeks', doc: 'weeks of dilution in a row' },
  waiting: { type: 'i32', unit: 'weeks', doc: 'weeks without a mentor since a refusal' },
  firstMentorAfter: {
    type: 'i32',
    initial: -1,
    unit: 'weeks',
    doc: 'tenure at the first senior tie, −1 before it',
  },
  group: { type: 'i32', initial: -1, unit: 'row', doc: 'peer group, −1 for none' },
});

/** Peer groups. */
export const group = columns({
  active: { type: 'u8', unit: 'flag', doc: 'meets' },
  key: { type: 'u32', unit: 'key', doc: "names the group's draws" },
  role: { type: 'u8', unit: 'code', doc: 'role of its members' },
  size: { type: 'i32', unit: 'people', doc: 'members of the full group' },
  refills: { type: 'u8', unit: 'flag', doc: 'asks others into free seats' },
  started: { type: 'i32', unit: 'week', doc: 'week of the first session' },
  cohesion: { type: 'f64', unit: '0–1', doc: 'trust in the group' },
  balance: { type: 'f64', unit: '0–1', doc: '4 s (1 − s) for the mean similarity s' },
  meetingsPerMonth: { type: 'f64', unit: '1/month', doc: 'cadence' },
  hoursPerMeeting: { type: 'f64', unit: 'h', doc: 'hours of each member' },
  facilitated: { type: 'u8', unit: 'flag', doc: 'led by a trained facilitator' },
  curriculum: { type: 'u8', unit: 'flag', doc: 'follows a curriculum' },
  account: { type: 'i32', unit: 'row', doc: 'row of the ledger that is charged' },
  convened: { type: 'f64', unit: '0–1', doc: 'share of sessions its programme holds this week' },
  endsAt: { type: 'i32', unit: 'week', doc: 'end of the term' },
  members: { type: 'i32', unit: 'people', doc: 'members now' },
  first: { type: 'i32', unit: 'row', doc: 'first row of `groupMembers`' },
});

/** Histories of senior ties, added up over the run: tables of their own, for outcomes only. */
export const tieHistory = {
  stages: {
    doc: 'senior ties by stage, a row for each of the seven; fades over years',
    columns: columns({
      arrivals: {
        type: 'f64',
        width: arrivalBins,
        unit: 'ties',
        doc: 'first arrivals, by weeks since the tie began',
      },
      ended: { type: 'f64', unit: 'ties', doc: 'ties that ended in this stage' },
      life: { type: 'f64', unit: 'weeks', doc: 'how long these had lasted, added up' },
    }),
  },
  starts: {
    doc: 'senior ties begun in each of the last weeks, in a ring',
    columns: columns({
      begun: { type: 'f64', width: origins.length, unit: 'ties', doc: 'ties begun, by origin' },
    }),
  },
  cohorts: {
    doc: 'all ties started, read at set ages: a row for each age and origin',
    columns: columns({
      due: { type: 'f64', unit: 'ties', doc: 'ties that would now be of this age; fades' },
      kept: { type: 'f64', unit: 'ties', doc: 'of these, ties that last; fades' },
      rapport: { type: 'f64', unit: 'sum', doc: 'their rapport; fades' },
    }),
  },
} as const;

/** What happens to ties and groups. */
export const tieEvents = {
  seniorTie: { unit: 'ties', doc: 'senior ties begun, by mentee' },
  peerTie: { unit: 'ties', doc: 'peer ties begun, by the one who asked' },
  tieEnd: { unit: 'ties', doc: 'senior ties ended, by mentee; without those turned into peers' },
  tieLeft: { unit: 'ties', doc: 'senior ties ended by a departure or graduation, by mentee' },
  colleague: { unit: 'ties', doc: 'senior ties that became peer ties after the last stage' },
  mismatch: { unit: 'ties', doc: 'senior ties broken because the two do not suit each other' },
  conflict: { unit: 'ties', doc: 'senior ties broken in conflict' },
  overload: { unit: 'ties', doc: 'senior ties let go by an overloaded mentor' },
  release: { unit: 'ties', doc: 'failing senior ties released without fault after assessment' },
  refusal: { unit: 'asks', doc: 'asks refused, by the one who asked' },
  meeting: { unit: 'meetings', doc: 'meetings of senior ties, by mentee' },
  virtualMeeting: { unit: 'meetings', doc: 'of these, expected to be virtual' },
  peerMeeting: { unit: 'meetings', doc: 'meetings of peer ties, by the one who asked' },
  training: { unit: 'courses', doc: 'courses on mentoring taken' },
  groupStart: { unit: 'groups', doc: 'peer groups begun' },
  groupEnd: { unit: 'groups', doc: 'peer groups ended' },
} as const;
