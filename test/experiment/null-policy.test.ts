/** A policy that does nothing changes nothing, to the last bit of every column and record. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../sim/experiment/experiment.ts';
import { model, runAll, scenario } from './scenarios.ts';

const department = `mentorscape: 1
population: { faculty: 16, residents: 9, departments: 2 }
horizon: 2 years
warmUp: 26 weeks
`;

/** Every shipped policy with levers at which it does nothing. */
const neutral: readonly (readonly [string, string])[] = [
  ['affinityGroups', 'coverage: 0'],
  ['affinityGroups', 'meetingsPerMonth: 0'],
  ['budgetCut', 'keeps: 1'],
  ['budgetCut', 'keeps: 0, cuts: nearPeer'],
  ['distributedMentoring', 'coverage: 0'],
  ['equitySponsorship', 'coverage: 0'],
  ['fairDistribution', 'cap: 60, invitation: 0, waitingList: no, coordinators: 0'],
  ['formalMatching', 'coverage: 0'],
  ['formalMatching', 'coverage: 0, uptake: voluntary'],
  ['formalMatching', 'leastFit: 1, coordinators: 0'],
  ['hiringFreeze', 'freeze: 0'],
  ['hybridWork', 'daysAtHome: 0'],
  ['hybridWork', 'coverage: 0'],
  ['hybridWork', 'coverage: 0, schedule: anchor'],
  ['mentorProfiles', 'coverage: 0'],
  ['mentorProfiles', 'shown: 0, coordinators: 0'],
  ['mentorTraining', 'coverage: 0'],
  ['mentorTraining', 'yearly: 0'],
  ['mentorTraining', 'hours: 0'],
  ['mentorshipFamilies', 'coverage: 0'],
  ['mentorshipFamilies', 'familyMeetings: 0, coordinators: 0'],
  ['nearPeer', 'coverage: 0'],
  ['peerGroups', 'coverage: 0'],
  ['peerGroups', 'meetingsPerMonth: 0'],
  ['precisionMentoring', 'coverage: 0'],
  ['protectedTime', 'hoursPerWeek: 0'],
  ['protectedTime', 'coverage: 0'],
  ['randomCoffees', 'coverage: 0'],
  ['randomCoffees', 'coffeesPerYear: 0'],
  ['recognition', 'coverage: 0'],
  ['recognition', 'credit: 0'],
  ['retirements', 'people: 0'],
  ['spaceForPeers', 'coverage: 0'],
  ['spaceForPeers', 'hoursPerWeek: 0'],
  ['structuredProgramme', 'coverage: 0'],
  ['structuredProgramme', 'structure: 0, assessment: 0, personalisation: 0, coordinators: 0'],
  ['virtualMentoring', 'coverage: 0'],
  ['virtualMentoring', 'agendas: 0, informalHours: 0'],
  ['workloadRelief', 'coverage: 0'],
  ['workloadRelief', 'hoursOff: 0'],
  ['yearlyEvent', 'coverage: 0'],
  ['yearlyEvent', 'talks: 0'],
];

const arms = [
  scenario('', department),
  ...neutral.map(([policy, lever]) =>
    scenario(`policies: [{ policy: ${policy}, start: week 9, ${lever} }]\n`, department),
  ),
  scenario(
    `policies: [${neutral.map(([policy, lever]) => `{ policy: ${policy}, ${lever} }`).join(', ')}]\n`,
    department,
  ),
];

describe.each([0, 1, 2])('in future %d', (replicate) => {
  let runs: RunResult[];
  beforeAll(() => {
    runs = runAll(arms, replicate, 'null');
  });

  it.each(neutral.map(([policy, lever], k) => [policy, lever, k + 1]))(
    '%s with %s has the digest of the baseline',
    (_policy, _lever, arm) => {
      expect(runs[Number(arm)].rows).toEqual(runs[0].rows);
      expect(runs[Number(arm)].digest).toBe(runs[0].digest);
      expect(runs[Number(arm)].runId).not.toBe(runs[0].runId);
    },
  );

  it('all of them together have the digest of the baseline', () => {
    expect(runs.at(-1)?.digest).toBe(runs[0].digest);
  });
});

it('each shipped policy is tried, and its defaults do change something', () => {
  const names = Object.keys(model.policies);
  expect([...new Set(neutral.map(([policy]) => policy))].sort()).toEqual(names.toSorted());
  // a budget cut acts on others only
  const others = names.filter((policy) => policy !== 'budgetCut');
  const active = others.map((policy) =>
    scenario(`policies: [{ policy: ${policy} }]\n`, department),
  );
  const digests = runAll([arms[0], ...active], 0, 'null').map(({ digest }) => digest);
  expect(new Set(digests).size).toBe(others.length + 1);
});
