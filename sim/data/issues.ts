/** Problems in user data: collected all at once, each with its place, finding and remedy. */
import { distance } from 'fastest-levenshtein';

/** One problem in a user's file. `line` counts from 1. */
export interface Issue {
  readonly file?: string;
  readonly line?: number;
  /** Dotted path or column name, such as `parameters.rapportFade`. */
  readonly key: string;
  readonly expected: string;
  readonly found: string;
  /** What to do, a sentence without its full stop; the nearest valid name where there is one. */
  readonly remedy?: string;
}

/** A user's input cannot be used. Carries every problem found; nothing has been written. */
export class ScenarioError extends Error {
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[]) {
    super(issues.map(formatIssue).join('\n'));
    this.name = 'ScenarioError';
    this.issues = issues;
  }
}

/** A model failed while it ran. `cause` is what the process threw. */
export class RunError extends Error {
  readonly model: string;
  readonly process: string;
  readonly week: number;
  readonly seed: string;
  constructor(
    where: { model: string; process: string; week: number; seed: string },
    cause: unknown,
  ) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(
      `${where.model}, process ${where.process}, week ${where.week}, seed ${where.seed}: ${reason}`,
      { cause },
    );
    this.name = 'RunError';
    this.model = where.model;
    this.process = where.process;
    this.week = where.week;
    this.seed = where.seed;
  }
}

/** `file:line: key: expected …, found …. Remedy.` */
export function formatIssue(issue: Issue): string {
  const place = [issue.file, issue.line].filter((part) => part !== undefined).join(':');
  const where = [place, issue.key].filter((part) => part !== '').join(': ');
  const remedy = issue.remedy ? ` ${issue.remedy}.` : '';
  return `${where}: expected ${issue.expected}, found ${issue.found}.${remedy}`;
}

/** The candidate most like `name`, when it is near enough to be a slip of the keyboard. */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(name.length * 0.4)) + 1;
  for (const candidate of candidates) {
    const d = distance(name.toLowerCase(), candidate.toLowerCase());
    if (d < bestDistance) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}

/** The issue of a name that is none of the valid ones, with the nearest where one is near. */
export function unknownName(key: string, name: string, valid: readonly string[]): Issue {
  const nearest = nearestName(name, valid);
  return {
    key,
    expected: `one of ${valid.join(', ')}`,
    found: showFound(name),
    ...(nearest === undefined ? {} : { remedy: `Did you mean ${nearest}` }),
  };
}

/** A value as shown in an error: short, quoted when text, never a dump. */
export function showFound(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') {
    return value.length > 60 ? `"${value.slice(0, 57)}…"` : `"${value}"`;
  }
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return `${value}`;
  if (typeof value === 'bigint') return `${value}`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return 'a mapping';
}
