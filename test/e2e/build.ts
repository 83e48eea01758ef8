/** Builds `dist` (what Node runs) and `dist-viz` (the page) once before the browser tests. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

function run(...args: string[]): boolean {
  // Vitest sets NODE_ENV to "test", which would change what Vite bundles
  const { NODE_ENV: _, ...env } = process.env;
  const options = { cwd: root, env, timeout: 120_000, stdio: ['ignore', 'inherit', 'inherit'] };
  return spawnSync(process.execPath, args, options as object).status === 0;
}

/** Called by Vitest. */
export function setup(): void {
  // a type error fails the build stage of test/all.js; the output is there all the same
  if (!run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json')) {
    console.warn('dist was built with errors: the results below may be misleading.');
  }
  if (!run('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn')) {
    throw new Error('The page could not be built (see above).');
  }
}
