/** Builds what the benchmarks run: TypeScript and C, into bench/build/. As a command: `build.js FOLDER`. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const built = join(root, 'bench', 'build');

/** A compiled program of this folder, by name. `folder`: below bench/build/. */
export function programFile(name, folder = 'js') {
  return join(built, folder, 'bench', `${name}.js`);
}

/** Compiles the TypeScript into a folder below bench/build/. @throws Error when nothing comes out. */
export function buildPrograms(folder = 'js') {
  const compiler = join(root, 'node_modules', 'typescript');
  const { bin } = JSON.parse(readFileSync(join(compiler, 'package.json'), 'utf8'));
  const out = join(built, folder);
  rmSync(out, { recursive: true, force: true });
  const project = join(root, 'bench', 'tsconfig.json');
  const args = [join(compiler, bin.tsc), '-p', project, '--outDir', out];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  // tsc writes JavaScript in spite of errors, which may be in work that is under way elsewhere
  if (status !== 0) console.error(stdout);
  if (!existsSync(programFile('run', folder))) throw new Error('bench: tsc wrote no programs.');
}

/** Compiles the program itself, whose commands and worker threads are measured. */
export function buildDist() {
  const compiler = join(root, 'node_modules', 'typescript');
  const { bin } = JSON.parse(readFileSync(join(compiler, 'package.json'), 'utf8'));
  const args = [join(compiler, bin.tsc), '-p', join(root, 'tsconfig.build.json')];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) console.error(stdout);
}

/** Compiles the C program under a name. Returns its file, or undefined where there is no gcc. */
export function buildC(name = 'mentor-min') {
  mkdirSync(built, { recursive: true });
  const file = join(built, process.platform === 'win32' ? `${name}.exe` : name);
  const source = join(root, 'bench', 'mentor-min-keyed.c');
  const options = ['-O3', '-march=native', '-ffp-contract=off', source, '-o', file, '-lm'];
  const { status, stderr } = spawnSync('gcc', options, { encoding: 'utf8' });
  if (status === 0) return file;
  if (stderr) console.error(stderr);
  return undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildPrograms(process.argv[2]);
