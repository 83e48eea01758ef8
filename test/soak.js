/**
 * The long tests: `npm run soak`. A sweep of 2,000 runs is killed at 50 random moments and gone on with.
 * Plain JavaScript, so that it needs no build of its own; the program must be built.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const env = { MENTORSCAPE_KILLS: '50', MENTORSCAPE_KILL_REPLICATES: '250', ...process.env };
const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/sweep/kill.test.ts'], {
  ...{ cwd: root, env, stdio: 'inherit' },
});
process.exitCode = status ?? 1;
