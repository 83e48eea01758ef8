/** The network's own worker: films futures in stretches, and tells the story of a person by replay. */
import { models } from '../../models/registry.ts';
import { decisionInFull, decisionLine, turnLine, weekText } from '../../report/why-answer.ts';
import { replay } from '../../sim/analysis/decisions.ts';
import type { Model, Snapshot } from '../../sim/model/simulation.ts';
import { pause } from '../engine/pause.ts';
import { filmOf } from './film.ts';
import { buffersOf } from './frame.ts';
import type { FromFilm, Future, StoryLine, ToFilm } from './protocol.ts';
import { armOf } from './protocol.ts';

const wanted = new Map<string, number>();
const warmed = new Map<string, Snapshot>();

function modelOf({ scenario }: Future): Model {
  const model = models.find(({ name }) => name === scenario.model);
  if (!model) throw new RangeError(`no model is called ${scenario.model}`);
  return model;
}

async function film(id: number, reel: string, futures: readonly Future[]): Promise<void> {
  while (warmed.size > 4) warmed.delete(warmed.keys().next().value as string);
  const stretches = filmOf(modelOf(futures[0]), futures, warmed);
  while (wanted.get(reel) === id) {
    const next = stretches.next();
    if (next.done) {
      say({ type: 'end', id, digests: next.value });
      return;
    }
    const { frames, places } = next.value;
    say({ type: 'stretch', id, frames, places }, frames.flat().flatMap(buffersOf));
    await pause();
  }
}

/** What the person decided or was decided about: every yes, but not every week that a tie just stood. */
function story(future: Future, person: number): StoryLine[] {
  const model = modelOf(future);
  const { scenario, replicate } = future;
  if (Object.keys(model.decisions ?? {}).length === 0) return [];
  const { decisions, turns } = replay(model, armOf(future), scenario.seed, replicate, { person });
  // the page has the week on a button
  const told = (week: number, line: string): string => line.slice(weekText(week).length).trim();
  return [
    ...decisions
      .filter(({ yes }) => yes)
      .map((decision) => ({
        week: decision.week,
        text: told(decision.week, decisionLine(model, decision)),
        full: decisionInFull(model, decision).slice(1),
      })),
    ...turns.map((turn) => ({
      week: turn.week,
      text: told(turn.week, turnLine(model, person, turn)),
      full: [],
    })),
  ].sort((a, b) => a.week - b.week);
}

function say(message: FromFilm, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}

function fail(id: number, error: unknown): void {
  say({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) });
}

addEventListener('message', ({ data }: MessageEvent<ToFilm>) => {
  if (data.type === 'stop') {
    wanted.delete(data.reel);
    return;
  }
  const { id } = data;
  if (data.type === 'film') {
    wanted.set(data.reel, id);
    film(id, data.reel, data.futures).catch((error: unknown) => fail(id, error));
    return;
  }
  try {
    say({ type: 'story', id, lines: story(data.future, data.person) });
  } catch (error) {
    fail(id, error);
  }
});
