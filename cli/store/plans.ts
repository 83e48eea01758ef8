/** Plans in a store: entered once, with their factors and base scenario, and read back. */
import { join, relative, resolve } from 'node:path';
import { Digest } from '../../sim/data/digest.ts';
import type { Design } from '../../sim/experiment/design.ts';
import type { Plan } from '../../sim/experiment/plan.ts';
import { canonical, engineVersion, rosterDigest } from '../../sim/experiment/run-id.ts';
import type { Scenario } from '../../sim/model/scenario.ts';
import { homeOf } from '../sweep/shard.ts';
import { packageVersion } from '../version.ts';
import type { Store } from './store.ts';

/** The id of a base scenario in a store. */
export function scenarioIdOf({ name: _, ...content }: Scenario): string {
  const digest = new Digest();
  digest.text(canonical(content));
  return digest.hex();
}

/** Enters a plan that is not there yet. Returns the id of its base scenario. */
export async function enterPlan(store: Store, plan: Plan): Promise<string> {
  const { design, base, model, planId } = plan;
  const scenarioId = scenarioIdOf(base.scenario);
  await store.transaction(async () => {
    const known = await store.row('SELECT plan_id FROM plans WHERE plan_id = ?', [planId]);
    if (known) return;
    const name = fromStore(store.file, base.scenario.name);
    await store.run('INSERT OR IGNORE INTO scenarios VALUES (?, ?, ?, ?)', [
      ...[scenarioId, name, base.scenario.title, canonical({ ...base.scenario, name })],
    ]);
    await store.run(
      `INSERT INTO plans VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::INTEGER, ?::BIGINT, now()::TIMESTAMP)`,
      [
        ...[planId, design.name, design.title, design.question, canonical(design), scenarioId],
        ...[fromStore(store.file, design.name), rosterDigest(base.roster)],
        ...[model.name, model.version, model.hash, engineVersion, packageVersion()],
        ...[design.seed, design.seeds, design.replicates, plan.runs],
      ],
    );
    for (const [position, factor] of design.factors.entries()) {
      const { path, kind, title, unit, base: usual, values } = factor;
      const range = values.kind === 'range' ? values : undefined;
      const levels = values.kind === 'levels' ? JSON.stringify(values.levels) : null;
      await store.run('INSERT INTO factors VALUES (?, ?::INTEGER, ?, ?, ?, ?, ?, ?, ?, ?)', [
        ...[planId, position, path, kind, title, unit, JSON.stringify(usual)],
        ...[range?.low ?? null, range?.high ?? null, levels],
      ]);
    }
  });
  return scenarioId;
}

/** A file as seen from the store's folder, so that it does not matter where a command is typed. */
function fromStore(store: string, file: string): string {
  return relative(homeOf(store), resolve(file)).replaceAll('\\', '/');
}

/** A scenario of a store, with the file it came from as seen from here. */
export function scenarioFrom(store: string, text: string): Scenario {
  const scenario: Scenario = parseCanonical(text);
  const name = relative(process.cwd(), join(homeOf(store), scenario.name));
  return { ...scenario, name: name.replaceAll('\\', '/') };
}

/** The design of a plan in a store. */
export function designFrom(text: string): Design {
  return parseCanonical(text);
}

/** JSON in which Infinity was written as text, as the end of a policy that stays. */
function parseCanonical<T>(text: string): T {
  return JSON.parse(text, (key, value) =>
    key === 'end' && value === 'Infinity' ? Number.POSITIVE_INFINITY : value,
  );
}
