/** Virtual trials: a programme given to some and withheld from others, next to all and to none. */

import type { Sequence } from '../chance/seeds.ts';
import { replicateSeed, sequential } from '../chance/seeds.ts';
import type { Arm } from '../experiment/experiment.ts';
import { settingsOf, warmUp } from '../experiment/replicate.ts';
import type { PersonOutcome } from '../model/outcomes.ts';
import type { Model, Snapshot } from '../model/simulation.ts';
import { Simulation } from '../model/simulation.ts';
import type { World } from '../model/world.ts';
import { meanOf } from './statistics.ts';
import type { TrialEstimate } from './trial.ts';
import { compareArms, intraclassCorrelation, steppedWedge } from './trial.ts';

export const trialDesigns = ['individual', 'cluster', 'steppedWedge'] as const;
export type TrialDesign = (typeof trialDesigns)[number];

/** A trial of the policies of a scenario. */
export interface TrialPlan {
  readonly arm: Arm;
  readonly seed: string;
  readonly design: TrialDesign;
  /** A person outcome of the model. */
  readonly outcome: string;
  /** Label of a group whose people are analysed; undefined for everybody. */
  readonly group?: string;
  /** Weeks until the outcome is measured; in a stepped wedge, of each period. */
  readonly weeks: number;
  /** Steps of a stepped wedge: at each, some clusters begin. */
  readonly steps: number;
}

/** One simulated trial. */
export interface TrialResult {
  readonly estimate: TrialEstimate;
  /** People analysed, and clusters. */
  readonly people: number;
  readonly clusters: number;
  /** What giving the programme to all changes against giving it to none, same people and luck. */
  readonly rollOut: number;
  /** What the trial changes for those from whom it was withheld: spillover through ties. */
  readonly spillover: number;
  /** Of the outcome within clusters when nobody has the programme. */
  readonly correlation: number;
}

/** Who has the programme in the week. */
type Allocation = (person: number, cluster: number, week: number) => boolean;

/**
 * Simulates trial number `replicate`: once as randomised, once for all, once for none.
 * @throws RangeError when the model does not say how a programme is withheld.
 */
export function runTrial(model: Model, plan: TrialPlan, replicate: number): TrialResult {
  if (!model.trial)
    throw new RangeError(`runTrial: ${model.name} has no way to withhold a programme.`);
  const seed = replicateSeed(plan.seed, replicate);
  const { scenario } = plan.arm;
  const start = scenario.warmUp > 0 ? warmUp(model, plan.arm, seed) : undefined;
  const random = sequential(`trial ${seed}`);
  const none = new Course(model, plan, seed, start, () => false);
  const all = new Course(model, plan, seed, start, () => true);
  const { allocation, startsAt } = allocate(plan, none, random);
  const trial = new Course(model, plan, seed, start, allocation);
  const periods = plan.design === 'steppedWedge' ? plan.steps + 1 : 1;
  const enrolled = new Set(none.values().keys());
  const means: number[][] = [];
  for (let period = 1; period <= periods; period++) {
    for (const course of [none, all, trial]) course.simulation.runTo(period * plan.weeks);
    means.push(trial.clusterMeans());
  }
  const end = { none: none.values(), all: all.values(), trial: trial.values() };
  const isIn = (person: number): boolean => plan.design !== 'individual' || enrolled.has(person);
  const treated: number[] = [];
  const control: number[] = [];
  const spilled: number[] = [];
  for (const [person, { value, cluster }] of end.trial) {
    if (!isIn(person)) continue;
    // the last week before the measurement
    const has = allocation(person, cluster, periods * plan.weeks - 1);
    (has ? treated : control).push(value);
    const alone = end.none.get(person);
    if (!has && alone) spilled.push(value - alone.value);
  }
  const byPeriod = means[0].map((_, c) => means.map((row) => row[c]));
  const filled = byPeriod
    .map((row, c) => ({ row, c }))
    .filter(({ row }) => !row.some(Number.isNaN));
  const last = filled.map(({ row, c }) => ({ mean: row[row.length - 1], c }));
  const on = (c: number): boolean => startsAt[c] === 0;
  const estimate = {
    individual: () => compareArms(treated, control),
    cluster: () =>
      compareArms(
        last.filter(({ c }) => on(c)).map(({ mean }) => mean),
        last.filter(({ c }) => !on(c)).map(({ mean }) => mean),
      ),
    steppedWedge: () =>
      steppedWedge(
        filled.map(({ row }) => row),
        filled.map(({ c }) => startsAt[c]),
        random,
      ),
  }[plan.design]();
  const mean = (values: Map<number, { value: number }>): number =>
    meanOf([...values.values()].map(({ value }) => value));
  return {
    estimate,
    people: plan.design === 'individual' ? treated.length + control.length : end.trial.size,
    clusters: filled.length,
    rollOut: mean(end.all) - mean(end.none),
    spillover: meanOf(spilled),
    correlation: none.correlation(),
  };
}

