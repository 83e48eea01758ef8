/** Settings of the browser tests: one file, engines one after another. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: this is how Vitest reads its settings
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: ['test/e2e/build.ts'],
    // browsers and simulations share the cores
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 60_000,
  },
});
