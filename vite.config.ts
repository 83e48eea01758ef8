/** Build of the viewer page in `viz/`, and the test runner's settings. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };

/** Hashes of the built models, which are part of run ids; none before `npm run build`. */
async function modelHashes(): Promise<Record<string, string>> {
  if (!existsSync(`${root}dist/cli/models.js`)) return {};
  const { modelHash } = await import(`${root}dist/cli/models.js`);
  const { models } = await import(`${root}dist/models/registry.js`);
  return Object.fromEntries(
    models.map((model: { name: string }) => [model.name, modelHash(model)]),
  );
}

/** In development Vite puts styles into the page, which the page's content policy forbids. */
const withoutPolicy: Plugin = {
  name: 'without-content-policy',
  apply: 'serve',
  transformIndexHtml: (html) =>
    html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''),
};

export default defineConfig(async () => ({
  root: 'viz',
  base: './',
  plugins: [withoutPolicy],
  define: {
    __VERSION__: JSON.stringify(version),
    __MODEL_HASHES__: JSON.stringify(await modelHashes()),
  },
  build: {
    outDir: '../dist-viz',
    emptyOutDir: true,
    target: 'es2023',
    // a preload helper would add inline styles; modules are few
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    // libraries mark their modules for servers, which there are none of here
    rolldownOptions: { checks: { moduleLevelDirective: false } } as object,
  },
  worker: { format: 'es' as const },
  test: {
    root: '.',
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    testTimeout: 60_000,
  },
}));
