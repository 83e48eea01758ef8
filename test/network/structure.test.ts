/** Measures of networks against graphs whose values are known. */
import { describe, expect, it } from 'vitest';
import { sequential } from '../../sim/chance/seeds.ts';
import { clusteringOf, contactsOf, rewired } from '../../sim/network/clustering.ts';
import { mixingOf } from '../../sim/network/mixing.ts';
import type { NetworkReading } from '../../sim/network/pair-graph.ts';
import { pairGraph } from '../../sim/network/pair-graph.ts';
import { pathsOf } from '../../sim/network/paths.ts';
import type { NetworkSnapshot } from '../../sim/network/snapshot.ts';
import { measureStructure } from '../../sim/network/structure.ts';
import { emulateSurvey } from '../../sim/network/survey.ts';

const reading: NetworkReading = {
  mutual: ['peer'],
  groups: ['department'],
  community: 'department',
  strength: 'rapport',
};

/** People 0 to n − 1 in two departments, with ties of one strength. */
function snapshot(
  n: number,
  senior: readonly (readonly [number, number])[],
  peer: readonly (readonly [number, number])[] = [],
  rapport = 0.6,
): NetworkSnapshot {
  const layer = (ties: readonly (readonly [number, number])[]) => ({
    source: ties.map(([from]) => from),
    target: ties.map(([, to]) => to),
    value: { rapport: ties.map(() => rapport) },
  });
  const people = Array.from({ length: n }, (_, k) => k);
  return {
    week: 0,
    person: people,
    value: { department: people.map((k) => (k < n / 2 ? 0 : 1)) },
    layers: { senior: layer(senior), peer: layer(peer) },
  };
}

const ring = (n: number): [number, number][] =>
  Array.from({ length: n }, (_, k) => [k, (k + 1) % n]);

function measureOf(of: NetworkSnapshot, name: string): number | null {
  return measureStructure(of, reading, 'test').find((measure) => measure.name === name)!.value;
}

describe('paths', () => {
  it('of a ring of six: mean length 9/5, efficiency 2/3, everybody as central', () => {
    const graph = pairGraph(snapshot(6, ring(6)), reading);
    const { length, efficiency, betweenness, components, giant } = pathsOf(
      graph,
      [0, 1, 2, 3, 4, 5],
    );
    expect(length).toBeCloseTo(9 / 5, 12);
    expect(efficiency).toBeCloseTo((2 * 1 + 2 / 2 + 1 / 3) / 5, 12);
    expect(new Set(betweenness.map((value) => value.toFixed(9))).size).toBe(1);
    // 12 ordered pairs at distance 2 have one node between them, 6 at distance 3 have two
    expect(betweenness.reduce((sum, value) => sum + value, 0)).toBeCloseTo(12 + 6 * 2, 9);
    expect([components, giant]).toEqual([1, 1]);
  });

  it('count components, and read length only where there is a path', () => {
    const graph = pairGraph(
      snapshot(5, [
        [0, 1],
        [1, 2],
        [3, 4],
      ]),
      reading,
    );
    const { components, giant, length, efficiency } = pathsOf(graph, [0, 1, 2, 3, 4]);
    expect([components, giant]).toEqual([2, 0.6]);
    expect(length).toBeCloseTo((4 * 1 + 2 * 2 + 2 * 1) / 8, 12);
    expect(efficiency).toBeCloseTo((4 + 2 / 2 + 2) / 20, 12);
  });

  it('put all betweenness on the centre of a star', () => {
    const star = snapshot(
      6,
      [1, 2, 3, 4, 5].map((k) => [k, 0] as const),
    );
    expect(pathsOf(pairGraph(star, reading), [0, 1, 2, 3, 4, 5]).betweenness).toEqual([
      20, 0, 0, 0, 0, 0,
    ]);
    expect(measureOf(star, 'betweennessTop')).toBe(1);
  });
});

describe('clustering', () => {
  it('is 1 in a triangle and 0 in a star', () => {
    const triangle = contactsOf(pairGraph(snapshot(3, ring(3)), reading));
    expect(clusteringOf(triangle)).toEqual({ local: 1, global: 1 });
    const star = contactsOf(
      pairGraph(
        snapshot(4, [
          [1, 0],
          [2, 0],
          [3, 0],
        ]),
        reading,
      ),
    );
    expect(clusteringOf(star)).toEqual({ local: 0, global: 0 });
  });

  it('falls when ties are rewired, while everybody keeps as many contacts', () => {
    const ties: [number, number][] = [];
    for (let k = 0; k < 60; k++) {
      for (const step of [1, 2, 3]) ties.push([k, (k + step) % 60]);
    }
    const contacts = contactsOf(pairGraph(snapshot(60, ties), reading));
    const mixed = rewired(contacts, sequential('rewiring'));
    expect(mixed.map((others) => others.length)).toEqual(contacts.map((others) => others.length));
    for (const [a, others] of mixed.entries()) {
      expect(new Set(others).size).toBe(others.length);
      expect(others).not.toContain(a);
      for (const b of others) expect(mixed[b]).toContain(a);
    }
    expect(clusteringOf(contacts).local).toBeCloseTo(0.6, 12);
    expect(clusteringOf(mixed).local).toBeLessThan(0.25);
  });
});

