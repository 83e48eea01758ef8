/** Layers, cycles, sizes, portability and packages of the sources; and the checker itself. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  ambientFaults,
  cycleFaults,
  dependencyFaults,
  layerFaults,
  readSource,
  type Source,
  sizeFaults,
} from './architecture-rules.ts';

/** Tables of data or text that may be longer than code: name each, with the reason. */
const dataTables: readonly string[] = [];

const shippedFolders = ['sim', 'models', 'report', 'cli', 'viz', 'patterns'];
const root = fileURLToPath(new URL('..', import.meta.url));

/** Every TypeScript file below `folder`, relative to the repository, with forward slashes. */
function readFolder(folder: string): Source[] {
  if (!existsSync(`${root}/${folder}`)) return []; // git keeps no empty folders
  return readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') || name.endsWith('.tsx'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort()
    .map((path) => readSource(path, readFileSync(`${root}/${path}`, 'utf8')));
}

const sources = shippedFolders.flatMap(readFolder);
const published = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));

describe('the sources', () => {
  test('are found', () => {
    expect(sources.map(({ path }) => path)).toContain('sim/data/digest.ts');
  });

  test('import in one direction only', () => {
    expect(layerFaults(sources)).toEqual([]);
  });

  test('have no import cycles', () => {
    expect(cycleFaults(sources)).toEqual([]);
  });

  test('are small files: median at most 150 lines, none over 400', () => {
    expect(sizeFaults(sources, dataTables)).toEqual([]);
  });

  test('take chance, time and arithmetic from arguments, never from the machine', () => {
    expect(ambientFaults(sources)).toEqual([]);
  });

  test('begin with a sentence saying what the file is for', () => {
    expect(sources.filter(({ startsWithDoc }) => !startsWithDoc).map(({ path }) => path)).toEqual(
      [],
    );
  });

  test('have no default exports outside configuration files', () => {
    const all = [...sources, ...readFolder('test'), ...readFolder('bench')];
    const faults = all.filter(
      ({ path, defaultExport }) => defaultExport && !/\.config\.ts$/.test(path),
    );
    expect(faults.map(({ path }) => path)).toEqual([]);
  });

  test('import only packages that package.json declares', () => {
    expect(dependencyFaults(sources, published)).toEqual([]);
  });
});

test('package.json names exact versions', () => {
  const all = Object.entries({ ...published.dependencies, ...published.devDependencies });
  expect(all.length).toBeGreaterThan(0);
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)))).toEqual(
    [],
  );
});

