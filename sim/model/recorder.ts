/** Records outcomes by group: sampled every four weeks, one row of cells at the end of each period. */
import { settled } from '../data/columns.ts';
import type { Digest } from '../data/digest.ts';
import type { EventCounter } from './events.ts';
import { EventCounter as Counter } from './events.ts';
import type { GroupSlots } from './groups.ts';
import type { EventOutcome, Outcome, PersonOutcome, RatioOutcome, TieOutcome } from './outcomes.ts';
import { weeksPerYear } from './time.ts';
import type { World } from './world.ts';

/** Weeks between two samples of a standing quantity; 13 samples make a year. */
export const sampleEvery = 4;

/** The built-in outcome recorded for every group: how many people it had, on average. */
export const peopleCount = 'people';

/** The largest whole number that is ranked by counting; all its binary digits are 1. */
const countable = 1023;

/** One recorded series: an outcome for a group. */
export interface Cell {
  readonly outcome: string;
  readonly group: string;
}

/** A recorder's progress, as plain copies. */
export interface RecorderState {
  readonly sums: Float64Array;
  readonly weights: Float64Array;
  readonly base: Float64Array;
  readonly personWeeks: Float64Array;
  readonly soFar: Float64Array;
  readonly period: readonly [start: number, samples: number];
  readonly events: readonly Float64Array[];
  readonly rows: readonly Float64Array[];
}

/** Outcomes × groups of one run. All groups of an outcome are filled in one pass over its rows. */
export class Recorder {
  readonly cells: readonly Cell[];
  readonly rows: Float64Array[] = [];
  private readonly every: number;
  private readonly groups: GroupSlots;
  private readonly counters: readonly (readonly [string, EventCounter])[];
  private readonly outcomes: readonly (readonly [string, Outcome<World>])[];
  private readonly offsets: Int32Array;
  private readonly sums: Float64Array;
  private readonly weights: Float64Array;
  private readonly base: Float64Array;
  private readonly personWeeks: Float64Array;
  /** Counts since the start and what they are divided by, in pairs, for each cell. */
  private readonly soFar: Float64Array;
  private periodStart = 0;
  private samples = 0;
  private values = new Float64Array(64);
  private sorted = new Float64Array(64);
  private readonly counts = new Int32Array(countable + 1);

  constructor(
    outcomes: readonly (readonly [string, Outcome<World>])[],
    groups: GroupSlots,
    counters: Readonly<Record<string, EventCounter>>,
    every: number,
  ) {
    this.outcomes = outcomes;
    this.groups = groups;
    this.counters = Object.entries(counters);
    this.every = every;
    const cells: Cell[] = groups.labels.map((group) => ({ outcome: peopleCount, group }));
    this.offsets = new Int32Array(outcomes.length);
    outcomes.forEach(([name, outcome], k) => {
      this.offsets[k] = cells.length;
      const slots = outcome.of === 'world' ? 1 : groups.size;
      for (let slot = 0; slot < slots; slot++) {
        cells.push({ outcome: name, group: groups.labels[slot] });
      }
    });
    this.cells = cells;
    this.sums = new Float64Array(cells.length);
    this.weights = new Float64Array(cells.length);
    this.base = new Float64Array(outcomes.length);
    this.personWeeks = new Float64Array(groups.size);
    this.soFar = new Float64Array(2 * cells.length);
  }

  /** Makes a counter for each kind of event, tied to the groups. */
  static counters(
    names: readonly string[],
    groups: GroupSlots,
  ): Readonly<Record<string, EventCounter>> {
    const made: Record<string, EventCounter> = {};
    for (const name of names) made[name] = new Counter(groups.size, groups);
    return settled(made);
  }

  /** Starts afresh at the current state, forgetting what was counted before. */
  begin(world: World): void {
    this.rows.length = 0;
    this.soFar.fill(0);
    this.startPeriod(world);
  }

  /** Called when `world.week` has just advanced. */
  afterWeek(world: World): void {
    if (world.week % sampleEvery === 0) this.sample(world);
    if (world.week % this.every === 0) this.closePeriod(world);
  }

