/** Fits a department to what its chair knows: free intercepts are solved so that today meets it. */

import { solveIntercepts } from '../../../sim/analysis/solve-intercepts.ts';
import { halfWidth, meanOf } from '../../../sim/analysis/statistics.ts';
import { replicateSeed, runKey } from '../../../sim/chance/seeds.ts';
import type { AnyValues } from '../../../sim/model/parameters.ts';
import { sampleEvery } from '../../../sim/model/recorder.ts';
import { Simulation } from '../../../sim/model/simulation.ts';
import { weeksPerYear } from '../../../sim/model/time.ts';
import { mentoring } from '../model.ts';
import type { MentoringWorld } from '../shape.ts';
import type { Department, Free } from './department.ts';
import { departmentOf, freeParameters, rankCounts, specOf } from './department.ts';
import { logOdds } from './instruments.ts';
import type { Answers } from './questions.ts';
import type { Reading } from './reading.ts';
import { ReadingSums } from './reading.ts';

/** How one known figure was met. All figures are shares, as the chair's own survey would find them. */
export interface FittedFigure {
  readonly title: string;
  readonly asked: number;
  /** Mean over futures that took no part in the fitting, with the 95 % interval of that mean. */
  readonly reached: number;
  readonly meanLow: number;
  readonly meanHigh: number;
  readonly met: boolean;
  /** The parameter that was moved, and where to; none for a figure that is only compared. */
  readonly parameter?: string;
  readonly value?: number;
  /** Why it was not met, or what to doubt although it was. */
  readonly note?: string;
}

export interface DepartmentFit extends Department {
  readonly figures: readonly FittedFigure[];
  /** Futures behind each figure. */
  readonly replicates: number;
}

export interface FitOptions {
  /** Futures at each point tried, and at the end, on other seeds. */
  readonly replicates: number;
  readonly checks: number;
  /** Points tried while slopes are learned, and to refine. */
  readonly learning: number;
  readonly refining: number;
  readonly warmUpYears: number;
}

export const fitDefaults: FitOptions = {
  replicates: 6,
  checks: 24,
  learning: 6,
  refining: 12,
  warmUpYears: mentoring.warmUpYears,
};

/** Years that are read after the warm-up. */
const yearsRead = 2;
/** The department's people are the same in every future. */
const peopleSeed = 'interview';
/** Digits kept of a solved parameter: more would only look exact. */
const digits = 4;

/** Futures simulated so far, and at most. */
export interface FitProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * Fits a department to answers. Yields before each future, so that a browser can breathe or stop;
 * the same answers give the same fit. Answers must have been checked against `questions`.
 */
export function* fitDepartment(
  answers: Answers,
  options: FitOptions = fitDefaults,
): Generator<FitProgress, DepartmentFit, void> {
  const department = departmentOf(answers);
  const free = freeParameters(answers);
  const total = options.replicates * (options.learning + options.refining) + options.checks;
  let done = 0;
  const readAll = function* (
    parameters: AnyValues,
    purpose: string,
    n: number,
  ): Generator<FitProgress, Reading[], void> {
    const readings: Reading[] = [];
    for (let r = 0; r < n; r++) {
      yield { done: done++, total };
      const seed = replicateSeed(`interview ${purpose}`, r);
      readings.push(readOnce({ ...department, parameters }, answers, seed, options.warmUpYears));
    }
    return readings;
  };
  const solver = solveIntercepts(free.map(unknownOf), options);
  let next = solver.next([]);
  while (!next.done) {
    const { at, sample } = next.value;
    const tried = parametersAt(department, free, at);
    const readings = yield* readAll(tried, `fit ${sample}`, options.replicates);
    next = solver.next(free.map((each) => logOdds(meanShare(readings, each))));
  }
  const parameters = parametersAt(department, free, next.value);
  const readings = yield* readAll(parameters, 'check', options.checks);
  return {
    population: department.population,
    parameters,
    figures: [
      ...free.map((each) => figureOf(each, readings, parameters)),
      ...comparedOnly(answers, readings),
    ],
    replicates: options.checks,
  };
}

