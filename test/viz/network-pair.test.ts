/** Two futures of the same people side by side: one place for each person, and ties told apart one by one. */
import { describe, expect, it } from 'vitest';
import { crowdColours, crowdOf } from '../../viz/network/crowd.ts';
import { differenceRows, tieDifference } from '../../viz/network/difference.ts';
import { filmOf, type Stretch } from '../../viz/network/film.ts';
import { type Frame, peerLayer, seniorLayer } from '../../viz/network/frame.ts';
import { placeMap } from '../../viz/network/layout.ts';
import { model, scenario } from '../experiment/scenarios.ts';

const base =
  'mentorscape: 1\npopulation: { faculty: 40, residents: 24, departments: 2 }\nhorizon: 2 years\nwarmUp: 1 year\n';
const today = scenario('', base);
const plan = scenario('policies:\n  - { policy: peerGroups, start: year 1 week 10 }\n', base);
const stretches: Stretch[] = [];
const digests: string[] = [];
for (
  const film = filmOf(
    model,
    [today, plan].map((each) => ({ scenario: each, replicate: 0 })),
    new Map(),
  );
  ;
) {
  const next = film.next();
  if (next.done) {
    digests.push(...next.value);
    break;
  }
  stretches.push(next.value);
}
const [first, second] = [0, 1].map((k) => stretches.flatMap(({ frames }) => frames[k]));

/** A frame of people 0, 1, 2 … with ties between rows. */
function hand(ties: readonly (readonly [from: number, to: number, layer: number])[]): Frame {
  const none = new Float32Array(ties.length);
  return {
    week: 0,
    person: Int32Array.from([0, 1, 2, 3]),
    who: Uint32Array.from([10, 11, 12, 13]),
    value: {
      department: Float32Array.from([0, 0, 1, 1]),
      role: Float32Array.from([1, 0, 1, 0]),
      mentors: Float32Array.from([0, 1, 0, 0]),
      burnout: Float32Array.from([0.2, 0.4, 0.6, 0.8]),
    },
    source: Int32Array.from(ties, ([from]) => from),
    target: Int32Array.from(ties, ([, to]) => to),
    layer: Uint8Array.from(ties, ([, , layer]) => layer),
    tie: { tieStage: none, rapport: none, origin: none, started: none, meetings: none },
  };
}

describe('two films at once', () => {
  it('are each the film of their future alone', () => {
    [today, plan].forEach((each, k) => {
      const film = filmOf(model, [{ scenario: each, replicate: 0 }], new Map());
      const own: Frame[] = [];
      for (;;) {
        const next = film.next();
        if (next.done) {
          expect([digests[k]]).toEqual(next.value);
          break;
        }
        own.push(...next.value.frames[0]);
      }
      expect([first, second][k]).toEqual(own);
    });
  });

  it('have nothing to tell before a policy begins, and something after', () => {
    const before = tieDifference(first[9], second[9]);
    expect([before.onlyFirst.size, before.onlySecond.size]).toEqual([0, 0]);
    expect(before.senior.both + before.peer.both).toBe(first[9].source.length);
    const after = tieDifference(first[60], second[60]);
    expect(after.onlySecond.size).toBeGreaterThan(0);
    // the same luck: much stays as it was
    expect(after.senior.both).toBeGreaterThan(0.5 * first[60].layer.filter((l) => l === 0).length);
  });

  it('give everybody of both one place', () => {
    stretches.forEach(({ frames, places }) => {
      const at = placeMap(places);
      for (const { who } of frames.flat()) for (const name of who) expect(at.has(name)).toBe(true);
    });
  });

  it('know people by name: whoever has the same name is of the same department and group', () => {
    const [a, b] = [first[104], second[104]];
    const shared = [...a.who].filter((who) => b.who.includes(who));
    expect(shared.length).toBeGreaterThan(40);
    for (const who of shared) {
      const [x, y] = [a.who.indexOf(who), b.who.indexOf(who)];
      expect(a.value.gender?.[x]).toBe(b.value.gender?.[y]);
      expect(a.value.minority?.[x]).toBe(b.value.minority?.[y]);
    }
    // newcomers have other ids when somebody else came before them, and the same name all the same
    expect(new Set(a.who).size).toBe(a.who.length);
  });
});

describe('the difference of ties', () => {
  const a = hand([
    [1, 0, seniorLayer],
    [3, 2, seniorLayer],
    [1, 3, peerLayer],
  ]);
  const b = hand([
    [1, 0, seniorLayer],
    [3, 1, peerLayer],
    [0, 2, peerLayer],
  ]);

  it('counts senior and peer ties apart, and peers have no direction', () => {
    const { senior, peer } = tieDifference(a, b);
    expect(senior).toEqual({ both: 1, first: 1, second: 0 });
    expect(peer).toEqual({ both: 1, first: 0, second: 1 });
  });

  it('lists each tie that differs with where it is', () => {
    expect(differenceRows(tieDifference(a, b), [a, b], ['A', 'B'])).toEqual([
      ['1', 'senior tie', 'Person 3', 'Person 2', 'A'],
      ['2', 'peer tie', 'Person 0', 'Person 2', 'B'],
    ]);
  });
});

describe('a crowd', () => {
  const frame = hand([
    [1, 0, seniorLayer],
    [3, 0, seniorLayer],
    [1, 3, peerLayer],
    [3, 1, peerLayer],
    [0, 0, peerLayer],
  ]);

  it('is groups of a role and department with ties between them counted', () => {
    const { groups, flows } = crowdOf(frame, 'burnout');
    expect(groups.map(({ department, role, people }) => [department, role, people])).toEqual([
      [0, 0, 1],
      [0, 1, 1],
      [1, 0, 1],
      [1, 1, 1],
    ]);
    expect(groups.map(({ withoutMentor }) => withoutMentor)).toEqual([0, 1, 1, 1]);
    expect(groups[0].mean).toBeCloseTo(0.4, 6);
    expect(flows.at(-1)).toEqual({ from: 0, to: 2, layer: peerLayer, ties: 2 });
    expect(flows).toHaveLength(4);
  });

  it('is coloured by names or by means', () => {
    const names = crowdColours(crowdOf(frame, 'role'), 'role');
    expect(names.key.kind).toBe('names');
    expect(names.colours[0]).toBe(names.colours[2]);
    expect(names.colours[0]).not.toBe(names.colours[1]);
    expect(crowdColours(crowdOf(frame, 'burnout'), 'burnout').key.kind).toBe('scale');
  });

  it('of more than 2,000 people has no places', () => {
    const many = scenario(
      '',
      'mentorscape: 1\npopulation: { faculty: 1400, residents: 1000, departments: 8 }\nhorizon: 4 weeks\nwarmUp: 0 weeks\n',
    );
    const film = filmOf(model, [{ scenario: many, replicate: 0 }], new Map());
    const { frames, places } = film.next().value as Stretch;
    expect(frames[0][0].person.length).toBe(2400);
    expect(places.who).toHaveLength(0);
  });
});
