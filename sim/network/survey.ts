/**
 * An emulated network survey: who would name whom. What a survey finds of a network depends on its
 * instrument, so that a model is compared with surveys through the same one.
 */
import { exp } from '../chance/portable.ts';
import { runKey } from '../chance/seeds.ts';
import { processId, Rng } from '../chance/threefry.ts';
import type { NetworkReading } from './pair-graph.ts';
import type { NetworkSnapshot } from './snapshot.ts';

/** `roster`: everybody is asked about; `threeNames`: at most three are written down. */
export type Instrument = 'roster' | 'threeNames';

/** A tie of strength s comes to mind with 1 − exp(−recall × s): 0.83 at 0.6 (assumption, grade D). */
const recall = 3;
/** Somebody named as a source of advice names the other back so much less (assumption, grade D). */
const backward = 0.15;
const mostNames = 3;

/** What a survey of this network would find. */
export interface Survey {
  readonly instrument: Instrument;
  readonly meanNames: number;
  readonly density: number | null;
  /** Share of namings that are returned: of all, of those along mutual ties, and of directed ones. */
  readonly reciprocity: number | null;
  readonly mutualReciprocity: number | null;
  readonly directedReciprocity: number | null;
  /** Of all chains i names j names k, the share in which i names k too. */
  readonly transitivity: number | null;
  /** Times that each person is named, in the order of people in post. */
  readonly named: readonly number[];
}

interface Naming {
  readonly from: number;
  readonly to: number;
  readonly mutual: boolean;
  readonly rank: number;
}

/** Asks everybody in a snapshot. Chance is keyed by pair of seats: one tie more moves no other. */
export function emulateSurvey(
  snapshot: NetworkSnapshot,
  reading: NetworkReading,
  instrument: Instrument,
  seed: string,
): Survey {
  const { key0, key1 } = runKey(seed);
  const rng = new Rng(key0, key1);
  rng.select(processId('survey'), 0);
  const { person } = snapshot;
  const strongest = new Map<string, Naming>();
  const consider = (from: number, to: number, strength: number, mutual: boolean): void => {
    const u = rng.uniform(from, to);
    if (u >= 1 - exp(-recall * strength)) return;
    const key = `${from} ${to}`;
    // the lower u stands against the chance to be recalled, the earlier a name comes to mind
    const rank = u / strength;
    const known = strongest.get(key);
    const first = Math.min(rank, known?.rank ?? rank);
    strongest.set(key, { from, to, mutual: mutual || known?.mutual === true, rank: first });
  };
  for (const [name, { source, target, value }] of Object.entries(snapshot.layers)) {
    const mutual = reading.mutual.includes(name);
    source.forEach((from, k) => {
      const to = target[k];
      if (person[from] < 0 || person[to] < 0) return;
      const strength = value[reading.strength]?.[k] ?? 1;
      consider(from, to, strength, mutual);
      consider(to, from, strength * (mutual ? 1 : backward), mutual);
    });
  }
  return readSurvey(person, instrument, namesGiven([...strongest.values()], instrument));
}

/** The names that the instrument has room for, of each person those that come to mind first. */
function namesGiven(all: readonly Naming[], instrument: Instrument): Map<number, Naming[]> {
  const byPerson = new Map<number, Naming[]>();
  for (const naming of all) {
    const list = byPerson.get(naming.from);
    if (list) list.push(naming);
    else byPerson.set(naming.from, [naming]);
  }
  if (instrument === 'roster') return byPerson;
  for (const list of byPerson.values()) {
    list.sort((a, b) => a.rank - b.rank || a.to - b.to);
    list.length = Math.min(mostNames, list.length);
  }
  return byPerson;
}

function readSurvey(
  person: readonly number[],
  instrument: Instrument,
  names: ReadonlyMap<number, readonly Naming[]>,
): Survey {
  const people = person.flatMap((holder, seat) => (holder >= 0 ? [seat] : []));
  const namedBy = new Map<number, ReadonlySet<number>>();
  for (const [from, list] of names) namedBy.set(from, new Set(list.map(({ to }) => to)));
  const named = new Map<number, number>(people.map((seat) => [seat, 0]));
  const returned = [0, 0];
  const given = [0, 0];
  let chains = 0;
  let closed = 0;
  for (const [from, list] of names) {
    const own = namedBy.get(from)!;
    for (const { to, mutual } of list) {
      named.set(to, named.get(to)! + 1);
      given[mutual ? 0 : 1]++;
      if (namedBy.get(to)?.has(from)) returned[mutual ? 0 : 1]++;
      for (const { to: third } of names.get(to) ?? []) {
        if (third === from) continue;
        chains++;
        if (own.has(third)) closed++;
      }
    }
  }
  const all = given[0] + given[1];
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
  return {
    instrument,
    meanNames: people.length === 0 ? 0 : all / people.length,
    density: share(all, people.length * (people.length - 1)),
    reciprocity: share(returned[0] + returned[1], all),
    mutualReciprocity: share(returned[0], given[0]),
    directedReciprocity: share(returned[1], given[1]),
    transitivity: share(closed, chains),
    named: people.map((seat) => named.get(seat)!),
  };
}
