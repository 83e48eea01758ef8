/** Reading the four rings of a person's professional identity. */

/** Standard deviation of a person's four rings. */
export function spreadOf(rings: Float64Array, seat: number): number {
  const k = seat * 4;
  const mean = (rings[k] + rings[k + 1] + rings[k + 2] + rings[k + 3]) / 4;
  let squares = 0;
  for (let ring = k; ring < k + 4; ring++) squares += (rings[ring] - mean) * (rings[ring] - mean);
  return Math.sqrt(squares / 4);
}

/** Mean of a person's four rings: how firm the professional identity is. */
export function meanRing(rings: Float64Array, seat: number): number {
  const k = seat * 4;
  return (rings[k] + rings[k + 1] + rings[k + 2] + rings[k + 3]) / 4;
}
