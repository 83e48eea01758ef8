/** Numbers for people: natural frequencies, money in thousands, no false precision, one column's decimals. */

/** How the numbers of one outcome are written. */
export interface NumberFormat {
  /** What a number counts, for headings and axes: `in 100`. */
  readonly unit: string;
  /** From stored values to shown ones. */
  readonly scale: number;
  readonly decimals: number;
  readonly prefix: string;
  readonly suffix: string;
  /** Levels are rounded to this many significant digits; 0 leaves them to the decimals. */
  readonly levelDigits: number;
}

/** A true minus sign. */
const minus = '−';
/** What stands where there is no number. */
export const noNumber = '–';

/** A currency and the year of its prices: `US$ (2024)/year`. */
const moneyUnit = /^(\S+) \((\d{4})\)/;

/** Whether numbers of this unit are money: a currency, with or without the year of its prices. */
export function isMoney(unit: string): boolean {
  return unit.startsWith('US$') || moneyUnit.test(unit);
}

/**
 * The format of an outcome's numbers. `differences` are all differences that will be shown: the
 * greatest gets two significant digits, and no step is shown that is far below the smallest
 * difference worth a person's attention.
 */
export function formatFor(
  unit: string,
  differences: readonly (number | null)[],
  smallestImportant?: number,
): NumberFormat {
  let largest = 0;
  for (const value of differences) largest = Math.max(largest, Math.abs(value ?? 0));
  if (isMoney(unit)) return moneyFormat(unit, largest);
  const scale = unit === 'share' ? 100 : 1;
  let cap = unit === 'share' ? 1 : 3;
  if (smallestImportant !== undefined) cap = decimalsOfStep((smallestImportant * scale) / 5);
  const decimals = Math.min(cap, largest === 0 ? cap : decimalsOfTwoDigits(largest * scale));
  const name = unit === 'share' ? 'in 100' : unit === '0–1' ? 'on a scale of 0 to 1' : unit;
  return { unit: name, scale, decimals, prefix: '', suffix: '', levelDigits: 0 };
}

function moneyFormat(unit: string, largest: number): NumberFormat {
  const yearly = /\/year\b/.test(unit);
  const [scale, suffix, decimals] =
    largest >= 1e7 ? [1e-6, 'm', 1] : largest < 1000 ? [1, '', 0] : [1e-3, 'k', 0];
  const [, currency, year] = moneyUnit.exec(unit) ?? [unit, 'US$', undefined];
  const name = `${currency}${year === undefined ? '' : ` (${year})`}${yearly ? ' a year' : ''}`;
  const prefix = currency === 'US$' ? '$' : currency;
  return { unit: name, scale, decimals, prefix, suffix, levelDigits: 3 };
}

/** Decimals that show two significant digits of `value`, at least 0. */
function decimalsOfTwoDigits(value: number): number {
  let decimals = 0;
  for (let v = value; v < 9.95 && decimals < 6; v *= 10) decimals++;
  return decimals;
}

/** Decimals that show steps of about `step`, at least 0. */
function decimalsOfStep(step: number): number {
  let decimals = 0;
  for (let v = step; v < 0.2 && decimals < 6; v *= 10) decimals++;
  return decimals;
}

/** A level: `41`, `0.64`, `$1,480k`. */
export function levelText(value: number | null, format: NumberFormat): string {
  return signedText(value, format, format.levelDigits, '');
}

/** A difference with its sign: `+4`, `−0.05`, `−$41k`; `0` where it rounds to nothing. */
export function differenceText(value: number | null, format: NumberFormat): string {
  return signedText(value, format, 2, '+');
}

function signedText(
  value: number | null,
  { scale, decimals, prefix, suffix }: NumberFormat,
  significant: number,
  plus: string,
): string {
  if (value === null || Number.isNaN(value)) return noNumber;
  const shown = rounded(value * scale, significant, decimals);
  const digits = fixed(Math.abs(shown), decimals);
  const sign = /[1-9]/.test(digits) ? (shown < 0 ? minus : plus) : '';
  return `${sign}${prefix}${digits}${suffix}`;
}

/** A range of differences: `−14 to −4`; one number where both ends look the same. */
export function rangeText(low: number | null, high: number | null, format: NumberFormat): string {
  if (low === null || high === null) return noNumber;
  const from = differenceText(low, format);
  const to = differenceText(high, format);
  return from === to ? from : `${from} to ${to}`;
}

/** The size of a difference without its sign: `14`, `$41k`. */
export function sizeText(value: number, format: NumberFormat): string {
  return differenceText(Math.abs(value), format).replace(/^\+/, '');
}

/** A number as it was set: up to six digits, no trailing zeros, thousands apart. */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? 'without end' : noNumber;
  const digits = Number(value.toPrecision(6));
  const text = Math.abs(digits) >= 1e4 ? fixed(Math.abs(digits), 0) : String(Math.abs(digits));
  return digits < 0 ? minus + text : text;
}

/**
 * `value` with at most `digits` significant digits; 0 leaves it alone. Nothing is done where the
 * decimals are coarser still: rounding twice would turn 1.45 into 2.
 */
function rounded(value: number, digits: number, decimals: number): number {
  if (digits === 0) return value;
  let shown = Math.abs(value);
  for (let k = 0; k < decimals; k++) shown *= 10;
  for (let k = 0; k < digits; k++) shown /= 10;
  return shown < 1 ? value : Number(value.toPrecision(digits));
}

/** Fixed decimals, a comma between thousands. */
function fixed(value: number, decimals: number): string {
  const [whole, rest] = value.toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}
