/** One assumption: its value at a glance; the lever, the source and its effect when it is opened. */
import { memo, useState } from 'react';
import type { ParameterSpec } from '../../sim/model/parameters.ts';
import { isChoice } from '../../sim/model/parameters.ts';
import { GradeBadge } from '../parts/grade.tsx';
import { Icon } from '../parts/icon.tsx';
import { Lever, SpecFacts } from '../parts/lever.tsx';
import { quantityOf, quantityText, shownValue } from '../parts/quantity.ts';
import { setParameter } from '../state/edits.ts';
import { useStudio } from '../state/studio.ts';
import { text } from '../text/assumptions.ts';
import { Effect } from './effect.tsx';
import { ShippedEffect } from './shipped-effect.tsx';

interface Props {
  readonly name: string;
  readonly spec: ParameterSpec;
  readonly value: number | string;
}

/** A row of the list. Rows that did not change are not drawn again: there are many. */
export const AssumptionRow = memo(function AssumptionRow({ name, spec, value }: Props) {
  const [open, setOpen] = useState(false);
  const differs = value !== spec.default;
  const { change } = useStudio.getState();
  return (
    <li className={`assumption ${differs ? 'differs' : ''}`}>
      <button
        type="button"
        className="assumption-head"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name={open ? 'up' : 'down'} />
        <span className="assumption-title">{spec.title}</span>
        <span className="assumption-value">
          <strong>{valueText(spec, value)}</strong>
          {differs && <span className="quiet"> {text.usual(valueText(spec, spec.default))}</span>}
        </span>
        <GradeBadge grade={spec.grade} />
      </button>
      {open && (
        <div className="assumption-body">
          <div className="stack">
            <p>{spec.doc}</p>
            <Lever
              spec={spec}
              value={value}
              change={(next) => change((now) => setParameter(now, name, next), `parameter ${name}`)}
            />
            <SpecFacts spec={spec} />
          </div>
          {!isChoice(spec) && (
            <div className="stack">
              <ShippedEffect name={name} spec={spec} />
              <Effect name={name} spec={spec} />
            </div>
          )}
        </div>
      )}
    </li>
  );
});

function valueText(spec: ParameterSpec, value: number | string): string {
  if (isChoice(spec)) return String(value);
  const quantity = quantityOf(spec);
  return `${quantityText(shownValue(Number(value), quantity))} ${quantity.unit}`;
}