describe('mixing', () => {
  it('is 1 when all ties are inside groups, −1 when all are across two equal ones', () => {
    const inside = contactsOf(
      pairGraph(
        snapshot(4, [
          [0, 1],
          [2, 3],
        ]),
        reading,
      ),
    );
    expect(mixingOf(inside, [0, 0, 1, 1]).assortativity).toBe(1);
    const across = contactsOf(
      pairGraph(
        snapshot(4, [
          [0, 2],
          [1, 3],
        ]),
        reading,
      ),
    );
    expect(mixingOf(across, [0, 0, 1, 1]).assortativity).toBe(-1);
  });

  it('gives the odds ratio of ties inside against across', () => {
    const contacts = contactsOf(
      pairGraph(
        snapshot(4, [
          [0, 1],
          [0, 2],
        ]),
        reading,
      ),
    );
    // inside 1 of 2 pairs, odds 1; across 1 of 4 pairs, odds 1/3
    expect(mixingOf(contacts, [0, 0, 1, 1]).oddsRatio).toBeCloseTo(3, 12);
  });
});

describe('an emulated survey', () => {
  const random = sequential('ties of a survey');
  const ties: [number, number][] = [];
  for (let k = 0; k < 2000; k++) {
    const from = random.int(400);
    const to = random.int(400);
    if (from !== to) ties.push([from, to]);
  }

  it('finds more ties returned among peers than along senior ties', () => {
    const peers = emulateSurvey(snapshot(400, [], ties), reading, 'roster', 'survey');
    const seniors = emulateSurvey(snapshot(400, ties), reading, 'roster', 'survey');
    expect(peers.reciprocity!).toBeGreaterThan(0.75);
    expect(seniors.reciprocity!).toBeLessThan(0.45);
  });

  it('names somebody with 1 − exp(−3 × strength)', () => {
    const roster = emulateSurvey(snapshot(400, [], ties, 0.5), reading, 'roster', 'survey');
    const pairs = new Set(ties.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`])).size;
    const share = (roster.meanNames * 400) / pairs;
    expect(Math.abs(share - (1 - Math.exp(-1.5)))).toBeLessThan(0.03);
  });

  it('gives at most three names, and so another structure', () => {
    const people = snapshot(400, [], ties);
    const three = emulateSurvey(people, reading, 'threeNames', 'survey');
    const roster = emulateSurvey(people, reading, 'roster', 'survey');
    expect(three.meanNames).toBeLessThanOrEqual(3);
    expect(three.density!).toBeLessThan(0.5 * roster.density!);
    expect(three.reciprocity!).toBeLessThan(roster.reciprocity!);
  });

  it('is the same for a pair whatever other ties there are', () => {
    const few = emulateSurvey(snapshot(400, [], [[3, 7]]), reading, 'roster', 'survey');
    const more = emulateSurvey(
      snapshot(
        400,
        [],
        [
          [3, 7],
          [8, 9],
        ],
      ),
      reading,
      'roster',
      'survey',
    );
    expect([more.named[3], more.named[7]]).toEqual([few.named[3], few.named[7]]);
  });
});

describe('all measures of a snapshot', () => {
  it('leave out vacant seats and count a pair once', () => {
    const seats = snapshot(
      4,
      [
        [0, 1],
        [1, 0],
      ],
      [[0, 1]],
    );
    const vacant = { ...seats, person: [0, 1, 2, -1] };
    expect(measureOf(vacant, 'people')).toBe(3);
    expect(measureOf(vacant, 'pairs')).toBe(1);
    expect(measureOf(vacant, 'density')).toBeCloseTo(1 / 3, 12);
  });

  it('have a modularity of a half for two departments without a tie between them', () => {
    const two = snapshot(6, [
      [0, 1],
      [1, 2],
      [0, 2],
      [3, 4],
      [4, 5],
      [3, 5],
    ]);
    expect(measureOf(two, 'modularity')).toBeCloseTo(0.5, 12);
    expect(measureOf(two, 'crossTies')).toBe(0);
    expect(measureOf(two, 'traditional')).toBe(1);
  });
});
