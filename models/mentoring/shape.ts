/** The world of the mentoring model: columns of people, ties, groups, departments and the ledger. */
import { columns } from '../../sim/data/columns.ts';
import type { World } from '../../sim/model/world.ts';
import { worldShape } from '../../sim/model/world.ts';
import { careerEvents } from './career-events.ts';
import { needs } from './codes.ts';
import { conditions } from './conditions.ts';
import type { Constants } from './constants.ts';
import { mentoringParameters } from './parameters/index.ts';
import { growthState, growthTraits } from './person-columns.ts';
import { group, relationships, tie, tieEvents, tieHistory } from './tie-columns.ts';

const post = columns({
  role: { type: 'u8', unit: 'code', doc: '0 resident, 1 faculty' },
  department: { type: 'i32', unit: 'row', doc: 'department of the seat' },
  site: { type: 'i32', unit: 'number', doc: 'site of the seat; 0 unless a roster names more' },
  external: { type: 'u8', unit: 'flag', doc: 'outside the institution: neither leaves nor costs' },
  isolated: { type: 'u8', unit: 'flag', doc: 'a post set up with sociability 0: met by nobody' },
  holder: { type: 'i32', unit: 'count', doc: 'how many people have held the seat' },
  searching: { type: 'u8', unit: 'flag', doc: 'a vacant post for which a search runs' },
  filledAt: { type: 'i32', unit: 'week', doc: 'week in which the search ends' },
  vacantSince: { type: 'i32', unit: 'week', doc: 'week in which the post fell vacant' },
  retiresAt: { type: 'i32', initial: -1, unit: 'week', doc: 'known date of leaving, −1 for none' },
});

const traits = columns({
  rank: { type: 'u8', unit: 'code', doc: 'PGY − 1, or instructor, assistant, associate, full' },
  gender: { type: 'u8', unit: 'code', doc: '0 woman, 1 man' },
  minority: { type: 'u8', unit: 'flag', doc: 'under-represented in medicine' },
  interest: { type: 'f64', width: 4, unit: 'position', doc: 'interests, near the department’s' },
  onsiteBase: { type: 'f64', unit: 'share of days', doc: 'presence before any policy' },
  sociability: { type: 'f64', unit: '0–1', doc: 'readiness to talk to people met by chance' },
  lnInitiative: { type: 'f64', unit: 'ln ratio', doc: 'initiative in looking for mentors' },
  initiative: { type: 'f64', unit: 'ratio', doc: 'the same as a ratio, at most 3: scales wishes' },
  seeks: { type: 'u8', unit: 'flag', doc: '0 for those who practically never look' },
  skill: { type: 'f64', unit: '0–1', doc: 'mentoring skill' },
  generativity: { type: 'f64', unit: '0–1', doc: 'readiness to mentor' },
  menteeQuality: { type: 'f64', unit: 'SD', doc: 'what the person brings to a tie as a mentee' },
  strainTrait: { type: 'f64', unit: 'SD', doc: 'lasting difference in strain' },
  capacityBase: {
    type: 'f64',
    unit: 'ties',
    doc: 'mentees the person could hold in a middle rank',
  },
  promotable: { type: 'u8', unit: 'flag', doc: 'a mover of the mover-stayer mixture' },
  tenure: { type: 'i32', unit: 'weeks', doc: 'time since joining' },
  inRank: { type: 'i32', unit: 'weeks', doc: 'time in rank' },
});

const state = columns({
  burnout: { type: 'f64', initial: 0.42, unit: '0–1', doc: 'burned out at 0.5 and above' },
  careerMemory: { type: 'f64', initial: 0.4, unit: '0–1', doc: 'two-year mean of career support' },
  satisfaction: { type: 'f64', initial: 0.5, unit: '0–1', doc: 'satisfaction with the place' },
  competence: { type: 'f64', unit: '0–1', doc: 'competence of a resident; 1 for faculty' },
});

