/** A declared number or choice as a control: slider with the plausible range, number, source, reset. */
import { Popover } from '@base-ui/react/popover';
import { Slider } from '@base-ui/react/slider';
import { useId } from 'react';
import type { ChoiceSpec, NumberSpec, ParameterSpec } from '../../sim/model/parameters.ts';
import { gradeMeaning, isChoice } from '../../sim/model/parameters.ts';
import { text } from '../text/parts.ts';
import { GradeBadge } from './grade.tsx';
import { Icon } from './icon.tsx';
import { quantityOf, quantityText, shownValue, storedValue } from './quantity.ts';

interface Props<V extends number | string, S extends ParameterSpec> {
  readonly spec: S;
  readonly value: V;
  /** Not in force: shown pale, and moving it puts it in force. */
  readonly pale?: boolean;
  readonly change: (value: number | string) => void;
}

/** A lever, whatever it moves. */
export function Lever(props: Props<number | string, ParameterSpec>) {
  const { spec, value } = props;
  if (isChoice(spec)) return <ChoiceLever {...props} spec={spec} value={String(value)} />;
  return <NumberLever {...props} spec={spec} value={Number(value)} />;
}

function NumberLever({ spec, value, pale = false, change }: Props<number, NumberSpec>) {
  const id = useId();
  const quantity = quantityOf(spec);
  const shown = shownValue(value, quantity);
  const { low, high } = quantity;
  const share = (stored: number): number => {
    const at = (shownValue(stored, quantity) - low) / (high - low || 1);
    return 100 * Math.min(1, Math.max(0, at));
  };
  const set = (next: number): void => change(storedValue(next, quantity, spec));
  const [from, to] = spec.plausible.map(share);
  return (
    <div className={`lever ${pale ? 'pale' : ''}`}>
      <LeverHead
        spec={spec}
        id={id}
        changed={value !== spec.default}
        reset={() => change(spec.default)}
      >
        <NumberEntry key={shown} shown={shown} labelledBy={id} set={set} />
        <span className="lever-unit">{quantity.unit}</span>
      </LeverHead>
      <Slider.Root
        value={Math.min(high, Math.max(low, shown))}
        min={low}
        max={high}
        step={quantity.step}
        largeStep={quantity.step * 10}
        onValueChange={(next) => set(next)}
      >
        <Slider.Control className="slider">
          <Slider.Track className="slider-track">
            <svg className="slider-marks" aria-hidden="true">
              <rect x={`${from}%`} width={`${to - from}%`} height="100%" className="plausible" />
              <rect x={`${share(spec.default)}%`} width="2" height="100%" className="usual" />
            </svg>
            <Slider.Indicator className="slider-fill" />
            <Slider.Thumb
              className="slider-thumb"
              aria-labelledby={id}
              getAriaValueText={(_text, at) => `${quantityText(at)} ${quantity.unit}`}
            />
          </Slider.Track>
        </Slider.Control>
      </Slider.Root>
    </div>
  );
}

interface EntryProps {
  readonly shown: number;
  readonly labelledBy: string;
  readonly set: (value: number) => void;
}

/** A number typed in; anything else brings back what was there. */
function NumberEntry({ shown, labelledBy, set }: EntryProps) {
  const commit = (field: HTMLInputElement): void => {
    const words = field.value.trim().replace(',', '.').replace('−', '-');
    const value = Number(words);
    if (words === '' || !Number.isFinite(value)) field.value = String(shown);
    else if (value !== shown) set(value);
    // a number out of range is set to the nearest one allowed, which may be what was there
    field.value = String(shown);
  };
  return (
    <input
      className="lever-number"
      inputMode="decimal"
      aria-labelledby={labelledBy}
      defaultValue={String(shown)}
      onBlur={({ currentTarget }) => commit(currentTarget)}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') commit(currentTarget);
      }}
    />
  );
}

function ChoiceLever({ spec, value, pale = false, change }: Props<string, ChoiceSpec>) {
  const id = useId();
  return (
    <div className={`lever ${pale ? 'pale' : ''}`}>
      <LeverHead
        spec={spec}
        id={id}
        changed={value !== spec.default}
        reset={() => change(spec.default)}
      >
        <select
          className="field lever-choice"
          value={value}
          aria-labelledby={id}
          onChange={(event) => change(event.target.value)}
        >
          {spec.options.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </select>
      </LeverHead>
    </div>
  );
}

interface HeadProps {
  readonly spec: ParameterSpec;
  readonly id: string;
  readonly changed: boolean;
  readonly reset: () => void;
  readonly children: React.ReactNode;
}

function LeverHead({ spec, id, changed, reset, children }: HeadProps) {
  return (
    <div className="lever-head">
      <span id={id} className="lever-title">
        {spec.title}
      </span>
      <SourceButton spec={spec} />
      {changed && (
        <button
          type="button"
          className="button bare icon slim"
          aria-label={text.reset(spec.title)}
          onClick={reset}
        >
          <Icon name="reset" />
        </button>
      )}
      <span className="lever-value">{children}</span>
    </div>
  );
}

/** The evidence badge, which opens what is known about the number. */
export function SourceButton({ spec }: { readonly spec: ParameterSpec }) {
  return (
    <Popover.Root>
      <Popover.Trigger className="button bare badge" aria-label={text.about(spec.title)}>
        <GradeBadge grade={spec.grade} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="over" sideOffset={6}>
          <Popover.Popup className="popover stack">
            <Popover.Title className="small-title">{spec.title}</Popover.Title>
            <Popover.Description>{spec.doc}</Popover.Description>
            <SpecFacts spec={spec} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** Grade, source and ranges of a declared number, as a list. */
export function SpecFacts({ spec }: { readonly spec: ParameterSpec }) {
  const facts: string[] = [`${text.grade(spec.grade, gradeMeaning[spec.grade])}.`];
  if (!isChoice(spec)) {
    const quantity = quantityOf(spec);
    const say = (value: number): string => quantityText(shownValue(value, quantity));
    facts.push(
      `${text.usual(say(spec.default))} ${quantity.unit}.`,
      `${text.plausible(say(spec.plausible[0]), say(spec.plausible[1]))}.`,
      `${text.allowed(say(spec.range[0]), say(spec.range[1]))}.`,
    );
  } else facts.push(`${text.usual(spec.default)}.`);
  return (
    <ul className="plain small quiet">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
      <li>
        {text.source}: {spec.source}
      </li>
    </ul>
  );
}