  /** Closes a last period that is shorter than the others. Call once, at the end of a run. */
  finish(world: World): void {
    if (world.week === this.periodStart) return;
    if (this.samples === 0) this.sample(world);
    this.closePeriod(world);
  }

  /** A copy of everything needed to go on recording later. */
  capture(): RecorderState {
    return {
      sums: this.sums.slice(),
      weights: this.weights.slice(),
      base: this.base.slice(),
      personWeeks: this.personWeeks.slice(),
      soFar: this.soFar.slice(),
      period: [this.periodStart, this.samples],
      events: this.counters.map(([, counter]) => counter.bySlot.slice()),
      rows: this.rows.map((row) => row.slice()),
    };
  }

  restore(state: RecorderState): void {
    this.sums.set(state.sums);
    this.weights.set(state.weights);
    this.base.set(state.base);
    this.personWeeks.set(state.personWeeks);
    this.soFar.set(state.soFar);
    [this.periodStart, this.samples] = state.period;
    this.counters.forEach(([, counter], k) => {
      counter.bySlot.set(state.events[k]);
    });
    this.rows.length = 0;
    for (const row of state.rows) this.rows.push(row.slice());
  }

  private startPeriod(world: World): void {
    this.sums.fill(0);
    this.weights.fill(0);
    this.personWeeks.fill(0);
    this.periodStart = world.week;
    this.samples = 0;
    for (const [, counter] of this.counters) counter.bySlot.fill(0);
    this.outcomes.forEach(([, outcome], k) => {
      if (outcome.of === 'world' && outcome.aggregate === 'increase') {
        this.base[k] = outcome.value(world);
      }
    });
  }

  private sample(world: World): void {
    const { groups, personWeeks } = this;
    groups.refresh(world);
    this.samples++;
    for (let slot = 0; slot < groups.size; slot++) {
      personWeeks[slot] += groups.people[slot] * sampleEvery;
    }
    for (let k = 0; k < this.outcomes.length; k++) {
      const outcome = this.outcomes[k][1];
      const offset = this.offsets[k];
      if (outcome.of === 'person') {
        if (outcome.aggregate === 'gini') this.sampleGini(world, outcome, offset);
        else this.samplePeople(world, outcome, offset);
      } else if (outcome.of === 'tie') this.sampleTies(world, outcome, offset);
      else if (outcome.of === 'world' && outcome.aggregate === 'mean') {
        const value = outcome.value(world);
        if (Number.isNaN(value)) continue;
        this.sums[offset] += value;
        this.weights[offset] += 1;
      }
    }
  }

  private samplePeople(world: World, outcome: PersonOutcome<World>, offset: number): void {
    const { groups, sums, weights } = this;
    const person = world.people.column['person'] as Int32Array;
    const seats = world.people.size;
    let sum = sums[offset];
    let weight = weights[offset];
    for (let seat = 0; seat < seats; seat++) {
      if (person[seat] < 0) continue;
      const value = outcome.value(world, seat);
      if (Number.isNaN(value)) continue;
      sum += value;
      weight++;
      groups.addTo(sums, weights, offset, seat, value);
    }
    sums[offset] = sum;
    weights[offset] = weight;
  }

  private sampleTies(world: World, outcome: TieOutcome<World>, offset: number): void {
    const { groups, sums, weights } = this;
    const layer = world.ties[outcome.layer];
    const source = layer.column['source'] as Int32Array;
    const ended = layer.column['ended'] as Uint8Array;
    const ties = layer.size;
    let sum = sums[offset];
    let weight = weights[offset];
    for (let tie = 0; tie < ties; tie++) {
      if (ended[tie] !== 0) continue;
      const value = outcome.value(world, tie);
      if (Number.isNaN(value)) continue;
      sum += value;
      weight++;
      groups.addTo(sums, weights, offset, source[tie], value);
    }
    sums[offset] = sum;
    weights[offset] = weight;
  }

