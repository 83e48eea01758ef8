/** Outcomes: numbers read from people, ties, events or the whole world, each with unit and meaning. */

interface Described {
  readonly title: string;
  readonly doc: string;
  /** `share` is shown as so many in 100. */
  readonly unit: string;
  readonly better: 'up' | 'down' | 'neither';
  /** Which part of the run an answer reads: the mean of the last year or of all years, or the sum. */
  readonly over: 'lastYear' | 'mean' | 'total';
  /** The smallest difference worth a person's attention, in `unit`. */
  readonly smallestImportant?: number;
  /** Recorded unless a scenario asks otherwise. */
  readonly headline?: boolean;
}

/** Read from every person four-weekly; NaN means that it does not apply to the person. */
export interface PersonOutcome<W> extends Described {
  readonly of: 'person';
  readonly aggregate: 'mean' | 'gini';
  value(world: W, seat: number): number;
}

/** Read from every tie of a layer four-weekly, in the groups of the tie's source. */
export interface TieOutcome<W> extends Described {
  readonly of: 'tie';
  readonly layer: string;
  readonly aggregate: 'mean';
  value(world: W, tie: number): number;
}

/** Read from the world: its mean (NaN: nothing to read), or by how much it rises, as a rate a year. */
export interface WorldOutcome<W> extends Described {
  readonly of: 'world';
  readonly aggregate: 'mean' | 'increase';
  value(world: W): number;
}

/** Events that processes counted: their number, or their rate a person-year. */
export interface EventOutcome extends Described {
  readonly of: 'event';
  readonly event: string;
  readonly aggregate: 'sum' | 'perPersonYear';
}

/**
 * One kind of event for each of others, such as papers for each graduate; NaN when none happened. In
 * the period, or from the start on (`ratioSoFar`) where they are rare: a mean of ratios of few is
 * biased, a ratio of sums is not. That one is read in the last year.
 */
export interface RatioOutcome extends Described {
  readonly of: 'event';
  readonly event: string;
  readonly aggregate: 'ratio' | 'ratioSoFar';
  /** Events by whose sum it is divided. */
  readonly per: readonly string[];
}

export type Outcome<W> =
  | PersonOutcome<W>
  | TieOutcome<W>
  | WorldOutcome<W>
  | EventOutcome
  | RatioOutcome;

/** A helper that types an outcome's world: `outcomeFor<MyWorld>()({ of: 'person', … })`. */
export function outcomeFor<W>(): (outcome: Outcome<W>) => Outcome<W> {
  return (outcome) => outcome;
}
