/** Damped Gauss–Newton steps (Levenberg and Marquardt) for a handful of parameters within bounds. */

/** Solves A x = b for a small positive-definite A, by elimination with pivots. */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const n = right.length;
  const a = matrix.map((row, k) => [...row, right[k]]);
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(a[i][k]) > Math.abs(a[pivot][k])) pivot = i;
    [a[k], a[pivot]] = [a[pivot], a[k]];
    if (a[k][k] === 0)
      throw new RangeError('solve: expected a regular matrix, found a singular one');
    for (let i = k + 1; i < n; i++) {
      const factor = a[i][k] / a[k][k];
      for (let j = k; j <= n; j++) a[i][j] -= factor * a[k][j];
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let k = n - 1; k >= 0; k--) {
    let rest = a[k][n];
    for (let j = k + 1; j < n; j++) rest -= a[k][j] * x[j];
    x[k] = rest / a[k][k];
  }
  return x;
}

/**
 * The step that lowers |residual + J step|² + damping |step|², in units of each parameter's scale.
 * `jacobian[k][p]` is the change of residual k for a scale of parameter p.
 */
export function dampedStep(
  jacobian: readonly (readonly number[])[],
  residual: readonly number[],
  damping: number,
): number[] {
  const n = jacobian[0].length;
  const normal = Array.from({ length: n }, (_, p) =>
    Array.from({ length: n }, (_, q) => {
      let sum = p === q ? damping : 0;
      for (const row of jacobian) sum += row[p] * row[q];
      return sum;
    }),
  );
  const right = Array.from({ length: n }, (_, p) => {
    let sum = 0;
    jacobian.forEach((row, k) => {
      sum -= row[p] * residual[k];
    });
    return sum;
  });
  return solve(normal, right);
}

/**
 * Broyden's update: the Jacobian after a step that changed the residual by `change`, so that it
 * explains the change and is otherwise as before.
 */
export function broyden(
  jacobian: readonly (readonly number[])[],
  step: readonly number[],
  change: readonly number[],
): number[][] {
  let length = 0;
  for (const part of step) length += part * part;
  return jacobian.map((row, k) => {
    let explained = 0;
    row.forEach((value, p) => {
      explained += value * step[p];
    });
    const rest = length === 0 ? 0 : (change[k] - explained) / length;
    return row.map((value, p) => value + rest * step[p]);
  });
}
