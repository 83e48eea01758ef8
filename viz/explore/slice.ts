/** Slices of a sweep: the mean of an outcome over a factor, for each level of another, among the runs that pass the filters. */
import { halfWidth, meanOf, quantileOf } from '../../sim/analysis/statistics.ts';
import type { Factor, Setting, SweepData } from './sweep-table.ts';

/** What is asked of a sweep. */
export interface SliceQuery {
  readonly outcome: string;
  readonly group: string;
  /** Path of the factor on the axis, and of the one told apart by colour. */
  readonly across: string;
  readonly series: string | undefined;
  /** Only runs at these levels, by path and place of the level. */
  readonly filters: Readonly<Record<string, number>>;
}

/** Runs at one level of the axis and one of the series. */
export interface SliceCell {
  readonly label: string;
  readonly series: string;
  readonly runs: number;
  readonly mean: number;
  /** 95 % interval of the mean; NaN for fewer than two runs. */
  readonly low: number;
  readonly high: number;
  /** Nine of ten runs fall between. */
  readonly from: number;
  readonly to: number;
}

/** More values than these are cut into as many slices of a range with equally many values. */
const mostLevels = 8;
const slices = 5;
const mostSeries = 3;

/** A level of a factor: one value, or a slice of many. */
export interface Level {
  readonly label: string;
  has(value: Setting | undefined): boolean;
}

/** Levels of a factor, at most `most`. */
export function levelsOf({ values, unit }: Factor, most = mostLevels): Level[] {
  const numbers = values.filter((value) => typeof value === 'number');
  const say = (value: Setting): string =>
    `${typeof value === 'number' ? Number(value.toPrecision(4)) : value}`;
  const measure = unit === '' || unit === '1' ? '' : ` ${unit}`;
  if (values.length <= most) {
    return values.map((value) => ({
      label: typeof value === 'number' ? `${say(value)}${measure}` : say(value),
      has: (own) => own === value,
    }));
  }
  if (numbers.length < values.length) {
    // too many words: the first ones, and all others together
    const named = values.slice(0, most - 1);
    return [
      ...named.map((value) => ({ label: say(value), has: (own?: Setting) => own === value })),
      { label: '…', has: (own) => own !== undefined && !named.includes(own) },
    ];
  }
  const count = Math.min(most, slices);
  return Array.from({ length: count }, (_, k) => {
    const first = numbers[Math.floor((k * numbers.length) / count)];
    const last = numbers[Math.floor(((k + 1) * numbers.length) / count) - 1];
    return {
      label: `${say(first)} to ${say(last)}${measure}`,
      has: (own) => typeof own === 'number' && own >= first && own <= last,
    };
  });
}

/** The cells of a slice, along the axis first. */
export function sliceOf(data: SweepData, query: SliceQuery): SliceCell[] {
  const factor = (path: string | undefined): Factor | undefined =>
    data.factors.find((each) => each.path === path);
  const across = factor(query.across);
  const series = query.series === query.across ? undefined : factor(query.series);
  const filters = Object.entries(query.filters).flatMap(([path, place]) => {
    const own = factor(path);
    const level = own && levelsOf(own)[place];
    return level ? [{ path, level }] : [];
  });
  const rows = data.rows.filter(
    ({ outcome, group, settings }) =>
      outcome === query.outcome &&
      group === query.group &&
      filters.every(({ path, level }) => level.has(settings.get(path))),
  );
  const all: Level = { label: '', has: () => true };
  const columns = across ? levelsOf(across) : [all];
  const kinds = series ? levelsOf(series, mostSeries) : [all];
  return columns.flatMap((column) =>
    kinds.flatMap((kind) => {
      const values = rows
        .filter(
          ({ settings }) =>
            (!across || column.has(settings.get(across.path))) &&
            (!series || kind.has(settings.get(series.path))),
        )
        .map(({ value }) => value);
      if (values.length === 0) return [];
      const mean = meanOf(values);
      const half = values.length > 1 ? halfWidth(values) : Number.NaN;
      return [
        {
          label: column.label,
          series: kind.label,
          runs: values.length,
          mean,
          low: mean - half,
          high: mean + half,
          from: quantileOf(values, 0.05),
          to: quantileOf(values, 0.95),
        },
      ];
    }),
  );
}
