/** The structure of a run's network, at its start and end, as data and as a table. */
import { networkReading } from '../models/mentoring/network.ts';
import type { RunResult } from '../sim/experiment/experiment.ts';
import { type Measure, measureStructure } from '../sim/network/structure.ts';
import { plainTable } from './tables.ts';

/** One measure at the start and at the end of a run. */
interface MeasureThenAndNow extends Omit<Measure, 'value'> {
  readonly start: number | null;
  readonly end: number | null;
}

/** Measures of the first future's network; undefined when no future came to its end. */
export function structureOf(runs: readonly RunResult[]): MeasureThenAndNow[] | undefined {
  const first = runs.find(({ networks }) => networks.length === 2);
  if (!first) return undefined;
  const [start, end] = first.networks.map((snapshot) =>
    measureStructure(snapshot, networkReading, first.seed),
  );
  return start.map(({ name, title, unit, value }) => {
    const then = end.find((measure) => measure.name === name);
    return { name, title, unit, start: value, end: then?.value ?? null };
  });
}

/** The measures as a table for a terminal. */
export function structureTable(measures: readonly MeasureThenAndNow[]): string {
  const rows = measures.map(({ title, unit, start, end }) => [
    title,
    unit,
    numberText(start),
    numberText(end),
  ]);
  return plainTable(['network of the first future', 'unit', 'start', 'end'], rows);
}

function numberText(value: number | null): string {
  if (value === null) return '';
  return Number.isInteger(value) ? `${value}` : value.toPrecision(3);
}
