/** `compare` on the built program: paired results, and reports that never surprise the disk. */
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { documented, parseOutput, sectionOf } from './json-schemas.ts';
import type { Ended } from './program.ts';
import {
  mentorscape,
  policiesScenario,
  powerless,
  smallScenario,
  stackLine,
  workFolder,
} from './program.ts';

const folder = workFolder({
  'small.yaml': smallScenario.replace('2 years', '1 year').replace('1 years', '26 weeks'),
  'all.yaml': policiesScenario.replace(/^record:.*\n/m, ''),
  'nothing.yaml': `mentorscape: 1
basedOn: small.yaml
policies: [{ policy: protectedTime, hoursPerWeek: 0 }]
`,
  'longer.yaml': 'mentorscape: 1\nbasedOn: small.yaml\nhorizon: 3 years\n',
});
const cwd = folder.path;

type NumberOf = 'baseline' | 'value' | 'difference' | `${'mean' | 'future'}${'Low' | 'High'}`;

interface Row extends Readonly<Record<NumberOf, number | null>> {
  readonly scenario: string;
  readonly outcome: string;
  readonly group: string;
  readonly replicates: number;
  readonly verdict: string;
}

describe('the document of the JSON output', () => {
  it('describes run, compare, validate and calibrate', () => {
    expect(documented).toEqual(['run', 'compare', 'validate', 'calibrate']);
  });
});

describe('compare --json', () => {
  const args = ['compare', 'small.yaml', 'nothing.yaml', 'all.yaml', '--json'];
  let ended: Ended;
  let rows: Row[];
  beforeAll(async () => {
    ended = await mentorscape([...args, '--replicates', '5', '--workers', '1'], { cwd });
    rows = parseOutput('compare', ended.stdout)['comparisons'] as Row[];
  });

  it('has the documented shape, and says nothing else', () => {
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    for (const field of Object.keys(rows[0])) {
      expect(sectionOf('compare'), `${field} is not explained`).toContain(`\`${field}\``);
    }
    const verdicts = new Set(rows.map(({ verdict }) => verdict));
    for (const verdict of verdicts) expect(sectionOf('compare')).toContain(`\`${verdict}\``);
    expect([...new Set(rows.map(({ scenario }) => scenario))]).toEqual([
      'nothing.yaml',
      'all.yaml',
    ]);
  });

  it('is the same to the last character on two workers', async () => {
    const again = [...args, '--replicates', '5', '--workers', '2'];
    expect(await mentorscape(again, { cwd })).toEqual(ended);
  });

  it('finds no difference where a policy does nothing', () => {
    const own = rows.filter(
      ({ scenario, baseline }) => scenario === 'nothing.yaml' && baseline !== null,
    );
    expect(own.length).toBeGreaterThan(50);
    for (const row of own) {
      expect(row).toMatchObject({ difference: 0, verdict: 'no difference' });
      expect([row.meanLow, row.meanHigh]).toEqual(row.replicates > 1 ? [0, 0] : [null, null]);
    }
  });

  it('finds that programmes cost, in every pair', () => {
    const cost = rows.find((row) => row.scenario === 'all.yaml' && row.outcome === 'programmeCost');
    expect(cost).toMatchObject({ baseline: 0, replicates: 5, verdict: 'worse' });
    expect(cost?.futureLow).toBeGreaterThan(0);
    expect(cost?.difference).toBe(cost?.value);
  });

  it('has intervals and ranges about the differences, and null for few pairs and few people', async () => {
    for (const row of rows) {
      if (row.verdict === 'too few people to show') {
        expect([row.baseline, row.value, row.difference]).toEqual([null, null, null]);
        expect([row.meanLow, row.meanHigh, row.futureLow, row.futureHigh]).toEqual(
          Array(4).fill(null),
        );
      } else if (row.replicates >= 5) {
        expect(row.meanLow).toBeLessThanOrEqual(row.difference ?? Number.NaN);
        expect(row.futureLow).toBeLessThanOrEqual(row.futureHigh ?? Number.NaN);
        expect(row.difference).toBeCloseTo((row.value ?? 0) - (row.baseline ?? 0), 6);
      }
    }
    const one = await mentorscape([...args, '--replicates', '1', '--workers', '1'], { cwd });
    for (const row of parseOutput('compare', one.stdout)['comparisons'] as Row[]) {
      expect([row.meanLow, row.meanHigh, row.futureLow, row.futureHigh]).toEqual(
        Array(4).fill(null),
      );
    }
  });
});

describe('compare', () => {
  it('prints a table of each scenario against the baseline', async () => {
    const { code, stdout, stderr } = await mentorscape(
      ['compare', 'small.yaml', 'all.yaml', '--workers', '1'],
      {
        cwd,
      },
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^all against small: 3 paired futures$/m);
    expect(stdout).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  it('refuses scenarios that cannot be compared', async () => {
    const args = ['compare', 'small.yaml', 'longer.yaml'];
    const { code, stdout, stderr } = await mentorscape(args, { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'longer.yaml: horizon: expected the model, horizon and record of small.yaml, found "mentoring, 156 weeks". Begin the file with `basedOn:` and the name of the baseline.\n',
    );
  });
});

describe('compare --report', () => {
  // ten thousand futures would take minutes: a refusal that comes at once comes before
  const many = ['compare', 'small.yaml', 'all.yaml', '--replicates', '10000', '--report'];

  it('writes one file, into folders that it makes', async () => {
    const both = ['compare', 'small.yaml', 'all.yaml', '--replicates', '1'];
    const args = [...both, '--report', 'new/a.html'];
    const { code, stdout, stderr } = await mentorscape(args, { cwd });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Report: new/a.html');
    expect(readFileSync(folder.at('new/a.html'), 'utf8')).toMatch(/^<!doctype html>/i);
    expect(folder.listing().filter((name) => name.startsWith('new'))).toEqual([
      'new',
      'new/a.html',
    ]);
  });

  it('refuses a file that exists before it simulates', async () => {
    folder.write('mine.html', 'mine');
    const { code, stdout, stderr } = await mentorscape([...many, 'mine.html'], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      '--report: expected a file that does not exist yet, found "mine.html", which exists. Choose another name, or overwrite it with --force.\n',
    );
    expect(readFileSync(folder.at('mine.html'), 'utf8')).toBe('mine');
  });

  it('refuses to replace what it reads, --force or not', async () => {
    const { code, stderr } = await mentorscape([...many, 'all.yaml', '--force'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('expected another file than the ones that are read, found "all.yaml"');
    expect(readFileSync(folder.at('all.yaml'), 'utf8')).toContain('# What if all four');
  });

  it('refuses a folder in place of a file', async () => {
    mkdirSync(folder.at('some'));
    const { code, stderr } = await mentorscape([...many, 'some', '--force'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toBe('--report: expected a file, found "some", which is none.\n');
  });

  it('refuses a folder that may not be written to, before it simulates', async (test) => {
    const user = powerless();
    if (!user) return test.skip('nobody to run it as');
    mkdirSync(folder.at('closed'));
    chmodSync(folder.at('closed'), 0o555);
    for (const name of ['closed/a.html', 'closed/new/a.html']) {
      const { code, stdout, stderr } = await mentorscape([...many, name], { cwd, ...user });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(
        /^--report: expected a folder that can be written to, found ".*\/closed": EACCES: permission denied/,
      );
      expect(stderr).not.toMatch(stackLine);
    }
    expect(folder.listing().filter((name) => name.startsWith('closed'))).toEqual(['closed']);
  });
});
