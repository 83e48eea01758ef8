/** Keyed draws for many people or ties at once, in vectors of four. */
import { chunk, moduleBytes, regions } from './threefry-module.ts';

const page = 65536;

type Draw = (end: number, key0: number, key1: number, key2: number, shift: number) => void;

/** The module with a memory, whose regions are filled, drawn for and read, chunk by chunk. */
export class Lanes {
  private room = 0;
  private readonly module = new WebAssembly.Module(moduleBytes);
  private drawPeople!: Draw;
  private drawTies!: Draw;
  private ego!: Int32Array;
  private alter!: Int32Array;
  private egoKeys!: Uint32Array;
  private keys!: Uint32Array;
  private first!: Float64Array;
  private second!: Float64Array;

  /** @throws CompileError where there are no vectors, or a page forbids WebAssembly. */
  constructor() {
    this.reserve(0);
  }

  /** As `Rng.uniforms`, under a key of three words. */
  people(
    keys: Uint32Array,
    n: number,
    key: Int32Array,
    counter1: number,
    one: Float64Array,
    other: Float64Array,
  ): void {
    for (let from = 0; from < n; from += chunk) {
      const count = Math.min(chunk, n - from);
      this.egoKeys.set(keys.subarray(from, from + count));
      this.drawPeople(count * 4, key[0], key[1], key[2], counter1);
      one.set(this.first.subarray(0, count), from);
      other.set(this.second.subarray(0, count), from);
    }
  }

  /** As `Rng.tieUniforms`, under a key of three words. */
  ties(
    keys: Uint32Array,
    source: Int32Array,
    target: Int32Array,
    n: number,
    key: Int32Array,
    shift: number,
    out: Float64Array,
  ): void {
    this.reserve(keys.length);
    this.keys.set(keys);
    for (let from = 0; from < n; from += chunk) {
      const count = Math.min(chunk, n - from);
      this.ego.set(source.subarray(from, from + count));
      this.alter.set(target.subarray(from, from + count));
      // the last four may reach beyond: to seat 0, which is there
      this.ego.fill(0, count, count + 3);
      this.alter.fill(0, count, count + 3);
      this.drawTies(count * 4, key[0], key[1], key[2], shift);
      out.set(this.first.subarray(0, count), from);
    }
  }

  /** Makes room for the keys of so many people: a new memory, since growing one would detach it. */
  private reserve(room: number): void {
    if (this.room > 0 && this.room >= room) return;
    const memory = new WebAssembly.Memory({
      initial: Math.ceil((regions.keys + 4 + room * 8) / page),
    });
    const { exports } = new WebAssembly.Instance(this.module, { memory: { memory } });
    this.drawPeople = exports['people'] as Draw;
    this.drawTies = exports['ties'] as Draw;
    const { buffer } = memory;
    this.ego = new Int32Array(buffer, regions.ego, chunk);
    this.egoKeys = new Uint32Array(buffer, regions.ego, chunk);
    this.alter = new Int32Array(buffer, regions.alter, chunk);
    this.first = new Float64Array(buffer, regions.first, chunk);
    this.second = new Float64Array(buffer, regions.second, chunk);
    this.keys = new Uint32Array(buffer, regions.keys);
    this.room = this.keys.length;
  }
}
