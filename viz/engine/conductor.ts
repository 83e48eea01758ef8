/** Decides what is simulated next for the question on screen, and what need not be simulated at all. */
import type { RunResult } from '../../sim/experiment/experiment.ts';
import type { Scenario } from '../../sim/model/scenario.ts';
import type { Brief, Course, Question } from '../desk/protocol.ts';
import type { EnginePool, Ticket } from './pool.ts';

/** What the page wants to know. */
export interface Wish {
  readonly baseline: Scenario;
  readonly arms: readonly Scenario[];
  /** The arm whose answer comes first. */
  readonly first: number;
  readonly replicates: number;
  readonly courses: readonly Course[];
  /** Name of the roster all scenarios begin with. */
  readonly roster?: string;
}

/** How far it is. */
export interface Standing {
  /** Pairs of futures that are there for all plans, and pairs asked for. */
  readonly pairs: number;
  readonly wanted: number;
  /** What can be said so far; undefined before the first pair of this question. */
  readonly brief: Brief | undefined;
  /** `brief` belongs to the question asked last, not to the one before. */
  readonly current: boolean;
  readonly error: string | undefined;
  /** Milliseconds until all pairs are there, as far as can be told. */
  readonly remaining: number | undefined;
  /** Milliseconds that one run takes, 0 before it is known. */
  readonly runTime: number;
}

/** The part of the desk that the conductor needs. */
export interface Keeper {
  keep(key: string, result: RunResult): void;
  forget(key: string): void;
  brief(question: Question): Promise<Brief>;
}

/** Fewest pairs with a range; between the first and these nothing is shown anew. */
const fewestForRange = 5;
/** Runs kept at the desk before scenarios that nobody asks for are forgotten. */
const mostKept = 1500;
/** Milliseconds between two answers while futures arrive. */
const betweenBriefs = 220;

/** The name under which all runs of a scenario are kept: everything that decides on its results. */
export function keyOf(scenario: Scenario, roster?: string): string {
  const { name: _name, title: _title, question: _question, replicates: _n, ...rest } = scenario;
  return JSON.stringify([rest, roster]);
}

/**
 * Conducts a pool and a desk. `show` is told whenever something changed. With `firstAlone` the other
 * futures wait for the first answer: where cores are few they would slow it down.
 */
export class Conductor {
  private readonly pool: EnginePool;
  private readonly desk: Keeper;
  private readonly modelHash: string;
  private readonly show: (standing: Standing) => void;
  private readonly firstAlone: boolean;
  private readonly kept = new Map<string, Set<number>>();
  private readonly tickets = new Map<string, Ticket>();
  private wish: Wish | undefined;
  private keys: readonly string[] = [];
  private brief: Brief | undefined;
  /** Pairs in the brief on screen, −1 while it belongs to another question. */
  private shown = -1;
  private asking = false;
  private error: string | undefined;
  private runTime = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastBrief = 0;

  constructor(
    pool: EnginePool,
    desk: Keeper,
    modelHash: string,
    show: (standing: Standing) => void,
    firstAlone = false,
  ) {
    this.pool = pool;
    this.desk = desk;
    this.modelHash = modelHash;
    this.show = show;
    this.firstAlone = firstAlone;
  }

  /** Asks another question; work for the one before stops unless it serves this one too. */
  ask(wish: Wish): void {
    const same = this.wish !== undefined && sameWish(this.wish, wish);
    this.wish = wish;
    this.keys = [wish.baseline, ...wish.arms].map((scenario) => keyOf(scenario, wish.roster));
    if (!same) this.shown = -1;
    this.error = undefined;
    this.tidy();
    this.order();
    this.look(true);
  }

  /** Asks again for what failed. */
  retry(): void {
    if (this.wish) this.ask(this.wish);
  }

  /** Stops all work in hand, and is content with the first pairs that are there without a gap. */
  stop(): void {
    for (const ticket of this.tickets.values()) this.pool.cancel(ticket);
    this.tickets.clear();
    let replicates = 0;
    while (this.hasPair(replicates)) replicates++;
    this.wish = this.wish && { ...this.wish, replicates };
    this.report();
    this.look(true);
  }

  /** Wants nothing until it is asked again: what it would begin with is not there. */
  wait(): void {
    this.stop();
    this.wish = undefined;
    this.keys = [];
    this.brief = undefined;
    this.shown = -1;
    this.report();
  }

