/** The p-value of Student's t, in closed form for whole degrees of freedom. */

/** Two-sided: the chance of |t| or more without any effect (Abramowitz and Stegun 26.7.3–4). */
export function studentPValue(t: number, degrees: number): number {
  if (t === 0) return 1;
  const theta = Math.atan(Math.abs(t) / Math.sqrt(degrees));
  const cos2 = Math.cos(theta) * Math.cos(theta);
  const odd = degrees % 2 === 1;
  let term = odd ? Math.cos(theta) : 1;
  let sum = 0;
  for (let k = odd ? 3 : 2; k <= degrees; k += 2) {
    sum += term;
    term *= ((k - 1) / k) * cos2;
  }
  const inside = odd
    ? (2 / Math.PI) * (theta + Math.sin(theta) * (degrees === 1 ? 0 : sum))
    : Math.sin(theta) * sum;
  return Math.max(0, Math.min(1, 1 - inside));
}
