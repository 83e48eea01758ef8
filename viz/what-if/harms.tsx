/** Who might be left out: groups that fare worse, said with care. */
import { memo } from 'react';
import type { Harm } from '../../report/harm.ts';
import { levelText } from '../../report/numbers.ts';
import { groupNoun, outcomeTitle } from '../../report/vocabulary.ts';
import { futuresText, isFrequency } from '../../report/words.ts';
import { activePlan, scenarioOf } from '../state/document.ts';
import { text } from '../text/what-if.ts';
import { fewestForRange, formatIn, type Shown } from './shown.ts';

/** The warning, or that there is none. */
export const Harms = memo(function Harms({ shown }: { readonly shown: Shown }) {
  const { doc, brief } = shown;
  const { name } = scenarioOf(doc, doc.active);
  const arm = brief?.arms.find((each) => each.name === name);
  if (activePlan(doc).policies.length === 0 || !arm) return null;
  const early = (brief?.pairs ?? 0) < fewestForRange;
  const harms = early ? [] : arm.harms;
  const parts: readonly (readonly [string, readonly Harm[]])[] = [
    [text.harm.hidden, harms.filter((harm) => harm.certain && harm.hiddenByMean)],
    [text.harm.plain, harms.filter((harm) => harm.certain && !harm.hiddenByMean)],
    [text.harm.open, harms.filter((harm) => !harm.certain)],
  ];
  const sure = harms.some(({ certain }) => certain);
  return (
    <section className={`panel stack ${sure ? 'warm' : ''}`} aria-label={text.harm.title}>
      <h2>
        {sure && <span aria-hidden="true">⚠ </span>}
        {text.harm.title}
      </h2>
      {early && <p className="quiet">{text.harm.early}</p>}
      {!early && harms.length === 0 && <p>{text.harm.none}</p>}
      {parts.map(
        ([heading, list]) =>
          list.length > 0 && (
            <div key={heading}>
              <p>{heading}</p>
              <ul>
                {byOutcome(list).map(([outcome, own]) => (
                  <li key={outcome}>
                    <HarmLine shown={shown} outcome={outcome} harms={own} />
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
      <p className="small quiet">{text.harm.note}</p>
    </section>
  );
});

function byOutcome(harms: readonly Harm[]): [string, Harm[]][] {
  const lists = new Map<string, Harm[]>();
  for (const harm of harms) {
    const { outcome } = harm.comparison;
    lists.set(outcome, [...(lists.get(outcome) ?? []), harm]);
  }
  return [...lists];
}

interface LineProps {
  readonly shown: Shown;
  readonly outcome: string;
  readonly harms: readonly Harm[];
}

function HarmLine({ shown, outcome, harms }: LineProps) {
  const format = formatIn(shown, outcome);
  const unit = isFrequency(format) ? ` ${format.unit}` : '';
  const parts = harms.map(({ comparison: c }) => {
    const levels = `${levelText(c.baseline, format)} → ${levelText(c.value, format)}${unit}`;
    return `${groupNoun(c.group)} ${levels} (${futuresText(c, format, true)})`;
  });
  return (
    <>
      <strong>{outcomeTitle(shown.model, outcome)}</strong>: {parts.join('; ')}
    </>
  );
}
