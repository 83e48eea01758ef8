/** The built program as a user runs it: child processes in folders of their own. */
import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');
const program = join(root, 'cli', 'bin.js');

if (!existsSync(join(root, 'dist', 'cli', 'main.js'))) {
  throw new Error(
    'The tests of the command line need the built program, and dist/ is missing: run `npm run build` first (`npm test` does).',
  );
}

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Options {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly uid?: number;
}

/** A line of a stack trace. */
export const stackLine = /^\s+at /m;

/** Said when results differ: the likeliest cause while working on the sources. */
export const perhapsOld = 'is dist/ older than the sources? Run `npm run build`';

/** Starts a command. */
export function start(args: readonly string[], { cwd, env, uid }: Options = {}): ChildProcess {
  return spawn(process.execPath, [program, ...args], {
    ...(cwd === undefined ? {} : { cwd }),
    ...(uid === undefined ? {} : { uid, gid: uid }),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Waits for a process and gathers what it says. */
export function ending(child: ChildProcess): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...said }));
  });
}

/** Runs a command to its end. */
export function mentorscape(args: readonly string[], options: Options = {}): Promise<Ended> {
  return ending(start(args, options));
}

/** A folder for one file of tests, removed after them. Files are given by name. */
export function workFolder(files: Readonly<Record<string, string>> = {}): {
  readonly path: string;
  at(name: string): string;
  write(name: string, content: string | Uint8Array): string;
  /** All files and folders in it, sorted, with forward slashes. */
  listing(): string[];
} {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'mentorscape-cli-')));
  chmodSync(path, 0o755);
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  const at = (name: string): string => join(path, name);
  const write = (name: string, content: string | Uint8Array): string => {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), content);
    return at(name);
  };
  for (const [name, content] of Object.entries(files)) write(name, content);
  const listing = (): string[] =>
    readdirSync(path, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .sort();
  return { path, at, write, listing };
}

/**
 * A user who may not write to a read-only folder: oneself, or for root somebody without rights;
 * undefined where the program cannot be run as that user.
 */
export function powerless(): { readonly uid?: number } | undefined {
  if (process.platform === 'win32') return undefined;
  if (process.getuid?.() !== 0) return {};
  const uid = 65_534;
  const tried = spawnSync(process.execPath, [program, '--version'], { uid, gid: uid });
  return tried.status === 0 ? { uid } : undefined;
}

/** A small department: two years after one of warm-up. */
export const smallScenario = `# What does a small department look like if nothing changes?
mentorscape: 1
population: { faculty: 22, residents: 14, departments: 2 }
horizon: 2 years
warmUp: 1 years
replicates: 3
seed: 11
`;

/**
 * The same with all four policies. Says what is recorded: unless it is said, the order is that of a
 * module's names, which Vitest keeps as written and every other runtime sorts.
 */
export const policiesScenario = `# What if all four policies began?
mentorscape: 1
basedOn: small.yaml
record: { outcomes: [hasMentor, alone, burnedOut, leaving, rapport, loadGini, programmeCost] }
policies:
  - { policy: formalMatching, start: week 10 }
  - { policy: peerGroups, start: week 20 }
  - { policy: protectedTime, ramp: 20 }
  - { policy: hybridWork, start: week 30, schedule: anchor }
`;
