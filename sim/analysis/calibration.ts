/** A calibration: a base scenario, free parameters with priors, and targets with their uncertainty and instrument. */
import type { Arm } from '../experiment/experiment.ts';
import { runReplicate } from '../experiment/replicate.ts';
import type { Model } from '../model/simulation.ts';
import type { AbcProblem, Outputs } from './abc-smc.ts';
import type { Prior } from './priors.ts';
import { meanOf } from './statistics.ts';
import { cellOf, readValue } from './summary.ts';

/** The version of the format written as `calibration: 1` at the head of a file. */
export const calibrationVersion = 1;

/** How a value was measured. A share seen through an imperfect test is compared as the test would see it. */
export interface Instrument {
  readonly name: string;
  /** Share of true cases that it finds, and of others that it leaves alone. */
  readonly sensitivity: number;
  readonly specificity: number;
}

/** An observed value. */
export interface Target {
  readonly outcome: string;
  readonly group: string;
  readonly value: number;
  /** SD of its uncertainty. */
  readonly sd: number;
  readonly instrument: Instrument;
  readonly source: string;
  readonly grade: string;
}

/** A parameter to fit. */
export interface FreeParameter {
  /** `parameters.NAME` or `population.NAME`. */
  readonly path: string;
  readonly title: string;
  readonly unit: string;
  readonly integer: boolean;
  readonly prior: Prior;
}

/** A checked calibration, as plain data. */
export interface Calibration {
  readonly name: string;
  readonly title: string;
  readonly question: string;
  readonly parameters: readonly FreeParameter[];
  readonly targets: readonly Target[];
  readonly particles: number;
  readonly replicates: number;
  readonly generations: number;
  readonly mostTries: number;
  readonly seed: string;
}

/** What ABC-SMC needs to know of a calibration. */
export function problemOf(calibration: Calibration): AbcProblem {
  const { parameters, targets, particles, generations, mostTries, seed } = calibration;
  return {
    priors: parameters.map(({ prior }) => prior),
    targets: targets.map(({ value, sd }) => ({ value, sd })),
    ...{ particles, generations, mostTries, seed },
  };
}

/** An arm with free parameters set; whole numbers are rounded. */
export function withValues(
  arm: Arm,
  parameters: readonly FreeParameter[],
  values: readonly number[],
): Arm {
  const sections = { parameters: {}, population: {} } as Record<string, Record<string, number>>;
  parameters.forEach(({ path, integer }, k) => {
    const [section, name] = path.split('.');
    sections[section][name] = integer ? Math.round(values[k]) : values[k];
  });
  const { scenario } = arm;
  return {
    ...arm,
    scenario: {
      ...scenario,
      parameters: { ...scenario.parameters, ...sections['parameters'] },
      population: { ...scenario.population, ...sections['population'] },
    },
  };
}

/**
 * Simulates one set of values: for every target the mean over replicates of what its instrument
 * would see. `seed` names the luck; null where an outcome never applied.
 * @throws RunError when a process fails.
 */
export function simulateValues(
  model: Model,
  base: Arm,
  calibration: Pick<Calibration, 'parameters' | 'targets' | 'replicates'>,
  values: readonly number[],
  seed: string,
): Outputs {
  const { parameters, targets, replicates } = calibration;
  const arm = recordingTargets(withValues(base, parameters, values), targets);
  const experiment = { model: model.name, modelHash: '', seed, replicates, arms: [arm] };
  const { every } = arm.scenario.record;
  const seen: number[][] = targets.map(() => []);
  for (let replicate = 0; replicate < replicates; replicate++) {
    const [run] = runReplicate(model, experiment, replicate);
    targets.forEach(({ outcome, group, instrument }, t) => {
      const cell = cellOf(run.cells, outcome, group);
      const value = readValue(run, cell, model.outcomes[outcome].over, every);
      seen[t].push(throughInstrument(value, instrument));
    });
  }
  const outputs = seen.map(meanOf);
  return outputs.some(Number.isNaN) ? null : outputs;
}

/** An arm that records what the targets ask for and nothing else. */
function recordingTargets(arm: Arm, targets: readonly Target[]): Arm {
  const outcomes = [...new Set(targets.map(({ outcome }) => outcome))];
  const { scenario } = arm;
  return { ...arm, scenario: { ...scenario, record: { ...scenario.record, outcomes } } };
}

/** What an instrument shows of a true share; other values pass, since theirs find all and only them. */
export function throughInstrument(value: number, { sensitivity, specificity }: Instrument): number {
  if (sensitivity === 1 && specificity === 1) return value;
  return value * sensitivity + (1 - value) * (1 - specificity);
}
