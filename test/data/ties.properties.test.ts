/** A tie store behaves as a plain list of ties would, under any sequence of operations. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columns } from '../../sim/data/columns.ts';
import type { TableState } from '../../sim/data/table.ts';
import type { Index } from '../../sim/data/ties.ts';
import { TieStore } from '../../sim/data/ties.ts';

const specs = columns({
  label: { type: 'i32', unit: 'number', doc: 'names a tie for the rest of its life' },
  pair: { type: 'f64', width: 2, unit: 'number', doc: 'the name again, twice in a row' },
});
const seats = 6;

interface PlainTie {
  readonly label: number;
  readonly source: number;
  readonly target: number;
  ended: boolean;
}

type Act =
  | { readonly kind: 'add' | 'find'; readonly a: number; readonly b: number }
  | { readonly kind: 'end' | 'endAllOf'; readonly a: number }
  | { readonly kind: 'compact' | 'capture' | 'restore' };

const seat = fc.nat(seats - 1);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('add' as const), a: seat, b: seat }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('find' as const), a: seat, b: seat }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('end' as const), a: fc.nat(60) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('endAllOf' as const), a: seat }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('compact' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('capture' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restore' as const) }) },
);

/** The store beside a naive list, both taken through the same operations. */
class Pair {
  store = new TieStore(specs, 1);
  plain: PlainTie[] = [];
  private kept: { state: TableState; plain: PlainTie[] } | undefined;
  private next = 1;

  apply(act: Act): void {
    const { store } = this;
    if (act.kind === 'add') this.add(act.a, act.b);
    else if (act.kind === 'find') this.compareFind(act.a, act.b);
    else if (act.kind === 'end' && act.a < this.plain.length) {
      store.end(act.a);
      this.plain[act.a].ended = true;
    } else if (act.kind === 'endAllOf') {
      store.endAllOf(act.a);
      for (const tie of this.plain) {
        if (tie.source === act.a || tie.target === act.a) tie.ended = true;
      }
    } else if (act.kind === 'compact') {
      store.compact(seats);
      this.plain = this.plain.filter(({ ended }) => !ended).sort((a, b) => a.source - b.source);
      this.compareIndexes();
    } else if (act.kind === 'capture') {
      const plain = this.plain.map((tie) => ({ ...tie }));
      this.kept = { state: structuredClone(store.capture()), plain };
    } else if (act.kind === 'restore' && this.kept) {
      store.restore(this.kept.state);
      this.plain = this.kept.plain.map((tie) => ({ ...tie }));
      this.compareAllFinds();
    }
    this.compareRows();
  }

  private add(source: number, target: number): void {
    if (source === target) {
      expect(() => this.store.add(source, target)).toThrow(RangeError);
      return;
    }
    const label = this.next++;
    const tie = this.store.add(source, target);
    expect(tie).toBe(this.plain.length);
    this.store.column.label[tie] = label;
    this.store.column.pair.fill(label, tie * 2, tie * 2 + 2);
    this.plain.push({ label, source, target, ended: false });
  }

  compareAllFinds(): void {
    for (let a = 0; a < seats; a++) for (let b = 0; b < seats; b++) this.compareFind(a, b);
  }

  private compareFind(source: number, target: number): void {
    const isThis = (tie: PlainTie): boolean =>
      tie.source === source && tie.target === target && !tie.ended;
    expect(this.store.find(source, target)).toBe(this.plain.findIndex(isThis));
  }

  private compareRows(): void {
    const { size, count, column } = this.store;
    const rows = Array.from({ length: size }, (_, t) => ({
      label: column.label[t],
      source: column.source[t],
      target: column.target[t],
      ended: column.ended[t] !== 0,
    }));
    expect(rows).toEqual(this.plain);
    expect([...column.pair.subarray(0, size * 2)]).toEqual(
      this.plain.flatMap(({ label }) => [label, label]),
    );
    expect(count).toBe(this.plain.filter(({ ended }) => !ended).length);
  }

  private compareIndexes(): void {
    expect(this.store.indexed).toBe(this.plain.length);
    for (let s = 0; s < seats; s++) {
      const rowsWhere = (end: 'source' | 'target'): number[] =>
        this.plain.flatMap((tie, row) => (tie[end] === s ? [row] : []));
      expect(listed(this.store.out, s)).toEqual(rowsWhere('source'));
      expect(listed(this.store.in, s)).toEqual(rowsWhere('target'));
      expect(this.store.in.degree[s]).toBe(rowsWhere('target').length);
    }
  }
}

function listed({ start, tie }: Index, of: number): number[] {
  return [...tie.subarray(start[of], start[of + 1])];
}

it('adds, ends, compacts, finds, captures and restores as a plain list does', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 80 }), (acts) => {
      const pair = new Pair();
      for (const each of acts) pair.apply(each);
      pair.apply({ kind: 'compact' });
      pair.compareAllFinds();
    }),
    { numRuns: 300 },
  );
});
