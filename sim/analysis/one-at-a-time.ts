/** One factor at a time: what an outcome does between a factor's ends while all others stay. */
import type { StudyFactor, StudyPoint, StudyValue } from './study.ts';

/** One factor's swing around the base. */
export interface Swing {
  readonly factor: string;
  /** Outcome at each other level, in the order of the design, less that at the base. */
  readonly changes: readonly { readonly value: StudyValue; readonly change: number }[];
  /** From the lowest to the highest of these and the base. */
  readonly swing: number;
}

/** Swings of the factors that moved, from points with the roles of a one-at-a-time design. */
export function swingsOf(points: readonly StudyPoint[], factors: readonly StudyFactor[]): Swing[] {
  const base = points.find(({ role, armRole }) => role === 'base' || armRole === 'base');
  if (!base) return [];
  return factors.flatMap(({ path }) => {
    const own = points.filter(({ role, armRole }) => role === path || armRole === path);
    if (own.length === 0) return [];
    const changes = own.map((p) => ({ value: p.settings[path], change: p.mean - base.mean }));
    const all = [0, ...changes.map(({ change }) => change)];
    return [{ factor: path, changes, swing: Math.max(...all) - Math.min(...all) }];
  });
}
