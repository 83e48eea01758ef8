/** Which groups are too small to show: one rule for tables, reports and files. */
import type { RunResult } from '../experiment/experiment.ts';
import { peopleCount } from '../model/recorder.ts';
import type { Model } from '../model/simulation.ts';
import { cellOf } from './summary.ts';

/** Groups of fewer people are not shown. */
export const smallestGroup = 5;

/** Fewest people of a group in any recorded period of any future. */
export function fewestPeople(runs: readonly RunResult[], group: string): number {
  let fewest = Number.POSITIVE_INFINITY;
  for (const { cells, rows } of runs) {
    const cell = cellOf(cells, peopleCount, group);
    if (cell < 0) continue;
    for (const row of rows) fewest = Math.min(fewest, row[cell]);
  }
  return fewest;
}

/** Groups too small to show in any of the arms of a comparison. */
export function hiddenGroups(model: Model, arms: readonly (readonly RunResult[])[]): Set<string> {
  const runs = arms.flat();
  return maskedGroups(model, (group) => fewestPeople(runs, group));
}

/**
 * Groups of fewer than five people; and, since a group that is hidden alone follows by subtraction
 * from everybody, the smallest others of its grouping until five people and two groups are hidden.
 */
export function maskedGroups(model: Model, fewest: (group: string) => number): Set<string> {
  const masked = new Set<string>();
  for (const { labels } of Object.values(model.groupings)) {
    const sizes = labels.map((label) => ({ label, people: fewest(label) }));
    sizes.sort((a, b) => a.people - b.people);
    let hidden = 0;
    let people = 0;
    for (const group of sizes) {
      const small = group.people < smallestGroup;
      const alone = hidden > 0 && (hidden === 1 || people < smallestGroup);
      if (!small && !alone) break;
      masked.add(group.label);
      // a group of nobody gives nobody away
      if (group.people > 0) hidden++;
      people += group.people;
    }
  }
  return masked;
}
