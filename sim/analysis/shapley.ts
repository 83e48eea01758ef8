/** Which policy of a bundle does how much: Shapley values over paired futures of all its subsets. */
import { halfWidth, meanOf } from './statistics.ts';

/** A policy's share of what the whole bundle changes. */
export interface Attribution {
  readonly policy: string;
  /** Mean over futures of the change that it brings, averaged over all orders of adding policies. */
  readonly share: number;
  /** 95 % interval of the mean; NaN of fewer than two futures. */
  readonly low: number;
  readonly high: number;
  /** What it changes alone, and what is lost when it alone is left out. */
  readonly alone: number;
  readonly last: number;
}

/** An attribution of the whole; the shares add up to `change`, in every future. */
export interface Bundle {
  readonly policies: readonly Attribution[];
  readonly change: number;
  readonly changeLow: number;
  readonly changeHigh: number;
  readonly futures: number;
}

/** Policies whose subsets are still counted one by one. */
export const mostPolicies = 12;

/**
 * Attributes the change from nothing to the whole bundle. `values[subset]` holds the outcome of
 * every future; bit k of `subset` says whether policy k is on.
 * @throws RangeError when a subset is missing or has another number of futures.
 */
export function attribute(
  policies: readonly string[],
  values: readonly (readonly number[])[],
): Bundle {
  const count = policies.length;
  if (count === 0 || count > mostPolicies) {
    throw new RangeError(`attribute: expected 1 to ${mostPolicies} policies, found ${count}.`);
  }
  const subsets = 1 << count;
  const futures = values[0]?.length ?? 0;
  for (let subset = 0; subset < subsets; subset++) {
    if (values[subset]?.length !== futures) {
      throw new RangeError(`attribute: expected ${futures} futures of subset ${subset}.`);
    }
  }
  const weights = weightsOf(count);
  const whole = subsets - 1;
  const changes = values[0].map((without, r) => values[whole][r] - without);
  const half = halfWidth(changes);
  const attributions = policies.map((policy, k): Attribution => {
    const bit = 1 << k;
    const shares = values[0].map((_, r) => {
      let share = 0;
      for (let subset = 0; subset < subsets; subset++) {
        if ((subset & bit) !== 0) continue;
        share += weights[sizeOf(subset)] * (values[subset | bit][r] - values[subset][r]);
      }
      return share;
    });
    const share = meanOf(shares);
    const own = halfWidth(shares);
    const alone = meanOf(values[bit]) - meanOf(values[0]);
    const last = meanOf(values[whole]) - meanOf(values[whole ^ bit]);
    return { policy, share, low: share - own, high: share + own, alone, last };
  });
  const change = meanOf(changes);
  return {
    policies: attributions,
    change,
    changeLow: change - half,
    changeHigh: change + half,
    futures,
  };
}

/** By the size of the subset that a policy joins: the share of orders in which it comes then. */
function weightsOf(count: number): number[] {
  const weights: number[] = [];
  let choices = 1;
  for (let size = 0; size < count; size++) {
    weights.push(1 / (count * choices));
    choices = (choices * (count - 1 - size)) / (size + 1);
  }
  return weights;
}

function sizeOf(subset: number): number {
  let size = 0;
  for (let rest = subset; rest > 0; rest >>= 1) size += rest & 1;
  return size;
}
