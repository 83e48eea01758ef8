/** Design files and plans: what they say, what is refused and how, and which runs they make. */
import { describe, expect, test } from 'vitest';
import { createPlan } from '../../sim/experiment/plan.ts';
import { design, faults, model } from './files.ts';

const planOf = (more: string): ReturnType<typeof createPlan> => {
  const { design: made, base } = design(more);
  return createPlan(model, 'hash', made, { scenario: base });
};

const crossed = `levers:
  policies.protectedTime.present: [false, true]
  policies.peerGroups.groupSize: [4, 8]
uncertainties:
  parameters.causalShare: plausible
  population.faculty: { low: 10, high: 20 }
sampling: { uncertainties: { method: latinHypercube, points: 5 } }
replicates: 3
`;

describe('a design', () => {
  test('keeps levers apart from uncertainties and crosses them', () => {
    const { design: made } = design(crossed);
    expect(made.factors.map(({ path, kind, base }) => [path, kind, base])).toEqual([
      ['policies.protectedTime.present', 'lever', false],
      [
        'policies.peerGroups.groupSize',
        'lever',
        model.policies['peerGroups'].levers['groupSize'].default,
      ],
      ['parameters.causalShare', 'uncertainty', model.shape.parameters['causalShare'].default],
      ['population.faculty', 'uncertainty', 16],
    ]);
    expect(made.parts).toEqual([
      {
        outer: { factors: [2, 3], sampling: { method: 'latinHypercube', points: 5 } },
        inner: { factors: [0, 1], sampling: { method: 'grid' } },
      },
    ]);
    const spec = model.shape.parameters['causalShare'];
    const [low, high] = 'plausible' in spec ? spec.plausible : [];
    expect(made.factors[2].values).toEqual({ kind: 'range', low, high, integer: false, steps: 3 });
  });

  test('reads tables, bundles of policies, dates and parts', () => {
    const table = `levers: { policies.peerGroups.present: }
uncertainties: { parameters.causalShare: { low: 0, high: 1 } }
sampling: { method: table, file: ../points.csv }`;
    expect(design(table).design.parts[0].outer.sampling).toEqual({
      method: 'table',
      rows: [
        [0.2, true],
        [0.4, false],
      ],
    });
    const bundles = planOf('levers: { policies: [none, ../groups.yaml] }\nreplicates: 1');
    expect(
      [0, 1].map((k) => bundles.run(k).scenario.policies.map((p) => p.levers['groupSize'])),
    ).toEqual([[], [4]]);
    const dates = planOf('levers: { policies.peerGroups.start: [0, 26] }\nreplicates: 1');
    expect(dates.run(1).scenario.policies[0]).toMatchObject({ policy: 'peerGroups', start: 26 });
    const parts = planOf(`parts:
  - levers: { policies.peerGroups.groupSize: [4, 6] }
  - levers: { policies.peerGroups.groupSize: [4, 6], policies.protectedTime.hoursPerWeek: [1] }
replicates: 2`);
    expect([parts.runs, parts.design.factors.length]).toEqual([8, 2]);
    expect(parts.run(0).values).toEqual([4, null]);
    expect(parts.run(4).values).toEqual([4, 1]);
  });

  test.each([
    [
      'levers: { parameters.causalSare: [1] }',
      'd.yaml:3: levers."parameters.causalSare": expected a parameter of mentoring',
      'Did you mean causalShare.',
    ],
    [
      'levers: { policies.peerGroup.present: }',
      'expected the name of a policy',
      'Did you mean peerGroups.',
    ],
    [
      'levers: { policies.peerGroups.groupsize: [4] }',
      'expected a lever of peerGroups, or its dates',
      'Did you mean groupSize.',
    ],
    [
      'levers: { weather: [1] }',
      'expected parameters.NAME, population.NAME or policies.NAME.LEVER',
      'weather',
    ],
    ['levers: { parameters.causalShare: [3] }', 'expected a number from 0 to 1', 'found 3'],
    [
      'levers: { parameters.causalShare: { low: 0.5, high: 0.2 } }',
      'expected a highest value above 0.5',
      'found 0.2',
    ],
    ['levers: { parameters.causalShare: [0.2, 0.2] }', 'expected each value once', '0.2 again'],
    ['levers: { policies.peerGroups.present: [yes] }', 'expected true or false', '"yes"'],
    [
      'levers: { parameters.causalShare: }\nsampling: { method: latinHypercub, points: 3 }',
      'expected a method of sampling',
      'Did you mean latinHypercube.',
    ],
    [
      'levers: { parameters.causalShare: }\nsampling: latinHypercube',
      'expected "points:", for latinHypercube',
      'found none',
    ],
    [
      'levers: { parameters.causalShare: }\nsampling: { method: morris, levels: 5 }',
      'expected an even number of levels',
      'found 5',
    ],
    [
      'uncertainties: { parameters.causalShare: }\nsampling: { method: table, file: ../bad.csv }',
      'bad.csv:3: parameters.causalShare: expected a number from',
      'found 7',
    ],
    ['levers: { policies: [none, ../nowhere.yaml] }', 'no such file', 'nowhere.yaml'],
    [
      'record: { groups: [residents, facultyy] }',
      'expected the name of a group',
      'Did you mean faculty.',
    ],
    ['record: { weeks: [51] }', 'a list of weeks in which a period ends (52, 104)', 'found 51'],
    ['seeds: shared', 'expected common or independent', '"shared"'],
    ['replicates: 0', 'expected a whole number from 1', 'found 0'],
    ['factors: {}', 'expected a setting of a design', 'the unknown name "factors"'],
    [
      'levers: { parameters.causalShare: }\nuncertainties: { parameters.causalShare: }',
      'expected each setting once',
      'parameters.causalShare as lever too',
    ],
  ])('refuses %s', (more, expected, found) => {
    const messages = faults(more).join('\n');
    expect(messages).toContain(expected);
    expect(messages).toContain(found);
  });

  test('refuses a scenario, and a design without a base', () => {
    expect(faults('', 'mentorscape: 1\n')[0]).toContain('This is a scenario');
    expect(faults('', 'design: 1\n')[0]).toContain('expected the scenario to vary, found none');
    expect(faults('', 'design: 2\n')[0]).toContain('Install a newer Mentorscape');
  });

  test('says all problems at once', () => {
    expect(faults('replicates: 0\nseeds: shared\nlevers: { weather: [1] }')).toHaveLength(3);
  });
});

