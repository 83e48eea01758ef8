/** Gathers issues as they are found: the same one on many lines is said once, a flood is cut short. */
import type { Issue } from './issues.ts';
import { nearestName, ScenarioError } from './issues.ts';

/** Different findings shown for one place and rule, before the rest are only counted. */
const mostAlike = 50;
/** Lines named for one finding, before the rest are only counted. */
const mostLines = 5;

interface Entry {
  readonly issue: Issue;
  readonly furtherLines: number[];
  further: number;
}

/** Issues in the order they were first found. */
export class IssueList {
  private readonly entries = new Map<string, Entry>();
  private readonly alike = new Map<string, { shown: number; hidden: number; last: Issue }>();

  add(issue: Issue): void {
    const rule = JSON.stringify([issue.file, issue.key, issue.expected]);
    const finding = `${rule}${JSON.stringify([issue.found, issue.remedy])}`;
    const known = this.entries.get(finding);
    if (known) {
      known.further++;
      if (issue.line !== undefined && known.furtherLines.length < mostLines) {
        known.furtherLines.push(issue.line);
      }
      return;
    }
    const kin = this.alike.get(rule) ?? { shown: 0, hidden: 0, last: issue };
    this.alike.set(rule, kin);
    if (kin.shown === mostAlike) {
      kin.hidden++;
      kin.last = issue;
      return;
    }
    kin.shown++;
    this.entries.set(finding, { issue, furtherLines: [], further: 0 });
  }

  addAll(issues: Iterable<Issue>): void {
    for (const issue of issues) this.add(issue);
  }

  get empty(): boolean {
    return this.entries.size === 0;
  }

  /** All of them; what was cut short is said in a last one of its kind. */
  list(): Issue[] {
    const shown = [...this.entries.values()].map(withFurtherLines);
    for (const { hidden, last } of this.alike.values()) {
      if (hidden === 0) continue;
      const found = `${last.found} and ${hidden - 1} more problems like this`;
      shown.push(hidden === 1 ? last : { ...last, found });
    }
    return shown;
  }

  /** @throws ScenarioError when there is any issue. */
  throwIfAny(): void {
    if (!this.empty) throw new ScenarioError(this.list());
  }
}

function withFurtherLines(entry: Entry): Issue {
  const { issue, furtherLines, further } = entry;
  if (further === 0) return issue;
  if (furtherLines.length === 0)
    return { ...issue, found: `${issue.found} (${further + 1} times)` };
  const rest = further - furtherLines.length;
  const named =
    rest > 0
      ? `${furtherLines.join(', ')} and ${rest} more`
      : [furtherLines.slice(0, -1).join(', '), furtherLines.at(-1)].filter(Boolean).join(' and ');
  const word = further === 1 ? 'line' : 'lines';
  return { ...issue, found: `${issue.found} (also on ${word} ${named})` };
}

/** Names in a sentence, the first few of many: `a, b, c or 4 more`. */
export function listNames(names: readonly string[], most = 12): string {
  if (names.length === 0) return 'nothing';
  if (names.length === 1) return names[0]!;
  if (names.length > most)
    return `${names.slice(0, most).join(', ')} or ${names.length - most} more`;
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** The issue with the nearest valid name as its remedy, where one is near enough to help. */
export function suggesting<I extends Pick<Issue, 'expected' | 'found' | 'remedy'>>(
  issue: I,
  name: string,
  candidates: Iterable<string>,
): I & Pick<Issue, 'remedy'> {
  // for a code such as 1 or F, every short name would count as near
  if (name.length < 3 || /^\d+$/.test(name)) return issue;
  const nearest = nearestName(name, candidates);
  return nearest === undefined ? issue : { ...issue, remedy: `The nearest is ${nearest}` };
}

/** Names looked up and names compared with, at most, by one `suggester`. */
const suggesterLimits = { names: mostAlike, candidates: 10_000 } as const;

/**
 * The same as `suggesting` for names that may be wrong on millions of rows: the first few different
 * ones are looked up once each, and none where the candidates are too many.
 */
export function suggester(
  candidates: readonly string[],
): <I extends Pick<Issue, 'expected' | 'found' | 'remedy'>>(issue: I, name: string) => I {
  const looked = new Map<string, string | undefined>();
  return (issue, name) => {
    if (!looked.has(name)) {
      const { names, candidates: most } = suggesterLimits;
      if (looked.size === names || candidates.length > most) return issue;
      looked.set(name, suggesting({ expected: '', found: '' }, name, candidates).remedy);
    }
    const remedy = looked.get(name);
    return remedy === undefined ? issue : { ...issue, remedy };
  };
}