function unknownOf(free: Free): Parameters<typeof solveIntercepts>[0][number] {
  const { low, high, start } = limitsOf(free);
  const odds = logOdds(free.asked);
  return {
    ...{ start, low, high, slope: free.slope, target: odds },
    // half of what nobody would mind, in log-odds: chance takes its part
    tolerance: free.tolerance / (2 * free.asked * (1 - free.asked)),
  };
}

function limitsOf({ scale, ...free }: Free): { start: number; low: number; high: number } {
  const { range, default: start } = specOf({ scale, ...free });
  return { start: scale.to(start), low: scale.to(range[0]), high: scale.to(range[1]) };
}

function parametersAt(
  { parameters }: Department,
  free: readonly Free[],
  at: readonly number[],
): AnyValues {
  const solved = free.map(({ parameter, scale }, k) => {
    return [parameter, Number(scale.from(at[k]).toPrecision(digits))] as const;
  });
  return { ...parameters, ...Object.fromEntries(solved) };
}

/** Mean over futures, kept away from 0 and 1 so that its log-odds exist. */
function meanShare(readings: readonly Reading[], { quantity }: Free): number {
  const share = meanOf(readings.map((reading) => reading[quantity]));
  return Math.min(0.999, Math.max(0.0005, share));
}

function readOnce(
  { population, parameters }: Department,
  answers: Answers,
  seed: string,
  warmUpYears: number,
): Reading {
  const simulation = new Simulation(mentoring as never, {
    parameters,
    population: { settings: population },
    populationKey: runKey(peopleSeed),
    runKey: runKey(seed),
    seed,
    policies: [],
    outcomes: [],
    recordEvery: weeksPerYear,
    firstWeek: -warmUpYears * weeksPerYear,
  });
  const sums = new ReadingSums(answers);
  for (let week = sampleEvery; week <= yearsRead * weeksPerYear; week += sampleEvery) {
    simulation.runTo(week);
    sums.sample(simulation.world as unknown as MentoringWorld);
  }
  return sums.reading();
}

function figureOf(free: Free, readings: readonly Reading[], parameters: AnyValues): FittedFigure {
  const values = readings.map((reading) => reading[free.quantity]);
  const value = Number(parameters[free.parameter]);
  const { range, plausible } = specOf(free);
  const figure = compared(free.title, free.asked, values, free.tolerance);
  const atLimit = value <= range[0] || value >= range[1];
  const isOdd = value < plausible[0] || value > plausible[1];
  const unmet = atLimit
    ? `${free.parameter} is at the limit of what the model accepts`
    : 'the figures asked for pull against each other';
  const note = figure.met
    ? isOdd && `needs ${free.parameter} outside its plausible range, ${plausible.join(' to ')}`
    : unmet;
  return { ...figure, parameter: free.parameter, value, ...(note ? { note } : {}) };
}

/** Figures that no parameter is moved for: said aloud beside those that were fitted. */
function comparedOnly(answers: Answers, readings: readonly Reading[]): FittedFigure[] {
  const counts = rankCounts(answers);
  if (!counts) return [];
  const values = readings.map(({ fullShare }) => fullShare);
  const figure = compared(
    'Full professors among faculty',
    counts.fulls / counts.faculty,
    values,
    0.05,
  );
  return [{ ...figure, note: 'not fitted; follows from hiring, promotion and leaving' }];
}

/** Met when within the tolerance, or when chance alone could make the difference. */
function compared(
  title: string,
  asked: number,
  values: readonly number[],
  tolerance: number,
): FittedFigure {
  const reached = meanOf(values);
  const half = halfWidth(values);
  const met = Math.abs(reached - asked) <= Math.max(tolerance, half);
  return { title, asked, reached, meanLow: reached - half, meanHigh: reached + half, met };
}
