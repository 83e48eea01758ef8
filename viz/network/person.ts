/** What is said of a person in a week: groups, state and ties in words. */
import { stages } from '../../models/mentoring/stages.ts';
import { text } from '../text/network.ts';
import type { Frame } from './frame.ts';
import { personValue, seniorLayer } from './frame.ts';

/** Role and department, rank and identity, as short words. */
export function groupsText(frame: Frame, row: number): string {
  const code = (field: Parameters<typeof personValue>[1]): number =>
    personValue(frame, field, row) || 0;
  const role = code('role');
  const ranks = role === 1 ? text.facultyRanks : text.ranks;
  return [
    text.role[role],
    ranks[Math.min(3, code('rank'))],
    text.department(code('department')),
    text.gender[code('gender')],
    text.minorities[code('minority')],
  ].join(', ');
}

/** State of a person as sentences. */
export function factsOf(frame: Frame, row: number): string[] {
  const value = (field: Parameters<typeof personValue>[1]): number =>
    personValue(frame, field, row);
  const facts = [
    text.facts.mentors(value('mentors')),
    text.facts.burnout(value('burnout').toFixed(2)),
    text.facts.received(value('received').toFixed(2)),
  ];
  if (value('load') > 0) facts.unshift(text.facts.load(value('load')));
  if (value('group') >= 0) facts.push(text.facts.group);
  return facts;
}

/** A tie seen from one of its people. */
export interface OwnTie {
  readonly other: number;
  /** What the other person is. */
  readonly kind: keyof typeof text.kinds;
  readonly words: string;
}

/** Ties of a person, mentors first. */
export function tiesOf(frame: Frame, row: number): OwnTie[] {
  const { person, source, target, layer, tie, week } = frame;
  const own: OwnTie[] = [];
  source.forEach((from, k) => {
    const to = target[k];
    if (from !== row && to !== row) return;
    const isSenior = layer[k] === seniorLayer;
    const stage = isSenior ? `${stages[tie.tieStage[k]]?.name ?? ''}, ` : '';
    const age = Math.max(0, week - tie.started[k]);
    own.push({
      other: person[from === row ? to : from],
      kind: !isSenior ? 'peer' : from === row ? 'mentor' : 'mentee',
      words: text.tie(stage, tie.rapport[k].toFixed(2), tie.meetings[k], age),
    });
  });
  const order = Object.keys(text.kinds);
  return own.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.other - b.other);
}

/** One row of the table of people. */
export function tableRow(frame: Frame, row: number): string[] {
  const value = (field: Parameters<typeof personValue>[1]): number =>
    personValue(frame, field, row);
  return [
    text.person(frame.person[row]),
    text.role[value('role') || 0],
    `${(value('department') || 0) + 1}`,
    `${value('mentors')}`,
    `${value('load')}`,
    `${value('peers')}`,
    value('burnout').toFixed(2),
    value('received').toFixed(2),
  ];
}
