/** Directions of the policies that introduce people: matching, groups, pairs, coffees, events. */
import { coffee, event, groupSession } from '../../models/mentoring/codes.ts';
import type { Direction } from './direction.ts';
import {
  burnout,
  chancy,
  contacts,
  coverage,
  hours,
  introduced,
  matches,
  mentors,
  money,
  needOfMatched,
  rows,
  selection,
  uncovered,
} from './direction.ts';
import * as r from './readings.ts';

const fit = chancy('fit of pairs', r.formalFit);
const liking = { ...chancy('liking within pairs', r.formalLiking), futures: 16 };
const likeness = chancy('likeness of buddies', r.formalLikeness('peer'));
const meetingsOfPairs = chancy('meetings of buddies', r.formalMeetings('peer'));
const inGroup = chancy('residents in a group', r.inGroup(r.residents));
const cohesion = chancy('cohesion', r.ofGroups('cohesion'));
const balance = chancy('balance', r.ofGroups('balance'));
const across = chancy('ties between departments', r.tiesAcross);
const needOfCompany = chancy('need of members', r.needWhere('affinity'));
const tiesOfNeedy = chancy('ties of those in need', r.tiesOfNeedy);
const sponsorship = chancy('sponsorship of women', r.column('sponsorship', r.proteges));
const peersOf = (name: string, of: Parameters<typeof r.column>[1]) =>
  chancy(`peers of ${name}`, r.column('peers', of));
const all = 'who: everyone, coverage: 1';
/** Where every mentor has room, there is something to choose from. */
const roomy = '  - { policy: protectedTime, hoursPerWeek: 4 }\n';

