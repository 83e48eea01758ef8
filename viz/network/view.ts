/** What is looked at on the page, read from the address and checked. */
import type { Scenario } from '../../sim/model/scenario.ts';
import type { Doc } from '../state/document.ts';
import { rosterOf } from '../state/roster.ts';
import type { View } from '../state/studio.ts';
import type { ColourField, SizeField } from './look.ts';
import { colourFields, sizeFields } from './look.ts';
import type { Future } from './protocol.ts';

interface Settings {
  /** Number of the plan; undefined for today's baseline. */
  readonly plan: number | undefined;
  readonly replicate: number;
  readonly colour: ColourField;
  readonly size: SizeField;
  readonly person: number | undefined;
  /** What stands beside: number of a plan, today's baseline, or nothing. */
  readonly beside: number | 'today' | undefined;
  /** Whether only ties that differ are drawn. */
  readonly differing: boolean;
  /** The side on which the person was chosen. */
  readonly side: 0 | 1;
}

/** Highest number of a future, and of a person. */
export const mostFutures = 9999;
const mostPeople = 100_000_000;

/** The settings; what an address has wrong is as if it were not there. */
export function settingsOf(view: View, doc: Doc): Settings {
  const whole = (name: string, high: number): number | undefined => {
    const found = view[name];
    return found !== undefined && /^\d{1,9}$/.test(found) && Number(found) <= high
      ? Number(found)
      : undefined;
  };
  const plan =
    view['plan'] === 'today' ? undefined : (whole('plan', doc.plans.length - 1) ?? doc.active);
  const asked =
    view['beside'] === 'today' ? ('today' as const) : whole('beside', doc.plans.length - 1);
  // a future beside itself has nothing to tell
  const beside = asked === (plan ?? 'today') ? undefined : asked;
  return {
    plan,
    beside,
    differing: beside !== undefined && view['ties'] === 'differing',
    side: beside !== undefined && view['side'] === '1' ? 1 : 0,
    replicate: whole('future', mostFutures) ?? 0,
    colour: colourFields.find((field) => field === view['colour']) ?? 'role',
    size: sizeFields.find((field) => field === view['size']) ?? 'contacts',
    person: whole('person', mostPeople),
  };
}

/** A future of a scenario, with the people that the document begins with. */
export function futureOf(doc: Doc, scenario: Scenario, replicate: number): Future {
  const roster = rosterOf(doc);
  if (roster === undefined || roster === 'missing') return { scenario, replicate };
  return { scenario, replicate, roster: roster.records };
}
