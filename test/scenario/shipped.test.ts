/** Every scenario that is shipped asks a question in its first line, is valid, and runs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRoster } from '../../cli/arms.ts';
import { readScenario, rosterFiles } from '../../cli/read-scenario.ts';
import { models } from '../../models/registry.ts';
import { runReplicate } from '../../sim/experiment/replicate.ts';
import type { Scenario } from '../../sim/model/scenario.ts';
import { model } from '../behaviour/department.ts';

/** Weeks that are simulated; policies that begin later begin here. */
const weeks = 60;
const lateStart = 8;

const files = readdirSync('scenarios', { recursive: true, encoding: 'utf8' })
  .map((name) => join('scenarios', name).replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.yaml'))
  .filter((name) => /^mentorscape: 1$/m.test(readFileSync(name, 'utf8')))
  .sort();

function shortened(scenario: Scenario): Scenario {
  const policies = scenario.policies.map((set) => {
    const start = Math.min(set.start, lateStart);
    return { ...set, start, end: Math.max(set.end, start + 1) };
  });
  return { ...scenario, policies, warmUp: 0, horizon: weeks };
}

describe.each(files)('%s', (file) => {
  it('asks its question in the first line', () => {
    const [first] = readFileSync(file, 'utf8').split('\n');
    expect(first).toMatch(/^# .+\?$/);
    expect(readScenario(file, models).question).toBe(first.slice(2));
  });

  it('runs, and records a number for every headline outcome', () => {
    const whole = readScenario(file, models);
    const rosters = rosterFiles(whole);
    const scenario = shortened(whole);
    const arm = rosters ? { scenario, roster: loadRoster(rosters) } : { scenario };
    const experiment = { model: model.name, modelHash: '', seed: 'shipped', replicates: 1 };
    const [run] = runReplicate(model, { ...experiment, arms: [arm] }, 0);
    expect(run.rows.length).toBeGreaterThan(0);
    const known = run.rows[0].filter((value) => Number.isFinite(value));
    expect(known.length).toBeGreaterThan(run.cells.length / 2);
  });
});

it('there is a file for each of the twenty questions', () => {
  const numbers = files.flatMap((name) => name.match(/^scenarios\/questions\/(\d\d)-/)?.[1] ?? []);
  const wanted = Array.from({ length: 20 }, (_, k) => String(k + 1).padStart(2, '0'));
  expect([...new Set(numbers)]).toEqual(wanted);
});