describe('a plan', () => {
  test('puts arms of one world and replicate side by side', () => {
    const plan = planOf(crossed);
    expect([plan.runs, plan.slices]).toEqual([5 * 3 * 4, 15]);
    const places = Array.from({ length: 9 }, (_, k) => {
      const { world, replicate, arm } = plan.run(k);
      return [world, replicate, arm].join('');
    });
    expect(places).toEqual(['000', '001', '002', '003', '010', '011', '012', '013', '020']);
    expect(plan.slice(1)).toEqual({ from: 4, to: 8 });
    const [a, b] = [plan.run(0), plan.run(1)];
    expect(a.scenario.parameters).toBe(b.scenario.parameters);
    expect(a.seed).toBe(b.seed);
    expect(a.runId).not.toBe(b.runId);
  });

  test('gives any run at once, in any order', () => {
    const plan = planOf(crossed);
    const forwards = Array.from({ length: plan.runs }, (_, k) => plan.run(k));
    const other = planOf(crossed);
    const backwards = Array.from({ length: plan.runs }, (_, k) => other.run(plan.runs - 1 - k));
    expect(backwards.toReversed()).toEqual(forwards);
    expect(new Set(forwards.map(({ runId }) => runId)).size).toBe(60);
  });

  test('keeps every run when levels, points or replicates are added', () => {
    const ids = (more: string): Set<string> => {
      const plan = planOf(more);
      return new Set(Array.from({ length: plan.runs }, (_, k) => plan.run(k).runId));
    };
    for (const seeds of ['common', 'independent']) {
      const text = (sizes: string, points: number, replicates: number): string =>
        `levers: { policies.peerGroups.groupSize: ${sizes} }
uncertainties: { parameters.causalShare: plausible }
sampling: { uncertainties: { method: sobolSequence, points: ${points} } }
replicates: ${replicates}
seeds: ${seeds}`;
      const few = ids(text('[4, 8]', 3, 2));
      const many = ids(text('[4, 6, 8]', 5, 3));
      expect([few.size, many.size]).toEqual([12, 45]);
      expect([...few].filter((id) => !many.has(id))).toEqual([]);
    }
  });

  test('gives independent seeds their own luck', () => {
    const text = 'levers: { policies.peerGroups.groupSize: [4, 8] }\nreplicates: 2\nseeds: ';
    const seeds = (kind: string): number => {
      const plan = planOf(text + kind);
      return new Set([0, 1, 2, 3].map((k) => plan.run(k).seed)).size;
    };
    expect([seeds('common'), seeds('independent')]).toEqual([2, 4]);
  });

  test('cuts a long unit into slices', () => {
    const sizes = Array.from({ length: 101 }, (_, k) => k / 100).join(', ');
    const plan = planOf(`levers: { parameters.causalShare: [${sizes}] }\nreplicates: 2`);
    const slices = Array.from({ length: plan.slices }, (_, k) => plan.slice(k));
    expect(slices).toEqual([
      { from: 0, to: 64 },
      { from: 64, to: 101 },
      { from: 101, to: 165 },
      { from: 165, to: 202 },
    ]);
  });

  test('of a million runs is there at once', () => {
    const million =
      planOf(`uncertainties: { parameters.causalShare: , parameters.contactsPerMonth: }
sampling: { method: latinHypercube, points: 100000 }
replicates: 10`);
    expect(million.runs).toBe(1_000_000);
    expect(million.run(999_999)).toMatchObject({ world: 99_999, replicate: 9 });
  });
});
