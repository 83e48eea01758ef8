/** Watching decisions: what a process decided by, and a hand that may change it in a what-if of one decision. */
import { exp, log } from '../chance/portable.ts';

/** Watches decisions of a few people. It draws no chance and changes nothing unless it is asked to. */
export interface Trace {
  /** Whether decisions between the holders of two seats are watched; `alter` is −1 for none. */
  watches(ego: number, alter: number): boolean;
  /**
   * Notes a decision of `ego` (about `alter`, or −1): it is a yes when `value` passes `threshold`.
   * `detail` is a code that the terms need, such as a channel. Returns the value to decide by.
   */
  decide(
    kind: string,
    ego: number,
    alter: number,
    value: number,
    threshold: number,
    detail: number,
  ): number;
}

/** The trace when it watches the two seats; undefined otherwise, which is nearly always. */
export function watcher(
  world: { readonly trace: Trace | undefined },
  ego: number,
  alter: number,
): Trace | undefined {
  const { trace } = world;
  return trace?.watches(ego, alter) ? trace : undefined;
}

/** The value to decide by: as it is where nobody watches. */
export function decide(
  trace: Trace | undefined,
  kind: string,
  ego: number,
  alter: number,
  value: number,
  threshold: number,
  detail = 0,
): number {
  return trace ? trace.decide(kind, ego, alter, value, threshold, detail) : value;
}

/**
 * The hazard to decide by. It is noted as its logarithm, so that what multiplies it adds up; the
 * hazard itself stays as it is, to the last bit, unless the trace changes it.
 */
export function decideHazard(
  trace: Trace | undefined,
  kind: string,
  ego: number,
  hazard: number,
  reaching: number,
): number {
  if (!trace) return hazard;
  const value = log(hazard);
  const decided = trace.decide(kind, ego, -1, value, log(reaching), 0);
  return decided === value ? hazard : exp(decided);
}

/** One part of what a decision was decided by. */
export interface Term {
  readonly name: string;
  /** In the unit of the decision's value; the terms of a decision add up to it. */
  readonly value: number;
}

/** A kind of decision that can be explained. */
export interface DecisionSpec<W> {
  readonly title: string;
  /** The unit of value, threshold and terms: log-odds, ln of a hazard, or a hazard. */
  readonly unit: string;
  /** What each term stands for, in words for people. */
  readonly words: Readonly<Record<string, string>>;
  /** The terms at this moment; their sum is the value that the process decides by. */
  terms(world: W, ego: number, alter: number, detail: number): Term[];
}
