/** For whom: the change of the chosen outcome in each group, with its range of futures. */
import { memo, useMemo } from 'react';
import { type DifferenceRow, differenceSpec } from '../../report/charts.ts';
import { differenceText, levelText } from '../../report/numbers.ts';
import { groupLabel, outcomeTitle } from '../../report/vocabulary.ts';
import { futuresText, meaningOf } from '../../report/words.ts';
import { Chart } from '../parts/chart.tsx';
import { NumberTable } from '../parts/number-table.tsx';
import { activePlan, scenarioOf } from '../state/document.ts';
import { text as shared } from '../text/shell.ts';
import { text } from '../text/what-if.ts';
import { fewestForRange, findComparison, formatIn, groupsOf, type Shown } from './shown.ts';

/** The chart and its table; nothing while no policy is on. */
export const GroupChart = memo(function GroupChart({ shown }: { readonly shown: Shown }) {
  const { doc, model, brief, outcome, current } = shown;
  const { name } = scenarioOf(doc, doc.active);
  const format = formatIn(shown, outcome);
  const declared = model.outcomes[outcome];
  const found = groupsOf(model, outcome).flatMap(
    (group) => findComparison(brief, name, outcome, group) ?? [],
  );
  const rows: DifferenceRow[] = found.flatMap((c) => {
    if (c.difference === null) return [];
    const { difference, futureLow: low, futureHigh: high, group } = c;
    return [{ label: groupLabel(group), difference, low, high, meaning: meaningOf(c, declared) }];
  });
  const spec = useMemo(
    () => (width: number) =>
      differenceSpec({ rows, format, width, baseline: shared.today.toLowerCase() }),
    [brief, outcome, name],
  );
  if (activePlan(doc).policies.length === 0 || rows.length < 2) return null;
  return (
    <section className="panel stack wide" aria-label={text.byGroup}>
      <div>
        <h2>
          {text.byGroup}: {outcomeTitle(model, outcome)}
        </h2>
        <p className="small quiet">{text.byGroupHint}</p>
      </div>
      <Chart
        title={text.byGroup}
        description={text.byGroupHint}
        height={rows.length * 27 + 52}
        spec={spec}
        preview={!current || (brief?.pairs ?? 0) < fewestForRange}
        file={`${outcome}-by-group`}
      />
      <NumberTable
        summary={text.tableOf}
        caption={`${outcomeTitle(model, outcome)}, ${format.unit}`}
        file={`${outcome}-by-group`}
        columns={[text.group, shared.today, text.now, text.change, text.nine, text.meaning]}
        rows={found.map((c) => [
          groupLabel(c.group),
          levelText(c.baseline, format),
          levelText(c.value, format),
          differenceText(c.difference, format),
          futuresText(c, format, true),
          meaningOf(c, declared).text,
        ])}
      />
    </section>
  );
});
