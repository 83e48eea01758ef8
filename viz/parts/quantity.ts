/** Values of declared parameters as people read and set them: shares as so many in 100, steps, tracks. */
import type { NumberSpec } from '../../sim/model/parameters.ts';

/** How a number is shown and moved. Shown values are stored ones times `scale`. */
export interface Quantity {
  readonly scale: number;
  readonly unit: string;
  /** Ends of the track, and one step, in shown values. */
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly decimals: number;
}

/** How a declared number is shown: the track covers what is plausible and some more. */
export function quantityOf(spec: NumberSpec): Quantity {
  const isShare = spec.unit === 'share';
  const scale = isShare ? 100 : 1;
  const [least, most] = spec.range.map((end) => end * scale);
  const [from, to] = spec.plausible.map((end) => end * scale);
  const width = to - from || Math.abs(to) || 1;
  const usual = spec.default * scale;
  const low = Math.max(least, Math.min(from - width / 4, usual));
  const high = Math.min(most, Math.max(to + width / 4, usual));
  const step = spec.integer ? 1 : niceStep((high - low) / 60);
  // a track begins and ends on whole steps, so that every stop is a round number
  const bottom = Math.max(least, tidy(Math.floor(low / step + 1e-9) * step));
  const top = Math.min(most, tidy(Math.ceil(high / step - 1e-9) * step));
  return {
    scale,
    unit: isShare ? 'in 100' : spec.unit,
    low: bottom,
    high: top,
    step,
    decimals: decimalsOf(step),
  };
}

/** A stored value as shown, without float dust. */
export function shownValue(value: number, { scale }: Quantity): number {
  return tidy(value * scale);
}

/** A shown value as stored, kept within what the model accepts. */
export function storedValue(shown: number, { scale }: Quantity, spec: NumberSpec): number {
  const value = tidy(shown / scale);
  const inside = Math.min(spec.range[1], Math.max(spec.range[0], value));
  return spec.integer ? Math.round(inside) : inside;
}

/** A shown value as text: `1.5`, `40`. */
export function quantityText(shown: number): string {
  return String(Number(shown.toPrecision(4)));
}

/** 1, 2 or 5 times a power of ten. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const lead = rough / power;
  return tidy((lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10) * power);
}

function decimalsOf(step: number): number {
  return Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
}

function tidy(value: number): number {
  return Number(value.toPrecision(10));
}
