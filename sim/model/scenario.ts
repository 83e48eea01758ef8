/** A scenario: plain data that says what to simulate. The same document drives every front end. */
import type { AnyValues } from './parameters.ts';
import type { PolicyInForce } from './simulation.ts';

/** The version of the scenario format written as `mentorscape: 1` at the head of a file. */
export const scenarioVersion = 1;

/** At most this many characters in a scenario file. */
export const maxScenarioSize = 5_000_000;

/** What holds where a scenario says nothing and the model does not decide. */
export const scenarioDefaults = {
  horizonYears: 10,
  seed: '1',
  replicates: 30,
  populationSeed: '1',
};

/** A checked scenario. Parameters and levers hold every value: those of the file and the defaults. */
export interface Scenario {
  /** Where it came from, as the user would name it. */
  readonly name: string;
  readonly model: string;
  readonly title: string;
  /** The question it answers, a sentence with a question mark. */
  readonly question: string;
  readonly parameters: AnyValues;
  /** Settings of a synthetic population; its own seed keeps the people the same in all replicates. */
  readonly population: AnyValues;
  readonly populationSeed: string;
  /** File names of observed people and ties, relative to the scenario. */
  readonly roster?: { readonly people: string; readonly ties?: string };
  readonly policies: readonly PolicyInForce[];
  /** Weeks. */
  readonly horizon: number;
  /** Weeks simulated and discarded before week 0. */
  readonly warmUp: number;
  readonly seed: string;
  readonly replicates: number;
  readonly record: {
    /** Weeks between rows. */
    readonly every: number;
    readonly outcomes: readonly string[];
  };
}