  /** Gini coefficient, 2 Σ i·x₍ᵢ₎ / (n Σ x) − (n + 1) / n, in each group. */
  private sampleGini(world: World, outcome: PersonOutcome<World>, offset: number): void {
    const person = world.people.column['person'] as Int32Array;
    const seats = world.people.size;
    if (this.values.length < seats) {
      this.values = new Float64Array(seats);
      this.sorted = new Float64Array(seats);
    }
    const { values, sorted, groups } = this;
    for (let seat = 0; seat < seats; seat++) {
      values[seat] = person[seat] < 0 ? Number.NaN : outcome.value(world, seat);
    }
    for (let slot = 0; slot < groups.size; slot++) {
      let n = 0;
      let total = 0;
      for (let seat = 0; seat < seats; seat++) {
        const value = values[seat];
        if (Number.isNaN(value) || (slot > 0 && !groups.has(seat, slot))) continue;
        sorted[n++] = value;
        total += value;
      }
      if (total <= 0) continue;
      this.sums[offset + slot] += (2 * this.ranked(n)) / (n * total) - (n + 1) / n;
      this.weights[offset + slot] += 1;
    }
  }

  /** Σ i·x₍ᵢ₎ of the first `n` of `sorted`: by counting where all are small whole numbers. */
  private ranked(n: number): number {
    const { sorted, counts } = this;
    counts.fill(0);
    let most = 0;
    for (let i = 0; i < n; i++) {
      const value = sorted[i];
      const whole = value & countable;
      if (whole !== value) return rankedBySorting(sorted.subarray(0, n));
      counts[whole]++;
      if (whole > most) most = whole;
    }
    let sum = 0;
    let rank = 0;
    for (let value = 0; value <= most; value++) {
      const people = counts[value];
      sum += value * (people * rank + (people * (people + 1)) / 2);
      rank += people;
    }
    return sum;
  }

  /** An event outcome's count in a group, and what it is divided by. */
  private eventRatio(
    outcome: EventOutcome | RatioOutcome,
    slot: number,
    personYears: number,
    offset: number,
  ): readonly [count: number, per: number] {
    const count = this.counted(outcome.event, slot);
    if (!('per' in outcome)) return [count, outcome.aggregate === 'sum' ? 1 : personYears];
    let per = 0;
    for (const event of outcome.per) per += this.counted(event, slot);
    if (outcome.aggregate === 'ratio') return [count, per];
    const { soFar } = this;
    soFar[2 * (offset + slot)] += count;
    soFar[2 * (offset + slot) + 1] += per;
    return [soFar[2 * (offset + slot)], soFar[2 * (offset + slot) + 1]];
  }

  private counted(event: string, slot: number): number {
    return this.counters.find(([name]) => name === event)![1].bySlot[slot];
  }

  private closePeriod(world: World): void {
    const row = new Float64Array(this.cells.length);
    const years = (world.week - this.periodStart) / weeksPerYear;
    for (let slot = 0; slot < this.groups.size; slot++) {
      row[slot] = this.personWeeks[slot] / (this.samples * sampleEvery);
    }
    for (let k = 0; k < this.outcomes.length; k++) {
      const outcome = this.outcomes[k][1];
      const offset = this.offsets[k];
      if (outcome.of === 'event') {
        for (let slot = 0; slot < this.groups.size; slot++) {
          const [count, per] = this.eventRatio(outcome, slot, row[slot] * years, offset);
          row[offset + slot] = per > 0 ? count / per : Number.NaN;
        }
      } else if (outcome.of === 'world' && outcome.aggregate === 'increase') {
        row[offset] = (outcome.value(world) - this.base[k]) / years;
      } else {
        const slots = outcome.of === 'world' ? 1 : this.groups.size;
        for (let slot = offset; slot < offset + slots; slot++) {
          row[slot] = this.weights[slot] > 0 ? this.sums[slot] / this.weights[slot] : Number.NaN;
        }
      }
    }
    this.rows.push(row);
    this.startPeriod(world);
  }
}

function rankedBySorting(values: Float64Array): number {
  values.sort();
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (i + 1) * values[i];
  return sum;
}

/** Adds the recorded rows to a fingerprint. */
export function digestRows(rows: readonly Float64Array[], digest: Digest): void {
  for (const row of rows) for (const value of row) digest.number(value);
}
