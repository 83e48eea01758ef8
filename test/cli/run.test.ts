/** `run` on the built program: the same bits whatever the workers, and files that are safe. */
import { readFileSync } from 'node:fs';
import { csvParse } from 'd3-dsv';
import { beforeAll, describe, expect, it } from 'vitest';
import { mentoring } from '../../models/mentoring/model.ts';
import { models } from '../../models/registry.ts';
import type { RunResult } from '../../sim/experiment/experiment.ts';
import { runReplicate } from '../../sim/experiment/replicate.ts';
import { parseScenario } from '../../sim/model/scenario-parse.ts';
import type { Model } from '../../sim/model/simulation.ts';
import { parseOutput, sectionOf } from './json-schemas.ts';
import type { Ended } from './program.ts';
import {
  mentorscape,
  perhapsOld,
  policiesScenario,
  smallScenario,
  stackLine,
  workFolder,
} from './program.ts';

const folder = workFolder({ 'small.yaml': smallScenario, 'all.yaml': policiesScenario });
const cwd = folder.path;
/** For tests that are not about workers: each thread compiles the program anew. */
const alone = ['--workers', '1'];

interface Row {
  readonly outcome: string;
  readonly group: string;
  readonly unit: string;
  readonly mean: number | null;
  readonly meanLow: number | null;
  readonly meanHigh: number | null;
  readonly futureLow: number | null;
  readonly futureHigh: number | null;
  readonly replicates: number;
}

/** Replicates of a scenario in this process, from the TypeScript sources. */
function inProcess(text: string, replicates: readonly number[]): RunResult[] {
  const scenario = parseScenario(text, 'x.yaml', models, () => smallScenario);
  const experiment = {
    ...{ model: 'mentoring', modelHash: '', seed: scenario.seed, replicates: 3 },
    arms: [{ scenario }],
  };
  const model = mentoring as unknown as Model;
  return replicates.flatMap((r) => runReplicate(model, experiment, r));
}

describe('run --json', () => {
  let ended: Ended;
  let runs: Record<string, unknown>[];
  let outcomes: Row[];
  beforeAll(async () => {
    ended = await mentorscape(['run', 'all.yaml', '--json', ...alone], { cwd });
    ({ runs, outcomes } = parseOutput('run', ended.stdout) as never);
  });

  it('has the documented shape, and says nothing else', () => {
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    for (const field of [...Object.keys(runs[0]), ...Object.keys(outcomes[0])]) {
      if (/^(mean|future)(Low|High)$/.test(field)) continue;
      expect(sectionOf('run'), `${field} is not explained`).toContain(`\`${field}\``);
    }
  });

  it('has the digests and seeds of the same runs in this process, from the sources', () => {
    expect(
      runs.map(({ replicate, seed, digest }) => ({ replicate, seed, digest })),
      perhapsOld,
    ).toEqual(
      inProcess(policiesScenario, [0, 1, 2]).map(({ replicate, seed, digest }) => ({
        replicate,
        seed,
        digest,
      })),
    );
  });

  it.each([2, 3])('is the same to the last character on %d workers', async (workers) => {
    const args = ['run', 'all.yaml', '--json', '--workers', `${workers}`];
    expect(await mentorscape(args, { cwd })).toEqual(ended);
  });

  it('has an interval from two futures on, a range from five, and none of a small group', async () => {
    expect(outcomes.length).toBeGreaterThan(50);
    for (const row of outcomes) {
      expect([row.futureLow, row.futureHigh]).toEqual([null, null]);
      expect(row.replicates).toBeLessThanOrEqual(3);
      if (row.mean === null) expect([row.meanLow, row.meanHigh]).toEqual([null, null]);
      else if (row.replicates > 1) {
        expect(row.meanLow).toBeLessThanOrEqual(row.mean);
        expect(row.meanHigh).toBeGreaterThanOrEqual(row.mean);
      }
    }
    const hidden = outcomes.filter(({ mean }) => mean === null);
    const shown = outcomes.filter(({ mean }) => mean !== null);
    // a tenth of 36 people are under-represented, about four
    for (const { group } of hidden) expect(shown.map((row) => row.group)).not.toContain(group);
    expect(shown.map(({ group }) => group)).toContain('residents');
    const args = ['run', 'small.yaml', '--json', '--replicates', '5', ...alone];
    const five = parseOutput('run', (await mentorscape(args, { cwd })).stdout);
    const everybody = (five['outcomes'] as Row[]).filter(({ group }) => group === 'everybody');
    for (const row of everybody) {
      expect(row.replicates).toBe(5);
      expect(row.futureLow).toBeLessThanOrEqual(row.mean ?? Number.NaN);
      expect(row.futureHigh).toBeGreaterThanOrEqual(row.mean ?? Number.NaN);
    }
    expect(five['runs']).toHaveLength(5);
  });

  it('follows --seed and --replicates: more futures change none, another seed changes all', async () => {
    const digests = async (...args: string[]): Promise<unknown[]> => {
      const { stdout } = await mentorscape(['run', 'all.yaml', '--json', ...alone, ...args], {
        cwd,
      });
      return parseOutput('run', stdout)['runs'];
    };
    expect((await digests('--seed', '11', '--replicates', '4')).slice(0, 3)).toEqual(runs);
    const [other] = (await digests('--seed', '12', '--replicates', '1')) as typeof runs;
    expect(runs.map(({ digest }) => digest)).not.toContain(other['digest']);
    expect(runs.map(({ runId }) => runId)).not.toContain(other['runId']);
  });
});

