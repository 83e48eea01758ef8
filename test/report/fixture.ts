/** Fixed inputs for the report: comparisons written by hand, one small network, no simulation. */
import { mentoring } from '../../models/mentoring/model.ts';
import type { ReportArm, ReportInput } from '../../report/report-input.ts';
import type { Comparison } from '../../sim/analysis/paired.ts';
import { defaultsOf } from '../../sim/model/parameters.ts';
import type { Scenario } from '../../sim/model/scenario.ts';
import type { Model, PolicyInForce } from '../../sim/model/simulation.ts';
import type { NetworkSnapshot } from '../../sim/network/snapshot.ts';

export const model = mentoring as unknown as Model;

/** A comparison with an interval of the mean half as wide as the range of futures. */
export function comparison(
  outcome: string,
  group: string,
  baseline: number,
  value: number,
  spread: number,
  changes: Partial<Comparison> = {},
): Comparison {
  const difference = value - baseline;
  const { unit, better } = model.outcomes[outcome];
  const clear = Math.abs(difference) > spread / 2;
  const good = difference > 0 === (better === 'up');
  return {
    scenario: 'groups.yaml',
    outcome,
    group,
    unit,
    baseline,
    value,
    difference,
    meanLow: difference - spread / 2,
    meanHigh: difference + spread / 2,
    futureLow: difference - spread,
    futureHigh: difference + spread,
    replicates: 30,
    verdict: clear ? (good ? 'better' : 'worse') : 'cannot tell apart yet',
    ...changes,
  };
}

/** What a comparison of a single future looks like. */
export function firstLook(c: Comparison): Comparison {
  const unknown = { meanLow: null, meanHigh: null, futureLow: null, futureHigh: null };
  return { ...c, ...unknown, replicates: 1, verdict: 'cannot tell apart yet' };
}

export const peerGroups: PolicyInForce = {
  policy: 'peerGroups',
  levers: { ...defaultsOf(model.policies['peerGroups'].levers), groupSize: 6 },
  start: 52,
  end: Number.POSITIVE_INFINITY,
  ramp: 0,
};

export function scenario(changes: Partial<Scenario> = {}): Scenario {
  return {
    name: 'today.yaml',
    model: 'mentoring',
    title: 'Today',
    question: 'What if nothing changes?',
    parameters: defaultsOf(model.shape.parameters),
    population: defaultsOf(model.population),
    populationSeed: '1',
    policies: [],
    horizon: 520,
    warmUp: 624,
    seed: '7',
    replicates: 30,
    record: { every: 52, outcomes: ['hasMentor', 'burnedOut', 'programmeCost'] },
    ...changes,
  };
}

/** Two departments of four, with one vacant post. */
export function network(week: number): NetworkSnapshot {
  return {
    week,
    person: [1, 2, 3, 4, 5, 6, 7, 8, -1],
    value: {
      role: [1, 0, 0, 0, 1, 0, 0, 0, 1],
      department: [0, 0, 0, 0, 1, 1, 1, 1, 1],
      metMentors: [0, 1, 1, 0, 0, 1, 0, 0, 0],
    },
    layers: {
      senior: { source: [1, 2, 5], target: [0, 0, 4], value: {} },
      peer: { source: [1, 5], target: [2, 3], value: {} },
    },
  };
}

function series(level: number): ReportArm['trajectories'][string] {
  return [1, 2, 3].map((year) => ({
    year,
    mean: level + 0.01 * year,
    low: level - 0.05,
    high: level + 0.05,
  }));
}

export function arm(changes: Partial<Scenario> = {}, level = 0.5): ReportArm {
  const groups = ['everybody', 'residents', 'faculty'];
  const keys = ['hasMentor', 'burnedOut'].flatMap((name) => groups.map((g) => `${name}/${g}`));
  return {
    scenario: scenario(changes),
    runIds: ['0123456789abcdef0123456789abcdef'],
    networks: [network(0), network(520)],
    trajectories: Object.fromEntries(keys.map((key) => [key, series(level)])),
  };
}

const groupsArm = {
  name: 'groups.yaml',
  title: 'Peer groups',
  question: 'What if residents met in peer groups?',
  policies: [peerGroups],
};

/** A scenario that helps residents, at a cost. */
export const comparisons: readonly Comparison[] = [
  comparison('hasMentor', 'everybody', 0.7, 0.71, 0.04),
  comparison('hasMentor', 'residents', 0.67, 0.81, 0.05),
  comparison('hasMentor', 'faculty', 0.72, 0.72, 0.05),
  comparison('burnedOut', 'everybody', 0.47, 0.44, 0.04),
  comparison('burnedOut', 'residents', 0.52, 0.47, 0.04),
  comparison('burnedOut', 'faculty', 0.4, 0.395, 0.03),
  comparison('programmeCost', 'everybody', 0, 212_345, 8000),
];

/** The whole input of a report. */
export function reportInput(changes: Partial<ReportInput> = {}): ReportInput {
  return {
    model,
    arms: [arm(), arm(groupsArm, 0.6)],
    comparisons,
    failures: [],
    replicates: 30,
    seed: '7',
    version: '0.1.0',
    command: 'npx mentorscape compare today.yaml groups.yaml --report r.html',
    modelHash: 'cafe0123',
    rosterDigest: '',
    ...changes,
  };
}
