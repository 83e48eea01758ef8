/** Build of the viewer page in `viz/`, and the test runner's settings. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: 'viz',
  base: './',
  build: { outDir: '../dist-viz', emptyOutDir: true, target: 'es2023' },
  worker: { format: 'es' },
  test: {
    root: '.',
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    testTimeout: 60_000,
  },
});
