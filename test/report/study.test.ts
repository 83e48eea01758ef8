/** The ten analyses of studies whose truth was planted: words, tables, data and pictures. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyses, type Study } from '../../cli/analyses.ts';
import { figurePng, figureSvg } from '../../cli/figures.ts';
import { models } from '../../models/registry.ts';
import type { Presentation } from '../../report/presentation.ts';
import {
  levels,
  type Made,
  memoryReader,
  plan,
  range,
  studyFactors,
  studyRows,
} from '../analysis/study-rows.ts';

const [mentoring] = models.filter(({ name }) => name === 'mentoring');
const uncertain = ['share', 'norm', 'site'].map((path) => range(path));
const policies: Made = {
  outer: { factors: uncertain, sampling: { method: 'latinHypercube', points: 60 } },
  inner: {
    factors: [levels('groups', false, true), levels('hours', 0, 1, 2)],
    sampling: { method: 'grid' },
  },
  ...{ replicates: 20, luck: 0.02, ownLuck: 0.01 },
  value: ({ share, norm, groups, hours = 0 }) =>
    0.3 +
    (Number(share) > 0.7 && Number(norm) < 0.5 ? 0.3 : 0) -
    (groups === true ? 0.1 * Number(share) : 0) -
    0.02 * Number(hours),
};

/** A study of burnout and cost among everybody and residents. */
function studyOf(made: Made, cost: Made['value'] = () => 0): Study {
  const factors = studyFactors(made);
  const cell = { outcome: 'burnedOut', group: 'everybody' };
  const worse: Made = {
    ...made,
    value: (s) => made.value(s) + (s['groups'] === true ? 0.3 : 0.1),
  };
  const series = [
    { cell, rows: studyRows(made) },
    { cell: { ...cell, group: 'residents' }, rows: studyRows(worse) },
    {
      cell: { outcome: 'programmeCost', group: 'everybody' },
      rows: studyRows({ ...made, luck: 0, ownLuck: 0, value: cost }),
    },
  ];
  const reader = memoryReader(factors, series);
  const context = { plan, factors, model: mentoring, cell };
  return { reader, context, cells: series.map((each) => each.cell) };
}

const none: NonNullable<Made['inner']> = { factors: [], sampling: { method: 'grid' } };

const bundle = studyOf(
  policies,
  ({ groups, hours }) => 1e5 * Number(hours) + (groups === true ? 4e4 : 0),
);
const sampled = (sampling: NonNullable<Made['outer']>['sampling']): Study =>
  studyOf({ ...policies, outer: { factors: uncertain, sampling }, inner: none });

async function present(
  name: string,
  study: Study,
  options: Partial<Parameters<(typeof analyses)[string]['run']>[1]> = {},
): Promise<Presentation> {
  return analyses[name].run(study, { seed: '1', ...options });
}

