/** Reads TypeScript sources with a real parser and names every breach of the architecture. */
import { dirname, join } from 'node:path/posix';
import { parseSync } from 'vite';

/** What the rules need to know of one source file. */
export interface Source {
  readonly path: string;
  readonly lines: number;
  readonly startsWithDoc: boolean;
  readonly defaultExport: boolean;
  readonly imports: readonly Import[];
  /** Uses of chance, clocks, locale or platform-dependent arithmetic, as `line: what`. */
  readonly ambient: readonly string[];
}

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
  /** A file named by `new URL('…', import.meta.url)`: loaded elsewhere, as a worker. */
  readonly byUrl: boolean;
}

interface Layer {
  readonly may: readonly string[];
  readonly mayTypesOf?: readonly string[];
  /** Packages it may import; `any` of those in package.json for the two front ends. */
  readonly packages: readonly string[] | 'any';
  readonly node?: boolean;
}

type Node = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>;

/** What may import what. A folder may always import itself. */
const enginePackages = [
  'seedrandom',
  'yaml',
  'd3-dsv',
  'fastest-levenshtein',
  'graphology*',
  'jsep',
];
const engineOrder = ['data', 'chance', 'network', 'model', 'experiment', 'analysis'];
const engine = ['sim', 'sim/roster', ...engineOrder.map((name) => `sim/${name}`)];
const layers: Readonly<Record<string, Layer>> = {
  // files directly in sim/ gather what users of the engine may import
  sim: { may: engine, packages: [] },
  ...Object.fromEntries(
    engineOrder.map((name, i): [string, Layer] => [
      `sim/${name}`,
      { may: engineOrder.slice(0, i).map((lower) => `sim/${lower}`), packages: enginePackages },
    ]),
  ),
  'sim/roster': { may: ['sim/data', 'sim/chance', 'sim/model'], packages: enginePackages },
  models: { may: engine, packages: ['munkres'] },
  report: { may: engine, mayTypesOf: ['models'], packages: ['vega', 'vega-lite', 'graphology*'] },
  cli: { may: [...engine, 'models', 'report'], packages: 'any', node: true },
  viz: { may: [...engine, 'models', 'report'], packages: 'any' },
  // the verification stands on top: nothing imports it
  patterns: { may: [...engine, 'models', 'report', 'cli'], packages: [], node: true },
};

const portableMath = 'sqrt fround imul floor ceil trunc abs min max sign clz32 round'.split(' ');
const ambientNames = ['Date', 'performance', 'crypto', 'Intl', 'Temporal', 'globalThis'];

/** The layer of a path: `sim/data`, `sim` for files directly in it, else the top folder. */
function layerOf(path: string): string {
  const parts = path.split('/');
  return parts[0] === 'sim' && parts.length > 2 ? `sim/${parts[1]}` : parts[0]!;
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string'
  );
}

/** Calls `visit` with every node below `node`, its parent, and the parent's key that holds it. */
function walk(node: Node, visit: (node: Node, parent: Node, key: string) => void): void {
  for (const [key, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (!isNode(child)) continue;
      visit(child, node, key);
      walk(child, visit);
    }
  }
}

/** The text of a plain string, or undefined for anything else. */
function textOf(node: unknown): string | undefined {
  return isNode(node) && node.type === 'Literal' && typeof node['value'] === 'string'
    ? node['value']
    : undefined;
}

/** True where an identifier is only a label: `x.name`, `{ name: … }`, `import { name as … }`. */
function isLabel(parent: Node, key: string): boolean {
  if (key === 'property' || key === 'key') return parent['computed'] !== true;
  if (key === 'imported' || key === 'exported') return true;
  return key === 'right' && parent.type === 'TSQualifiedName';
}

/** The name of what `node` uses of the machine's chance, clock, locale or arithmetic, if any. */
function ambientUse(node: Node, parent: Node, key: string): string | undefined {
  if (node['operator'] === '**' || node['operator'] === '**=') return String(node['operator']);
  if (node.type === 'MemberExpression') {
    const name = textOf(node['property']) ?? Reflect.get(Object(node['property']), 'name');
    if (typeof name === 'string' && /^(toLocale|localeCompare$)/.test(name)) return name;
  }
  if (node.type !== 'Identifier' || isLabel(parent, key)) return undefined;
  const name = String(node['name']);
  if (ambientNames.includes(name)) return name;
  if (name !== 'Math') return undefined;
  if (parent.type !== 'MemberExpression' || key !== 'object' || parent['computed'] === true) {
    return 'Math, other than as Math.name';
  }
  const member = String(Reflect.get(Object(parent['property']), 'name'));
  return portableMath.includes(member) ? undefined : `Math.${member}`;
}

