/** Budget cut: from some week on other policies go on at a part of their strength, or not at all. */
import { policyFor } from '../../../sim/model/model.ts';
import { parameters } from '../../../sim/model/parameters.ts';
import { sources } from '../parameters/sources.ts';
import type { MentoringWorld } from '../shape.ts';

/** What can be cut: every programme, or all of them. A test holds the list complete. */
export const cuttable = [
  'all',
  'affinityGroups',
  'distributedMentoring',
  'equitySponsorship',
  'fairDistribution',
  'formalMatching',
  'hybridWork',
  'mentorProfiles',
  'mentorTraining',
  'mentorshipFamilies',
  'nearPeer',
  'peerGroups',
  'precisionMentoring',
  'protectedTime',
  'randomCoffees',
  'recognition',
  'spaceForPeers',
  'structuredProgramme',
  'virtualMentoring',
  'workloadRelief',
  'yearlyEvent',
] as const;

export const budgetCut = policyFor<MentoringWorld>()({
  title: 'Budget cut',
  doc: 'Other policies of the scenario go on at a part of their strength, for as long as the cut lasts.',
  source: 'Complexity of mentorship programmes (10.36834/cmej.79339): what lasts after the money',
  group: 'What befalls it',
  levers: parameters({
    keeps: {
      title: 'Share kept',
      doc: 'Share of strength left to the policies that are cut; 0 ends them. The ramp deepens the cut.',
      unit: 'share',
      default: 0,
      range: [0, 1],
      idleAt: 1,
      plausible: [0, 0.9],
      grade: 'D',
      source: sources.assumption,
    },
    cuts: {
      title: 'What is cut',
      doc: 'One policy, or all; write a cut for each of several.',
      options: cuttable,
      default: 'all',
      grade: 'D',
      source: sources.assumption,
    },
  }),
  scales(lever, inForce, policy) {
    if (lever.cuts !== 'all' && lever.cuts !== policy) return 1;
    return 1 - (1 - lever.keeps) * inForce.strength;
  },
});
