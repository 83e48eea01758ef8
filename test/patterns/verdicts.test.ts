/** How figures are judged, and that every pattern states its experiment in files anybody can run. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readScenario } from '../../cli/read-scenario.ts';
import { models } from '../../models/registry.ts';
import { freeParameters, heldOut, targets } from '../../patterns/calibration-plan.ts';
import { replaceMarked } from '../../patterns/document.ts';
import { patterns } from '../../patterns/index.ts';
import { broyden, dampedStep, solve } from '../../patterns/least-squares.ts';
import { assortativity, clusteringOf, distancesOf, rewired } from '../../patterns/network.ts';
import { figure, meanFigure, overall, pooledFigure } from '../../patterns/pattern.ts';
import { prevalences } from '../../patterns/prevalences.ts';
import { model } from '../../patterns/stage.ts';
import {
  bimodality,
  commonOddsRatio,
  dispersion,
  gini,
  survival,
} from '../../patterns/statistics.ts';
import { sequential } from '../../sim/chance/seeds.ts';
import { accepts } from '../../sim/model/parameters.ts';

const folder = fileURLToPath(new URL('../../scenarios/patterns', import.meta.url));

describe('a figure', () => {
  test('holds when its whole interval is on the right side, and fails when it only leans there', () => {
    expect(figure('x', 1, 0.5, { above: 0 }).verdict).toBe('holds');
    expect(figure('x', 1, 1.5, { above: 0 }).verdict).toBe('fails');
    expect(figure('x', -1, 0.5, { below: 0 }).verdict).toBe('holds');
    expect(figure('x', 0.1, 0.5, { around: 0 }).verdict).toBe('holds');
    expect(figure('x', 0.6, 0.5, { around: 0 }).verdict).toBe('fails');
    expect(figure('x', 0.6, 0.5, { within: [0.5, 1] }).verdict).toBe('holds');
    expect(figure('x', 5, 0).verdict).toBe('reported');
  });

  test('fails where nothing could be measured', () => {
    expect(meanFigure('x', [Number.NaN], { above: 0 }).verdict).toBe('fails');
    expect(figure('x', Number.NaN, 1, { within: [0, 1] }).verdict).toBe('fails');
  });

  test('has the interval of Student for a mean, and of the jackknife for a pooled ratio', () => {
    const { value, low, high } = meanFigure('x', [1, 2, 3]);
    expect([value, low, high].map((x) => x.toFixed(3))).toEqual(['2.000', '-0.484', '4.484']);
    const mean = (some: readonly number[]): number => some.reduce((a, b) => a + b) / some.length;
    const pooled = pooledFigure('x', [1, 2, 3], mean);
    // the jackknife of a mean is its standard error
    expect(pooled.high - pooled.value).toBeCloseTo(1.96 / Math.sqrt(3), 10);
  });

  test('makes a pattern fail when one fails, and hold when one holds and none fails', () => {
    const [holds, fails, reported] = [{ above: 0 }, { above: 2 }, {}].map((d) =>
      figure('x', 1, 0, d),
    );
    expect(overall([holds, fails])).toBe('fails');
    expect(overall([holds, reported])).toBe('holds');
    expect(overall([reported])).toBe('reported');
  });
});

describe('statistics', () => {
  test('of skewed counts', () => {
    expect(gini([1, 1, 1, 1])).toBeCloseTo(0, 12);
    expect(gini([0, 0, 0, 1])).toBeCloseTo(0.75, 12);
    expect(dispersion([1, 3])).toBeCloseTo(0.5, 12);
  });

  test('of survival: half die at 2, the rest are lost from sight at 5', () => {
    const lives = [
      { age: 2, over: true },
      { age: 2, over: true },
      { age: 5, over: false },
      { age: 5, over: false },
    ];
    expect(survival(lives, [1, 2, 4])).toEqual([1, 0.5, 0.5]);
    const ends = [3, 1, 2].map((age) => ({ age, over: true }));
    expect(survival(ends, [0, 1, 2, 3, 9])).toEqual([
      1,
      expect.closeTo(2 / 3),
      expect.closeTo(1 / 3),
      0,
      0,
    ]);
  });

  test('of strata: the common odds ratio is not fooled by groups of different size', () => {
    // odds ratio 1 in each stratum, but the first group is mostly where success is common
    expect(
      commonOddsRatio([
        [80, 20, 8, 2],
        [1, 9, 10, 90],
      ]),
    ).toBeCloseTo(1, 12);
  });

  test('of two humps', () => {
    const two = Array.from({ length: 100 }, (_, k) => (k % 2 === 0 ? -1 : 1) + (k % 5) / 50);
    const one = Array.from({ length: 101 }, (_, k) => ((k - 50) / 50) ** 3);
    expect(bimodality(two)).toBeGreaterThan(5 / 9);
    expect(bimodality(one)).toBeLessThan(5 / 9);
  });
});

describe('a network', () => {
  /** Two triangles, joined by one tie. */
  const links = [
    [0, 1],
    [1, 2],
    [0, 2],
    [3, 4],
    [4, 5],
    [3, 5],
    [2, 3],
  ];
  const contacts = [0, 1, 2, 3, 4, 5].map((a) => {
    const own = links.filter((link) => link.includes(a));
    return new Set(own.map(([x, y]) => (x === a ? y : x)));
  });
  const network = { seats: [0, 1, 2, 3, 4, 5], contacts };

  test('has clustering, distances and mixing as counted by hand', () => {
    expect(clusteringOf(network)).toBeCloseTo((4 * 1 + 2 * (1 / 3)) / 6, 12);
    const { pathLength, efficiency, giant } = distancesOf(network);
    // 7 pairs at one step, 4 at two, 4 at three
    expect(pathLength).toBeCloseTo((7 + 8 + 12) / 15, 12);
    expect(efficiency).toBeCloseTo((7 + 2 + 4 / 3) / 15, 12);
    expect(giant).toBe(1);
    expect(assortativity(network, [0, 0, 0, 1, 1, 1])).toBeCloseTo((12 / 14 - 0.5) / 0.5, 12);
  });

  test('keeps its degrees when it is rewired', () => {
    const random = rewired(network, sequential('rewiring'));
    expect(random.contacts.map((own) => own.size)).toEqual(contacts.map((own) => own.size));
    expect(random.contacts.every((own, a) => !own.has(a))).toBe(true);
  });
});

