/** Every lever of every policy: two settings, what is read, and which way it goes from one to the other. */
import { coffee, event, groupSession, programme } from '../../models/mentoring/codes.ts';
import * as r from './readings.ts';
import type { Reading } from './runs.ts';

/** A lever at two settings; other levers are at their defaults or as `besides` says. */
export interface Direction {
  readonly policy: string;
  readonly lever: string;
  readonly from: number | string;
  readonly to: number | string;
  readonly besides?: string;
  /** Other policies in force in both arms, each with a dash. */
  readonly with?: string;
  readonly reading: Reading;
  readonly of: string;
  readonly sign: 1 | -1;
}

type Row = readonly [
  lever: string,
  from: number | string,
  to: number | string,
  sign: 1 | -1,
  of: string,
  reading: Reading,
  besides?: string,
  others?: string,
];

function rows(policy: string, list: readonly Row[]): Direction[] {
  return list.map(([lever, from, to, sign, of, reading, besides, others]) => ({
    ...{ policy, lever, from, to, sign, of, reading },
    ...(besides === undefined ? {} : { besides }),
    ...(others === undefined ? {} : { with: others }),
  }));
}

const hours = (policy: string): ['hours of the account', Reading] => [
  'hours of the account',
  r.hoursOf(policy),
];
const money = (policy: string): ['money of the account', Reading] => [
  'money of the account',
  r.moneyOf(policy),
];
/** The levers of reach, told by a programme's cost. */
const reach = (policy: string): Row[] => [['coverage', 0.3, 0.9, 1, ...money(policy)]];
const everyone = 'who: everyone';
const distant = '  - { policy: hybridWork, daysAtHome: 4 }\n';
const matching = '  - { policy: formalMatching, who: everyone }\n';

/** Levers whose values have no order in which an outcome could rise; tested elsewhere or by use. */
export const withoutDirection: readonly string[] = ['yearlyEvent.week'];

