/** Matching: optimal against brute force, stable by its definition, and never beyond anybody's room. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign } from '../../models/mentoring/matching/assignment.ts';
import { matchByDeferredAcceptance } from '../../models/mentoring/matching/deferred-acceptance.ts';
import type { Market, Matching } from '../../models/mentoring/matching/market.ts';
import { isAllowed, totalFit } from '../../models/mentoring/matching/market.ts';
import { matchAtRandom, matchByChoice } from '../../models/mentoring/matching/serial.ts';

const matrix = (n: number, from: number): fc.Arbitrary<Float64Array> =>
  fc
    .array(fc.integer({ min: from, max: 12 }), { minLength: n, maxLength: n })
    .map((values) => Float64Array.from(values, (v) => v / 4));

const markets = (most: number): fc.Arbitrary<Market> =>
  fc.tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: most })).chain(([n, m]) =>
    fc.record({
      mentees: fc.constant(n),
      mentors: fc.constant(m),
      room: fc
        .array(fc.integer({ min: 0, max: 3 }), { minLength: m, maxLength: m })
        .map((values) => Int32Array.from(values)),
      // about a third of pairs are not allowed
      fit: matrix(n * m, -6),
      menteeLikes: matrix(n * m, -12),
      mentorLikes: matrix(n * m, -12),
      luck: matrix(n * m, 0),
    }),
  );

/** Every matching that respects rooms and refusals. */
function* all(market: Market, from = 0, room = market.room.slice()): Generator<number[]> {
  if (from === market.mentees) {
    yield [];
    return;
  }
  for (const rest of all(market, from + 1, room)) yield [-1, ...rest];
  for (let j = 0; j < market.mentors; j++) {
    if (room[j] === 0 || !isAllowed(market, from, j)) continue;
    room[j]--;
    for (const rest of all(market, from + 1, room)) yield [j, ...rest];
    room[j]++;
  }
}

const matched = (matching: Matching): number => matching.reduce((n, j) => n + (j >= 0 ? 1 : 0), 0);

function expectSound(market: Market, matching: Matching): void {
  const taken = new Int32Array(market.mentors);
  matching.forEach((j, i) => {
    if (j < 0) return;
    expect(isAllowed(market, i, j)).toBe(true);
    taken[j]++;
  });
  taken.forEach((n, j) => {
    expect(n).toBeLessThanOrEqual(market.room[j]);
  });
}

const algorithms: readonly (readonly [string, (market: Market) => Matching])[] = [
  ['at random', matchAtRandom],
  ['by choice', matchByChoice],
  ['by deferred acceptance', matchByDeferredAcceptance],
  ['by highest fit', (market) => assign(market, 'highestFit')],
  ['by most people', (market) => assign(market, 'mostPeople')],
];

describe.each(algorithms)('matching %s', (_name, match) => {
  it('matches allowed pairs only, within the room of each mentor', () => {
    fc.assert(fc.property(markets(7), (market) => expectSound(market, match(market))));
  });

  it('is the same when asked again, and leaves the market as it was', () => {
    fc.assert(
      fc.property(markets(5), (market) => {
        const before = market.room.slice();
        expect([...match(market)]).toEqual([...match(market)]);
        expect(market.room).toEqual(before);
      }),
    );
  });

  it('leaves nobody alone with a mentor who has room', () => {
    // highest fit may: it then gains nothing, as the pair fits with 0
    fc.assert(
      fc.property(markets(6), (market) => {
        const matching = match(market);
        const room = market.room.slice();
        for (const j of matching) if (j >= 0) room[j]--;
        matching.forEach((mine, i) => {
          if (mine >= 0) return;
          for (let j = 0; j < market.mentors; j++) {
            if (room[j] > 0) expect(market.fit[i * market.mentors + j]).toBeLessThanOrEqual(0);
          }
        });
      }),
    );
  });
});

describe('assignment against brute force', () => {
  it('has the highest total fit there is', () => {
    fc.assert(
      fc.property(markets(4), (market) => {
        let best = 0;
        for (const other of all(market)) {
          best = Math.max(best, totalFit(market, Int32Array.from(other)));
        }
        expect(totalFit(market, assign(market, 'highestFit'))).toBeCloseTo(best, 9);
      }),
    );
  });

  it('matches the most people, and among such matchings has the highest fit', () => {
    fc.assert(
      fc.property(markets(4), (market) => {
        let [most, best] = [0, 0];
        for (const other of all(market)) {
          const trial = Int32Array.from(other);
          const [n, fit] = [matched(trial), totalFit(market, trial)];
          if (n > most || (n === most && fit > best)) [most, best] = [n, fit];
        }
        const found = assign(market, 'mostPeople');
        expect(matched(found)).toBe(most);
        expect(totalFit(market, found)).toBeCloseTo(best, 9);
      }),
    );
  });

  it('differs by objective where a good pair stands in the way of two fair ones', () => {
    // the second mentee can only have the first mentor, whom the first mentee fits best
    const market: Market = {
      mentees: 2,
      mentors: 2,
      room: Int32Array.of(1, 1),
      fit: Float64Array.of(1, 0.1, 0.4, -1),
      menteeLikes: new Float64Array(4),
      mentorLikes: new Float64Array(4),
      luck: new Float64Array(4),
    };
    expect([...assign(market, 'highestFit')]).toEqual([0, -1]);
    expect([...assign(market, 'mostPeople')]).toEqual([1, 0]);
  });
});

describe('deferred acceptance', () => {
  it('is stable: no mentee and mentor would both rather have each other', () => {
    fc.assert(
      fc.property(markets(7), (market) => {
        const matching = matchByDeferredAcceptance(market);
        const { mentors, mentees, menteeLikes, mentorLikes } = market;
        for (let i = 0; i < mentees; i++) {
          for (let j = 0; j < mentors; j++) {
            if (!isAllowed(market, i, j) || market.room[j] === 0 || matching[i] === j) continue;
            const mine = matching[i];
            const rather =
              mine < 0 || menteeLikes[i * mentors + j] > menteeLikes[i * mentors + mine];
            const held = [...matching.keys()].filter((k) => matching[k] === j);
            const liked = mentorLikes[i * mentors + j];
            const welcome =
              held.length < market.room[j] ||
              held.some((k) => mentorLikes[k * mentors + j] < liked);
            expect(rather && welcome).toBe(false);
          }
        }
      }),
    );
  });

  it('finds the textbook matching that is best for mentees', () => {
    const order = (lists: readonly (readonly number[])[]): Float64Array =>
      Float64Array.from(lists.flatMap((list) => [0, 1, 2].map((j) => -list.indexOf(j))));
    // likes of mentors are stored by mentee: rows are mentees, columns mentors
    const market: Market = {
      mentees: 3,
      mentors: 3,
      room: Int32Array.of(1, 1, 1),
      fit: new Float64Array(9),
      menteeLikes: order([
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
      ]),
      // mentor 0 prefers mentees 2, 1, 0; mentor 1 prefers 0, 1, 2; mentor 2 prefers 0, 1, 2
      mentorLikes: Float64Array.of(-2, 0, 0, -1, -1, -1, 0, -2, -2),
      luck: new Float64Array(9),
    };
    expect([...matchByDeferredAcceptance(market)]).toEqual([1, 2, 0]);
  });
});