  /** Requests what is missing and takes back what is not wanted any more. */
  private order(): void {
    const { wish, keys } = this;
    if (!wish) return;
    const scenarios = [wish.baseline, ...wish.arms];
    const order = [wish.first + 1, 0, ...keys.keys()].filter((k, at, all) => all.indexOf(k) === at);
    const wanted = new Map<string, { arm: number; replicate: number; rank: number }>();
    const waits = this.firstAlone && this.shown < 1;
    const upTo = waits ? Math.min(1, wish.replicates) : wish.replicates;
    for (let replicate = 0; replicate < upTo; replicate++) {
      order.forEach((arm, place) => {
        const name = `${replicate} ${keys[arm]}`;
        if (this.kept.get(keys[arm])?.has(replicate) || wanted.has(name)) return;
        wanted.set(name, { arm, replicate, rank: replicate * 8 + place });
      });
    }
    for (const [name, ticket] of this.tickets) {
      if (wanted.has(name)) continue;
      this.pool.cancel(ticket);
      this.tickets.delete(name);
    }
    for (const [name, { arm, replicate, rank }] of wanted) {
      if (this.tickets.has(name)) continue;
      const key = keys[arm];
      const job = { scenario: scenarios[arm], replicate };
      const ticket = this.pool.request({
        job: wish.roster === undefined ? job : { ...job, roster: wish.roster },
        modelHash: this.modelHash,
        rank,
        done: (result, milliseconds) => {
          this.tickets.delete(name);
          // a warm-up takes longer and says little about the runs to come
          this.runTime = this.runTime === 0 ? milliseconds : Math.min(this.runTime, milliseconds);
          this.receive(key, result);
        },
        failed: (message) => {
          this.tickets.delete(name);
          this.error = message;
          this.report();
        },
      });
      this.tickets.set(name, ticket);
    }
  }

  private receive(key: string, result: RunResult): void {
    const runs = this.kept.get(key) ?? new Set<number>();
    runs.add(result.replicate);
    this.kept.delete(key);
    this.kept.set(key, runs);
    this.desk.keep(key, result);
    this.look(false);
  }

  /** Forgets scenarios that were not asked for lately. */
  private tidy(): void {
    let count = 0;
    for (const runs of this.kept.values()) count += runs.size;
    for (const [key, runs] of this.kept) {
      if (count <= mostKept) return;
      if (this.keys.includes(key)) continue;
      this.kept.delete(key);
      this.desk.forget(key);
      count -= runs.size;
    }
  }

  /** Pairs there: replicates of which every plan and the baseline have been simulated. */
  private pairs(): number {
    let pairs = 0;
    for (let r = 0; r < (this.wish?.replicates ?? 0); r++) if (this.hasPair(r)) pairs++;
    return pairs;
  }

  private hasPair(replicate: number): boolean {
    const { keys } = this;
    return keys.length > 0 && keys.every((key) => this.kept.get(key)?.has(replicate));
  }

  /** Runs that are still to be simulated. */
  private missing(): number {
    const { wish, keys } = this;
    let missing = 0;
    for (const key of new Set(keys)) {
      const runs = this.kept.get(key);
      for (let r = 0; wish && r < wish.replicates; r++) if (!runs?.has(r)) missing++;
    }
    return missing;
  }

  private look(changedWish: boolean): void {
    const { wish } = this;
    if (!wish) return;
    const pairs = this.pairs();
    this.report();
    const complete = pairs === wish.replicates;
    const worth = pairs >= Math.min(fewestForRange, wish.replicates) || this.shown < 1;
    if (pairs === 0 || this.asking || (!changedWish && pairs === this.shown) || !worth) return;
    const since = performance.now() - this.lastBrief;
    if (!complete && this.shown > 0 && since < betweenBriefs) {
      this.timer ??= setTimeout(() => {
        this.timer = undefined;
        this.look(false);
      }, betweenBriefs - since);
      return;
    }
    this.askDesk(wish, pairs);
  }

  private askDesk(wish: Wish, pairs: number): void {
    const { keys } = this;
    this.asking = true;
    const [baseline, ...arms] = [wish.baseline, ...wish.arms].map((scenario, k) => ({
      key: keys[k],
      scenario,
    }));
    const question = { baseline, arms, replicates: wish.replicates, courses: wish.courses };
    this.desk.brief(question).then(
      (brief) => {
        this.asking = false;
        this.lastBrief = performance.now();
        if (keys === this.keys) {
          this.brief = brief;
          this.shown = pairs;
          this.report();
        }
        // what waited for the first answer
        this.order();
        this.look(keys !== this.keys || wish !== this.wish);
      },
      (error: Error) => {
        this.asking = false;
        this.error = error.message;
        this.report();
      },
    );
  }

  private report(): void {
    const { wish } = this;
    this.show({
      pairs: this.pairs(),
      wanted: wish?.replicates ?? 0,
      brief: this.brief,
      current: this.shown > 0,
      error: this.error,
      runTime: this.runTime,
      remaining: this.runTime === 0 ? undefined : (this.missing() * this.runTime) / this.pool.size,
    });
  }
}

function sameWish(a: Wish, b: Wish): boolean {
  const keys = (wish: Wish): string =>
    JSON.stringify([wish.baseline, wish.arms].flat().map((s) => keyOf(s, wish.roster)));
  return keys(a) === keys(b);
}
