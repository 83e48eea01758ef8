/** What it costs: programmes before any saving, turnover, and both together. */
import { everybody } from '../sim/model/groups.ts';
import { dataTable } from './data-table.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { moneyText } from './money.ts';
import type { Reading } from './reading.ts';
import { find, formatOf } from './reading.ts';
import { outcomeColumns, outcomeRow } from './section-changes.ts';
import { armTitle, baselineWord, countText, lowerFirst } from './vocabulary.ts';
import { futuresText, moneyChange } from './words.ts';

/** The section; nothing where no cost was recorded. */
export function costsSection(reading: Reading): Markup | false {
  const { scenarios, costs, input } = reading;
  if (scenarios.length === 0 || costs.length === 0) return false;
  const bodies = scenarios.flatMap((arm) => {
    const rows = costs.flatMap((outcome) => {
      const c = find(reading, arm, outcome, everybody);
      if (!c) return [];
      const { title } = reading.model.outcomes[outcome];
      return [outcomeRow(reading, c, formatOf(reading, outcome), title)];
    });
    return rows.length > 0 ? [{ heading: armTitle(arm), rows }] : [];
  });
  if (bodies.length === 0) return false;
  const pairs = Math.max(0, ...input.comparisons.map((c) => c.replicates));
  const docs = costs.map((outcome) => reading.model.outcomes[outcome]);
  const { unit } = formatOf(reading, costs[0]);
  return html`<section id="costs" aria-labelledby="costs-heading">
<h2 id="costs-heading">What it costs</h2>
${scenarios.map((_, k) => summary(reading, k))}
${dataTable({
  id: 'costs-table',
  caption: `${unit}, averaged over all years; ${countText(pairs, 'pair')} of futures.`,
  columns: outcomeColumns(reading).map((column, k) => (k === 0 ? { title: 'Cost' } : column)),
  bodies,
  style: 'outcomes',
})}
<dl class="meanings">${docs.map(({ title, doc }) => html`<dt>${title}</dt><dd>${doc}</dd>`)}</dl>
<p class="note">Only these costs are counted: no price is put on wellbeing, on time that nobody pays for, or on care.</p>
</section>`;
}

function summary(reading: Reading, k: number): Markup | false {
  const arm = reading.scenarios[k];
  const parts = reading.costs.flatMap((outcome) => {
    const c = find(reading, arm, outcome, everybody);
    if (!c || c.difference === null) return [];
    const format = formatOf(reading, outcome);
    const { title } = reading.model.outcomes[outcome];
    const name = lowerFirst(title);
    if (c.difference === 0) return [`${name} as ${baselineWord(reading.baseline)}`];
    return [`${name} ${moneyChange(c, format)} (${futuresText(c, format, true)})`];
  });
  if (parts.length === 0) return false;
  const answer = reading.input.money?.find(({ scenario }) => scenario === arm.scenario.name);
  const whole = answer && moneyText(answer, reading.model.outcomes[reading.costs[0]].unit);
  return html`<p>“${armTitle(arm)}”, against ${baselineWord(reading.baseline)}: ${parts.join('; ')}. ${whole ?? ''}</p>`;
}
