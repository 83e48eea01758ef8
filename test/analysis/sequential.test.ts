/** The stopping rule: it stays right however often one looks, and what that costs in replicates. */
import { describe, expect, test } from 'vitest';
import { anytimeHalfWidth, decideInTurn, enoughPairs } from '../../sim/analysis/sequential.ts';
import { normalQuantile } from '../../sim/chance/normal-quantile.ts';
import { log } from '../../sim/chance/portable.ts';
import { sequential } from '../../sim/chance/seeds.ts';

const decisions = 1000;
/** 95 % less one standard error twice over 1,000 decisions. */
const leastCoverage = 0.936;

/** A thousand users who look after every pair and stop as soon as they may. */
function study(
  effect: number,
  draw: (u: number) => number,
): { covered: number; wrong: number; pairs: number } {
  let covered = 0;
  let wrong = 0;
  let pairs = 0;
  for (let k = 0; k < decisions; k++) {
    const draws = sequential(`decision ${effect} ${k}`);
    const values = Array.from({ length: 400 }, () => effect + draw(draws.next()));
    const standing = decideInTurn(values, { smallestImportant: 0.2 });
    if (standing.low <= effect && effect <= standing.high) covered++;
    if (standing.decision === (effect > 0 ? 'down' : 'up')) wrong++;
    pairs += standing.pairs;
  }
  return { covered: covered / decisions, wrong: wrong / decisions, pairs: pairs / decisions };
}

describe('the stopping rule', () => {
  test.each([0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8, 1.2, 2])(
    'holds the truth in 93.6 of 100 decisions at effect %d',
    (effect) => {
      const { covered, wrong } = study(effect, normalQuantile);
      expect(covered).toBeGreaterThanOrEqual(leastCoverage);
      expect(wrong).toBeLessThanOrEqual(0.05);
    },
  );

  test.each([0, 0.2, 0.5, 1])('and with lopsided differences, at effect %d', (effect) => {
    // exponential less its mean
    const { covered } = study(effect, (u) => -log(1 - u) - 1);
    expect(covered).toBeGreaterThanOrEqual(leastCoverage);
  });

  test('asks for a known price: at most three times the pairs of a single look', () => {
    for (const [effect, most] of [
      [0.3, 3],
      [0.5, 3],
      [0.8, 4],
    ]) {
      const single =
        (1.96 / effect) ** 2 + (1.2816 / effect) ** 2 + (2 * 1.96 * 1.2816) / effect ** 2;
      const { pairs } = study(effect, normalQuantile);
      expect(pairs / single).toBeLessThan(most);
      expect(pairs).toBeGreaterThan(5);
    }
  });

  test('where the usual interval at every look is wrong far more often', () => {
    let wrong = 0;
    for (let k = 0; k < 300; k++) {
      const draws = sequential(`usual ${k}`);
      let sum = 0;
      let squares = 0;
      for (let n = 1; n <= 200; n++) {
        const value = normalQuantile(draws.next());
        sum += value;
        squares += value * value;
        const variance = (squares - (sum * sum) / n) / (n - 1);
        if (n >= 5 && Math.abs(sum / n) > 2.2 * Math.sqrt(variance / n)) {
          wrong++;
          break;
        }
      }
    }
    expect(wrong / 300).toBeGreaterThan(0.15);
  });
});

describe('enough pairs', () => {
  const series = (effect: number, count: number): number[] => {
    const draws = sequential('series');
    return Array.from({ length: count }, () => effect + normalQuantile(draws.next()));
  };

  test('says when it was decided', () => {
    const enough = enoughPairs(series(1, 100), { smallestImportant: 0.1 });
    expect(enough.decision).toBe('up');
    expect(enough.decidedAt).toBeGreaterThan(5);
    expect(enough.decidedAt).toBeLessThan(40);
    expect(enough.further).toBe(0);
  });

  test('foresees how many more, and that many do decide', () => {
    const all = Array.from({ length: 1000 }, (_, k) => 0.25 + (k % 2 === 0 ? 1 : -1));
    const some = enoughPairs(all.slice(0, 40), { smallestImportant: 0.05 });
    expect(some.decision).toBe('open');
    // (1.96 / 0.25)² for one look; watching costs about twice as many
    expect(some.fixed).toBeGreaterThan(58);
    expect(some.fixed).toBeLessThan(66);
    expect(some.further).toBeGreaterThan(60);
    expect(some.further).toBeLessThan(140);
    const later = enoughPairs(all, { smallestImportant: 0.05 });
    expect(later.decision).toBe('up');
    expect(Math.abs((later.decidedAt ?? 0) - 40 - some.further)).toBeLessThanOrEqual(12);
  });

  test('finds a difference too small to matter', () => {
    const enough = enoughPairs(series(0, 400), { smallestImportant: 0.3 });
    expect(enough.decision).toBe('too small to matter');
  });

  test('never foresees an end where the mean is nothing and every difference matters', () => {
    const enough = enoughPairs(
      Array.from({ length: 20 }, (_, k) => (k % 2 === 0 ? 1 : -1)),
      { smallestImportant: 0 },
    );
    expect(enough.further).toBe(Number.POSITIVE_INFINITY);
  });

  test('takes pairs that never differ for alike, and waits for one that does', () => {
    const zeros = new Array<number>(20).fill(0);
    const rule = { smallestImportant: 0 };
    expect(enoughPairs(zeros, rule).decision).toBe('alike');
    expect(enoughPairs([...zeros, 1], rule).decision).toBe('open');
    expect(enoughPairs(new Array<number>(15).fill(2), rule).decision).toBe('up');
    expect(enoughPairs([2, 2], rule).decision).toBe('open');
  });
});

test('the half-width falls with pairs and is finite from a handful on', () => {
  expect(anytimeHalfWidth(2, 1)).toBe(Number.POSITIVE_INFINITY);
  const widths = [10, 30, 100, 1000].map((n) => anytimeHalfWidth(n, 1));
  expect(widths).toEqual([...widths].sort((a, b) => b - a));
  expect(widths[1]).toBeGreaterThan(0.37);
  expect(widths[1]).toBeLessThan(0.65);
});
