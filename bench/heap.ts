/** What a run adds to the heap between weeks 200 and 1,000; needs `--expose-gc`: `heap.js PEOPLE`. */
import { setTimeout } from 'node:timers/promises';
import { engineSimulation } from './mentor-min-engine.ts';

/** Bytes in use after everything that can be freed was freed. */
async function bytesInUse(): Promise<number> {
  for (let k = 0; k < 4; k++) {
    // a turn of the event loop, in which finished compilations are put in place
    await setTimeout(20);
    globalThis.gc?.();
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const people = Number(process.argv[2]);
// a first run compiles what a second one shares
engineSimulation(people, 1, 52).runTo(300);
const simulation = engineSimulation(people, 2, 52);
simulation.runTo(200);
const at200 = await bytesInUse();
simulation.runTo(1000);
const at1000 = await bytesInUse();
const rows = simulation.recorder.rows.length;
console.log(JSON.stringify({ people, at200, at1000, growth: at1000 - at200, rows }));
