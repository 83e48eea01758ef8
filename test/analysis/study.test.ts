/** Analyses of whole studies: designs as a sweep samples them, to the answer that was planted. */
import { describe, expect, test } from 'vitest';
import { pointsOf, type StudyPoint } from '../../sim/analysis/study.ts';
import { armsOf } from '../../sim/analysis/study-arms.ts';
import { studyEffects, studyEnough } from '../../sim/analysis/study-effects.ts';
import {
  studyAttribution,
  studyFront,
  studyRobustness,
} from '../../sim/analysis/study-policies.ts';
import { studySensitivity } from '../../sim/analysis/study-sensitivity.ts';
import { summariseStudy } from '../../sim/analysis/study-summary.ts';
import {
  studyDiscovery,
  studyPhase,
  studyVariance,
  worstFifth,
} from '../../sim/analysis/study-worlds.ts';
import { levels, type Made, range, studyFactors, studyRows } from './study-rows.ts';
import { ishigami } from './test-functions.ts';

const resampling = { seed: '1', times: 50 };
const own = (made: Made): [StudyPoint[], ReturnType<typeof studyFactors>] => [
  pointsOf(studyRows(made)),
  studyFactors(made),
];

const three = ['x1', 'x2', 'x3'].map((path) => range(path));
const ofThree = (settings: Readonly<Record<string, unknown>>): number =>
  ishigami.value([Number(settings['x1']), Number(settings['x2']), Number(settings['x3'])]);

describe('sensitivity by the design', () => {
  test('Saltelli points of a Sobol sequence give the analytic indices, from fewer points', () => {
    const made: Made = {
      outer: { factors: three, sampling: { method: 'saltelli', points: 1024, secondOrder: false } },
      value: ofThree,
    };
    const found = studySensitivity(...own(made), resampling);
    if (found.method !== 'sobol') throw new Error(found.method);
    expect(found.points).toBe(1024);
    found.indices.forEach((index, k) => {
      expect(index.factor).toBe(three[k].path);
      expect(Math.abs(index.first - ishigami.first[k])).toBeLessThan(0.05);
      expect(Math.abs(index.total - ishigami.total[k])).toBeLessThan(0.05);
    });
  });

  test('a base point that is not complete is left out', () => {
    const made: Made = {
      outer: { factors: three, sampling: { method: 'saltelli', points: 64, secondOrder: true } },
      value: ofThree,
    };
    const [points, factors] = own(made);
    const found = studySensitivity(points.slice(0, -1), factors, resampling);
    expect([found.method, found.points]).toEqual(['sobol', 63]);
  });

  test('Morris trajectories of a weighted sum give its weights', () => {
    const made: Made = {
      outer: { factors: three, sampling: { method: 'morris', trajectories: 12, levels: 4 } },
      value: ({ x1, x2 }) => 2 * Number(x1) - 3 * Number(x2),
    };
    const found = studySensitivity(...own(made), resampling);
    if (found.method !== 'morris') throw new Error(found.method);
    expect(found.points).toBe(12);
    expect(found.effects.map(({ size }) => Number(size.toFixed(9)))).toEqual([2, 3, 0]);
    expect(found.effects.map(({ mean }) => Number(mean.toFixed(9)))).toEqual([2, -3, 0]);
  });

  test('one at a time gives the swing between the ends', () => {
    const made: Made = {
      outer: { factors: three, sampling: { method: 'oneAtATime' } },
      value: ({ x1, x2 }) => 10 * Number(x1) + (Number(x2) - 0.5) ** 2,
    };
    const found = studySensitivity(...own(made), resampling);
    if (found.method !== 'oneAtATime') throw new Error(found.method);
    expect(found.swings.map(({ swing }) => swing)).toEqual([10, 0.25, 0]);
  });

  test('any other design gives shares by slices', () => {
    const made: Made = {
      outer: { factors: three, sampling: { method: 'sobolSequence', points: 2048 } },
      value: ofThree,
    };
    const found = studySensitivity(...own(made), resampling);
    if (found.method !== 'slices') throw new Error(found.method);
    found.indices.forEach(({ first }, k) => {
      expect(Math.abs(first - ishigami.first[k])).toBeLessThan(0.05);
    });
  });

  test('arms that are crossed with worlds do not make slices surer than worlds are', () => {
    const made: Made = {
      outer: { factors: three, sampling: { method: 'latinHypercube', points: 40 } },
      inner: { factors: [levels('a', 0, 1), levels('b', 0, 1)], sampling: { method: 'grid' } },
      value: ({ x1, a }) => Number(x1) + Number(a),
    };
    const found = studySensitivity(...own(made), resampling);
    if (found.method !== 'slices') throw new Error(found.method);
    const share = Object.fromEntries(found.indices.map(({ factor, first }) => [factor, first]));
    // variances 1 / 12 of x1 and 1 / 4 of a
    expect(share['x1']).toBeCloseTo(0.25, 1);
    expect(share['a']).toBeCloseTo(0.75, 1);
    expect(Math.max(share['x2'], share['x3'])).toBeLessThan(0.06);
    expect(share['b']).toBeLessThan(0.02);
  });

  test('a design in which nothing varies is refused', () => {
    const made: Made = { value: () => 1, replicates: 5 };
    expect(() => studySensitivity(...own(made), resampling)).toThrow(/three points/);
  });
});

