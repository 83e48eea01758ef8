/** Why something happened: replays a run, watches the decisions of some people, and takes one term away. */
import { replicateSeed } from '../chance/seeds.ts';
import type { Arm } from '../experiment/experiment.ts';
import { settingsOf, warmUp } from '../experiment/replicate.ts';
import type { Model } from '../model/simulation.ts';
import { Simulation } from '../model/simulation.ts';
import type { Term, Trace } from '../model/trace.ts';
import type { World } from '../model/world.ts';
import type { Turn } from './turns.ts';
import { TurnsOf } from './turns.ts';

/** Whose decisions are watched: those of one person, or those between two. People by id. */
export interface Watched {
  readonly person: number;
  readonly other?: number;
}

/** One decision, with what it was decided by. */
export interface Decision {
  readonly week: number;
  readonly kind: string;
  readonly person: number;
  /** The other person; −1 when the decision concerns nobody else. */
  readonly other: number;
  /** What was decided by: the sum of the terms. */
  readonly value: number;
  /** It is a yes when the value passes this: the luck of the moment. */
  readonly threshold: number;
  readonly yes: boolean;
  /** Largest first, whatever their sign. */
  readonly terms: readonly Term[];
}

/** One term of one decision that is taken away in a what-if. */
export interface Without {
  readonly week: number;
  readonly kind: string;
  readonly person: number;
  readonly other: number;
  readonly term: string;
}

/** A replayed run. */
export interface Replay {
  readonly decisions: readonly Decision[];
  /** What befell the person watched, when no other is named. */
  readonly turns: readonly Turn[];
  readonly digest: string;
  /** Ids of those who were there in week 0, by seat. */
  readonly atStart: readonly number[];
  /** The run at its end. */
  readonly world: World;
}

/**
 * Replays replicate `replicate` of an arm to `until` (its horizon unless given) and notes the
 * decisions of the people watched from week 0 on. Watching changes nothing: the digest is that of
 * the run. With `without`, one term is taken away from one decision, and all luck stays the same.
 */
export function replay(
  model: Model,
  arm: Arm,
  seed: string,
  replicate: number,
  watched: Watched,
  options: { readonly without?: Without; readonly until?: number } = {},
): Replay {
  const { scenario } = arm;
  const ofReplicate = replicateSeed(seed, replicate);
  const simulation = new Simulation(model, settingsOf(arm, ofReplicate));
  if (scenario.warmUp > 0) simulation.restore(warmUp(model, arm, ofReplicate));
  simulation.beginRecord();
  const { people } = simulation.world;
  const persons = (people.column as unknown as { person: Int32Array }).person;
  const atStart = [...persons.subarray(0, people.size)].filter((person) => person >= 0);
  const trace = new DecisionTrace(model, simulation.world, watched, options.without);
  simulation.world.trace = trace;
  const turns = new TurnsOf(model, watched.other === undefined ? watched.person : -1);
  turns.look(simulation.world);
  const until = options.until ?? scenario.horizon;
  while (simulation.world.week < until) {
    simulation.step();
    turns.look(simulation.world);
  }
  simulation.finish();
  return {
    decisions: trace.decisions,
    turns: turns.seen,
    digest: simulation.fingerprint(),
    atStart,
    world: simulation.world,
  };
}

class DecisionTrace implements Trace {
  readonly decisions: Decision[] = [];
  private readonly model: Model;
  private readonly world: World;
  private readonly watched: Watched;
  private readonly without: Without | undefined;

  constructor(model: Model, world: World, watched: Watched, without: Without | undefined) {
    this.model = model;
    this.world = world;
    this.watched = watched;
    this.without = without;
  }

  watches(ego: number, alter: number): boolean {
    const { person, other } = this.watched;
    const a = this.personAt(ego);
    const b = this.personAt(alter);
    if (other === undefined) return a === person || b === person;
    return (a === person && b === other) || (a === other && b === person);
  }

  decide(
    kind: string,
    ego: number,
    alter: number,
    value: number,
    threshold: number,
    detail: number,
  ): number {
    const terms = this.model.decisions?.[kind]?.terms(this.world, ego, alter, detail) ?? [];
    const { week } = this.world;
    const decision = { week, kind, person: this.personAt(ego), other: this.personAt(alter) };
    const taken = this.isWithout(decision)
      ? (terms.find(({ name }) => name === this.without?.term)?.value ?? 0)
      : 0;
    const left = taken === 0 ? value : value - taken;
    const ranked = terms.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
    const yes = left > threshold;
    this.decisions.push({ ...decision, value: left, threshold, yes, terms: ranked });
    return left;
  }

  private isWithout({ week, kind, person, other }: Omit<Without, 'term'>): boolean {
    const w = this.without;
    return (
      w !== undefined &&
      w.week === week &&
      w.kind === kind &&
      w.person === person &&
      w.other === other
    );
  }

  private personAt(seat: number): number {
    if (seat < 0) return -1;
    return (this.world.people.column as unknown as { person: Int32Array }).person[seat];
  }
}
