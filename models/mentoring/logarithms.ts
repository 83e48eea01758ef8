/** Logarithms that choices need: of counts, and of odds with a cheap bound below. */
import { log } from '../../sim/chance/portable.ts';

/** ln(1 + n) by n; beyond its end the last value serves. */
export const logTable: Float64Array = Float64Array.from({ length: 512 }, (_, n) => log(1 + n));

/** ln(u / (1 − u)) for a uniform u: a choice of utility U is made when U passes it. */
export function logit(u: number): number {
  return log((u + 1e-12) / (1 - u));
}

const steps = 256;
const logits = Float64Array.from({ length: steps }, (_, k) => logit(k / steps));

/** A number at most `logit(u)`, by table: refuses most choices before anything dear is computed. */
export function lowestLogit(u: number): number {
  return logits[Math.floor(u * steps)];
}
