/** What it costs: programmes before any saving, what is avoided, both together, and when it pays back. */

import { memo } from 'react';
import { moneyText } from '../../report/money.ts';

import { rangeText } from '../../report/numbers.ts';
import { moneyChange } from '../../report/words.ts';
import { everybody } from '../../sim/model/groups.ts';
import { NumberTable } from '../parts/number-table.tsx';
import { activePlan, scenarioOf } from '../state/document.ts';
import { text } from '../text/what-if.ts';
import { fewestForRange, findComparison, formatIn, type Shown } from './shown.ts';

/** The costs of the plan in hand. */
export const Costs = memo(function Costs({ shown }: { readonly shown: Shown }) {
  const { doc, model, brief, money } = shown;
  const { name } = scenarioOf(doc, doc.active);
  const arm = brief?.arms.find((each) => each.name === name);
  if (activePlan(doc).policies.length === 0 || money.length === 0 || !arm) return null;
  const ranged = (brief?.pairs ?? 0) >= fewestForRange;
  const rows = money.flatMap((outcome) => {
    const c = findComparison(brief, name, outcome, everybody);
    if (!c) return [];
    const format = formatIn(shown, outcome);
    const change = c.difference === 0 ? text.costs.same : moneyChange(c, format);
    return [
      [
        model.outcomes[outcome].title,
        ranged ? change : text.costs.soon,
        ranged ? rangeText(c.futureLow, c.futureHigh, format) : '–',
      ],
    ];
  });
  const net = money.at(-1) ?? '';
  return (
    <section className="panel stack" aria-label={text.costs.title}>
      <h2>{text.costs.title}</h2>
      {ranged && arm.money && <p>{moneyText(arm.money, formatUnit(model, net))}</p>}
      <NumberTable
        open
        summary={text.costs.row}
        caption={formatIn(shown, net).unit}
        file="costs"
        columns={[text.costs.row, text.costs.change, text.costs.range]}
        rows={rows}
      />
      <dl className="small quiet costs-meaning">
        {money.map((outcome) => (
          <div key={outcome}>
            <dt>{model.outcomes[outcome].title}</dt>
            <dd>{model.outcomes[outcome].doc}</dd>
          </div>
        ))}
      </dl>
      <p className="small quiet">{text.costs.note}</p>
    </section>
  );
});

/** The unit of a money outcome as declared. */
function formatUnit(model: Shown['model'], outcome: string): string {
  return model.outcomes[outcome]?.unit ?? '';
}
