/** Results of the document on screen: what can be said so far, kept up to date by the conductor. */
import { create } from 'zustand';
import { modelHashes } from '../build/facts.ts';
import type { Desk } from '../desk/desk.ts';
import { openDesk } from '../desk/desk.ts';
import type { Course } from '../desk/protocol.ts';
import type { Standing } from '../engine/conductor.ts';
import { Conductor } from '../engine/conductor.ts';
import { EnginePool } from '../engine/pool.ts';
import { fewCores, startWorkers } from '../engine/web-workers.ts';
import { scenariosOf } from './document.ts';
import { rosterOf, useRoster } from './roster.ts';
import { useStudio } from './studio.ts';

/** The state of results; `courses` are the outcomes and groups whose course is wanted. */
export interface Results extends Standing {
  readonly courses: readonly Course[];
}

export const useResults = create<Results>()(() => ({
  pairs: 0,
  wanted: 0,
  brief: undefined,
  current: false,
  error: undefined,
  remaining: undefined,
  runTime: 0,
  courses: [],
}));

/** What simulates and what keeps results; there from `startResults` on. */
interface Machine {
  readonly pool: EnginePool;
  readonly desk: Desk;
  readonly conductor: Conductor;
}

let machine: Machine | undefined;

/** The machine. @throws RangeError before `startResults`. */
export function theMachine(): Machine {
  if (!machine) throw new RangeError('results: asked before they were started');
  return machine;
}

/** Starts the workers, and asks again whenever the document changes. */
export function startResults(): void {
  const pool = new EnginePool(startWorkers());
  const desk = openDesk();
  const { model } = useStudio.getState().doc.base;
  const show = (standing: Standing): void => useResults.setState(standing);
  const conductor = new Conductor(pool, desk, modelHashes[model] ?? '', show, fewCores);
  machine = { pool, desk, conductor };
  useStudio.subscribe(({ doc }, before) => {
    if (doc !== before.doc) ask();
  });
  useResults.subscribe(({ courses }, before) => {
    if (courses !== before.courses) ask();
  });
  useRoster.subscribe(ask);
  ask();
}

let postedRoster = '';

function ask(): void {
  const { doc } = useStudio.getState();
  const { conductor, pool } = theMachine();
  const roster = rosterOf(doc);
  if (roster === 'missing') {
    conductor.wait();
    return;
  }
  if (roster && roster.digest !== postedRoster) {
    pool.useRoster(roster.digest, roster.records);
    postedRoster = roster.digest;
  }
  conductor.ask({
    ...(roster ? { roster: roster.digest } : {}),
    baseline: doc.base,
    arms: scenariosOf(doc),
    first: doc.active,
    replicates: doc.base.replicates,
    courses: useResults.getState().courses,
  });
}

/** Wants the courses of these outcomes and groups; nothing changes where they are wanted already. */
export function wantCourses(courses: readonly Course[]): void {
  const same = JSON.stringify(courses) === JSON.stringify(useResults.getState().courses);
  if (!same) useResults.setState({ courses });
}
