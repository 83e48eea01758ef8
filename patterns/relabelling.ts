/** Gaps between groups against chance: what other labels on the same people would have shown. */
import type { MentoringWorld } from '../models/mentoring/shape.ts';
import { sequential } from '../sim/chance/seeds.ts';

/** Sums and counts of several measures for each person of a run, and who belongs to the group. */
export interface Persons {
  readonly belongs: readonly boolean[];
  /** Sum of measure m for person k at `k * measures + m`, and the number of readings. */
  readonly sum: readonly number[];
  readonly count: readonly number[];
}

/** How often people are relabelled. */
const relabellings = 1999;

/**
 * For each measure the mean of the group less that of the others, over all runs together, and the
 * share of relabellings within runs that show a gap as large or larger: exact where labels are
 * drawn independently of all else.
 */
export function gapsAgainstChance(
  runs: readonly Persons[],
  measures: number,
  seed: string,
): { readonly gap: number; readonly spread: number; readonly probability: number }[] {
  const observed = gapsOf(
    runs,
    measures,
    runs.map((run) => run.belongs),
  );
  const larger = new Array<number>(measures).fill(0);
  const squares = new Array<number>(measures).fill(0);
  const chance = sequential(`relabelling ${seed}`);
  const labels = runs.map((run) => [...run.belongs]);
  for (let n = 0; n < relabellings; n++) {
    for (const own of labels) chance.shuffle(own);
    const gaps = gapsOf(runs, measures, labels);
    gaps.forEach((gap, m) => {
      squares[m] += gap * gap;
      if (Math.abs(gap) >= Math.abs(observed[m])) larger[m]++;
    });
  }
  return observed.map((gap, m) => ({
    gap,
    spread: Math.sqrt(squares[m] / relabellings),
    probability: (1 + larger[m]) / (1 + relabellings),
  }));
}

function gapsOf(
  runs: readonly Persons[],
  measures: number,
  labels: readonly (readonly boolean[])[],
): number[] {
  // sum and count of the group, then of the others, by measure
  const totals = new Float64Array(4 * measures);
  runs.forEach(({ sum, count }, r) => {
    const own = labels[r];
    for (let k = 0; k < own.length; k++) {
      const to = own[k] ? 0 : 2 * measures;
      for (let m = 0; m < measures; m++) {
        totals[to + m] += sum[k * measures + m];
        totals[to + measures + m] += count[k * measures + m];
      }
    }
  });
  const mean = (from: number, m: number): number => totals[from + m] / totals[from + measures + m];
  return Array.from({ length: measures }, (_, m) => mean(0, m) - mean(2 * measures, m));
}

/** Labels, which may differ between worlds that are the same but for them. */
const labelColumns = ['gender', 'minority'];

/** Whether two worlds hold the same people and ties to the last bit, labels apart. */
export function sameButLabels(a: MentoringWorld, b: MentoringWorld): boolean {
  const tables = [
    [a.people, b.people],
    [a.ties.senior, b.ties.senior],
    [a.ties.peer, b.ties.peer],
  ] as const;
  return tables.every(([own, other]) => {
    const there: Columns = other.column;
    return Object.entries<ArrayLike<number>>(own.column).every(
      ([name, values]) => labelColumns.includes(name) || same(values, there[name]),
    );
  });
}

type Columns = Readonly<Record<string, ArrayLike<number>>>;

function same(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (!Object.is(a[k], b[k])) return false;
  return true;
}
