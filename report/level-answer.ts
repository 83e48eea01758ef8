/** The answer of a report that compares nothing: where things stand at the end, as they are. */

import type { TrajectoryPoint } from '../sim/analysis/trajectory.ts';
import { everybody } from '../sim/model/groups.ts';
import type { Answer } from './answer.ts';
import type { NumberFormat } from './numbers.ts';
import { formatFor, levelText } from './numbers.ts';
import type { Reading } from './reading.ts';
import { fewestForRange } from './reading.ts';
import type { ReportArm } from './report-input.ts';
import { countText, listText, subjectOf } from './vocabulary.ts';

/** A level in the last recorded period, with the range of futures. */
export interface Level {
  readonly outcome: string;
  readonly group: string;
  readonly point: TrajectoryPoint;
  readonly format: NumberFormat;
}

/** The levels of an arm at the end, in reading order. */
export function levelsOf(reading: Reading, arm: ReportArm, outcomes: readonly string[]): Level[] {
  return outcomes.flatMap((outcome) => {
    const { unit, smallestImportant } = reading.model.outcomes[outcome];
    return reading.groups.flatMap((group) => {
      const point = arm.trajectories[`${outcome}/${group}`]?.at(-1);
      if (!point || reading.hiddenGroups.has(group)) return [];
      const format = formatFor(unit, [point.mean], smallestImportant);
      return [{ outcome, group, point, format }];
    });
  });
}

/** `nine of ten futures: 60 to 72`, or why there is no range. */
export function levelRange({ point, format }: Level, futures: number): string {
  if (futures < fewestForRange) return 'no range yet';
  return `${levelText(point.low, format)} to ${levelText(point.high, format)}`;
}

/** Two sentences about one scenario on its own. */
export function levelAnswer(reading: Reading, arm: ReportArm): Answer {
  const futures = reading.input.replicates;
  const levels = levelsOf(reading, arm, reading.headline).filter((l) => l.group === everybody);
  const parts = levels.slice(0, 3).map((level) => {
    const subject = subjectOf(reading.model, level.outcome, level.group);
    const now = `${levelText(level.point.mean, level.format)} ${level.format.unit}`;
    return `${subject}: ${now} (nine of ten futures: ${levelRange(level, futures)})`;
  });
  const year = Math.round((levels[0]?.point.year ?? 0) * 10) / 10;
  if (parts.length === 0) return ['No future finished, so there is nothing to show.', ''];
  return [
    `In year ${year}, over ${countText(futures, 'future')}, ${listText(parts)}.`,
    'Nothing is compared here: add a scenario to see what a programme would change.',
  ];
}
