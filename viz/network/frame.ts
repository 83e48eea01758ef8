/** One week of a network as plain arrays that travel between threads: who is there, and who is tied to whom. */
import type { ColumnArray } from '../../sim/data/columns.ts';
import type { World } from '../../sim/model/world.ts';

/** Columns of people that the picture, the story and the table show; a model may lack some. */
export const personFields = [
  'role',
  'rank',
  'department',
  'gender',
  'minority',
  'burnout',
  'load',
  'mentors',
  'peers',
  'received',
  'group',
] as const;
export type PersonField = (typeof personFields)[number];

const tieFields = ['tieStage', 'rapport', 'origin', 'started', 'meetings'] as const;
export type TieField = (typeof tieFields)[number];

/** Ties of the two layers: `directed` ones point from the mentee to the mentor. */
export const seniorLayer = 0;
export const peerLayer = 1;
const layerNames = ['senior', 'peer'] as const;

/** People by row, and ties between rows, at the beginning of `week`. */
export interface Frame {
  readonly week: number;
  /** Ids, which are never used twice. */
  readonly person: Int32Array;
  /** Names of the same people in every future of a seed: ids are given in the order of arrival, which differs. */
  readonly who: Uint32Array;
  readonly value: Readonly<Partial<Record<PersonField, Float32Array>>>;
  /** Rows of people. */
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly layer: Uint8Array;
  readonly tie: Readonly<Record<TieField, Float32Array>>;
}

/** A table of columns with a number of rows, as people and ties are. */
interface Rows {
  readonly size: number;
  readonly column: Readonly<Record<string, ColumnArray>>;
}

/** Names of people by id: the chance key under which somebody was first seen, whatever seat comes later. */
export class Names {
  private readonly byPerson = new Map<number, number>();
  private readonly taken = new Set<number>();

  /** The name of a person whose chance key is now `key`. */
  nameOf(person: number, key: number): number {
    const known = this.byPerson.get(person);
    if (known !== undefined) return known;
    let name = key;
    // a seat that is filled twice in a year has one key for both: the later one takes the next
    while (this.taken.has(name)) name = (name + 1) >>> 0;
    this.byPerson.set(person, name);
    this.taken.add(name);
    return name;
  }
}

/** Copies what is shown of a world; `names` are those of the frames before. */
export function frameOf(world: World, names = new Names()): Frame {
  const people = world.people as unknown as Rows;
  const layers = world.ties as unknown as Readonly<Record<string, Rows | undefined>>;
  const rowOf = new Map<number, number>();
  const { person, chanceKey } = people.column;
  for (let seat = 0; seat < people.size; seat++) {
    if (person[seat] >= 0) rowOf.set(seat, rowOf.size);
  }
  const seats = [...rowOf.keys()];
  const value: Partial<Record<PersonField, Float32Array>> = {};
  for (const field of personFields) {
    const column = people.column[field];
    if (column) value[field] = Float32Array.from(seats, (seat) => column[seat]);
  }
  const ends: [layer: number, row: number, from: number, to: number][] = [];
  layerNames.forEach((name, layer) => {
    const ties = layers[name];
    if (!ties) return;
    const { source, target, ended } = ties.column;
    for (let row = 0; row < ties.size; row++) {
      const from = rowOf.get(source[row]);
      const to = rowOf.get(target[row]);
      if (ended[row] === 0 && from !== undefined && to !== undefined) {
        ends.push([layer, row, from, to]);
      }
    }
  });
  const column = (field: TieField): Float32Array =>
    Float32Array.from(ends, ([layer, row]) => layers[layerNames[layer]]?.column[field]?.[row] ?? 0);
  return {
    week: world.week,
    person: Int32Array.from(seats, (seat) => person[seat]),
    who: Uint32Array.from(seats, (seat) => names.nameOf(person[seat], chanceKey[seat])),
    value,
    source: Int32Array.from(ends, ([, , from]) => from),
    target: Int32Array.from(ends, ([, , , to]) => to),
    layer: Uint8Array.from(ends, ([layer]) => layer),
    tie: {
      tieStage: column('tieStage'),
      rapport: column('rapport'),
      origin: column('origin'),
      started: column('started'),
      meetings: column('meetings'),
    },
  };
}

/** Buffers of a frame, to be handed over rather than copied. */
export function buffersOf({
  person,
  who,
  value,
  source,
  target,
  layer,
  tie,
}: Frame): ArrayBuffer[] {
  const columns = [...Object.values(value), ...Object.values(tie)];
  const arrays = [person, who, source, target, layer, ...columns];
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
}

/** A value of a person in a frame; NaN where the model has none. */
export function personValue({ value }: Frame, field: PersonField, row: number): number {
  return value[field]?.[row] ?? Number.NaN;
}

/** Row of a person, −1 when the person is not there. */
export function rowOfPerson({ person }: Frame, id: number): number {
  return person.indexOf(id);
}

/** Names a tie by its layer and people: the same in two futures of the same people. */
export function tieName({ who, source, target, layer }: Frame, k: number): string {
  const [a, b] = [who[source[k]], who[target[k]]];
  return layer[k] === seniorLayer ? `s${a}>${b}` : `p${Math.min(a, b)}-${Math.max(a, b)}`;
}
