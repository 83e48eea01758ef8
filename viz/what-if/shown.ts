/** What the page shows of the results: the outcome and group looked at, checked against the model. */
import { useEffect, useMemo } from 'react';
import { isMoney } from '../../report/numbers.ts';
import { comparisonFormat } from '../../report/reading.ts';
import { inReadingOrder } from '../../report/vocabulary.ts';
import type { Comparison } from '../../sim/analysis/paired.ts';
import { everybody } from '../../sim/model/groups.ts';
import type { Model } from '../../sim/model/simulation.ts';
import type { Brief, Course } from '../desk/protocol.ts';
import type { Doc } from '../state/document.ts';
import { modelOf } from '../state/document.ts';
import { useResults, wantCourses } from '../state/results.ts';
import { useStudio } from '../state/studio.ts';

/** Fewest pairs with a range. */
export const fewestForRange = 5;

export interface Shown {
  readonly doc: Doc;
  readonly model: Model;
  /** Recorded outcomes that are not money, in reading order; and those that are. */
  readonly outcomes: readonly string[];
  readonly money: readonly string[];
  /** The outcome and group of the large chart. */
  readonly outcome: string;
  readonly group: string;
  readonly brief: Brief | undefined;
  /** The answer is for the question on screen. */
  readonly current: boolean;
  /** All pairs asked for are there. */
  readonly exact: boolean;
}

/** What is shown now; the same object as long as nothing of it changed. */
export function useShown(): Shown {
  const doc = useStudio((studio) => studio.doc);
  const chosen = useStudio(({ view }) => view['outcome']);
  const chosenGroup = useStudio(({ view }) => view['group']);
  const brief = useResults((results) => results.brief);
  const current = useResults((results) => results.current);
  return useMemo(() => {
    const model = modelOf(doc);
    const recorded = inReadingOrder(doc.base.record.outcomes);
    const outcomes = recorded.filter((name) => !isMoney(model.outcomes[name].unit));
    const money = recorded.filter((name) => isMoney(model.outcomes[name].unit));
    const known = chosen !== undefined && outcomes.includes(chosen);
    const outcome = known ? chosen : (outcomes[0] ?? '');
    const group = groupsOf(model, outcome).find((label) => label === chosenGroup) ?? everybody;
    const exact = current && brief !== undefined && brief.pairs >= doc.base.replicates;
    return { doc, model, outcomes, money, outcome, group, brief, current, exact };
  }, [doc, chosen, chosenGroup, brief, current]);
}

/** Groups that an outcome is recorded for. */
export function groupsOf(model: Model, outcome: string): string[] {
  if (model.outcomes[outcome]?.of === 'world') return [everybody];
  return [everybody, ...Object.values(model.groupings).flatMap(({ labels }) => labels)];
}

/** Asks the desk for the courses that the page draws. */
export function useCourses({ outcomes, money, group, outcome, model }: Shown): void {
  const wanted = useMemo(() => {
    const own = (name: string): string =>
      groupsOf(model, name).includes(group) ? group : everybody;
    const courses: Course[] = outcomes.map((name) => ({ outcome: name, group: own(name) }));
    return [...courses, ...money.map((name) => ({ outcome: name, group: everybody }))];
  }, [outcomes.join(), money.join(), group, outcome, model]);
  useEffect(() => wantCourses(wanted), [wanted]);
}

/** The comparison of one plan, outcome and group. */
export function findComparison(
  brief: Brief | undefined,
  plan: string,
  outcome: string,
  group: string,
): Comparison | undefined {
  return brief?.comparisons.find(
    (c) => c.scenario === plan && c.outcome === outcome && c.group === group,
  );
}

/** How an outcome's numbers are written. */
export function formatIn({ model, brief }: Shown, outcome: string) {
  return comparisonFormat(model, brief?.comparisons ?? [], outcome);
}
