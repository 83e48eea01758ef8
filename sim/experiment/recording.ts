/** Recordings compared and joined: what a store keeps of a run against what a design asks. */
import type { Recording } from './design.ts';

/** Whether all that is asked is kept. */
export function covers(kept: Recording, asked: Recording): boolean {
  const has = <T>(all: readonly T[], some: readonly T[]): boolean =>
    some.every((each) => all.includes(each));
  const weeks = kept.weeks === 'all' || (asked.weeks !== 'all' && has(kept.weeks, asked.weeks));
  return weeks && has(kept.groups, asked.groups) && has(kept.snapshots, asked.snapshots);
}

/**
 * The least recording that covers both: every group of either in every week of either, so that it can
 * be described. `groups` are all labels in their order.
 */
export function joined(a: Recording, b: Recording, groups: readonly string[]): Recording {
  const both = (first: readonly number[], second: readonly number[]): number[] =>
    [...new Set([...first, ...second])].sort((x, y) => x - y);
  return {
    groups: groups.filter((label) => a.groups.includes(label) || b.groups.includes(label)),
    weeks: a.weeks === 'all' || b.weeks === 'all' ? 'all' : both(a.weeks, b.weeks),
    snapshots: both(a.snapshots, b.snapshots),
  };
}