describe('run', () => {
  it('prints a table, the first digest, and nothing to standard error', async () => {
    const { code, stdout, stderr } = await mentorscape(['run', 'small.yaml', ...alone], { cwd });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^small\.yaml: 3 futures$/m);
    expect(stdout).toMatch(/^Outcome .*Group .*Mean .*Nine of ten futures$/m);
    expect(stdout).toMatch(/^Digest of the first future: [0-9a-f]{32}$/m);
    expect(stdout).not.toMatch(/NaN|undefined|null|Infinity/);
  });
});

describe('run --out', () => {
  const out = (name: string): string[] => ['run', 'small.yaml', ...alone, '--out', name];

  it('writes three files that agree, into folders that it makes', async () => {
    const { code, stdout, stderr } = await mentorscape([...out('new/deep'), '--json'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
    const names = folder.listing().filter((name) => name.startsWith('new'));
    expect(names).toEqual(
      ['', '/deep', '/deep/outcomes.csv', '/deep/runs.json', '/deep/series.csv'].map(
        (name) => `new${name}`,
      ),
    );
    const text = (name: string): string => readFileSync(folder.at(`new/deep/${name}`), 'utf8');
    expect(text('runs.json')).toBe(stdout);
    const { runs, outcomes } = parseOutput('run', stdout);
    expect(csvParse(text('outcomes.csv')).map((row) => ({ ...row }))).toEqual(
      (outcomes as Row[]).map((row) =>
        Object.fromEntries(Object.entries(row).map(([key, value]) => [key, `${value ?? ''}`])),
      ),
    );
    const series = csvParse(text('series.csv'));
    expect(series.columns).toEqual(['runId', 'replicate', 'week', 'outcome', 'group', 'value']);
    expect(new Set(series.map(({ runId }) => runId))).toEqual(
      new Set((runs as { runId: string }[]).map(({ runId }) => runId)),
    );
    expect(new Set(series.map(({ week }) => week))).toEqual(new Set(['52', '104']));
    const [first] = inProcess(smallScenario, [0]);
    const found = series.filter(({ replicate, week }) => replicate === '0' && week === '104');
    const people = found.find((row) => row.outcome === 'people' && row.group === 'everybody');
    expect(people?.value, perhapsOld).toBe(`${first.rows[1][0]}`);
  });

  it('overwrites nothing without --force, and says so before it simulates', async () => {
    folder.write('old/outcomes.csv', 'mine');
    // ten thousand futures would take minutes
    const { code, stdout, stderr } = await mentorscape([...out('old'), '--replicates', '10000'], {
      cwd,
    });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      '--out: expected a file that does not exist yet, found "old/outcomes.csv", which exists. Choose another name, or overwrite it with --force.\n',
    );
    expect(folder.listing().filter((name) => name.startsWith('old'))).toEqual([
      'old',
      'old/outcomes.csv',
    ]);
    expect(readFileSync(folder.at('old/outcomes.csv'), 'utf8')).toBe('mine');
    expect((await mentorscape([...out('old'), '--force'], { cwd })).code).toBe(0);
    expect(readFileSync(folder.at('old/outcomes.csv'), 'utf8')).toMatch(/^outcome,group,/);
    expect(folder.listing().filter((name) => name.startsWith('old'))).toHaveLength(4);
  });

  it('refuses a folder that is a file or lies below one, before it simulates', async () => {
    folder.write('file', 'mine');
    for (const name of ['file', 'file/far/below']) {
      const args = [...out(name), '--replicates', '10000'];
      const { code, stdout, stderr } = await mentorscape(args, { cwd });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^--out: expected a folder, found ".*\/file", which is none\.$/m);
      expect(stderr).not.toMatch(stackLine);
    }
    expect(readFileSync(folder.at('file'), 'utf8')).toBe('mine');
  });

  it('tells nothing of a group of fewer than five, not even how few there are', async () => {
    const file = folder.write(
      'few.yaml',
      `mentorscape: 1
population: { faculty: 10, residents: 4, departments: 2 }
parameters: { minorityShare: 0.1 }
horizon: 60 weeks
warmUp: 0 weeks
replicates: 2
record: { outcomes: [programmeCost] }
`,
    );
    const args = ['run', file, ...alone, '--out', 'few'];
    expect((await mentorscape(args, { cwd })).code).toBe(0);
    const series = csvParse(readFileSync(folder.at('few/series.csv'), 'utf8'));
    expect([...new Set(series.map(({ week }) => week))]).toEqual(['52', '60']);
    const people = series.filter(({ outcome }) => outcome === 'people');
    const groups = [...new Set(people.map(({ group }) => group))];
    expect(groups).toContain('women');
    expect(groups).not.toContain('residents');
    // everybody less the faculty would be the residents
    expect(groups).not.toContain('faculty');
    for (const group of groups) {
      for (const run of new Set(people.map(({ runId }) => runId))) {
        const own = people.filter((row) => row.runId === run && row.group === group);
        const sum = own.reduce((total, { value }) => total + Number(value), 0);
        expect(sum / own.length, `${group}: too few to show`).toBeGreaterThanOrEqual(5);
      }
    }
  });
});
