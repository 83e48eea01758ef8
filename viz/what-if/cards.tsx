/** One card for each outcome: from what to what, the range of futures, and what it means. */

import { Checkbox } from '@base-ui/react/checkbox';
import { memo } from 'react';
import { baselineStyle, styleOf } from '../../report/chart-theme.ts';
import { levelText } from '../../report/numbers.ts';
import { outcomeTitle, subjectOf, upperFirst } from '../../report/vocabulary.ts';
import { futuresText, isFrequency, meaningOf } from '../../report/words.ts';
import { everybody } from '../../sim/model/groups.ts';
import { Icon } from '../parts/icon.tsx';
import { Modal } from '../parts/modal.tsx';
import { Sparkline } from '../parts/sparkline.tsx';
import { scenarioOf } from '../state/document.ts';
import { setOutcomes } from '../state/edits.ts';
import { useStudio } from '../state/studio.ts';
import { text } from '../text/what-if.ts';
import { findComparison, formatIn, groupsOf, type Shown } from './shown.ts';

/** The cards; the one chosen is drawn large below. */
export const Cards = memo(function Cards({ shown }: { readonly shown: Shown }) {
  return (
    <section aria-label={text.outcomes}>
      <ul className="plain cards">
        {shown.outcomes.map((outcome) => (
          <li key={outcome}>
            <Card shown={shown} outcome={outcome} />
          </li>
        ))}
        <li>
          <ChooseOutcomes shown={shown} />
        </li>
      </ul>
    </section>
  );
});

function Card({ shown, outcome }: { readonly shown: Shown; readonly outcome: string }) {
  const { doc, model, brief, current } = shown;
  const group = groupsOf(model, outcome).includes(shown.group) ? shown.group : everybody;
  const format = formatIn(shown, outcome);
  const name = scenarioOf(doc, doc.active).name;
  const found = findComparison(brief, name, outcome, group);
  const arm = brief?.arms.find((each) => each.name === name);
  const key = `${outcome}/${group}`;
  const ranged = found !== undefined && found.futureLow !== null;
  const meaning = found && meaningOf(found, model.outcomes[outcome]);
  const unit = isFrequency(format) ? format.unit : '';
  return (
    <button
      type="button"
      className={`card ${ranged && current ? '' : 'preview'}`}
      aria-pressed={outcome === shown.outcome}
      onClick={() => useStudio.getState().look({ outcome })}
    >
      <span className="card-title">{upperFirst(subjectOf(model, outcome, group))}</span>
      {found?.difference === null ? (
        <span className="quiet">{meaning?.text}</span>
      ) : (
        <span className="card-number">
          {found ? (
            <>
              <span className="quiet">{levelText(found.baseline, format)}</span>
              <span aria-hidden="true"> → </span>
              <span className="hidden">{text.to}</span>
              <strong>
                {ranged ? levelText(found.value, format) : direction(found.difference)}
              </strong>
              <span className="quiet small"> {unit}</span>
            </>
          ) : (
            <span className="quiet">…</span>
          )}
        </span>
      )}
      <Sparkline
        lines={[
          { style: baselineStyle, points: brief?.baseline.courses[key] ?? [] },
          { style: styleOf(doc.active), points: arm?.courses[key] ?? [] },
        ]}
      />
      <span className={`card-foot small ${meaning?.tone ?? ''}`}>
        {found && <span>{meaning?.text}</span>}
        {ranged && <span className="quiet">{futuresText(found, format, true)}</span>}
      </span>
    </button>
  );
}

/** Before there is a range there is only a direction. */
function direction(difference: number): string {
  if (difference === 0) return text.firstLookSame;
  return difference > 0 ? `↑ ${text.firstLookUp}` : `↓ ${text.firstLookDown}`;
}

function ChooseOutcomes({ shown }: { readonly shown: Shown }) {
  const { doc, model } = shown;
  const { outcomes } = doc.base.record;
  const toggle = (name: string, on: boolean): void => {
    const next = on ? [...outcomes, name] : outcomes.filter((each) => each !== name);
    if (next.length > 0) useStudio.getState().change((now) => setOutcomes(now, next));
  };
  return (
    <Modal
      title={text.chooseOutcomes}
      hint={text.chooseOutcomesHint}
      kind="wide"
      trigger={
        <button type="button" className="card add">
          <Icon name="plus" />
          {text.chooseOutcomes}
        </button>
      }
    >
      <ul className="plain outcome-choices">
        {Object.entries(model.outcomes).map(([name, { doc: about }]) => (
          <li key={name}>
            {/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is inside */}
            <label className="row outcome-choice">
              <Checkbox.Root
                className="checkbox"
                checked={outcomes.includes(name)}
                onCheckedChange={(on) => toggle(name, on)}
              >
                <Checkbox.Indicator className="checkbox-mark">
                  <Icon name="check" />
                </Checkbox.Indicator>
              </Checkbox.Root>
              <span>
                {outcomeTitle(model, name)}
                <span className="small quiet block">{about}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
