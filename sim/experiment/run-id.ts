/** Names of runs: a hash of everything that determines a run's output. */
import { Digest } from '../data/digest.ts';
import type { RosterRecords } from '../model/model.ts';
import type { Scenario } from '../model/scenario.ts';

/** Raised when the engine's output changes for the same input. */
export const engineVersion = '1';

/** What identifies a model's code: its name and a hash of its built source. */
export interface ModelIdentity {
  readonly name: string;
  readonly version: string;
  readonly hash: string;
}

/**
 * The content id of one run: 32 hexadecimal digits. The same id means the same output; adding a
 * replicate or a scenario changes no other run's id.
 */
export function runId(
  model: ModelIdentity,
  scenario: Scenario,
  rosterDigest: string,
  replicateSeed: string,
): string {
  const digest = new Digest();
  const put = (value: unknown): void => digest.text(canonical(value));
  put([engineVersion, model.name, model.version, model.hash]);
  put(scenario.parameters);
  put(scenario.policies);
  put(rosterDigest === '' ? scenario.population : rosterDigest);
  put([scenario.populationSeed, scenario.warmUp, scenario.horizon, replicateSeed]);
  put(scenario.record);
  return digest.hex();
}

/** A roster's fingerprint, '' for none: what a shared result may carry instead of people. */
export function rosterDigest(roster: RosterRecords | undefined): string {
  if (roster === undefined) return '';
  const digest = new Digest();
  digest.text(canonical([roster.people, roster.ties]));
  return digest.hex();
}

/** Texts of objects written before: the runs of a design share most of their settings. */
const written = new WeakMap<object, string>();

/** JSON with sorted keys; Infinity, which JSON lacks, is written as text. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return write(value);
  const known = written.get(value) ?? write(value);
  written.set(value, known);
  return known;
}

function write(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (part === Number.POSITIVE_INFINITY) return 'Infinity';
    if (part !== null && typeof part === 'object' && !Array.isArray(part)) {
      const sorted: Record<string, unknown> = {};
      for (const key of Object.keys(part).sort()) {
        sorted[key] = (part as Record<string, unknown>)[key];
      }
      return sorted;
    }
    return part;
  });
}
