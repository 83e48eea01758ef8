/** Studies in memory: a real design, sampled as a sweep would, with a function in place of the model. */
import type {
  StudyCell,
  StudyFactor,
  StudyPlan,
  StudyReader,
  StudyRow,
  StudyValue,
} from '../../sim/analysis/study.ts';
import { normalQuantile } from '../../sim/chance/normal-quantile.ts';
import { sequential } from '../../sim/chance/seeds.ts';
import type { Factor, Sampling } from '../../sim/experiment/design.ts';
import { createSampler } from '../../sim/experiment/sampling.ts';

/** A range from 0 to 1. */
export function range(path: string, kind: 'lever' | 'uncertainty' = 'uncertainty'): Factor {
  return {
    ...{ path, kind, title: path, unit: '', base: 0.5, target: { of: 'parameter', name: path } },
    values: { kind: 'range', low: 0, high: 1, integer: false, steps: 5 },
  };
}

/** Named levels, the first of which is the base. */
export function levels(path: string, ...values: StudyValue[]): Factor {
  return {
    ...{ path, kind: 'lever', title: path, unit: '', target: { of: 'parameter', name: path } },
    values: { kind: 'levels', levels: values },
    base: values[0],
  };
}

export interface Made {
  readonly outer?: { readonly factors: readonly Factor[]; readonly sampling: Sampling };
  readonly inner?: { readonly factors: readonly Factor[]; readonly sampling: Sampling };
  readonly replicates?: number;
  /** Spread of luck that all points share, and of luck of their own. */
  readonly luck?: number;
  readonly ownLuck?: number;
  value(settings: Readonly<Record<string, StudyValue>>): number;
}

const empty = { factors: [], sampling: { method: 'grid' } } as const;

/** The rows of a study. */
export function studyRows(made: Made): StudyRow[] {
  const { outer = empty, inner = empty, replicates = 1, luck = 0, ownLuck = 0, value } = made;
  const samplerOf = ({ factors, sampling }: typeof outer) =>
    createSampler({ factors: factors.map((_, k) => k), sampling }, factors, 'study');
  const [worlds, arms] = [samplerOf(outer), samplerOf(inner)];
  const shared = sequential('luck');
  const common = Array.from({ length: replicates }, () => luck * normalQuantile(shared.next()));
  const own = sequential('own');
  const rows: StudyRow[] = [];
  for (let world = 0; world < worlds.points; world++) {
    const place = worlds.at(world);
    for (let arm = 0; arm < arms.points; arm++) {
      const choice = arms.at(arm);
      const settings = Object.fromEntries([
        ...outer.factors.map(({ path }, k) => [path, place.values[k]]),
        ...inner.factors.map(({ path }, k) => [path, choice.values[k]]),
      ]);
      common.forEach((chance, replicate) => {
        const drawn = ownLuck === 0 ? 0 : ownLuck * normalQuantile(own.next());
        rows.push({
          ...{ runId: `${world}/${arm}/${replicate}`, part: 0, world, arm, replicate, settings },
          ...{ sample: place.sample, role: place.role },
          ...{ armSample: choice.sample, armRole: choice.role },
          value: value(settings) + chance + drawn,
        });
      });
    }
  }
  return rows;
}

/** The factors of a study as a store gives them. */
export function studyFactors({ outer = empty, inner = empty }: Made): StudyFactor[] {
  return [...outer.factors, ...inner.factors].map(({ path, kind, title, unit, base, values }) => ({
    ...{ path, kind, title, unit, base },
    low: values.kind === 'range' ? values.low : null,
    high: values.kind === 'range' ? values.high : null,
    levels: values.kind === 'levels' ? values.levels : null,
  }));
}

/** A plan of the mentoring model. */
export const plan: StudyPlan = {
  ...{ planId: 'p1', name: 'study', title: 'A study', question: 'What if?', model: 'mentoring' },
  ...{ modelVersion: '1', modelHash: 'h', programVersion: '0.1.0', seed: '1', seeds: 'common' },
  ...{ replicates: 1, runs: 1, methods: ['grid'] },
};

/** A store in memory of some outcomes and groups. */
export function memoryReader(
  factors: readonly StudyFactor[],
  series: readonly { readonly cell: StudyCell; readonly rows: readonly StudyRow[] }[],
): StudyReader {
  return {
    plans: async () => [plan],
    factors: async () => factors,
    cells: async () => series.map(({ cell }) => cell),
    state: async () => ({ done: series[0]?.rows.length ?? 0, failed: 0, duplicates: 0 }),
    rows: async (_, { outcome, group }) =>
      series.find(({ cell }) => cell.outcome === outcome && cell.group === group)?.rows ?? [],
  };
}
