/** How well two people's interests go together. */
import { exp } from '../../sim/chance/portable.ts';

/** Squared distance of interests; `interest` holds four numbers a seat. */
export function distanceSquared(interest: Float64Array, a: number, b: number): number {
  const i = a * 4;
  const j = b * 4;
  const d0 = interest[i] - interest[j];
  const d1 = interest[i + 1] - interest[j + 1];
  const d2 = interest[i + 2] - interest[j + 2];
  const d3 = interest[i + 3] - interest[j + 3];
  return d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
}

/** exp(−distance²): 1 for the same interests. */
export function similarity(interest: Float64Array, a: number, b: number): number {
  return exp(-distanceSquared(interest, a, b));
}
