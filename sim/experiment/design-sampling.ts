/** How a design file samples its factors: methods, their settings, and tables of points. */
import { parseCsv } from '../data/csv.ts';
import type { Issue } from '../data/issues.ts';
import { isAbsent } from '../model/scenario-merge.ts';
import type { MappingNode, ScalarNode, TreeNode } from '../model/scenario-tree.ts';
import { checkKeys, didYouMean, issueAt, listed } from '../model/scenario-tree.ts';
import { readWhole } from '../model/scenario-values.ts';
import type { Factor, FactorValue, Sampling } from './design.ts';
import { readLevel } from './design-factors.ts';
import { maxSobolDimensions } from './sobol-sequence.ts';

/** The methods by name, and the settings each may have. */
export const samplingMethods: Readonly<Record<Sampling['method'], readonly string[]>> = {
  grid: [],
  oneAtATime: [],
  random: ['points'],
  latinHypercube: ['points'],
  sobolSequence: ['points'],
  saltelli: ['points', 'secondOrder'],
  morris: ['trajectories', 'levels'],
  table: ['file'],
};

const mostPoints = 100_000_000;
const mostTableRows = 1_000_000;
const usual = { trajectories: 20, levels: 4 };

/** What is needed to read a sampling. */
export interface SamplingContext {
  /** The factors that are sampled. */
  readonly factors: readonly Factor[];
  /** The text of a CSV file and its name for messages; undefined when it adds issues. */
  readonly table: (node: TreeNode) => { readonly file: string; readonly text: string } | undefined;
  readonly issues: Issue[];
}

/** A method by its name alone or with settings; undefined when it adds issues. */
export function readSampling(
  node: TreeNode | undefined,
  context: SamplingContext,
): Sampling | undefined {
  if (!node || isAbsent(node)) return { method: 'grid' };
  const { issues } = context;
  const settings = node.kind === 'mapping' ? node : undefined;
  const named = settings ? settings.entries.get('method') : node;
  const names = Object.keys(samplingMethods);
  const name = named?.kind === 'scalar' ? named.value : undefined;
  if (typeof name !== 'string' || !isMethod(name)) {
    const expected = `a method of sampling (${listed(names)})`;
    const remedy = typeof name === 'string' ? didYouMean(name, names) : undefined;
    issues.push(issueAt(named ?? node, { expected, remedy }));
    return undefined;
  }
  if (settings) {
    const valid = ['method', ...samplingMethods[name]];
    checkKeys(settings, valid, { what: `a setting of ${name}`, issues });
  }
  const entries: MappingNode['entries'] = settings?.entries ?? new Map();
  const points = (): number | undefined => {
    const at = entries.get('points');
    if (!at) issues.push(issueAt(node, { expected: `"points:", for ${name}`, found: 'none' }));
    return readWhole(at, [1, mostPoints], issues);
  };
  const known = issues.length;
  const sampling = ((): Sampling | undefined => {
    switch (name) {
      case 'grid':
      case 'oneAtATime':
        return { method: name };
      case 'table':
        return readTable(entries.get('file'), node, context);
      case 'morris': {
        const trajectories = readWhole(entries.get('trajectories'), [1, mostPoints], issues);
        const levels = readWhole(entries.get('levels'), [2, 1000], issues) ?? usual.levels;
        if (levels % 2 !== 0) {
          issues.push(
            issueAt(entries.get('levels') ?? node, { expected: 'an even number of levels' }),
          );
        }
        return { method: name, trajectories: trajectories ?? usual.trajectories, levels };
      }
      case 'saltelli': {
        const secondOrder = readFlag(entries.get('secondOrder'), issues);
        return { method: name, points: points() ?? 1, secondOrder };
      }
      default:
        return { method: name, points: points() ?? 1 };
    }
  })();
  checkDimensions(node, sampling, context);
  return issues.length === known ? sampling : undefined;
}

function isMethod(name: string): name is Sampling['method'] {
  return Object.hasOwn(samplingMethods, name);
}

