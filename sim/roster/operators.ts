/** What the operators and functions of roster expressions do; null stands for: not observed. */
import { isNumeric } from '../data/csv.ts';
import { showFound } from '../data/issues.ts';

export type Value = string | number | boolean | null;

/** An expression cannot be evaluated on some row. */
export class EvaluationError extends Error {
  readonly expected: string;
  readonly found: string;
  constructor(expected: string, found: string) {
    super(`expected ${expected}, found ${found}`);
    this.name = 'EvaluationError';
    this.expected = expected;
    this.found = found;
  }
}

/** Yes, no, or not observed. Numbers count as yes unless 0; text has no truth. */
export function truth(value: Value): boolean | null {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  throw new EvaluationError('a comparison or a number as a condition', showFound(value));
}

function toNumber(value: Value, operator: string): number {
  if (typeof value === 'number') return value;
  throw new EvaluationError(`a number for ${operator}`, showFound(value));
}

type Binary = (left: Value, right: Value) => Value;

/** Arithmetic on two numbers; null when either is. */
function arithmetic(operator: string, compute: (a: number, b: number) => number): Binary {
  return (left, right) => {
    if (left === null || right === null) return null;
    const result = compute(toNumber(left, operator), toNumber(right, operator));
    if (Number.isFinite(result)) return result + 0;
    throw new EvaluationError(`a finite result of ${operator}`, `${left} ${operator} ${right}`);
  };
}

/** Numbers by size, text by code units; null when either is. */
function comparison(operator: string, holds: (order: number) => boolean): Binary {
  return (left, right) => {
    if (left === null || right === null) return null;
    if (typeof left === 'string' && typeof right === 'string') {
      return holds(left < right ? -1 : left > right ? 1 : 0);
    }
    return holds(toNumber(left, operator) - toNumber(right, operator));
  };
}

/** Values of unlike type are compared as written, so that the cell 1 equals the text '1'. */
function equality(wanted: boolean): Binary {
  return (left, right) => {
    if (left === null || right === null) return null;
    const same = typeof left === typeof right ? left === right : String(left) === String(right);
    return same === wanted;
  };
}

const plus = arithmetic('+', (a, b) => a + b);

export const binaryOperators: Readonly<Record<string, Binary>> = {
  '+': (left, right) => {
    if (left === null || right === null) return null;
    const text = typeof left === 'string' || typeof right === 'string';
    return text ? `${left}${right}` : plus(left, right);
  },
  '-': arithmetic('-', (a, b) => a - b),
  '*': arithmetic('*', (a, b) => a * b),
  '/': arithmetic('/', (a, b) => a / b),
  '%': arithmetic('%', (a, b) => a % b),
  '<': comparison('<', (order) => order < 0),
  '<=': comparison('<=', (order) => order <= 0),
  '>': comparison('>', (order) => order > 0),
  '>=': comparison('>=', (order) => order >= 0),
  '==': equality(true),
  '===': equality(true),
  '!=': equality(false),
  '!==': equality(false),
};

interface Callable {
  /** Fewest and most arguments. */
  readonly arguments: readonly [number, number];
  apply(values: readonly Value[]): Value;
}

/** A function of numbers; null when any argument is. */
function ofNumbers(
  name: string,
  most: number,
  compute: (numbers: readonly number[]) => number,
): Callable {
  return {
    arguments: [1, most],
    apply: (values) => {
      if (values.includes(null)) return null;
      return compute(values.map((value) => toNumber(value, name))) + 0;
    },
  };
}

/** The functions an expression may call, besides `if(condition, yes, no)`. */
export const functions: Readonly<Record<string, Callable>> = {
  min: ofNumbers('min', Number.POSITIVE_INFINITY, (numbers) => Math.min(...numbers)),
  max: ofNumbers('max', Number.POSITIVE_INFINITY, (numbers) => Math.max(...numbers)),
  floor: ofNumbers('floor', 1, ([x]) => Math.floor(x!)),
  round: ofNumbers('round', 1, ([x]) => Math.round(x!)),
  abs: ofNumbers('abs', 1, ([x]) => Math.abs(x!)),
  lower: {
    arguments: [1, 1],
    apply: ([value]) => (value === null ? null : String(value).toLowerCase()),
  },
  /** The number that text is, and null for other text. */
  number: {
    arguments: [1, 1],
    apply: ([value]) => {
      if (value === null || value === undefined || typeof value === 'number') return value ?? null;
      const text = String(value).trim();
      return isNumeric(text) ? Number(text) : null;
    },
  },
};
