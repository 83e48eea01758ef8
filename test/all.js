/**
 * Everything that must hold before a commit: build, types, lint, unit tests, browsers.
 * `node test/all.js [--quick]`; plain JavaScript, so that it needs no build of its own.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const STAGE_LIMIT_MS = 25 * 60_000;

const usage = 'Usage: node test/all.js [--quick]\n  --quick  leave the browser tests out';
const options = process.argv.slice(2);
if (options.includes('--help')) {
  console.log(usage);
  process.exit(0);
}
const unknown = options.find((option) => option !== '--quick');
if (unknown !== undefined) {
  console.error(`test/all.js: expected --quick or nothing, got ${unknown}.\n${usage}`);
  process.exit(2);
}
const quick = options.includes('--quick');
const scratch = mkdtempSync(join(tmpdir(), 'mentorscape-test-'));

/** The script that a tool's own package names as its command: no shell, the same on Windows. */
function commandOf(packageName, command) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** Runs one tool with its output shown; true when it ended with exit code 0. */
function runTool(packageName, command, args) {
  let script;
  try {
    script = commandOf(packageName, command);
  } catch {
    console.error(`${packageName}: expected it in node_modules, found nothing. Run \`npm ci\`.`);
    return false;
  }
  const { status, error } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: STAGE_LIMIT_MS,
  });
  if (error) console.error(`${command}: ${error.message}`);
  return status === 0;
}

/** A stage that passes or fails as a whole and counts as one. */
function check(packageName, command, args) {
  return () => {
    const passed = runTool(packageName, command, args);
    return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0, notes: [] };
  };
}

/** A Vitest run: every test counts, and so does a file that could not be loaded. */
function tests(name, args) {
  return () => {
    const file = join(scratch, `${name}.json`);
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const ended = runTool('vitest', 'vitest', ['run', ...args, ...reporters]);
    const count = { passed: 0, failed: 0, skipped: 0, notes: [] };
    const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { testResults: [] };
    for (const suite of report.testResults) {
      for (const { status, meta } of suite.assertionResults) {
        if (status === 'passed') count.passed++;
        else if (status === 'failed') count.failed++;
        else count.skipped++;
        if (meta?.notRun && !count.notes.includes(meta.notRun)) count.notes.push(meta.notRun);
      }
      const anyFailed = suite.assertionResults.some(({ status }) => status === 'failed');
      if (suite.status === 'failed' && !anyFailed) count.failed++;
    }
    // a crash, an unhandled rejection or no test at all fails no single test
    if (count.failed === 0 && (!ended || count.passed + count.skipped === 0)) count.failed++;
    return count;
  };
}

const stages = [
  ['build', check('typescript', 'tsc', ['-p', 'tsconfig.build.json'])],
  ['types', check('typescript', 'tsc', ['-p', 'tsconfig.json'])],
  ['types of sim', check('typescript', 'tsc', ['-p', 'sim/tsconfig.json'])],
  ['types of viz', check('typescript', 'tsc', ['-p', 'viz/tsconfig.json'])],
  ['lint and format', check('@biomejs/biome', 'biome', ['check', '.'])],
  ['unit tests', tests('unit', [])],
];
if (!quick) {
  stages.push(['browser tests', tests('browsers', ['--config', 'test/e2e/vitest.config.ts'])]);
}

/** For example `3 passed, 0 failed, 1 skipped`. */
function counts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

const total = { passed: 0, failed: 0, skipped: 0, notes: [] };
const summary = [];
for (const [name, run] of stages) {
  console.log(`\n== ${name}`);
  const start = Date.now();
  const count = run();
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  summary.push(`  ${name.padEnd(16)} ${counts(count).padEnd(36)} ${seconds.padStart(6)} s`);
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  total.notes.push(...count.notes);
}
rmSync(scratch, { recursive: true, force: true });

console.log(`\nSummary\n${summary.join('\n')}`);
if (quick) console.log('\nThe browser tests were left out (--quick).');
if (total.notes.length > 0) console.log(`\n${total.notes.join('\n')}`);
console.log(`\n${counts(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
