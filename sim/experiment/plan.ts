/** The runs of a design: any run by its number, so that a million of them need no list. */
import { replicateSeed } from '../chance/seeds.ts';
import { Digest } from '../data/digest.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Model } from '../model/simulation.ts';
import type { Design, DesignPart, FactorValue, Recording } from './design.ts';
import type { Arm } from './experiment.ts';
import type { ModelIdentity } from './run-id.ts';
import { canonical, rosterDigest, runId } from './run-id.ts';
import type { Sample, Sampler } from './sampling.ts';
import { createSampler } from './sampling.ts';
import { policiesOf, withWorld } from './settings.ts';

/** One run of a plan. */
export interface PlannedRun {
  readonly index: number;
  readonly part: number;
  /** Point of the outer block: the uncertainties, or all factors where they are sampled together. */
  readonly world: number;
  /** Point of the inner block: levers that are crossed with the uncertainties. */
  readonly arm: number;
  readonly replicate: number;
  readonly seed: string;
  readonly runId: string;
  readonly scenario: Scenario;
  /** In the order of the design's factors; null for a factor that this part leaves alone. */
  readonly values: readonly (FactorValue | null)[];
  readonly outer: Pick<Sample, 'sample' | 'role'>;
  readonly inner: Pick<Sample, 'sample' | 'role'>;
  /** What to keep of it, where that is more than the design asks. */
  readonly record?: Recording;
}

/** Runs that are handed out together: the same world and replicate, so that they share a warm-up. */
export interface Slice {
  readonly from: number;
  /** The number after the last. */
  readonly to: number;
}

/** At most this many runs in a slice. */
export const longestSlice = 64;

/** All runs of a design in a fixed order: part, world, replicate, arm; arms vary fastest. */
export interface Plan {
  /** Hash of all that determines the runs and their order. */
  readonly planId: string;
  readonly design: Design;
  readonly base: Arm;
  readonly model: ModelIdentity;
  readonly runs: number;
  readonly slices: number;
  run(index: number): PlannedRun;
  /** What is needed to run it: the rest, and its id, are of use to whoever keeps it. */
  settings(index: number): Pick<PlannedRun, 'scenario' | 'seed'>;
  slice(number: number): Slice;
}

interface PartPlan {
  readonly part: DesignPart;
  readonly outer: Sampler;
  readonly inner: Sampler;
  readonly firstRun: number;
  readonly firstSlice: number;
  readonly slicesPerUnit: number;
  readonly runs: number;
  readonly slices: number;
}