/** Pictures are drawn, and kept where a folder is named: `FIGURES=reports/figures npx vitest …`. */
async function draw(name: string, presentation: Presentation): Promise<void> {
  const svg = await figureSvg(presentation);
  const png = figurePng(svg);
  expect(svg).toMatch(/^<svg xmlns="[^"]+" width="\d/);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  expect(png.length).toBeGreaterThan(5000);
  const folder = process.env['FIGURES'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}.png`, png);
}

/** What every answer has: no gaps in its words, cells for all columns, data that JSON can hold. */
function check({ title, paragraph, columns, rows, data }: Presentation): void {
  for (const text of [title, paragraph, ...rows.flat()]) {
    expect(text).not.toMatch(/NaN|undefined|Infinity|\[object/);
  }
  expect(paragraph).toMatch(/[.]$/);
  expect(paragraph.length).toBeGreaterThan(80);
  for (const row of rows) expect(row).toHaveLength(columns.length);
  expect(JSON.parse(JSON.stringify(data))).toBeTypeOf('object');
}

describe('every analysis has words, a table, data and a picture', () => {
  test('summary', async () => {
    const found = await present('summary', bundle);
    check(found);
    await draw('summary', found);
    expect(found.rows.map(([, group]) => group)).toEqual(['Everybody', 'Residents', 'Everybody']);
    expect(found.paragraph).toMatch(/7,200 futures at 360 points/);
  });

  test('effects', async () => {
    const found = await present('effects', bundle);
    check(found);
    await draw('effects', found);
    expect(found.rows).toHaveLength(5);
    expect(found.rows.map((row) => row[6])).toEqual([
      'slightly better',
      ...new Array(4).fill('better'),
    ]);
    expect(found.paragraph).toMatch(/60 worlds of other assumptions/);
  });

  test('enough', async () => {
    const found = await present('enough', bundle, { important: 0.01 });
    check(found);
    await draw('enough', found);
    expect(found.paragraph).toMatch(/^There are enough futures/);
    const few = await present('enough', studyOf({ ...policies, replicates: 4 }));
    expect(few.paragraph).toMatch(/5 of 5 policies are still open/);
  });

  test.each([
    ['sobol', { method: 'saltelli', points: 128, secondOrder: false }],
    ['morris', { method: 'morris', trajectories: 15, levels: 4 }],
    ['oneAtATime', { method: 'oneAtATime' }],
    ['slices', { method: 'latinHypercube', points: 200 }],
  ] as const)('sensitivity: %s', async (name, sampling) => {
    const found = await present('sensitivity', sampled(sampling));
    check(found);
    await draw(`sensitivity-${name}`, found);
    expect(found.rows.map(([factor]) => factor).sort()).toEqual(['norm', 'share', 'site']);
    expect(found.data).toMatchObject({ method: name });
  });

  test('variance', async () => {
    const found = await present('variance', bundle);
    check(found);
    await draw('variance', found);
    expect(found.rows).toHaveLength(3);
    expect(found.paragraph).toMatch(/cancels when futures are compared in pairs/);
  });

  test('discover', async () => {
    const found = await present('discover', sampled({ method: 'latinHypercube', points: 300 }), {
      above: 0.5,
    });
    check(found);
    await draw('discover', found);
    expect(found.paragraph).toMatch(
      /Where “share” is at least 0\.[67]\d*.* and “norm” is at most 0\.[45]/,
    );
    expect(found.paragraph).toMatch(/\(density\).*\(coverage\)/);
  });

  test('robustness', async () => {
    const found = await present('robustness', bundle);
    check(found);
    await draw('robustness', found);
    expect(found.paragraph).toMatch(/helps in 100 in 100/);
    expect(found.rows.some((row) => /residents: −/.test(row[6]))).toBe(true);
  });

  test('attribution', async () => {
    const found = await present('attribution', bundle);
    check(found);
    await draw('attribution', found);
    expect(found.rows.at(-1)?.[0]).toBe('Whole bundle');
    expect(found.paragraph).toMatch(/Most of it goes to “groups”/);
  });

  test('pareto', async () => {
    const found = await present('pareto', bundle, { aims: ['programmeCost', 'burnedOut'] });
    check(found);
    await draw('pareto', found);
    expect(found.rows[0]).toContain('first arm (baseline)');
    expect(found.paragraph).toMatch(/on the front/);
  });

  test('phase', async () => {
    const study = studyOf({
      ...policies,
      outer: {
        factors: uncertain.slice(0, 2).map((f) => ({
          ...f,
          values: { kind: 'range', low: 0, high: 1, integer: false, steps: 11 },
        })),
        sampling: { method: 'grid' },
      },
      inner: none,
    });
    const found = await present('phase', study, { x: 'norm', y: 'share' });
    check(found);
    await draw('phase', found);
    expect(found.paragraph).toMatch(/steep ridge/);
    expect(found.rows).toHaveLength(11);
  });
});

test('a direction that nobody wants is refused', async () => {
  const study = studyOf(policies);
  const context = { ...study.context, cell: { outcome: 'people', group: 'everybody' } };
  await expect(present('robustness', { ...study, context })).rejects.toThrow(/more, or less/);
});
