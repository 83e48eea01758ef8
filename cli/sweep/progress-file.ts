/** The small file beside a store that tells how a sweep goes, for `sweep status`. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** What is known of a sweep from outside. Times are milliseconds since 1970, for people to read. */
export interface SweepProgress {
  readonly state: 'running' | 'finished' | 'interrupted' | 'failed';
  readonly plan: string;
  readonly title: string;
  readonly shard: string;
  readonly host: string;
  readonly pid: number;
  readonly planned: number;
  /** Committed before this sweep began. */
  readonly there: number;
  /** Committed by this sweep. */
  readonly done: number;
  readonly failed: number;
  readonly runsPerSecond: number;
  readonly secondsLeft: number | null;
  readonly started: number;
  readonly updated: number;
}

/** Where the progress of a store is told. */
export function progressFileOf(store: string): string {
  return `${store}.progress.json`;
}

/** Writes progress for whoever looks; a disk that refuses does not stop a sweep. */
export function writeProgress(
  store: string,
  progress: Omit<SweepProgress, 'host' | 'pid' | 'updated'>,
): void {
  const file = progressFileOf(store);
  const made = `${file}.${process.pid}.tmp`;
  const whole: SweepProgress = {
    ...progress,
    ...{ host: hostname(), pid: process.pid, updated: Date.now() },
  };
  try {
    writeFileSync(made, `${JSON.stringify(whole, null, 2)}\n`);
    renameSync(made, file);
  } catch {
    rmSync(made, { force: true });
  }
}

/** The progress beside a store; undefined when there is none that can be read. */
export function readProgress(store: string): SweepProgress | undefined {
  try {
    const read: SweepProgress = JSON.parse(readFileSync(progressFileOf(store), 'utf8'));
    return typeof read.planned === 'number' ? read : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the process that writes the progress is still there, as far as this machine can tell. */
export function isAlive({ host, pid }: SweepProgress): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
