/** Which model a scenario runs: a built-in one, or a file that the user typed; and its source's hash. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { models } from '../models/registry.ts';
import { Digest } from '../sim/data/digest.ts';
import { ScenarioError, showFound } from '../sim/data/issues.ts';
import type { Model } from '../sim/model/simulation.ts';

/**
 * The models a scenario may name: the built-in ones, and first the one in `file`. The file is code
 * that the user chose to run; a scenario can never name one.
 * @throws ScenarioError when the file is missing, cannot be loaded or exports no model.
 */
export async function availableModels(file?: string): Promise<readonly Model[]> {
  if (file === undefined) return models;
  return [await loadModel(file), ...models];
}

async function loadModel(file: string): Promise<Model> {
  const key = '--model';
  if (!existsSync(file)) {
    throw new ScenarioError([{ key, expected: 'a file that exists', found: showFound(file) }]);
  }
  const found = Object.values(await loadModule(file)).find(isModel);
  if (found) return found;
  const expected = 'a module that exports a model made with defineModel';
  throw new ScenarioError([{ key, expected, found: showFound(file) }]);
}

async function loadModule(file: string): Promise<Record<string, unknown>> {
  try {
    return await import(pathToFileURL(resolve(file)).href);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const found = `${showFound(file)}, which fails: ${reason.split('\n')[0]}`;
    throw new ScenarioError([{ key: '--model', expected: 'a JavaScript module', found }]);
  }
}

/** What every model has: an object without one of these would fail later, with a riddle. */
const parts = 'name version shape population derive setup schedule policies groupings outcomes';

function isModel(value: unknown): value is Model {
  if (value === null || typeof value !== 'object') return false;
  return parts.split(' ').every((part) => part in value);
}

/** Hash of a model's built source: the files of its folder, or the user's file. */
export function modelHash(model: Model, file?: string): string {
  const digest = new Digest();
  const built = dirname(dirname(fileURLToPath(import.meta.url)));
  const own = models.includes(model);
  const files = own ? sourcesIn(join(built, 'models', model.name)) : [file ?? ''];
  for (const path of files) {
    // the checkout's folder must not matter, nor the platform's line ends
    digest.text(readFileSync(path, 'utf8').replaceAll('\r\n', '\n'));
  }
  return digest.hex();
}

function sourcesIn(folder: string): string[] {
  const names = readdirSync(folder).sort();
  return names.flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sourcesIn(path);
    return /\.(js|ts)$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
  });
}