describe('the search of the calibration', () => {
  test('solves, steps and learns', () => {
    expect(
      solve(
        [
          [2, 1],
          [1, 3],
        ],
        [5, 10],
      ),
    ).toEqual([1, 3]);
    expect(() =>
      solve(
        [
          [1, 1],
          [1, 1],
        ],
        [1, 2],
      ),
    ).toThrow('singular');
    // an exact linear problem is solved in one step
    const jacobian = [
      [2, 0],
      [0, 4],
    ];
    const step = dampedStep(jacobian, [2, -8], 1e-12);
    expect(step.map((x) => x.toFixed(6))).toEqual(['-1.000000', '2.000000']);
    // after Broyden's update the Jacobian explains what the step did
    const [row] = broyden([[1, 0]], [1, 1], [5]);
    expect(row[0] + row[1]).toBeCloseTo(5, 12);
  });

  test('has targets inside bands, and each band is aimed at, held out or watched', () => {
    for (const [key, target] of Object.entries(targets)) {
      const band = prevalences.find((each) => each.key === key)?.band;
      expect(band?.[0]).toBeLessThan(target);
      expect(band?.[1]).toBeGreaterThan(target);
      expect(heldOut).not.toContain(key);
    }
    const keys = prevalences.map(({ key }) => key).sort();
    expect([...Object.keys(targets), ...heldOut].sort()).toEqual(keys);
    for (const { name, start } of freeParameters) {
      expect(accepts(model.shape.parameters[name], start), name).toBe(true);
    }
  });
});

describe('every pattern', () => {
  test('is there once, in order', () => {
    const ids = [...Array(15).keys()].map((k) => `P${k + 1}`);
    expect(patterns.map(({ id }) => id)).toEqual([
      ...ids,
      ...[...Array(12).keys()].map((k) => `E${k + 1}`),
    ]);
  });

  test.each(patterns.map(({ id, scenarios }) => [id, scenarios]))(
    '%s runs files that are valid',
    (_, names) => {
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) {
        const scenario = readScenario(`${folder}/${name}.yaml`, models);
        expect(scenario.question).toMatch(/\?$/);
      }
    },
  );

  test('and no scenario is left over', () => {
    const used = new Set(
      patterns.flatMap(({ scenarios }) => scenarios.map((name) => `${name}.yaml`)),
    );
    const unused = readdirSync(folder).filter((name) => !used.has(name));
    expect(unused).toEqual([]);
    expect(existsSync(`${folder}/baseline.yaml`)).toBe(true);
  });

  test('stands in docs/verification.md', () => {
    const page = readFileSync(new URL('../../docs/verification.md', import.meta.url), 'utf8');
    const missing = patterns.filter(({ id, title }) => !page.includes(`### ${id} ${title}`));
    expect(missing.map(({ id }) => id)).toEqual([]);
  });
});

test('a measured text goes between its marks', () => {
  const document = 'a\n<!-- measured: x -->\nold\n<!-- end -->\nb';
  expect(replaceMarked(document, 'x', 'new')).toBe(
    'a\n<!-- measured: x -->\n\nnew\n\n<!-- end -->\nb',
  );
  expect(() => replaceMarked(document, 'y', 'new')).toThrow('expected the marks');
});
