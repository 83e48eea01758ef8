/** Words for groups and outcomes that read as part of a sentence. */
import { everybody } from '../sim/model/groups.ts';
import type { Model } from '../sim/model/simulation.ts';
import type { ReportArm } from './report-input.ts';

/** Outcomes that count people, as they stand after a group: `residents who are burned out`. */
const clauses: Readonly<Record<string, string>> = {
  hasMentor: 'with a mentor',
  hasPeer: 'with a peer tie',
  alone: 'with neither mentor nor peer',
  burnedOut: 'who are burned out',
  leaving: 'who leave in a year',
  expectedLeaving: 'expected to leave in a year',
  promotions: 'promoted in a year',
  lowQuality: 'among those with a mentor whose mentoring is poor',
};

/** Scores that tell the same story as a count of people. */
const countedBy: Readonly<Record<string, string>> = {
  burnout: 'burnedOut',
  expectedLeaving: 'leaving',
};

/** Groups whose label alone is not a noun. */
const nouns: Readonly<Record<string, string>> = {
  [everybody]: 'people',
  'under-represented': 'people from under-represented groups',
  'not under-represented': 'people from other groups',
};

/** The order in which a reader expects outcomes; others follow as the model lists them. */
const order = [
  'hasMentor',
  'hasPeer',
  'alone',
  'rapport',
  'burnedOut',
  'burnout',
  'satisfaction',
  'leaving',
  'programmeCost',
  'turnoverCost',
  'netCost',
];

/** The count of people that tells the same story as `outcome`, if there is one. */
export function countOf(outcome: string): string | undefined {
  return countedBy[outcome];
}

/** A group in a sentence: `residents`, `people`. */
export function groupNoun(group: string): string {
  return nouns[group] ?? group;
}

/** A group as a row of a table: `Residents`. */
export function groupLabel(group: string): string {
  return upperFirst(group);
}

/** An outcome of a group as the subject of a sentence: `residents who are burned out`. */
export function subjectOf(model: Model, outcome: string, group: string): string {
  const clause = clauses[outcome];
  if (clause !== undefined) return `${groupNoun(group)} ${clause}`;
  const title = lowerFirst(model.outcomes[outcome]?.title ?? outcome);
  if (model.outcomes[outcome]?.of === 'world' || group === everybody) return title;
  return `${title} among ${groupNoun(group)}`;
}

/** A scenario as a reader would name it. */
export function armTitle({ scenario }: ReportArm): string {
  return scenario.title || scenario.name;
}

/** What the baseline is called in columns and on axes: `today` unless it has policies of its own. */
export function baselineWord({ scenario }: ReportArm): string {
  return scenario.policies.length === 0 ? 'today' : 'baseline';
}

/** The title of an outcome, or its name when the model does not know it. */
export function outcomeTitle(model: Model, outcome: string): string {
  return model.outcomes[outcome]?.title ?? outcome;
}

/** Puts outcome names in the reader's order and drops repetitions. */
export function inReadingOrder(outcomes: readonly string[]): string[] {
  const unique = [...new Set(outcomes)];
  const place = (name: string): number => {
    const at = order.indexOf(name);
    return at < 0 ? order.length + unique.indexOf(name) : at;
  };
  return unique.sort((a, b) => place(a) - place(b));
}

/** Everybody and the labels of the model's first grouping: the groups shown first. */
export function mainGroups(model: Model): string[] {
  return [everybody, ...(Object.values(model.groupings)[0]?.labels ?? [])];
}

/** The title of the grouping a label belongs to, '' for everybody. */
export function groupingOf(model: Model, group: string): string {
  const found = Object.values(model.groupings).find(({ labels }) => labels.includes(group));
  return group === everybody ? '' : (found?.title ?? '');
}

/** `a`, `a and b`, `a, b and c`; a long list ends with how many more there are. */
export function listText(items: readonly string[], most = items.length): string {
  const shown = items.length > most ? items.slice(0, most) : items;
  const rest = items.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} more`] : shown;
  if (all.length < 2) return all.join('');
  return `${all.slice(0, -1).join(', ')} and ${all[all.length - 1]}`;
}

/** `1 future`, `20 futures`. */
export function countText(count: number, one: string, many = `${one}s`): string {
  return `${count.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ',')} ${count === 1 ? one : many}`;
}

export function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Lower-cases the first letter unless the first word is an abbreviation. */
export function lowerFirst(text: string): string {
  return /^[A-Z][A-Z]/.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}
