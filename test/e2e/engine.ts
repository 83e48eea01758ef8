/** What a browser engine is to the tests, and how one is found, started and ended. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** No single step of driving a browser may take longer (ms). */
export const STEP_LIMIT = 120_000;

export interface View {
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
}

/** One open page in a browser of its own. */
export interface Page {
  /** What the page logged as errors so far, breaches of the content policy among them. */
  readonly problems: readonly string[];
  /** The value of a JavaScript expression in the page; a promise is awaited. */
  evaluate(expressionSource: string): Promise<unknown>;
  screenshot(file: string): Promise<void>;
  /** Sets window size and colour scheme, where the driver can. */
  show?(view: View): Promise<void>;
  /** Ends the browser and removes its profile; never throws. */
  close(): Promise<void>;
}

export interface Engine {
  readonly name: string;
  /** Where it is looked for, in words, for the sentence that says it is missing. */
  readonly lookedFor: string;
  /** The program to start, or undefined where this machine has none. */
  find(): string | undefined;
  open(url: string): Promise<Page>;
}

/** The first of `paths` that exists, else the first of `commands` that is on the PATH. */
export function findProgram(
  paths: readonly (string | undefined)[],
  commands: readonly string[],
): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  const onPath = commands.flatMap((command) =>
    folders.flatMap((folder) => endings.map((ending) => join(folder, command + ending))),
  );
  return [...paths, ...onPath].find((path) => path !== undefined && existsSync(path));
}

/** `tail` below each folder where Windows keeps programs. */
export function windowsPlaces(tail: string): string[] {
  return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, tail));
}

/** The value of `promise`, or an error naming `what` after `STEP_LIMIT`. */
export async function within<T>(what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const message = `${what}: expected an end within ${STEP_LIMIT / 1000} s, got none.`;
    timer = setTimeout(() => reject(new Error(message)), STEP_LIMIT);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

const endings = ['SIGINT', 'SIGTERM'] as const;

/** Child processes and folders that must not outlive a page, nor this process. */
export class Belongings {
  private readonly children: ChildProcess[] = [];
  private readonly folders: string[] = [];
  private readonly atExit = () => this.clear('SIGKILL');
  // heads of groups do not get the terminal's Ctrl-C
  private readonly atSignal = (signal: NodeJS.Signals) => {
    this.clear('SIGKILL');
    process.kill(process.pid, signal);
  };

  constructor() {
    process.once('exit', this.atExit);
    for (const signal of endings) process.once(signal, this.atSignal);
  }

  /** Starts a program as head of a process group, so that what it starts can be ended with it. */
  start(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
    const child = spawn(command, args, { ...options, detached: true });
    child.on('error', () => {}); // whoever waits for the program sees that it does not answer
    this.children.push(child);
    return child;
  }

  /** A new private folder below the system's temporary one. */
  folder(): string {
    const path = mkdtempSync(join(tmpdir(), 'mentorscape-browser-'));
    this.folders.push(path);
    return path;
  }

  /** Asks all children to end, newest first, then insists, then removes the folders. */
  async release(): Promise<void> {
    for (const child of [...this.children].reverse()) {
      signalGroup(child, 'SIGTERM');
      for (let i = 0; i < 40 && isRunning(child); i++) await pause(50);
    }
    this.clear('SIGKILL');
    process.off('exit', this.atExit);
    for (const signal of endings) process.off(signal, this.atSignal);
  }

  private clear(signal: NodeJS.Signals): void {
    for (const child of this.children) signalGroup(child, signal);
    for (const folder of this.folders) {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // the whole group has gone already
  }
}

/** Waits for `ms` milliseconds. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
