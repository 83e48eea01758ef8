/** Plans side by side, up to four: which one the levers move, and all of them in one table. */
import { memo } from 'react';
import { styleOf } from '../../report/chart-theme.ts';
import { differenceText, levelText } from '../../report/numbers.ts';
import { subjectOf, upperFirst } from '../../report/vocabulary.ts';
import { futuresText, meaningOf } from '../../report/words.ts';
import { everybody } from '../../sim/model/groups.ts';
import { Icon } from '../parts/icon.tsx';
import { NumberTable } from '../parts/number-table.tsx';
import { activePlan, type Doc, mostPlans, scenariosOf } from '../state/document.ts';
import { addPlan, choosePlan, removePlan } from '../state/edits.ts';
import { useStudio } from '../state/studio.ts';
import { text as shared } from '../text/shell.ts';
import { text as tour } from '../text/tour.ts';
import { text } from '../text/what-if.ts';
import { findComparison, formatIn, groupsOf, type Shown } from './shown.ts';

/** The plans as tabs; the first extra one is a copy to be changed. */
export function Plans({ doc }: { readonly doc: Doc }) {
  const { change } = useStudio.getState();
  const copy = (now: Doc): Doc => {
    const plan = activePlan(now);
    return addPlan(now, { ...plan, title: text.copyOf(plan.title), question: '' });
  };
  return (
    <div className="row plans no-print">
      {doc.plans.length > 1 &&
        doc.plans.map((plan, k) => (
          // plans may share a title
          <span key={`${k} ${plan.title}`} className="plan">
            <button
              type="button"
              className="button"
              aria-pressed={k === doc.active}
              onClick={() => change((now) => choosePlan(now, k))}
            >
              <span className="swatch" style={{ background: styleOf(k).colour }} />
              {plan.title}
            </button>
            <button
              type="button"
              className="button bare icon slim"
              aria-label={text.removePlan(plan.title)}
              onClick={() => change((now) => removePlan(now, k))}
            >
              <Icon name="close" />
            </button>
          </span>
        ))}
      {doc.plans.length < mostPlans && (
        <button type="button" className="button" onClick={() => change(copy)}>
          <Icon name="plus" />
          {text.comparePlan}
        </button>
      )}
      <button
        type="button"
        className="button bare"
        onClick={() => useStudio.getState().look({ tour: 'yes' })}
      >
        {tour.start}
      </button>
    </div>
  );
}

/** All outcomes of all plans in one table; nothing while there is one plan. */
export const PlanTable = memo(function PlanTable({ shown }: { readonly shown: Shown }) {
  const { doc, model, brief, outcomes, money } = shown;
  if (doc.plans.length < 2) return null;
  const scenarios = scenariosOf(doc);
  const rows = [...outcomes, ...money].map((outcome) => {
    const group = groupsOf(model, outcome).includes(shown.group) ? shown.group : everybody;
    const format = formatIn(shown, outcome);
    const found = scenarios.map(({ name }) => findComparison(brief, name, outcome, group));
    const [first] = found;
    return [
      `${upperFirst(subjectOf(model, outcome, group))}, ${format.unit}`,
      first ? levelText(first.baseline, format) : '–',
      ...found.map((c) => {
        if (!c) return '–';
        const range = futuresText(c, format, true);
        const { tone, text: meaning } = meaningOf(c, model.outcomes[outcome]);
        const says = tone === 'unclear' ? meaning : range;
        return `${differenceText(c.difference, format)} (${says})`;
      }),
    ];
  });
  return (
    <section className="panel stack" aria-label={text.allPlans}>
      <h2>{text.allPlans}</h2>
      <NumberTable
        open
        summary={text.allPlansTable}
        caption={text.allPlansHint}
        file="plans"
        columns={[text.outcome, shared.today, ...scenarios.map(({ title }) => title)]}
        rows={rows}
      />
    </section>
  );
});