const bundle: Made = {
  outer: { factors: [range('share')], sampling: { method: 'latinHypercube', points: 30 } },
  inner: {
    factors: [levels('groups', false, true), levels('hours', 0, 1)],
    sampling: { method: 'grid' },
  },
  replicates: 6,
  luck: 1,
  ownLuck: 0.2,
  value: ({ share, groups, hours }) =>
    10 * Number(share) + (groups === true ? 2 * Number(share) : 0) - 0.5 * Number(hours),
};

describe('policies', () => {
  const [points, factors] = own(bundle);
  const arms = armsOf(points, factors);

  test('stand against the first arm, by what they change', () => {
    expect(
      arms.map(({ levers }) => levers.map(({ factor, value }) => [factor.path, value])),
    ).toEqual([
      [],
      [['hours', 1]],
      [['groups', true]],
      [
        ['groups', true],
        ['hours', 1],
      ],
    ]);
  });

  test('have effects with three ranges', () => {
    const [hours, groups] = studyEffects(arms, 'up');
    expect(hours.difference).toBeCloseTo(-0.5, 1);
    expect(hours.verdict).toBe('worse');
    expect(groups.difference).toBeCloseTo(1, 1);
    expect([groups.pairs, groups.worlds]).toEqual([180, 30]);
    // worlds differ from 0 to 2: by far more than the mean is unsure
    expect(groups.assumptionLow).toBeLessThan(0.3);
    expect(groups.assumptionHigh).toBeGreaterThan(1.7);
    expect((groups.meanHigh ?? 0) - (groups.meanLow ?? 0)).toBeLessThan(0.6);
  });

  test('have no range over assumptions in one world', () => {
    const made: Made = {
      inner: { factors: [levels('hours', 0, 1)], sampling: { method: 'grid' } },
      ...{ replicates: 8, ownLuck: 1, value: () => 0 },
    };
    const [effect] = studyEffects(armsOf(...own(made)), 'up');
    expect([effect.worlds, effect.pairs, effect.assumptionLow]).toEqual([1, 8, null]);
    expect(effect.verdict).toBe('cannot tell apart yet');
  });

  test('are decided on their mean over worlds, once there are enough replicates', () => {
    const few = studyEnough(arms, { smallestImportant: 0.1 });
    expect(few.map(({ decision }) => decision)).toEqual(['open', 'open', 'open']);
    const [points40] = own({ ...bundle, replicates: 40 });
    const many = studyEnough(armsOf(points40, factors), { smallestImportant: 0.1 });
    expect(many.map(({ decision }) => decision)).toEqual(['down', 'up', 'up']);
  });

  test('share what the bundle changes', () => {
    const { policies, change, futures } = studyAttribution(points, factors);
    expect(futures).toBe(180);
    expect(policies.map(({ policy }) => policy)).toEqual(['groups', 'hours']);
    expect(policies[0].share + policies[1].share).toBeCloseTo(change, 9);
    expect(policies[0].share).toBeCloseTo(1, 1);
  });

  test('cannot be attributed when a combination is missing', () => {
    const some = points.filter(({ settings }) => !(settings['groups'] && settings['hours']));
    expect(() => studyAttribution(some, factors)).toThrow(/all 4 combinations/);
  });

  test('are robust where they help in every world', () => {
    const residents = pointsOf(
      studyRows({ ...bundle, value: (s) => (s['groups'] === true ? -1 : 0) }),
    );
    const groups = new Map([
      ['everybody', points],
      ['residents', residents],
    ]);
    const [hours, helping] = studyRobustness(groups, factors, 'up');
    expect(hours.helps).toBeLessThan(0.05);
    expect(helping.helps).toBeGreaterThan(0.9);
    expect([helping.worstGroup, helping.worlds]).toEqual(['residents', 30]);
    expect(helping.worstGroupGain).toBeCloseTo(-1, 1);
  });

  test('are on the front unless something beats them', () => {
    const cost = pointsOf(
      studyRows({ ...bundle, luck: 0, ownLuck: 0, value: ({ hours }) => Number(hours) }),
    );
    const aims = [
      { outcome: 'cost', better: 'down' },
      { outcome: 'help', better: 'up' },
    ] as const;
    const { members } = studyFront(aims, [cost, points], factors, resampling);
    expect(members.map(({ onFront }) => onFront)).toEqual([false, false, true, false]);
  });

  test('need levers', () => {
    const made: Made = { ...bundle, inner: { factors: [], sampling: { method: 'grid' } } };
    expect(() => armsOf(...own(made))).toThrow(/found a design without levers/);
  });
});

