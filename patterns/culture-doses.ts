/** The experiment of P11, E6 and E7: a programme comes to deserts for some years and goes again. */

import { meanOf } from '../sim/analysis/statistics.ts';
import type { Scenario } from '../sim/model/scenario.ts';
import { weeksPerYear } from '../sim/model/time.ts';
import { coverage, facultyOf, shareOf } from './reading.ts';
import type { Run, Stage } from './stage.ts';
import { watch } from './stage.ts';

/** Shares of people whom the programme matches. */
export const doses = [0, 0.1, 0.2, 0.3, 0.5, 0.7, 1] as const;

/** Coverage while the programme runs, and shares of the fourth year after it. */
export interface Trace {
  readonly during: number;
  readonly after: number;
  readonly mentoring: number;
}

function read(run: Run): Trace {
  const { world } = run;
  const mean = (until: number, of: () => number): number => {
    const looks: number[] = [];
    watch(run, until, 4, () => looks.push(of()));
    return meanOf(looks);
  };
  run.simulation.runTo(4 * weeksPerYear);
  const during = mean(5 * weeksPerYear, () => coverage(world));
  run.simulation.runTo(8 * weeksPerYear);
  const adopters: number[] = [];
  const after = mean(9 * weeksPerYear, () => {
    const { load } = world.people.column;
    adopters.push(shareOf(facultyOf(world), (seat) => load[seat] > 0));
    return coverage(world);
  });
  return { during, after, mentoring: meanOf(adopters) };
}

/** A scenario with the programme of `desert-programme` at every dose. */
export function playDoses(stage: Stage, name: string): Trace[] {
  const scenario = stage.scenario(name);
  const [set] = stage.scenario('desert-programme').policies;
  return doses.map((share) => {
    const policies = share === 0 ? [] : [{ ...set, levers: { ...set.levers, coverage: share } }];
    const arm: Scenario = { ...scenario, policies };
    return read(stage.begin(arm));
  });
}
