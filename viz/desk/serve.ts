/** The desk: keeps results, answers questions about them, has charts and reports drawn. */
import type { RunResult } from '../../sim/experiment/experiment.ts';
import { briefOf, reportInput } from './brief.ts';
import type { FromDesk, ToDesk } from './protocol.ts';

const kept = new Map<string, Map<number, RunResult>>();

function keep(key: string, result: RunResult): void {
  const runs = kept.get(key) ?? new Map<number, RunResult>();
  // the list of cells is long and the same for all runs of a scenario
  const cells = runs.values().next().value?.cells ?? result.cells;
  runs.set(result.replicate, { ...result, cells });
  kept.set(key, runs);
}

function runsOf(key: string, replicates: number): readonly RunResult[] {
  const runs = [...(kept.get(key)?.values() ?? [])];
  return runs
    .filter(({ replicate }) => replicate < replicates)
    .sort((a, b) => a.replicate - b.replicate);
}

async function answer(message: Exclude<ToDesk, { type: 'keep' | 'forget' }>): Promise<unknown> {
  if (message.type === 'brief') return briefOf(message.question, runsOf);
  // Vega is large and comes only when something is drawn
  const { drawSvg, writeReport } = await import('./drawing.ts');
  if (message.type === 'draw') return drawSvg(message.drawing);
  const { question, ...made } = message.wish;
  return writeReport(reportInput(question, runsOf, made));
}

/** Makes a handler of messages. */
export function createDesk(reply: (message: FromDesk) => void): (message: ToDesk) => void {
  return (message) => {
    if (message.type === 'keep') keep(message.key, message.result);
    else if (message.type === 'forget') kept.delete(message.key);
    else {
      const { id } = message;
      answer(message).then(
        (value) => reply({ id, value }),
        (error: unknown) =>
          reply({ id, error: error instanceof Error ? error.message : String(error) }),
      );
    }
  };
}