/** The plan of a design over a base scenario. Nothing is computed until a run is asked for. */
export function createPlan(model: Model, modelHash: string, design: Design, base: Arm): Plan {
  const identity = { name: model.name, version: model.version, hash: modelHash };
  const parts = layOut(design);
  const last = parts[parts.length - 1];
  const digestOfRoster = rosterDigest(base.roster);
  const runs = last.firstRun + last.runs;
  const slices = last.firstSlice + last.slices;
  // the world of the last run asked for: neighbours share it, and the text that is hashed of it
  let held = { part: -1, world: -1, scenario: base.scenario, sample: parts[0].outer.at(0) };
  const worldOf = (k: number, world: number): typeof held => {
    if (held.part === k && held.world === world) return held;
    const { part, outer } = parts[k];
    const sample = outer.at(world);
    const settings = part.outer.factors.map(
      (f, i) => [design.factors[f], sample.values[i]] as const,
    );
    held = { part: k, world, scenario: withWorld(base.scenario, settings), sample };
    return held;
  };
  const place = (index: number): Omit<PlannedRun, 'runId'> => {
    const k = partOf(parts, 'firstRun', index, runs);
    const { part, inner, firstRun } = parts[k];
    const arms = inner.points;
    const unit = Math.floor((index - firstRun) / arms);
    const arm = (index - firstRun) % arms;
    const world = Math.floor(unit / design.replicates);
    const replicate = unit % design.replicates;
    const { scenario: inWorld, sample: outer } = worldOf(k, world);
    const sample = inner.at(arm);
    const values: (FactorValue | null)[] = new Array(design.factors.length).fill(null);
    part.outer.factors.forEach((f, i) => {
      values[f] = outer.values[i];
    });
    part.inner.factors.forEach((f, i) => {
      values[f] = sample.values[i];
    });
    const all = design.factors.flatMap((factor, f) => {
      const value = values[f];
      return value === null ? [] : [[factor, value] as const];
    });
    const own = part.inner.factors.map((f, i) => [design.factors[f], sample.values[i]] as const);
    const policies = policiesOf(model, base.scenario, all);
    const scenario = { ...withWorld(inWorld, own), policies };
    const seed = replicateSeed(seedOf(design, values), replicate);
    return {
      ...{ index, part: k, world, arm, replicate, seed, scenario, values },
      outer: { sample: outer.sample, role: outer.role },
      inner: { sample: sample.sample, role: sample.role },
    };
  };
  const run = (index: number): PlannedRun => {
    const placed = place(index);
    const { scenario, seed } = placed;
    return { ...placed, runId: runId(identity, scenario, digestOfRoster, seed) };
  };
  const slice = (number: number): Slice => {
    const k = partOf(parts, 'firstSlice', number, slices);
    const { inner, firstRun, firstSlice, slicesPerUnit } = parts[k];
    const unit = Math.floor((number - firstSlice) / slicesPerUnit);
    const start = firstRun + unit * inner.points;
    const from = start + ((number - firstSlice) % slicesPerUnit) * longestSlice;
    return { from, to: Math.min(from + longestSlice, start + inner.points) };
  };
  const planId = idOf(design, base.scenario, identity, digestOfRoster);
  return { planId, design, base, model: identity, runs, slices, run, settings: place, slice };
}

function layOut(design: Design): PartPlan[] {
  const parts: PartPlan[] = [];
  let firstRun = 0;
  let firstSlice = 0;
  design.parts.forEach((part, k) => {
    const outer = createSampler(part.outer, design.factors, `${design.seed}/design`);
    const inner = createSampler(part.inner, design.factors, `${design.seed}/design`);
    const units = outer.points * design.replicates;
    const slicesPerUnit = Math.ceil(inner.points / longestSlice);
    const runs = units * inner.points;
    const slices = units * slicesPerUnit;
    parts[k] = { part, outer, inner, firstRun, firstSlice, slicesPerUnit, runs, slices };
    firstRun += runs;
    firstSlice += slices;
  });
  return parts;
}

function partOf(
  parts: readonly PartPlan[],
  first: 'firstRun' | 'firstSlice',
  number: number,
  total: number,
): number {
  if (!(Number.isInteger(number) && number >= 0 && number < total)) {
    throw new RangeError(`plan: expected a whole number below ${total}, found ${number}.`);
  }
  return parts.findLastIndex((part) => part[first] <= number);
}

/** The seed that a point's replicates count from: everybody's, or one of its own. */
function seedOf(design: Design, values: readonly (FactorValue | null)[]): string {
  if (design.seeds === 'common') return design.seed;
  const digest = new Digest();
  // by name, so that a further factor or level leaves the luck of the other points alone
  design.factors.forEach(({ path }, f) => {
    if (values[f] !== null) digest.text(canonical([path, values[f]]));
  });
  return `${design.seed}/${digest.hex()}`;
}

function idOf(
  design: Design,
  base: Scenario,
  model: ModelIdentity,
  digestOfRoster: string,
): string {
  const { name: _, title: _title, question: _question, ...content } = design;
  const { name: _base, title: _of, question: _asked, replicates: _all, ...scenario } = base;
  const digest = new Digest();
  digest.text(canonical([content, scenario, model, digestOfRoster]));
  return digest.hex();
}

/** Rows that a run leaves in `series` and `final`, from the cells that are kept. */
export function rowsOfRun(plan: Plan, cellsKept: number): { series: number; final: number } {
  const { record } = plan.design;
  const { horizon, record: base } = plan.base.scenario;
  const periods = record.weeks === 'all' ? Math.ceil(horizon / base.every) : record.weeks.length;
  return { series: periods * cellsKept, final: cellsKept };
}
