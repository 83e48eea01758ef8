/** Build of the viewer page in `viz/`, and the test runner's settings. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

/** What the page needs to know and Node can tell: read from `dist`, which `npm run build` makes. */
async function facts(): Promise<Record<string, unknown>> {
  if (!existsSync(`${root}dist/cli/models.js`)) {
    throw new Error('The viewer is built from dist: run `npm run build` first.');
  }
  const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const { modelHash } = await import(`${root}dist/cli/models.js`);
  const { models } = await import(`${root}dist/models/registry.js`);
  const { readScenario } = await import(`${root}dist/cli/read-scenario.js`);
  const { changed } = await import(`${root}dist/sim/model/scenario-write.js`);
  const files = ['', 'programmes/', 'questions/'].flatMap((folder) =>
    readdirSync(`${root}scenarios/${folder}`)
      .filter((name) => name.endsWith('.yaml') && !name.endsWith('.sweep.yaml'))
      .sort()
      .map((name) => folder + name),
  );
  const presets = files.map((file) => {
    const text = readFileSync(`${root}scenarios/${file}`, 'utf8');
    const question = /^# *(.+)/.exec(text)?.[1]?.trim() ?? '';
    const scenario = readScenario(`${root}scenarios/${file}`, models);
    const model = models.find(({ name }: { name: string }) => name === scenario.model);
    return {
      name: file.slice(0, -'.yaml'.length),
      question,
      scenario: {
        ...scenario,
        name: file.replace(/^.*\//, ''),
        // only what differs from the defaults, which the page knows
        parameters: changed(scenario.parameters, model.shape.parameters),
        population: changed(scenario.population, model.population),
      },
    };
  });
  return {
    version,
    hashes: Object.fromEntries(models.map((m: { name: string }) => [m.name, modelHash(m)])),
    // JSON has no Infinity: a policy without an end has null
    presets,
  };
}

/** The module `virtual:mentorscape`, whose exports are these facts. */
const buildFacts: Plugin = {
  name: 'build-facts',
  resolveId: (id) => (id === 'virtual:mentorscape' ? `\0${id}` : undefined),
  load: async (id) => {
    if (id !== '\0virtual:mentorscape') return undefined;
    const known = Object.entries(await facts());
    return known
      .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
      .join('\n');
  },
};

/** In development Vite puts styles into the page, which the page's content policy forbids. */
const withoutPolicy: Plugin = {
  name: 'without-content-policy',
  apply: 'serve',
  transformIndexHtml: (html) =>
    html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''),
};

/**
 * Makes the files of workers chunks of the page's own build. Vite would bundle each of them apart,
 * and the model would be loaded, kept and compiled once for every kind of worker.
 */
const sharedWorkers: Plugin = {
  name: 'shared-workers',
  apply: 'build',
  enforce: 'pre',
  async transform(code, importer) {
    const found = /(?<=new Worker\(\s*)new URL\('([^']+)', import\.meta\.url\)/g;
    let changed = code;
    for (const [text, file] of code.matchAll(found)) {
      const id = (await this.resolve(file, importer))?.id;
      if (!id) throw new Error(`${importer}: expected a worker's file, found no ${file}.`);
      const name = `${basename(dirname(id))}-${basename(id, '.ts')}`;
      const reference = this.emitFile({ type: 'chunk', id, name });
      changed = changed.replace(text, `import.meta.ROLLUP_FILE_URL_${reference}`);
    }
    return changed === code ? undefined : { code: changed, map: null };
  },
};

export default defineConfig({
  root: 'viz',
  base: './',
  plugins: [buildFacts, withoutPolicy, sharedWorkers],
  resolve: { alias: [{ find: /^vega$/, replacement: `${root}viz/desk/vega-parts.ts` }] },
  build: {
    outDir: '../dist-viz',
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: {
      polyfill: false,
      // a worker has no document to write links into
      resolveDependencies: (_file, found, { hostId }) => (hostId.includes('-worker-') ? [] : found),
    },
    chunkSizeWarningLimit: 1000,
    // libraries mark their modules for servers, which there are none of here
    rolldownOptions: { checks: { moduleLevelDirective: false } } as object,
  },
  worker: { format: 'es' },
  test: {
    root: '.',
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    testTimeout: 60_000,
  },
});