describe('the checker finds planted faults', () => {
  /** A tree in memory: path → text. */
  const tree = (files: Record<string, string>): Source[] =>
    Object.entries(files).map(([path, text]) => readSource(path, text));

  test.each([
    ['sim/data/a.ts', "import { b } from '../chance/b.ts';", 'sim/data must not import sim/chance'],
    ['sim/model/a.ts', "export * from '../experiment/b.ts';", 'must not import sim/experiment'],
    ['sim/roster/a.ts', "import { b } from '../network/b.ts';", 'must not import sim/network'],
    ['sim/model/a.ts', "import { b } from '../roster/b.ts';", 'must not import sim/roster'],
    ['sim/model/a.ts', "import type { B } from '../../models/b.ts';", 'must not import models'],
    ['sim/model/a.ts', "let b: import('../../models/b.ts').B;", 'must not import models'],
    ['sim/model/a.ts', "const b = await import('../../models/b.ts');", 'must not import models'],
    ['sim/model/a.ts', "import { b } from 'node:fs';", 'only cli may use Node'],
    ['sim/model/a.ts', "import b from 'vega';", 'must not import the package vega'],
    ['models/m/a.ts', "import b from 'yaml';", 'must not import the package yaml'],
    ['models/m/a.ts', "import { b } from '../../report/b.ts';", 'models must not import report'],
    ['report/a.ts', "import { b, type C } from '../models/b.ts';", 'report must not import models'],
    ['report/a.ts', "import { b } from '../cli/b.ts';", 'report must not import cli'],
    ['cli/a.ts', "import { b } from '../viz/b.ts';", 'cli must not import viz'],
    ['viz/a.ts', "import { b } from '../cli/b.ts';", 'viz must not import cli'],
    ['viz/a.ts', "new Worker(new URL('../cli/b.ts', import.meta.url));", 'viz must not import cli'],
    ['viz/a.ts', "import { b } from 'node:fs';", 'only cli may use Node'],
    ['cli/a.ts', "import { b } from './missing.ts';", 'no source file'],
    ['test/a.ts', '', 'no layer'],
  ])('layers: %s %s', (path, text, message) => {
    const others = ['sim/chance/b.ts', 'sim/experiment/b.ts', 'sim/network/b.ts', 'sim/roster/b.ts']
      .concat(['models/b.ts', 'report/b.ts', 'cli/b.ts', 'viz/b.ts'])
      .map((other): [string, string] => [other, '']);
    const faults = layerFaults(tree({ ...Object.fromEntries(others), [path]: text }));
    expect(faults).toEqual([expect.stringContaining(message)]);
  });

  test('layers: what goes with the direction passes', () => {
    const good = tree({
      'sim/data/a.ts': "import a from 'graphology-metrics/centrality';",
      'sim/chance/a.ts': "import { a } from '../data/a.ts'; // import '../experiment/b.ts'",
      'sim/roster/a.ts':
        "import { a } from '../chance/a.ts'; const s = `import '../network/b.ts'`;",
      'models/m/a.ts': "import { a } from '../../sim/chance/a.ts';",
      'report/a.ts':
        "import type { A } from '../models/m/a.ts'; import { type B } from '../models/m/a.ts';",
      'cli/a.ts':
        "import 'node:fs'; import '../report/a.ts'; new URL('./worker.js', import.meta.url);",
      'viz/a.ts': "import '../models/m/a.ts'; import './style.css'; import 'sigma';",
    });
    expect(layerFaults(good)).toEqual([]);
  });

  test('cycles, also through types and three files', () => {
    const cycle = tree({
      'sim/data/a.ts': "import type { B } from './b.ts';",
      'sim/data/b.ts': "export { c } from './c.ts';",
      'sim/data/c.ts': "import { a } from './a.ts';",
      'sim/data/d.ts': "import { a } from './a.ts';",
    });
    expect(cycleFaults(cycle)).toEqual([
      'sim/data/a.ts → sim/data/b.ts → sim/data/c.ts → sim/data/a.ts',
    ]);
    expect(cycleFaults(cycle.slice(0, 2))).toEqual([]);
  });

  test('sizes: 401 lines, and a median of 151', () => {
    const long = tree({
      'sim/a.ts': '\n'.repeat(401),
      'sim/b.ts': '\n'.repeat(400),
      'sim/c.ts': '\n',
    });
    expect(sizeFaults(long)).toEqual([
      'sim/a.ts: 401 lines, at most 400 allowed',
      'the median file has 400 lines, at most 150 allowed',
    ]);
    expect(sizeFaults(tree({ 'sim/a.ts': '\n'.repeat(150) }))).toEqual([]);
    expect(sizeFaults(tree({ 'sim/a.ts': '\n'.repeat(151) }))).toHaveLength(1);
    expect(sizeFaults(long, ['sim/a.ts', 'sim/b.ts'])).toEqual([]);
  });

  test.each([
    ['const a = Math.random();', 'Math.random'],
    [`const a = \`\${Math.exp(1)}\`;`, 'Math.exp'],
    ["const a = Math['sqrt'](2);", 'Math, other than as Math.name'],
    ['const { log } = Math;', 'Math, other than as Math.name'],
    ['const a = Math.PI;', 'Math.PI'],
    ['const a = b ** 2;', '**'],
    ['a **= 2;', '**='],
    ['const a = new Date();', 'Date'],
    ['const a = Date.now();', 'Date'],
    ['const a = [Date];', 'Date'],
    ['const a = b + Date;', 'Date'],
    ['const a = { Date };', 'Date'],
    ['const a = performance.now();', 'performance'],
    ['crypto.getRandomValues(a);', 'crypto'],
    ["globalThis['Date'].now();", 'globalThis'],
    ['new Intl.NumberFormat();', 'Intl'],
    ['a.toLocaleString();', 'toLocaleString'],
    ["a['toLocaleUpperCase']();", 'toLocaleUpperCase'],
    ['a.sort((b, c) => b.localeCompare(c));', 'localeCompare'],
  ])('machine: %s', (text, use) => {
    const [inSim, inModels] = tree({
      'sim/data/a.ts': `/** A. */\n${text}\n`,
      'models/a.ts': text,
    });
    expect(ambientFaults([inSim!])).toEqual([`sim/data/a.ts:2: ${use}`]);
    expect(ambientFaults([inModels!])).toEqual([`models/a.ts:1: ${use}`]);
    expect(ambientFaults(tree({ 'cli/a.ts': text }))).toEqual([]);
  });

  test('machine: comments, strings, labels and portable arithmetic pass', () => {
    const text = `/** Math.random and a ** b. */
      // Date.now()
      const a = 'Math.exp' + "performance" + \`crypto \${Math.sqrt(2)} **\`;
      const b = { performance: 1, Date: 2, crypto() {} };
      const c = b.performance * Math.imul(b.Date, 3) + /Intl\\.x**/u.lastIndex;
      interface D { readonly performance: number; crypto(): void }`;
    expect(ambientFaults(tree({ 'sim/data/a.ts': text }))).toEqual([]);
  });

  test.each([
    ['/** Says what it is for. */\nexport {};', true],
    ['/**\n * Says what it is for.\n */\nexport {};', true],
    ['// A line comment.\nexport {};', false],
    ['/* No doc comment. */\nexport {};', false],
    ['/** */\nexport {};', false],
    ['export {};\n/** Too late. */', false],
    ["const a = '/** no */';", false],
  ])('first comment: %s', (text, good) => {
    expect(readSource('sim/a.ts', text).startsWithDoc).toBe(good);
  });

  test.each([
    ['export default 1;', true],
    ['const a = 1;\nexport { a as default };', true],
    ["export { default } from './b.ts';", true],
    ["export { default as b } from './b.ts';", false],
    ['export const a = { default: 1 };', false],
  ])('default export: %s', (text, found) => {
    expect(readSource('sim/a.ts', text).defaultExport).toBe(found);
  });

  test('packages that are not declared', () => {
    const declared = { dependencies: { '@a/b': '1.0.0' }, devDependencies: { vite: '1.0.0' } };
    const files = tree({
      'cli/a.ts': "import '@a/b/c'; import 'vite';",
      'viz/a.ts': "import 'vite';",
    });
    expect(dependencyFaults(files, declared)).toEqual(['cli/a.ts: vite is not declared']);
  });
});