/** One simulation of the trial, and how it is measured. */
class Course {
  readonly simulation: Simulation;
  private readonly plan: TrialPlan;
  private readonly cluster: string;

  constructor(
    model: Model,
    plan: TrialPlan,
    seed: string,
    start: Snapshot | undefined,
    allocation: Allocation,
  ) {
    this.plan = plan;
    const { withheld, cluster } = model.trial!;
    this.cluster = cluster;
    this.simulation = new Simulation(model, settingsOf(plan.arm, seed), ({ people, week }) => {
      const column = people.column as unknown as Record<string, Uint8Array | Int32Array>;
      const person = column['person'];
      for (let seat = 0; seat < people.size; seat++) {
        const has = person[seat] >= 0 && allocation(person[seat], column[cluster][seat], week);
        column[withheld][seat] = has ? 0 : 1;
      }
    });
    if (start) this.simulation.restore(start);
  }

  /** The outcome of each person analysed, by id, with the person's cluster. */
  values(): Map<number, { value: number; cluster: number }> {
    const { world, model } = this.simulation;
    const outcome = model.outcomes[this.plan.outcome] as PersonOutcome<World>;
    const column = world.people.column as unknown as Record<string, Int32Array>;
    const values = new Map<number, { value: number; cluster: number }>();
    for (let seat = 0; seat < world.people.size; seat++) {
      const person = column['person'][seat];
      if (person < 0 || !isInGroup(model, world, seat, this.plan.group)) continue;
      const value = outcome.value(world, seat);
      if (!Number.isNaN(value)) values.set(person, { value, cluster: column[this.cluster][seat] });
    }
    return values;
  }

  /** Mean outcome of each cluster; NaN where nobody is. */
  clusterMeans(): number[] {
    return this.byCluster().map((values) => (values.length === 0 ? Number.NaN : meanOf(values)));
  }

  correlation(): number {
    return intraclassCorrelation(this.byCluster());
  }

  private byCluster(): number[][] {
    const clusters: number[][] = [];
    for (const { value, cluster } of this.values().values()) {
      while (clusters.length <= cluster) clusters.push([]);
      clusters[cluster].push(value);
    }
    return clusters;
  }
}

function isInGroup(model: Model, world: World, seat: number, group: string | undefined): boolean {
  if (group === undefined) return true;
  return Object.values(model.groupings).some(({ labels, of }) => labels[of(world, seat)] === group);
}

/**
 * Allocates at random, half and half. People who come later are outside an individually randomised
 * trial; in the others they share the fate of their cluster.
 */
function allocate(
  plan: TrialPlan,
  none: Course,
  random: Sequence,
): { readonly allocation: Allocation; readonly startsAt: readonly number[] } {
  const values = none.values();
  const clusters = 1 + Math.max(-1, ...[...values.values()].map(({ cluster }) => cluster));
  const order = random.shuffle(Array.from({ length: clusters }, (_, c) => c));
  if (plan.design === 'individual') {
    const people = random.shuffle([...values.keys()].sort((a, b) => a - b));
    const treated = new Set(people.slice(0, Math.ceil(people.length / 2)));
    return { allocation: (person) => treated.has(person), startsAt: [] };
  }
  const never = Number.POSITIVE_INFINITY;
  const startsAt = new Array<number>(clusters).fill(never);
  order.forEach((c, k) => {
    if (plan.design === 'cluster') startsAt[c] = k < clusters / 2 ? 0 : never;
    else startsAt[c] = 1 + Math.floor((k * plan.steps) / clusters);
  });
  const allocation: Allocation = (_, cluster, week) =>
    cluster < clusters && week >= startsAt[cluster] * plan.weeks;
  return { allocation, startsAt };
}
