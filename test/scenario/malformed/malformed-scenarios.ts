/** Scenarios that must be refused, each with every problem that must be named. */
import { fileScenarios } from './file-scenarios.ts';
import { policyScenarios } from './policy-scenarios.ts';
import { settingScenarios } from './setting-scenarios.ts';
import { syntaxScenarios } from './syntax-scenarios.ts';

/** A problem that must be named. */
export interface ExpectedIssue {
  /** The file, when it is not the scenario itself. */
  readonly file?: string;
  /** Counted from 1; absent where a file as a whole is meant. */
  readonly line?: number;
  readonly key: string;
  /** A part of the message. */
  readonly message: string;
}

export interface MalformedScenario {
  readonly name: string;
  /** Name of the file; `scenario.yaml` unless it matters. */
  readonly file?: string;
  readonly content: string | Uint8Array;
  /** Further files beside it, by name. */
  readonly others?: Readonly<Record<string, string>>;
  /** All problems, in order. */
  readonly expected: readonly ExpectedIssue[];
}

/** The corpus. It holds for the mentoring model and for its stand-in. */
export const malformedScenarios: readonly MalformedScenario[] = [
  ...syntaxScenarios,
  ...settingScenarios,
  ...policyScenarios,
  ...fileScenarios,
];
