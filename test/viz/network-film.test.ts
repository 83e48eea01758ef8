/** The film of a future: the engine's own run, and places that stay where nothing changed. */
import { describe, expect, it } from 'vitest';
import { runReplicate } from '../../sim/experiment/replicate.ts';
import { filmOf, type Stretch } from '../../viz/network/film.ts';
import { peerLayer, rowOfPerson, seniorLayer } from '../../viz/network/frame.ts';
import { placeMap } from '../../viz/network/layout.ts';
import { experiment, model, scenario } from '../experiment/scenarios.ts';

const own = scenario(
  'policies:\n  - { policy: protectedTime, start: year 1 week 10 }\n',
  'mentorscape: 1\npopulation: { faculty: 40, residents: 24, departments: 2 }\nhorizon: 2 years\nwarmUp: 1 year\n',
);
const [usual] = runReplicate(model, { ...experiment([own]), networks: true }, 0);
const stretches: Stretch[] = [];
let digest = '';
for (const film = filmOf(model, [{ scenario: own, replicate: 0 }], new Map()); ; ) {
  const next = film.next();
  if (next.done) {
    [digest] = next.value;
    break;
  }
  stretches.push(next.value);
}
const frames = stretches.flatMap((each) => each.frames[0]);

describe('a film', () => {
  it('is the run itself, to the last bit, with a frame for every week', () => {
    expect(digest).toBe(usual.digest);
    expect(frames.map(({ week }) => week)).toEqual(Array.from({ length: 105 }, (_, k) => k));
  });

  it('shows the ties and people of the kept networks', () => {
    for (const snapshot of usual.networks) {
      const frame = frames[snapshot.week];
      expect([...frame.person]).toEqual(snapshot.person.filter((person) => person >= 0));
      const count = (layer: number): number => frame.layer.filter((each) => each === layer).length;
      expect(count(seniorLayer)).toBe(snapshot.layers['senior'].source.length);
      expect(count(peerLayer)).toBe(snapshot.layers['peer'].source.length);
    }
  });
});

describe('places', () => {
  it('are there for everybody in every week', () => {
    for (const { frames: weeks, places } of stretches) {
      const at = placeMap(places);
      for (const { who } of weeks[0]) {
        for (const name of who) expect(at.get(name)?.every(Number.isFinite)).toBe(true);
      }
    }
  });

  it('hardly move: half of those who stay do not move at all between two half-years', () => {
    for (let k = 1; k < stretches.length; k++) {
      const before = placeMap(stretches[k - 1].places);
      const now = placeMap(stretches[k].places);
      const xs = [...now.values()].map(([x]) => x);
      const width = Math.max(...xs) - Math.min(...xs);
      const moves = [...now].flatMap(([person, [x, y]]) => {
        const old = before.get(person);
        return old ? [Math.hypot(x - old[0], y - old[1]) / width] : [];
      });
      moves.sort((a, b) => a - b);
      expect(moves.length).toBeGreaterThan(20);
      expect(moves[Math.floor(moves.length / 2)]).toBeLessThan(0.05);
      expect(moves.filter((move) => move === 0).length).toBeGreaterThan(0);
    }
  });

  it('stay the same when filmed again', () => {
    const again = filmOf(model, [{ scenario: own, replicate: 0 }], new Map()).next();
    expect(again.done).toBe(false);
    expect((again.value as Stretch).places).toEqual(stretches[0].places);
  });
});

describe('a person', () => {
  it('is found by id, and not found after leaving', () => {
    const [first] = frames[0].person;
    expect(rowOfPerson(frames[0], first)).toBe(0);
    expect(rowOfPerson(frames[0], 1_000_000)).toBe(-1);
  });
});
