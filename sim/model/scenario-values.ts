/** Values in scenarios: plain decimal numbers, choices, text and seeds, so that no two readers disagree. */
import type { Issue } from '../data/issues.ts';
import { showFound } from '../data/issues.ts';
import type { ParameterSpec, ParameterSpecs } from './parameters.ts';
import { accepts, allowedText, isChoice } from './parameters.ts';
import type { MappingNode, ScalarNode, TreeNode } from './scenario-tree.ts';
import { checkKeys, didYouMean, issueAt, printable } from './scenario-tree.ts';

/** Decimal without leading zeros: JSON's numbers, and the forms 1. .5 +1 of YAML. */
const decimal = /^[-+]?(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;

/** The value of a finite number written as a plain decimal; −0 becomes 0. */
export function plainNumber(node: TreeNode): number | undefined {
  if (node.kind !== 'scalar' || typeof node.value !== 'number') return undefined;
  if (!Number.isFinite(node.value) || !decimal.test(node.source)) return undefined;
  return node.value + 0;
}

/** What to do about a value that should have been a number. */
export function numberRemedy(node: TreeNode): string | undefined {
  if (node.kind !== 'scalar') return undefined;
  const { value, source } = node;
  if (typeof value === 'number') {
    const odd = Number.isFinite(value) && !decimal.test(source);
    return odd ? 'Write a plain decimal number, without leading zeros, 0x or 0o' : undefined;
  }
  if (typeof value !== 'string' || value.length > 40) return undefined;
  if (decimal.test(value.trim())) return 'Write the number without quotes';
  if (/^[-+]?\d+,\d+$/.test(value)) return 'Write decimals with a point';
  if (/^[-+]?\d[\d.]*\s*%$/.test(value)) return 'Write a share of 1 instead of a percentage';
  if (/^[-+]?\d[\d_' ]*\d$/.test(value)) return 'Write the digits together';
  if (/^[-+]?\d+(\.\d+)?\s*\p{L}/u.test(value)) return 'Write the number alone; its unit is fixed';
  return undefined;
}

/** A whole number from `least` to `most`. */
export function readWhole(
  node: TreeNode | undefined,
  [least, most]: readonly [number, number],
  issues: Issue[],
): number | undefined {
  if (!node) return undefined;
  const value = plainNumber(node);
  const whole = value !== undefined && Math.floor(value) === value;
  if (whole && value >= least && value <= most) return value;
  const expected = `a whole number from ${least} to ${most}`;
  issues.push(issueAt(node, { expected, remedy: numberRemedy(node) }));
  return undefined;
}

/** The value of one declared parameter, lever or setting. */
export function readDeclared(
  node: TreeNode,
  spec: ParameterSpec,
  issues: Issue[],
): number | string | undefined {
  const value = isChoice(spec) ? textOf(node) : plainNumber(node);
  if (value !== undefined && accepts(spec, value)) return value;
  const text = textOf(node);
  const remedy = isChoice(spec)
    ? text === undefined
      ? undefined
      : didYouMean(text, spec.options)
    : numberRemedy(node);
  issues.push(issueAt(node, { expected: allowedText(spec), remedy }));
  return undefined;
}

function textOf(node: TreeNode): string | undefined {
  return node.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

/** All values of a set of declarations: those of the mapping, and defaults for the rest. */
export function readValues(
  mapping: MappingNode | undefined,
  specs: ParameterSpecs,
  options: { what: string; besides: readonly string[]; issues: Issue[] },
): Record<string, number | string> {
  const values: Record<string, number | string> = {};
  for (const [name, spec] of Object.entries(specs)) {
    const node = mapping?.entries.get(name);
    const value = node && readDeclared(node, spec, options.issues);
    values[name] = value ?? spec.default;
  }
  if (mapping) checkKeys(mapping, [...Object.keys(specs), ...options.besides], options);
  return values;
}

/** Text on one line: surrounding space goes, inner space and line ends become single spaces. */
export function readText(
  node: TreeNode | undefined,
  most: number,
  issues: Issue[],
): string | undefined {
  if (!node) return undefined;
  const expected = `text of 1 to ${most} characters`;
  const text = textOf(node)?.replace(/\s+/g, ' ').trim();
  if (text === undefined) {
    const scalar = node.kind === 'scalar' && node.value !== null;
    issues.push(issueAt(node, { expected, remedy: scalar ? 'Put it in quotes' : undefined }));
    return undefined;
  }
  if (text === '' || text.length > most) {
    const found = text === '' ? 'empty text' : `${text.length} characters`;
    issues.push(issueAt(node, { expected, found }));
    return undefined;
  }
  if (!hasControl(text)) return text;
  const found = showFound(printable(text));
  issues.push(issueAt(node, { expected: `${expected} without control characters`, found }));
  return undefined;
}

/** A seed as text: 42 and "42" are the same seed. */
export function readSeed(node: TreeNode | undefined, issues: Issue[]): string | undefined {
  if (!node) return undefined;
  const number = plainNumber(node);
  if (number !== undefined && Number.isSafeInteger(number)) return `${number}`;
  const text = textOf(node);
  if (text !== undefined && text.trim() !== '' && text.length <= 100 && !hasControl(text)) {
    return text.trim();
  }
  const expected = 'a whole number below 9007199254740992, or text of 1 to 100 characters';
  const quotes = isNumber(node) ? 'Put it in quotes' : undefined;
  issues.push(issueAt(node, { expected, remedy: quotes }));
  return undefined;
}

function isNumber(node: TreeNode): node is ScalarNode {
  return node.kind === 'scalar' && typeof node.value === 'number';
}

function hasControl(text: string): boolean {
  return /[\p{Cc}\p{Surrogate}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u.test(text);
}