describe('worlds', () => {
  test('a fifth are bad by themselves, and where they lie is found', () => {
    const made: Made = {
      outer: { factors: three, sampling: { method: 'latinHypercube', points: 400 } },
      value: ({ x1, x3 }) => (Number(x1) > 0.6 && Number(x3) < 0.5 ? 1 : 0) + Number(x1) / 100,
    };
    const [points, factors] = own(made);
    const rule = worstFifth(points, 'down');
    expect(rule.side).toBe('above');
    const { boxes, cases, regional } = studyDiscovery(points, factors, rule);
    expect(cases).toBe(80);
    expect(boxes[0].limits.map(({ factor }) => factor)).toEqual(['x1', 'x3']);
    expect(boxes[0].density).toBeGreaterThan(0.9);
    expect(regional[1].chance).toBeGreaterThan(0.05);
    expect(() => studyDiscovery(points, factors, { side: 'above', limit: 9 })).toThrow(/--above/);
  });

  test('are bad where many are equally bad', () => {
    const made: Made = {
      outer: { factors: three.slice(0, 1), sampling: { method: 'latinHypercube', points: 10 } },
      value: ({ x1 }) => (Number(x1) < 0.6 ? 1 : 2),
    };
    const [points, factors] = own(made);
    expect(worstFifth(points, 'up')).toEqual({ side: 'below', limit: 2 });
    expect(worstFifth(points, 'down')).toEqual({ side: 'above', limit: 1 });
    expect(studyDiscovery(points, factors, worstFifth(points, 'up')).cases).toBe(6);
  });

  test('differ by settings and by luck', () => {
    const made: Made = {
      outer: { factors: three, sampling: { method: 'latinHypercube', points: 60 } },
      ...{ replicates: 10, luck: 1, ownLuck: 0.1, value: ({ x1 }) => 4 * Number(x1) },
    };
    const split = studyVariance(own(made)[0], true, resampling);
    // 16 / 12 from settings
    expect(split.settings).toBeGreaterThan(0.4);
    expect(split.settings).toBeLessThan(0.8);
    expect(split.ownLuck).toBeLessThan(0.02);
    expect(() => studyVariance(own({ ...made, replicates: 1 })[0], true, resampling)).toThrow(
      /Raise `replicates`/,
    );
  });

  test('make a map with a ridge', () => {
    const made: Made = {
      outer: { factors: three.slice(0, 2), sampling: { method: 'grid' } },
      value: ({ x1 }) => (Number(x1) > 0.4 ? 1 : 0),
    };
    const [points, factors] = own(made);
    const map = studyPhase(points, factors, [undefined, undefined]);
    expect([map.x.factor, map.y.factor]).toEqual(['x1', 'x2']);
    for (const [x] of map.ridge) expect([0.25, 0.5]).toContain(map.x.places[x]);
    expect(() => studyPhase(points, factors, ['x9', undefined])).toThrow(/x1, x2/);
  });

  test('are summed up with intervals of quantiles', () => {
    const made: Made = { replicates: 200, ownLuck: 1, value: () => 5 };
    const cell = { outcome: 'a', group: 'b' };
    const summary = summariseStudy(cell, studyRows(made));
    expect(summary?.mean).toBeCloseTo(5, 0);
    const median = summary?.quantiles[2];
    expect(median?.low).toBeLessThan(median?.value ?? 0);
    expect(median?.high).toBeGreaterThan(median?.value ?? 0);
    expect(summariseStudy(cell, [])).toBeUndefined();
  });
});