export const shape = worldShape({
  parameters: mentoringParameters,
  people: {
    ...post,
    ...traits,
    ...growthTraits,
    ...conditions,
    ...state,
    ...growthState,
    ...relationships,
  },
  layers: { senior: tie, peer: tie },
  tables: {
    departments: {
      doc: 'departments, with the seats where chance encounters are drawn',
      columns: columns({
        shock: { type: 'f64', unit: 'log-odds', doc: 'slow shock of workload' },
        hiringSpeed: {
          type: 'f64',
          initial: 1,
          unit: 'ratio',
          doc: 'speed of searches, by policies',
        },
        key: { type: 'u32', unit: 'key', doc: "names the department's draws" },
        norm: {
          type: 'f64',
          initial: 0.6,
          unit: 'share',
          doc: 'faculty who mentor, as remembered over half a year',
        },
        colleagues: { type: 'i32', unit: 'people', doc: 'faculty of the department now' },
        mentoring: { type: 'i32', unit: 'people', doc: 'of these, those with mentees' },
        posts: { type: 'i32', unit: 'posts', doc: 'faculty posts' },
        running: { type: 'i32', unit: 'searches', doc: 'searches that run' },
        next: { type: 'i32', unit: 'seat', doc: 'the post whose search starts next' },
        vacant: { type: 'i32', unit: 'posts', doc: 'vacant faculty posts' },
        careerMean: { type: 'f64', unit: '0–1', doc: 'mean career support of the people here' },
        staff: { type: 'i32', unit: 'people', doc: 'people of whom that is the mean' },
        lastExit: {
          type: 'i32',
          initial: -1_000_000,
          unit: 'week',
          doc: 'week in which a faculty member last left',
        },
        centre: { type: 'f64', width: 4, unit: 'position', doc: 'where interests cluster' },
        firstPlace: { type: 'i32', unit: 'row', doc: 'first row of `places`, faculty first' },
        facultyPlaces: { type: 'i32', unit: 'rows', doc: 'faculty seats in `places`' },
        allPlaces: { type: 'i32', unit: 'rows', doc: 'seats in `places`' },
      }),
    },
    places: {
      doc: 'seats that can be met by chance, department by department',
      columns: columns({ seat: { type: 'i32', unit: 'seat', doc: 'the seat' } }),
    },
    groups: {
      doc: 'peer groups; a row is used again after a group has ended',
      columns: group,
    },
    groupMembers: {
      transient: true,
      doc: 'members of peer groups, group by group',
      columns: columns({ seat: { type: 'i32', unit: 'seat', doc: 'the member' } }),
    },
    ...tieHistory,
    ledger: {
      doc: 'hours and money by account since the start',
      columns: columns({
        hours: { type: 'f64', unit: 'h', doc: 'hours charged' },
        money: { type: 'f64', unit: 'US$ (2024)', doc: 'money charged, hours included' },
      }),
    },
    channels: {
      doc: 'contacts since the start, a row for each channel',
      columns: columns({
        contacts: { type: 'f64', unit: 'contacts', doc: 'in which a tie was considered' },
      }),
    },
    contacts: {
      transient: true,
      doc: "this week's contacts: who comes across whom",
      columns: columns({
        ego: { type: 'i32', unit: 'seat', doc: 'who considers' },
        alter: { type: 'i32', unit: 'seat', doc: 'who is considered' },
        channel: { type: 'u8', unit: 'code', doc: 'how they met' },
      }),
    },
    week: {
      transient: true,
      doc: 'sums of the week, a row for each seat',
      columns: columns({
        career: { type: 'f64', unit: 'sum', doc: 'career support given to the person' },
        psychosocial: { type: 'f64', unit: 'sum', doc: 'psychosocial support given' },
        sponsorship: { type: 'f64', unit: 'sum', doc: 'sponsorship given' },
        served: { type: 'f64', width: needs.length, unit: 'sum', doc: 'what each need is given' },
        meaning: { type: 'f64', unit: 'sum', doc: 'rapport of working mentees' },
        contact: { type: 'f64', unit: 'sum', doc: 'rapport with those tied to' },
        strain: { type: 'f64', unit: 'sum', doc: 'their burnout, weighted by rapport' },
        bond: { type: 'f64', unit: 'sum', doc: 'rapport of ties above the quality threshold' },
        kindred: { type: 'f64', unit: 'sum', doc: 'of this, with people of the same groups' },
        mark: { type: 'i32', unit: 'stamp', doc: 'marks the contacts of one person' },
      }),
    },
  },
  events: {
    ...tieEvents,
    exit: { unit: 'people', doc: 'people who left; graduation is not leaving' },
    graduation: { unit: 'people', doc: 'residents who graduated' },
    hire: { unit: 'people', doc: 'faculty hired' },
    promotion: { unit: 'people', doc: 'faculty promoted' },
    ...careerEvents,
  },
});

/** The world that processes, policies and outcomes see. */
export type MentoringWorld = World<typeof shape, Constants>;
