/** A calibration's file: everything known so far, written whole or not at all, so that it can be gone on with. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import type { AbcState } from '../sim/analysis/abc-smc.ts';
import { digestText } from '../sim/data/digest.ts';
import { ScenarioError, showFound } from '../sim/data/issues.ts';
import { canonical } from '../sim/experiment/run-id.ts';

/** What the file holds. */
interface Kept {
  readonly calibrationState: 1;
  /** Fingerprint of all that determines the result. */
  readonly problem: string;
  readonly state: AbcState;
}

/** The fingerprint of what is fitted to what. */
export function fingerprintOf(parts: readonly unknown[]): string {
  return digestText(canonical(parts));
}

/**
 * The state of an earlier run of the same problem; undefined where there is none.
 * @throws ScenarioError for a file of another problem, or one that is no such file.
 */
export function readState(file: string, problem: string): AbcState | undefined {
  if (!existsSync(file)) return undefined;
  const refuse = (found: string): never => {
    const remedy = 'Use --restart to begin anew, or another --out';
    const expected = 'the state of this calibration';
    throw new ScenarioError([{ file, key: 'state', expected, found, remedy }]);
  };
  let kept: Partial<Kept>;
  try {
    kept = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return refuse(`${showFound(file)}, which is no JSON`);
  }
  if (kept?.calibrationState !== 1 || !kept.state) return refuse('another file');
  if (kept.problem !== problem) {
    return refuse('that of other targets, priors, settings, model or version');
  }
  return kept.state;
}

/** Keeps the state: the file is the old one or the new one at every moment. */
export function keepState(file: string, problem: string, state: AbcState): void {
  const made = `${file}.${process.pid}.tmp`;
  const kept: Kept = { calibrationState: 1, problem, state };
  const handle = openSync(made, 'w');
  try {
    writeSync(handle, JSON.stringify(kept));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(made, file);
}