/** Parses one file. @throws Error where it is not TypeScript. */
export function readSource(path: string, text: string): Source {
  const { program, comments, module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`);
  const first = comments[0];
  const imports: Import[] = [];
  for (const { moduleRequest, entries } of module.staticImports) {
    const typeOnly = entries.length > 0 && entries.every(({ isType }) => isType);
    imports.push({ from: moduleRequest.value, typeOnly, byUrl: false });
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest)
        imports.push({ from: moduleRequest.value, typeOnly: isType, byUrl: false });
    }
  }
  const ambient: string[] = [];
  walk(program as unknown as Node, (node, parent, key) => {
    const dynamic = node.type === 'ImportExpression' || node.type === 'TSImportType';
    const url =
      node.type === 'NewExpression' && Reflect.get(Object(node['callee']), 'name') === 'URL';
    const from = textOf(url ? Reflect.get(Object(node['arguments']), 0) : node['source']);
    if ((dynamic || url) && from !== undefined) {
      imports.push({ from, typeOnly: node.type === 'TSImportType', byUrl: url });
    }
    const use = ambientUse(node, parent, key);
    if (use) ambient.push(`${text.slice(0, node.start).split('\n').length}: ${use}`);
  });
  return {
    path,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    startsWithDoc: first?.start === 0 && first.type === 'Block' && /^\*\s+\S/.test(first.value),
    defaultExport: module.staticExports.some(({ entries }) =>
      entries.some(
        ({ exportName }) => exportName.kind === 'Default' || exportName.name === 'default',
      ),
    ),
    imports,
    ambient,
  };
}

/** The source a relative import leads to, or undefined where it leads to no source file. */
function targetOf(
  source: Source,
  { from }: Import,
  paths: ReadonlySet<string>,
): string | undefined {
  const path = join(dirname(source.path), from.replace(/[?#].*$/, ''));
  return paths.has(path) ? path : undefined;
}

function packageOf(from: string): string {
  return from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');
}

function isAllowed(name: string, list: readonly string[]): boolean {
  return list.some((p) => (p.endsWith('*') ? name.startsWith(p.slice(0, -1)) : name === p));
}

/** Imports that go against the one direction, or leave the sources, or bring a foreign package. */
export function layerFaults(sources: readonly Source[]): string[] {
  const paths = new Set(sources.map(({ path }) => path));
  const faults: string[] = [];
  for (const source of sources) {
    const own = layerOf(source.path);
    const layer = layers[own];
    if (!layer) {
      faults.push(`${source.path}: ${own} is no layer of the architecture`);
      continue;
    }
    for (const line of source.imports) {
      const { from, typeOnly, byUrl } = line;
      if (from.startsWith('node:')) {
        if (!layer.node) faults.push(`${source.path}: imports ${from}; only cli may use Node`);
      } else if (from.startsWith('.')) {
        const target = targetOf(source, line, paths);
        // style sheets and data are Vite's business, and a built worker is named by its .js
        if (!target && (byUrl || own === 'viz')) continue;
        if (!target) faults.push(`${source.path}: imports ${from}, which is no source file`);
        else if (!mayImport(own, layer, layerOf(target), typeOnly)) {
          faults.push(`${source.path}: ${own} must not import ${layerOf(target)} (${from})`);
        }
      } else if (
        !byUrl &&
        layer.packages !== 'any' &&
        !isAllowed(packageOf(from), layer.packages)
      ) {
        faults.push(`${source.path}: ${own} must not import the package ${packageOf(from)}`);
      }
    }
  }
  return faults;
}

function mayImport(own: string, layer: Layer, target: string, typeOnly: boolean): boolean {
  if (own === target || layer.may.includes(target)) return true;
  return typeOnly && (layer.mayTypesOf ?? []).includes(target);
}

/** Circles of imports (those of types count too), each named once. */
export function cycleFaults(sources: readonly Source[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const paths = new Set(byPath.keys());
  const done = new Set<string>();
  const faults: string[] = [];
  const follow = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) faults.push([...trail.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    const source = byPath.get(path)!;
    for (const line of source.imports) {
      const target = line.byUrl ? undefined : targetOf(source, line, paths);
      if (target && target !== path) follow(target, [...trail, path]);
    }
    done.add(path);
  };
  for (const path of paths) follow(path, []);
  return faults;
}

/** Files of more than 400 lines, and a median above 150; `tables` of data and text excepted. */
export function sizeFaults(sources: readonly Source[], tables: readonly string[] = []): string[] {
  const counted = sources.filter(({ path }) => !tables.includes(path));
  const faults = counted
    .filter(({ lines }) => lines > 400)
    .map(({ path, lines }) => `${path}: ${lines} lines, at most 400 allowed`);
  const sizes = counted.map(({ lines }) => lines).sort((a, b) => a - b);
  const median = sizes[sizes.length >> 1] ?? 0;
  if (median > 150) faults.push(`the median file has ${median} lines, at most 150 allowed`);
  return faults;
}

/** Ambient chance, clocks, locale and platform-dependent arithmetic in `sim` and `models`. */
export function ambientFaults(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => /^(sim|models)\//.test(path))
    .flatMap(({ path, ambient }) => ambient.map((use) => `${path}:${use}`));
}

/** Packages that shipped code (all but the bundled viewer) imports without being declared. */
export function dependencyFaults(
  sources: readonly Source[],
  { dependencies, devDependencies }: Record<string, Record<string, string>>,
): string[] {
  const faults: string[] = [];
  for (const { path, imports } of sources) {
    const bundled = path.startsWith('viz/');
    const declared = bundled ? { ...devDependencies, ...dependencies } : { ...dependencies };
    for (const { from, byUrl } of imports) {
      // what begins with virtual: is made by vite.config.ts
      if (byUrl || /^(\.|node:|virtual:)/.test(from)) continue;
      if (!(packageOf(from) in declared))
        faults.push(`${path}: ${packageOf(from)} is not declared`);
    }
  }
  return faults;
}
