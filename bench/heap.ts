/**
 * What a run adds to the heap between weeks 200 and 1,000: `heap.js PEOPLE`, with `--expose-gc`, and
 * with `--no-opt --no-flush-bytecode`, since V8 counts compiled code as heap, and drops some of it.
 */
import { setTimeout } from 'node:timers/promises';
import { engineSimulation } from './mentor-min-engine.ts';

/** Bytes in use after everything that can be freed was freed. */
async function bytesInUse(): Promise<number> {
  for (let k = 0; k < 4; k++) {
    await setTimeout(20);
    globalThis.gc?.();
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const people = Number(process.argv[2]);
const simulation = engineSimulation(people, 2, 52);
simulation.runTo(200);
const at200 = await bytesInUse();
simulation.runTo(1000);
const at1000 = await bytesInUse();
const rows = simulation.recorder.rows.length;
console.log(JSON.stringify({ people, at200, at1000, growth: at1000 - at200, rows }));
