/** What analysis reads of a sweep: its plan, factors and final outcomes with their settings, as plain rows. */
import { meanOf } from './statistics.ts';

/** A value of a factor. */
export type StudyValue = number | string | boolean;

/** One setting that the sweep varied. A lever is ours to set; an uncertainty is not known. */
export interface StudyFactor {
  /** As in the design file: `parameters.causalShare`, `policies.peerGroups.groupSize`. */
  readonly path: string;
  readonly kind: 'lever' | 'uncertainty';
  readonly title: string;
  readonly unit: string;
  readonly base: StudyValue | null;
  /** A range that was sampled, or null for levels. */
  readonly low: number | null;
  readonly high: number | null;
  readonly levels: readonly StudyValue[] | null;
}

/** One plan of a store: what was asked of which model. */
export interface StudyPlan {
  readonly planId: string;
  readonly name: string;
  readonly title: string;
  readonly question: string;
  readonly model: string;
  readonly modelVersion: string;
  readonly modelHash: string;
  readonly programVersion: string;
  readonly seed: string;
  readonly seeds: 'common' | 'independent';
  readonly replicates: number;
  /** Runs that the plan asks for. */
  readonly runs: number;
  /** How its factors were sampled, such as `grid` or `saltelli`. */
  readonly methods: readonly string[];
}

/** How far a plan is, and whether runs that should differ came out the same. */
export interface StudyState {
  readonly done: number;
  readonly failed: number;
  /** Runs with the same digest as another run of other settings or another seed. */
  readonly duplicates: number;
}

/** A recorded outcome of a group. */
export interface StudyCell {
  readonly outcome: string;
  readonly group: string;
}

/** The final value of one outcome and group in one run. */
export interface StudyRow {
  readonly runId: string;
  readonly part: number;
  readonly world: number;
  readonly arm: number;
  readonly replicate: number;
  readonly sample: number;
  readonly role: string;
  readonly armSample: number;
  readonly armRole: string;
  readonly settings: Readonly<Record<string, StudyValue>>;
  readonly value: number;
}

/** Where studies are read from: a store on disk, or rows in memory. */
export interface StudyReader {
  plans(): Promise<readonly StudyPlan[]>;
  factors(planId: string): Promise<readonly StudyFactor[]>;
  cells(planId: string): Promise<readonly StudyCell[]>;
  state(planId: string): Promise<StudyState>;
  /** In the order of the plan; runs that are missing or failed, and values that never applied, are left out. */
  rows(planId: string, cell: StudyCell): Promise<readonly StudyRow[]>;
}

/** All futures of one point of the design. */
export interface StudyPoint extends Omit<StudyRow, 'runId' | 'replicate' | 'value'> {
  /** Values by replicate, ascending. */
  readonly futures: ReadonlyMap<number, number>;
  readonly mean: number;
}

/** Gathers rows into points, in the order of part, world and arm. */
export function pointsOf(rows: readonly StudyRow[]): StudyPoint[] {
  const gathered = new Map<string, { row: StudyRow; futures: [number, number][] }>();
  for (const row of rows) {
    const key = `${row.part}/${row.world}/${row.arm}`;
    const own = gathered.get(key) ?? { row, futures: [] };
    gathered.set(key, own);
    own.futures.push([row.replicate, row.value]);
  }
  const points = [...gathered.values()].map(({ row, futures }): StudyPoint => {
    const { runId: _, replicate: _replicate, value: _value, ...rest } = row;
    const sorted = futures.sort((a, b) => a[0] - b[0]);
    return { ...rest, futures: new Map(sorted), mean: meanOf(sorted.map(([, value]) => value)) };
  });
  return points.sort((a, b) => a.part - b.part || a.world - b.world || a.arm - b.arm);
}

/** Factors that take more than one value at these points. */
export function varied(
  points: readonly StudyPoint[],
  factors: readonly StudyFactor[],
): StudyFactor[] {
  return factors.filter(({ path }) => {
    const values = new Set(points.map(({ settings }) => settings[path]));
    values.delete(undefined as never);
    return values.size > 1;
  });
}
