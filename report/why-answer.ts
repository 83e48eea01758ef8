/** Decisions of a replayed run in words: what was decided, by what, and by how much. */
import type { Decision } from '../sim/analysis/decisions.ts';
import type { Turn } from '../sim/analysis/turns.ts';
import type { Model } from '../sim/model/simulation.ts';
import { weekOfYear, yearOf } from '../sim/model/time.ts';

/** `year 2 week 10`, counted from 1, as scenarios write it. */
export function weekText(week: number): string {
  return `year ${yearOf(week) + 1} week ${weekOfYear(week) + 1}`;
}

/** One line: when, who, what, and the two terms that weighed most. */
export function decisionLine(model: Model, decision: Decision): string {
  const { week, kind, person, other, yes, terms } = decision;
  const spec = model.decisions?.[kind];
  const whom = other < 0 ? '' : `, with person ${other}`;
  const most = terms
    .filter(({ name, value }) => value !== 0 && !isConstant(name))
    .slice(0, 2)
    .map(({ name, value }) => `${spec?.words[name] ?? name} ${signed(value)}`);
  const why = most.length === 0 ? '' : `; mostly ${most.join(' and ')}`;
  return `${weekText(week)}  ${kind}: person ${person} ${spec?.title ?? kind}${whom}: ${yes ? 'yes' : 'no'}${why}`;
}

/** What befell a person, in a line. */
export function turnLine(model: Model, person: number, { week, spell, on }: Turn): string {
  const words = model.spells?.[spell];
  const told = words ? (on ? words.begins : words.ends) : 'is no longer here';
  return `${weekText(week)}  ${spell}: person ${person} ${told}`;
}

/** A decision in full: every term, their sum, and the luck it was measured against. */
export function decisionInFull(model: Model, decision: Decision): string[] {
  const { week, kind, person, other, value, threshold, yes, terms } = decision;
  const spec = model.decisions?.[kind];
  const whom = other < 0 ? '' : `, with person ${other}`;
  const shown = terms.filter((term) => term.value !== 0);
  const width = Math.max(0, ...shown.map(({ name }) => name.length));
  return [
    `${weekText(week)}  ${kind}: person ${person} ${spec?.title ?? kind}${whom}: ${yes ? 'yes' : 'no'}`,
    ...shown.map(
      ({ name, value: part }) =>
        `  ${signed(part).padStart(9)}  ${name.padEnd(width)}  ${spec?.words[name] ?? ''}`,
    ),
    `  ${signed(value).padStart(9)}  in all (${spec?.unit ?? 'no unit'}); luck asked for more than ${signed(threshold)}`,
  ];
}

/** Terms that are the same for everybody explain nothing about one person. */
function isConstant(name: string): boolean {
  return ['density', 'constant', 'base', 'readiness'].includes(name);
}

function signed(value: number): string {
  const digits = Math.abs(value) < 0.1 ? value.toPrecision(2) : value.toFixed(2);
  return `${value > 0 ? '+' : ''}${digits}`.replace('-', '−');
}
