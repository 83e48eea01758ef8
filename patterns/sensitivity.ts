/**
 * How far each assumption moves a small department's outcomes, one at a time, for the viewer's page
 * of assumptions: `npm run sensitivity` after `npm run build`. It plans and runs a sweep of its own
 * in a temporary folder and writes viz/assumptions/sensitivity.json.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { modelHash } from '../cli/models.ts';
import { Store } from '../cli/store/store.ts';
import { halfWidth, meanOf } from '../sim/analysis/statistics.ts';
import { model } from './stage.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const outcomes = ['hasMentor', 'burnedOut', 'leaving'];
const replicates = 6;

const base = `# What does a small department look like over three years if nothing changes?
mentorscape: 1
title: A small department
population: { faculty: 40, residents: 24, departments: 3 }
horizon: 3 years
warmUp: 4 years
seed: 2026
replicates: ${replicates}
`;

/** A design that moves every number of the model to either end of what is plausible. */
function designText(): string {
  const numbers = Object.entries(model.shape.parameters).filter(([, spec]) => 'plausible' in spec);
  return `# How far does each assumption move the outcomes of a small department, one at a time?
design: 1
title: Every assumption, one at a time
base: base.yaml
uncertainties:
${numbers.map(([name]) => `  parameters.${name}:`).join('\n')}
sampling: oneAtATime
replicates: ${replicates}
record: { outcomes: [${outcomes.join(', ')}], weeks: last }
seed: 2026
`;
}

/** Paired with the base by replicate, as both have the same luck. */
const pairs = `
  SELECT m.role AS path, m.settings ->> m.role AS value, f.outcome, f.value - b.value AS difference
  FROM members m JOIN final f USING (run_id)
  JOIN members bm ON bm.plan_id = m.plan_id AND bm.role = 'base' AND bm.replicate = m.replicate
  JOIN final b ON b.run_id = bm.run_id AND b.outcome = f.outcome AND b."group" = f."group"
  WHERE m.plan_id = (SELECT plan_id FROM plans ORDER BY added DESC LIMIT 1)
    AND f."group" = 'everybody' AND m.role <> 'base' ORDER BY ALL`;

type Change = [value: number, mean: number, half: number];

/** Changes by parameter and outcome, from the lower end to the upper one, with half of the 95 % interval. */
async function effectsIn(file: string): Promise<Record<string, Record<string, Change[]>>> {
  const store = await Store.open(file, 'read');
  try {
    const differences = new Map<string, number[]>();
    for (const { path, value, outcome, difference } of await store.rows(pairs)) {
      if (!outcomes.includes(String(outcome)) || difference === null) continue;
      const key = JSON.stringify([
        String(path).slice('parameters.'.length),
        Number(value),
        outcome,
      ]);
      differences.set(key, [...(differences.get(key) ?? []), Number(difference)]);
    }
    const effects: Record<string, Record<string, Change[]>> = {};
    for (const [key, values] of differences) {
      const [name, value, outcome] = JSON.parse(key) as [string, number, string];
      effects[name] ??= {};
      effects[name][outcome] ??= [];
      effects[name][outcome].push([value, short(meanOf(values)), short(halfWidth(values))]);
      effects[name][outcome].sort(([a], [b]) => a - b);
    }
    return effects;
  } finally {
    await store.close();
  }
}

/** Four digits are more than six futures can tell. */
function short(value: number): number {
  return Number(value.toPrecision(4));
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mentorscape-sensitivity-'));
  const design = designText();
  try {
    writeFileSync(join(folder, 'base.yaml'), base);
    writeFileSync(join(folder, 'design.yaml'), design);
    const words = ['cli/bin.js', 'sweep', join(folder, 'design.yaml')];
    const store = process.argv[2] ?? join(folder, 'sensitivity.duckdb');
    const sweep = spawnSync(process.execPath, [...words, '--store', store], {
      cwd: root,
      stdio: 'inherit',
    });
    if (sweep.status !== 0) throw new Error(`the sweep ended with ${sweep.status}`);
    const result = {
      source: createHash('sha256').update(base).update(design).digest('hex'),
      model: model.version,
      modelHash: modelHash(model),
      replicates,
      people: 64,
      years: 3,
      effects: await effectsIn(store),
    };
    const file = join(root, 'viz/assumptions/sensitivity.json');
    writeFileSync(file, `${JSON.stringify(result)}\n`);
    console.log(`${file}: ${Object.keys(result.effects).length} assumptions`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
