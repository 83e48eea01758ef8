/** What moving one assumption did in the shipped result: a small department, one assumption at a time. */
import { differenceText } from '../../report/numbers.ts';
import { comparisonFormat } from '../../report/reading.ts';
import { outcomeTitle } from '../../report/vocabulary.ts';
import type { NumberSpec } from '../../sim/model/parameters.ts';
import { modelHashes } from '../build/facts.ts';
import { NumberTable } from '../parts/number-table.tsx';
import { quantityOf, quantityText, shownValue } from '../parts/quantity.ts';
import { modelOf } from '../state/document.ts';
import { useStudio } from '../state/studio.ts';
import { text } from '../text/assumptions.ts';
import shipped from './sensitivity.json';

/** Changes from the usual value: the value, the mean paired change, half of its 95 % interval. */
type Changes = Readonly<Record<string, readonly (readonly number[])[]>>;
const effects: Readonly<Record<string, Changes | undefined>> = shipped.effects;

interface Props {
  readonly name: string;
  readonly spec: NumberSpec;
}

/** The table; a sentence where the result does not have the assumption. */
export function ShippedEffect({ name, spec }: Props) {
  const model = modelOf(useStudio((studio) => studio.doc));
  const own = Object.hasOwn(effects, name) ? effects[name] : undefined;
  const quantity = quantityOf(spec);
  const values = own ? (Object.values(own)[0] ?? []).map(([value]) => value) : [];
  return (
    <div className="stack effect">
      <h3>{text.shipped}</h3>
      <p className="small quiet">
        {text.shippedHint(shipped.people, shipped.years, shipped.replicates)}{' '}
        {modelHashes[model.name] !== shipped.modelHash && text.shippedOld}
      </p>
      {own === undefined && <p className="quiet">{text.shippedNone}</p>}
      {own !== undefined && (
        <NumberTable
          open
          summary={text.shipped}
          caption={text.shippedCaption}
          file={`shipped-effect-${name}`}
          columns={[
            text.shippedOutcome,
            ...values.map((value) =>
              text.atLow(`${quantityText(shownValue(value, quantity))} ${quantity.unit}`),
            ),
          ]}
          rows={Object.entries(own).map(([outcome, changes]) => {
            const format = comparisonFormat(model, [], outcome);
            const say = ([, mean, half]: readonly number[]): string =>
              text.shippedChange(
                differenceText(mean, format),
                differenceText(mean - half, format),
                differenceText(mean + half, format),
              );
            return [`${outcomeTitle(model, outcome)}, ${format.unit}`, ...changes.map(say)];
          })}
        />
      )}
    </div>
  );
}