export const introductions: readonly Direction[] = [
  ...rows('formalMatching', [
    coverage('formalMatching'),
    ['coverage', 0, 1, 1, chancy('residents with a mentor', r.mentored(r.residents))],
    ['who', 'residents', 'everyone', 1, introduced],
    ['algorithm', 'random', 'maximumFit', 1, fit],
    ['algorithm', 'random', 'chosen', 1, liking, `loadCap: 20, ${all}`, roomy],
    ['algorithm', 'random', 'deferredAcceptance', 1, liking, `loadCap: 20, ${all}`, roomy],
    ['month', 0, 9, -1, chancy('interns with a mentor', r.mentored(r.interns))],
    ['leastFit', 0, 0.98, -1, introduced],
    ['leastFit', 0, 0.7, 1, fit],
    ['loadCap', 1, 8, 1, introduced],
    ...matches(''),
    ['rematch', 'no', 'yes', 1, mentors, 'neverMeets: 0.6'],
    ['coordinators', 0.1, 1, 1, money('formalMatching')],
    ...selection(needOfMatched),
  ]),
  ...rows('precisionMentoring', [
    coverage('precisionMentoring'),
    ['coverage', 0, 1, -1, uncovered],
    ['precision', 0, 1, 1, chancy('strength for the need', r.strengthForNeed)],
    ['precision', 0, 1, -1, uncovered],
    ['rematch', 'no', 'yes', 1, introduced],
    ['loadCap', 1, 8, 1, introduced],
    ...matches(''),
    ['coordinators', 0.1, 1, 1, money('precisionMentoring')],
    ['who', 'residents', 'everyone', 1, introduced],
    ...selection(needOfMatched),
  ]),
  ...rows('distributedMentoring', [
    coverage('distributedMentoring'),
    ['partners', 1, 3, 1, introduced],
    ['loadCap', 1, 8, 1, introduced],
    ...matches(''),
    ['coordinators', 0.1, 1, 1, money('distributedMentoring')],
    ['who', 'residents', 'everyone', 1, introduced],
    ...selection(needOfMatched),
  ]),
  ...rows('equitySponsorship', [
    coverage('equitySponsorship'),
    ['coverage', 0, 1, 1, sponsorship, 'whom: women'],
    ['access', 0, 1, 1, sponsorship, 'whom: women'],
    ['whom', 'underRepresented', 'both', 1, money('equitySponsorship')],
    ['who', 'residents', 'everyone', 1, money('equitySponsorship')],
    ['loadCap', 1, 8, 1, introduced, 'whom: women'],
    ...matches('whom: both'),
    ['coordinators', 0.1, 1, 1, money('equitySponsorship')],
    ...selection(
      chancy('need of covered', r.needWhere('sponsorAccess')),
      'whom: both, coverage: 0.5',
    ),
  ]),
  ...rows('mentorshipFamilies', [
    coverage('mentorshipFamilies'),
    ['coverage', 0.1, 1, -1, burnout(r.residents)],
    ['groupSize', 3, 8, 1, chancy('members of a family', r.ofGroups('members'))],
    ['familyMeetings', 0.25, 2, 1, hours('mentorshipFamilies')],
    ...matches('').filter(([lever]) => lever !== 'termYears'),
    ['termYears', 0.25, 3, 1, inGroup],
    ['coordinators', 0.1, 1, 1, money('mentorshipFamilies')],
    ...selection(needOfMatched),
  ]),
  ...rows('nearPeer', [
    coverage('nearPeer'),
    ['coverage', 0, 1, 1, peersOf('interns', r.interns)],
    ['pairing', 'random', 'similar', 1, likeness],
    [
      'buddiesEach',
      1,
      4,
      1,
      chancy('interns of a buddy', r.internsOfBuddy),
      'coverage: 1, pairing: similar',
    ],
    ['meetingsPerMonth', 0.1, 4, 1, meetingsOfPairs],
    ['neverMeets', 0, 0.8, -1, meetingsOfPairs],
    ...selection(chancy('need of interns with buddies', r.needOfBuddied)),
  ]),
  ...rows('peerGroups', [
    ['who', 'residents', 'everyone', 1, hours('peerGroups')],
    ['coverage', 0.2, 1, 1, inGroup],
    ['coverage', 0, 1, -1, burnout(r.residents)],
    ['groupSize', 3, 10, 1, chancy('members of a group', r.ofGroups('members'))],
    ['meetingsPerMonth', 0.5, 4, 1, cohesion, all],
    ['hoursPerMeeting', 0.5, 2, 1, hours('peerGroups')],
    ['facilitated', 'no', 'yes', 1, cohesion, all],
    ['curriculum', 'no', 'yes', 1, cohesion, `meetingsPerMonth: 4, ${all}`],
    // by lot, members of one hospital are already half alike
    ['composition', 'similar', 'balanced', 1, balance, all],
    ['composition', 'diverse', 'balanced', 1, balance, all],
    ['termYears', 1, 6, 1, cohesion, all],
    ...selection(chancy('need of members', r.needOfGrouped)),
  ]),
  ...rows('affinityGroups', [
    coverage('affinityGroups'),
    ['meetingsPerMonth', 0, 2, 1, contacts(groupSession), 'whom: both'],
    ['meetingsPerMonth', 0, 4, 1, peersOf('women', r.women), 'whom: women'],
    [
      'groupSize',
      2,
      6,
      1,
      chancy('company of women', r.column('affinity', r.women)),
      'whom: women',
    ],
    ['coverage', 0, 1, 1, chancy('innate ring', r.innateRing(r.women)), 'whom: women'],
    ['hoursPerMeeting', 0.5, 2, 1, hours('affinityGroups')],
    ['whom', 'underRepresented', 'both', 1, hours('affinityGroups')],
    ['who', 'residents', 'everyone', 1, hours('affinityGroups'), 'whom: both'],
    ...selection(needOfCompany, 'whom: both, coverage: 0.5'),
  ]),
  ...rows('randomCoffees', [
    coverage('randomCoffees'),
    ['coffeesPerYear', 0, 12, 1, contacts(coffee)],
    ['coffeesPerYear', 0, 26, 1, across, 'coverage: 0.9'],
    ['across', 'no', 'yes', 1, across, 'coverage: 0.9, coffeesPerYear: 26'],
    ['hours', 0.25, 1, 1, hours('randomCoffees')],
    ['who', 'residents', 'everyone', 1, hours('randomCoffees')],
    ...selection({ ...tiesOfNeedy, futures: 16 }, 'coverage: 0.5, coffeesPerYear: 26'),
  ]),
  ...rows('yearlyEvent', [
    coverage('yearlyEvent'),
    ['talks', 0, 6, 1, contacts(event)],
    ['talks', 0, 20, 1, across],
    ['hours', 1, 8, 1, hours('yearlyEvent')],
    ['who', 'residents', 'everyone', 1, hours('yearlyEvent')],
    ...selection({ ...tiesOfNeedy, futures: 16 }, 'coverage: 0.5, talks: 20'),
  ]),
];