function checkDimensions(
  node: TreeNode,
  sampling: Sampling | undefined,
  { factors, issues }: SamplingContext,
): void {
  const each = sampling?.method === 'saltelli' ? 2 : sampling?.method === 'sobolSequence' ? 1 : 0;
  const most = Math.floor(maxSobolDimensions / Math.max(each, 1));
  if (each > 0 && factors.length > most) {
    issues.push(issueAt(node, { expected: `at most ${most} factors`, found: `${factors.length}` }));
  }
}

function readFlag(node: TreeNode | undefined, issues: Issue[]): boolean {
  if (!node) return false;
  if (node.kind === 'scalar' && typeof node.value === 'boolean') return node.value;
  issues.push(issueAt(node, { expected: 'true or false' }));
  return false;
}

/** Points from a CSV file: a column for each factor, named by its path. */
function readTable(
  named: TreeNode | undefined,
  node: TreeNode,
  { factors, table, issues }: SamplingContext,
): Sampling | undefined {
  if (!named) {
    issues.push(issueAt(node, { expected: '"file:", a CSV file of points', found: 'none' }));
    return undefined;
  }
  const source = table(named);
  if (!source) return undefined;
  const { table: read, issues: faults } = parseCsv({ ...source, maxRows: mostTableRows });
  issues.push(...faults);
  if (faults.length > 0) return undefined;
  const paths = factors.map(({ path }) => path);
  const { file } = source;
  const columns = paths.map((path) => read.header.indexOf(path));
  const header = { file, line: read.headerLine, key: 'header' };
  const missing = paths.filter((_, f) => columns[f] < 0);
  const unknown = read.header.filter((name) => !paths.includes(name));
  for (const path of missing) {
    issues.push(issueAt(header, { expected: `a column ${path}`, found: 'none' }));
  }
  for (const name of unknown) {
    const expected = `columns of factors of the design (${listed(paths)})`;
    issues.push(issueAt(header, { expected, found: name, remedy: didYouMean(name, missing) }));
  }
  if (read.rows.length === 0) issues.push(issueAt(header, { expected: 'rows', found: 'none' }));
  if (missing.length + unknown.length > 0 || read.rows.length === 0) return undefined;
  const rows: FactorValue[][] = [];
  for (const { line, cells } of read.rows) {
    const values = factors.map((factor, f) => {
      const cell = cellNode(cells[columns[f]] ?? '', { file, line, key: factor.path });
      return readLevel(cell, pointOf(factor), issues);
    });
    if (!values.includes(undefined)) rows.push(values as FactorValue[]);
  }
  return rows.length === read.rows.length ? { method: 'table', rows } : undefined;
}

/** What a cell is checked by: the factor's own values. */
function pointOf(factor: Factor): Parameters<typeof readLevel>[1] {
  const { target, values, title, unit } = factor;
  const made = { title, doc: '', grade: 'D', source: 'design' } as const;
  if (values.kind === 'range') {
    const limits = [values.low, values.high] as const;
    const spec = { ...made, unit, default: values.low, range: limits, plausible: limits };
    return { target, spec: { ...spec, integer: values.integer } };
  }
  if (values.levels.every((level) => typeof level === 'string')) {
    return { target, spec: { ...made, options: values.levels, default: values.levels[0] } };
  }
  if (values.levels.some((level) => typeof level === 'boolean')) return { target };
  const numbers = values.levels.filter((level) => typeof level === 'number');
  const limits = [Math.min(...numbers), Math.max(...numbers)] as const;
  return { target, spec: { ...made, unit, default: limits[0], range: limits, plausible: limits } };
}

function cellNode(text: string, place: { file: string; line: number; key: string }): ScalarNode {
  const source = text.trim();
  const number = Number(source);
  const value =
    source === 'true' || source === 'false'
      ? source === 'true'
      : source !== '' && Number.isFinite(number)
        ? number
        : source;
  return { ...place, kind: 'scalar', value, source };
}
