/** Points of a design as columns of factors, and which of them are cases of interest. */

/** One factor's value at every point: all numbers, or all names of options. */
export interface FactorColumn {
  readonly name: string;
  readonly values: readonly (number | string)[];
}

/** Whether a column holds numbers. */
export function isNumeric({ values }: FactorColumn): boolean {
  return values.every((value) => typeof value === 'number');
}

/** The limit that makes a point a case: `above` or `below` a value. */
export interface CaseRule {
  readonly side: 'above' | 'below';
  readonly limit: number;
}

/** Which points are cases. */
export function casesOf(values: readonly number[], { side, limit }: CaseRule): boolean[] {
  return values.map((value) => (side === 'above' ? value > limit : value < limit));
}
