/** `mentorscape` in the browser's console: for the curious, and for tests of equal results. */
import { presetScenario } from '../state/presets.ts';
import { theMachine } from '../state/results.ts';

/** What a run gives, as `mentorscape run` prints it. */
export interface RunSummary {
  /** Fingerprint of the whole trajectory: 32 hexadecimal digits. */
  readonly digest: string;
  readonly weeks: number;
}

declare global {
  var mentorscape: { readonly run: typeof run } | undefined;
}

/** Runs the first future of a shipped scenario in a worker. */
async function run(name: string, seed: number): Promise<RunSummary> {
  const scenario = { ...presetScenario(name), seed: String(seed) };
  return new Promise((resolve, reject) => {
    theMachine().pool.request({
      job: { scenario, replicate: 0 },
      modelHash: '',
      rank: -1,
      done: ({ digest, weeks }) => resolve({ digest, weeks }),
      failed: (message) => reject(new Error(message)),
    });
  });
}

/** Puts it there. */
export function openConsole(): void {
  globalThis.mentorscape = { run };
}