export const directions: readonly Direction[] = [
  ...rows('affinityGroups', [
    ...reach('affinityGroups'),
    ['meetingsPerMonth', 0, 2, 1, 'contacts in sessions', r.contacts(groupSession), 'whom: both'],
    ['meetingsPerMonth', 0, 4, 1, 'peers of women', r.column('peers', r.women), 'whom: women'],
    ['groupSize', 2, 6, 1, 'company of women', r.column('affinity', r.women), 'whom: women'],
    ['hoursPerMeeting', 0.5, 2, 1, ...hours('affinityGroups')],
    ['whom', 'underRepresented', 'both', 1, ...hours('affinityGroups')],
    ['who', 'residents', 'everyone', 1, ...hours('affinityGroups')],
    [
      'uptake',
      'assigned',
      'voluntary',
      -1,
      'need of members',
      r.needWhere('affinity'),
      'whom: both',
    ],
    [
      ...(['selfSelection', 0, -0.9, -1, 'need of members', r.needWhere('affinity')] as const),
      'whom: both, uptake: voluntary',
    ],
  ]),
  ...rows('budgetCut', [
    ['keeps', 0, 1, 1, ...money('formalMatching'), 'cuts: all', matching],
    ['cuts', 'all', 'nearPeer', 1, ...money('formalMatching'), 'keeps: 0', matching],
  ]),
  ...rows('distributedMentoring', [
    ...reach('distributedMentoring'),
    ['partners', 1, 3, 1, 'introduced mentors', r.formalTies('senior')],
    ['loadCap', 1, 8, 1, 'introduced mentors', r.formalTies('senior')],
    ['meetingsPerMonth', 0.1, 2, 1, 'meetings of introduced', r.formalMeetings('senior')],
    [
      'termYears',
      0.25,
      3,
      1,
      'meetings of introduced',
      r.formalMeetings('senior'),
      'meetingsPerMonth: 2',
    ],
    ['neverMeets', 0, 0.8, -1, 'meetings of introduced', r.formalMeetings('senior')],
    ['coordinators', 0.1, 1, 1, ...money('distributedMentoring')],
    ['who', 'residents', 'everyone', 1, 'introduced mentors', r.formalTies('senior')],
    ['uptake', 'assigned', 'voluntary', -1, 'need of matched', r.needOfMatched, 'coverage: 0.4'],
    [
      ...(['selfSelection', 0, -0.9, -1, 'need of matched', r.needOfMatched] as const),
      'uptake: voluntary, coverage: 0.4',
    ],
  ]),
  ...rows('equitySponsorship', [
    ...reach('equitySponsorship'),
    [
      'coverage',
      0,
      1,
      1,
      'sponsorship of women',
      r.column('sponsorship', r.proteges),
      'whom: women',
    ],
    ['access', 0, 1, 1, 'sponsorship of women', r.column('sponsorship', r.proteges), 'whom: women'],
    ['whom', 'underRepresented', 'both', 1, ...money('equitySponsorship')],
    ['who', 'residents', 'everyone', 1, ...money('equitySponsorship')],
    ['loadCap', 1, 8, 1, 'introduced sponsors', r.formalTies('senior'), 'whom: women'],
    [
      'meetingsPerMonth',
      0.1,
      2,
      1,
      'meetings with sponsors',
      r.formalMeetings('senior'),
      'whom: both',
    ],
    [
      ...(['termYears', 0.25, 3, 1, 'meetings with sponsors', r.formalMeetings('senior')] as const),
      'whom: both, meetingsPerMonth: 2',
    ],
    ['neverMeets', 0, 0.8, -1, 'meetings with sponsors', r.formalMeetings('senior'), 'whom: both'],
    ['coordinators', 0.1, 1, 1, ...money('equitySponsorship')],
    [
      'uptake',
      'assigned',
      'voluntary',
      -1,
      'need of covered',
      r.needWhere('sponsorAccess'),
      'whom: both',
    ],
    [
      ...(['selfSelection', 0, -0.9, -1, 'need of covered', r.needWhere('sponsorAccess')] as const),
      'whom: both, uptake: voluntary, coverage: 0.4',
    ],
  ]),
  ...rows('fairDistribution', [
    ['cap', 4, 12, 1, 'largest load', r.largestLoad],
    ['invitation', 0, 1, -1, 'faculty without mentees', r.idle, 'cap: 60, waitingList: no'],
    ['waitingList', 'no', 'yes', 1, 'contacts by the programme', r.contacts(programme), 'cap: 60'],
    ['coordinators', 0.05, 1, 1, ...money('fairDistribution')],
  ]),
  ...rows('formalMatching', [
    ...reach('formalMatching'),
    ['coverage', 0, 1, 1, 'residents with a mentor', r.mentored(r.residents)],
    ['who', 'residents', 'everyone', 1, 'introduced mentors', r.formalTies('senior')],
    ['algorithm', 'random', 'maximumFit', 1, 'fit of pairs', r.formalFit],
    ['algorithm', 'random', 'chosen', 1, 'likeness of pairs', r.formalLikeness('senior')],
    [
      'algorithm',
      'random',
      'deferredAcceptance',
      1,
      'likeness of pairs',
      r.formalLikeness('senior'),
    ],
    [
      'objective',
      'highestFit',
      'mostPeople',
      1,
      'introduced mentors',
      r.formalTies('senior'),
      `algorithm: maximumFit, leastFit: 0.75, loadCap: 1, ${everyone}`,
    ],
    ['leastFit', 0, 0.85, -1, 'introduced mentors', r.formalTies('senior')],
    ['leastFit', 0, 0.7, 1, 'fit of pairs', r.formalFit],
    ['loadCap', 1, 8, 1, 'introduced mentors', r.formalTies('senior')],
    ['meetingsPerMonth', 0.1, 2, 1, 'meetings of introduced', r.formalMeetings('senior')],
    [
      'termYears',
      0.25,
      3,
      1,
      'meetings of introduced',
      r.formalMeetings('senior'),
      'meetingsPerMonth: 2',
    ],
    ['neverMeets', 0, 0.8, -1, 'meetings of introduced', r.formalMeetings('senior')],
    [
      'rematch',
      'no',
      'yes',
      1,
      'residents with a mentor',
      r.mentored(r.residents),
      'neverMeets: 0.6',
    ],
    ['coordinators', 0.1, 1, 1, ...money('formalMatching')],
    ['uptake', 'assigned', 'voluntary', -1, 'need of matched', r.needOfMatched, 'coverage: 0.5'],
    [
      ...(['selfSelection', 0, -0.9, -1, 'need of matched', r.needOfMatched] as const),
      'uptake: voluntary, coverage: 0.5',
    ],
  ]),
  ...rows('hybridWork', [
    ['daysAtHome', 0, 3, -1, 'peers of residents', r.column('peers', r.residents)],
    ['daysAtHome', 0, 3, -1, 'chance encounters', r.contacts(0)],
    ['coverage', 0.3, 1, -1, 'chance encounters', r.contacts(0)],
    ['schedule', 'random', 'anchor', 1, 'chance encounters', r.contacts(0), 'daysAtHome: 3'],
    ['betweenDepartments', 0, 2, 1, 'spread of presence', r.presenceSpread],
    ['who', 'everyone', 'residents', 1, 'chance encounters', r.contacts(0)],
    ['uptake', 'assigned', 'voluntary', 1, 'need of those on site', r.needOnSite, 'coverage: 0.5'],
    [
      ...(['selfSelection', 0, -0.9, 1, 'need of those on site', r.needOnSite] as const),
      'uptake: voluntary, coverage: 0.5',
    ],
  ]),
  ...rows('mentorProfiles', [
    ...reach('mentorProfiles'),
    ['shown', 0, 1, 1, 'skill of chosen mentors', r.skillOfChosen],
    ['coordinators', 0.05, 1, 1, ...money('mentorProfiles')],
    ['who', 'residents', 'everyone', 1, ...money('mentorProfiles')],
    [
      'uptake',
      'assigned',
      'voluntary',
      -1,
      'need of covered',
      r.needWhere('qualityShown'),
      'coverage: 0.5',
    ],
    [
      ...(['selfSelection', 0, -0.9, -1, 'need of covered', r.needWhere('qualityShown')] as const),
      'uptake: voluntary, coverage: 0.5',
    ],
  ]),
  ...rows('mentorTraining', [
    ...reach('mentorTraining'),
    ['coverage', 0.1, 0.9, 1, 'skill of faculty', r.column('skill', r.faculties)],
    ['yearly', 0.05, 0.6, 1, 'skill of faculty', r.column('skill', r.faculties)],
    ['hours', 1, 8, 1, 'skill of faculty', r.column('skill', r.faculties)],
    ['effect', 0, 2, 1, 'skill of faculty', r.column('skill', r.faculties)],
    ['effect', 0, 3, 1, 'rapport', r.rapport, 'yearly: 0.9, coverage: 1'],
    ['refresher', 0, 1, 1, 'skill of faculty', r.column('skill', r.faculties), 'yearly: 0.9'],
    [
      'uptake',
      'assigned',
      'voluntary',
      -1,
      'need of trained',
      r.needOfSkilled,
      'coverage: 0.4, yearly: 0.9, effect: 3',
    ],
    [
      ...(['selfSelection', 0, -0.9, -1, 'need of trained', r.needOfSkilled] as const),
      'uptake: voluntary, coverage: 0.4, yearly: 0.9, effect: 3',
    ],
  ]),
  ...rows('mentorshipFamilies', [
    ...reach('mentorshipFamilies'),
    ['coverage', 0.1, 1, -1, 'burnout of residents', r.column('burnout', r.residents)],
    ['groupSize', 3, 8, 1, 'members of a family', r.ofGroups('members')],
    ['familyMeetings', 0.25, 2, 1, ...hours('mentorshipFamilies')],
    ['meetingsPerMonth', 0.1, 2, 1, 'meetings with heads', r.formalMeetings('senior')],
    ['neverMeets', 0, 0.8, -1, 'meetings with heads', r.formalMeetings('senior')],
    ['termYears', 0.25, 3, 1, 'residents in a family', r.inGroup(r.residents)],
    ['coordinators', 0.1, 1, 1, ...money('mentorshipFamilies')],
    ['uptake', 'assigned', 'voluntary', -1, 'need of matched', r.needOfMatched, 'coverage: 0.5'],
    [
      ...(['selfSelection', 0, -0.9, -1, 'need of matched', r.needOfMatched] as const),
      'uptake: voluntary, coverage: 0.5',
    ],
  ]),
  ...rows('nearPeer', [
    ...reach('nearPeer'),
    ['coverage', 0, 1, 1, 'peers of interns', r.column('peers', r.interns)],
    ['pairing', 'random', 'similar', 1, 'likeness of pairs', r.formalLikeness('peer')],
    ['buddiesEach', 1, 4, 1, 'pairs', r.formalTies('peer'), 'coverage: 1'],
    ['meetingsPerMonth', 0.1, 4, 1, 'meetings of pairs', r.formalMeetings('peer')],
    ['neverMeets', 0, 0.8, -1, 'meetings of pairs', r.formalMeetings('peer')],
    [
      'uptake',
      'assigned',
      'voluntary',
      -1,
      'need of interns with buddies',
      r.needOfBuddied,
      'coverage: 0.5',
    ],
    [
      ...(['selfSelection', 0, -0.9, -1, 'need of interns with buddies', r.needOfBuddied] as const),
      'uptake: voluntary, coverage: 0.5',
    ],
  ]),
  ...rows('peerGroups', [
    ['who', 'residents', 'everyone', 1, ...hours('peerGroups')],
    ['coverage', 0.2, 1, 1, 'residents in a group', r.inGroup(r.residents)],
    ['coverage', 0, 1, -1, 'burnout of residents', r.column('burnout', r.residents)],
    ['groupSize', 3, 10, 1, 'members of a group', r.ofGroups('members')],
    ['meetingsPerMonth', 0.5, 4, 1, 'cohesion', r.ofGroups('cohesion')],
    ['hoursPerMeeting', 0.5, 2, 1, ...hours('peerGroups')],
    ['facilitated', 'no', 'yes', 1, 'cohesion', r.ofGroups('cohesion')],
    ['curriculum', 'no', 'yes', 1, 'cohesion', r.ofGroups('cohesion')],
    ['composition', 'similar', 'balanced', 1, 'balance', r.ofGroups('balance')],
    ['composition', 'diverse', 'balanced', 1, 'balance', r.ofGroups('balance'), 'who: faculty'],
    ['composition', 'random', 'balanced', 1, 'balance', r.ofGroups('balance')],
    ['termYears', 1, 6, 1, 'cohesion', r.ofGroups('cohesion')],
    ['uptake', 'assigned', 'voluntary', -1, 'need of members', r.needOfGrouped, 'coverage: 0.4'],
    [
      ...(['selfSelection', 0, -0.9, -1, 'need of members', r.needOfGrouped] as const),
      'uptake: voluntary, coverage: 0.4',
    ],
  ]),
  ...rows('precisionMentoring', [
    ...reach('precisionMentoring'),
    ['coverage', 0, 1, -1, 'needs uncovered', r.column('uncovered', r.residents)],
    ['precision', 0, 1, 1, 'strength for the need', r.strengthForNeed],
    ['precision', 0, 1, -1, 'needs uncovered', r.column('uncovered', r.everyone)],
    ['rematch', 'no', 'yes', 1, 'introduced mentors', r.formalTies('senior')],
    ['loadCap', 1, 8, 1, 'introduced mentors', r.formalTies('senior')],
    ['meetingsPerMonth', 0.1, 2, 1, 'meetings of introduced', r.formalMeetings('senior')],
    [
      'termYears',
      0.25,
      3,
      1,
      'meetings of introduced',
      r.formalMeetings('senior'),
      'meetingsPerMonth: 2',
    ],
    ['neverMeets', 0, 0.8, -1, 'meetings of introduced', r.formalMeetings('senior')],
    ['coordinators', 0.1, 1, 1, ...money('precisionMentoring')],
    ['who', 'residents', 'everyone', 1, 'introduced mentors', r.formalTies('senior')],
    ['uptake', 'assigned', 'voluntary', -1, 'need of matched', r.needOfMatched, 'coverage: 0.4'],
    [
      ...(['selfSelection', 0, -0.9, -1, 'need of matched', r.needOfMatched] as const),
      'uptake: voluntary, coverage: 0.4',
    ],
  ]),
  ...rows('protectedTime', [
    ...reach('protectedTime'),
    ['hoursPerWeek', 0, 2, 1, 'mentors of residents', r.column('mentors', r.residents)],
    ['coverage', 0, 1, 1, 'mentors of residents', r.column('mentors', r.residents)],
    [
      'uptake',
      'assigned',
      'voluntary',
      -1,
      'need of covered',
      r.needWhere('protectedHours'),
      'coverage: 0.5',
    ],
    [
      ...([
        'selfSelection',
        0,
        -0.9,
        -1,
        'need of covered',
        r.needWhere('protectedHours'),
      ] as const),
      'uptake: voluntary, coverage: 0.5',
    ],
  ]),
  ...rows('randomCoffees', [
    ...reach('randomCoffees'),
    ['coffeesPerYear', 0, 12, 1, 'contacts over coffee', r.contacts(coffee)],
    ['coffeesPerYear', 0, 26, 1, 'ties between departments', r.tiesAcross, 'coverage: 0.9'],
    [
      'across',
      'no',
      'yes',
      1,
      'ties between departments',
      r.tiesAcross,
      'coverage: 0.9, coffeesPerYear: 26',
    ],
    ['hours', 0.25, 1, 1, ...hours('randomCoffees')],
    ['who', 'residents', 'everyone', 1, ...hours('randomCoffees')],
    [
      'uptake',
      'voluntary',
      'assigned',
      1,
      'mentors of those in need',
      r.mentorsOfNeedy,
      'coffeesPerYear: 26, selfSelection: -0.9',
    ],
    [
      ...(['selfSelection', -0.9, 0.9, 1, 'mentors of those in need', r.mentorsOfNeedy] as const),
      'coffeesPerYear: 26',
    ],
  ]),
  ...rows('recognition', [
    ['credit', 0, 1, -1, 'faculty without mentees', r.idle],
    ['credit', 0, 1, 1, 'mentors of residents', r.column('mentors', r.residents)],
    [
      'stipend',
      0,
      15_000,
      1,
      'mentors of residents',
      r.column('mentors', r.residents),
      'credit: 0',
    ],
    ['stipend', 1000, 10_000, 1, ...money('recognition')],
    ['coverage', 0, 1, 1, 'mentors of residents', r.column('mentors', r.residents), 'credit: 1'],
    [
      'uptake',
      'assigned',
      'voluntary',
      -1,
      'need of covered',
      r.needWhere('recognition'),
      'coverage: 0.5',
    ],
    [
      ...(['selfSelection', 0, -0.9, -1, 'need of covered', r.needWhere('recognition')] as const),
      'uptake: voluntary, coverage: 0.5',
    ],
  ]),
  ...rows('spaceForPeers', [
    ...reach('spaceForPeers'),
    ['hoursPerWeek', 0, 2, 1, 'peers of residents', r.column('peers', r.residents)],
    ['who', 'residents', 'everyone', 1, ...hours('spaceForPeers')],
    [
      'uptake',
      'assigned',
      'voluntary',
      -1,
      'need of covered',
      r.needWhere('spaceForPeers'),
      'coverage: 0.5',
    ],
    [
      ...(['selfSelection', 0, -0.9, -1, 'need of covered', r.needWhere('spaceForPeers')] as const),
      'uptake: voluntary, coverage: 0.5',
    ],
  ]),
  ...rows('structuredProgramme', [
    ...reach('structuredProgramme'),
    ['structure', 0, 1, 1, 'rapport', r.rapport, everyone],
    ['assessment', 0, 1, 1, 'rapport', r.rapport, everyone],
    ['personalisation', 0, 1, -1, 'needs uncovered', r.column('uncovered', r.everyone), everyone],
    ['coverage', 0, 1, -1, 'needs uncovered', r.column('uncovered', r.residents)],
    ['coordinators', 0.1, 1, 1, ...money('structuredProgramme')],
    ['who', 'residents', 'everyone', 1, ...money('structuredProgramme')],
    [
      'uptake',
      'assigned',
      'voluntary',
      -1,
      'need of covered',
      r.needWhere('structured'),
      'coverage: 0.5',
    ],
    [
      ...(['selfSelection', 0, -0.9, -1, 'need of covered', r.needWhere('structured')] as const),
      'uptake: voluntary, coverage: 0.5',
    ],
  ]),
  ...rows('virtualMentoring', [
    ...reach('virtualMentoring'),
    ['agendas', 0, 1, 1, 'rapport', r.rapport, 'coverage: 1', distant],
    ['informalHours', 0, 1, 1, 'rapport', r.rapport, 'coverage: 1', distant],
    [
      'coverage',
      0,
      1,
      1,
      'psychosocial support',
      r.column('psychosocial', r.everyone),
      '',
      distant,
    ],
    ['who', 'residents', 'everyone', 1, ...hours('virtualMentoring')],
    [
      'uptake',
      'assigned',
      'voluntary',
      -1,
      'need of covered',
      r.needWhere('deliberate'),
      'coverage: 0.5',
    ],
    [
      ...(['selfSelection', 0, -0.9, -1, 'need of covered', r.needWhere('deliberate')] as const),
      'uptake: voluntary, coverage: 0.5',
    ],
  ]),
  ...rows('workloadRelief', [
    ...reach('workloadRelief'),
    ['hoursOff', 0, 4, -1, 'burnout', r.column('burnout', r.everyone)],
    ['reliefEach', 0, 0.5, -1, 'burnout', r.column('burnout', r.everyone)],
    ['coverage', 0, 1, -1, 'burnout', r.column('burnout', r.everyone)],
    ['fasterHiring', 0, 3, -1, 'vacancies', r.vacancies, 'hoursOff: 0'],
    ['who', 'residents', 'everyone', 1, ...hours('workloadRelief')],
    [
      'uptake',
      'assigned',
      'voluntary',
      -1,
      'need of covered',
      r.needWhere('relief'),
      'coverage: 0.5',
    ],
    [
      ...(['selfSelection', 0, -0.9, -1, 'need of covered', r.needWhere('relief')] as const),
      'uptake: voluntary, coverage: 0.5',
    ],
  ]),
  ...rows('yearlyEvent', [
    ...reach('yearlyEvent'),
    ['talks', 0, 6, 1, 'contacts at the event', r.contacts(event)],
    ['talks', 0, 20, 1, 'ties between departments', r.tiesAcross],
    ['hours', 1, 8, 1, ...hours('yearlyEvent')],
    ['who', 'residents', 'everyone', 1, ...hours('yearlyEvent')],
    [
      'uptake',
      'voluntary',
      'assigned',
      1,
      'mentors of those in need',
      r.mentorsOfNeedy,
      'talks: 20, selfSelection: -0.9, coverage: 0.4',
    ],
    [
      ...(['selfSelection', -0.9, 0.9, 1, 'mentors of those in need', r.mentorsOfNeedy] as const),
      'talks: 20, uptake: voluntary, coverage: 0.4',
    ],
  ]),
];
