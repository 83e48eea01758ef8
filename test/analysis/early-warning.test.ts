/** Early-warning signals: a season leaves none, and slower recovery raises both. */
import { describe, expect, it } from 'vitest';
import { earlyWarning, withoutSeason } from '../../sim/analysis/early-warning.ts';
import { sequential } from '../../sim/chance/seeds.ts';

/** A series that forgets by `kept` a row, with the same shocks whatever that is. */
function relaxing(kept: number, rows: number): number[] {
  const chance = sequential('early warning');
  let value = 0;
  return Array.from({ length: rows }, () => {
    value = kept * value + (chance.next() - 0.5);
    return value;
  });
}

describe('early-warning signals', () => {
  it('do not see a season', () => {
    const saw = Array.from({ length: 65 }, (_, row) => row % 13);
    expect(withoutSeason(saw, 13)).toEqual(saw.map(() => 0));
    const [point] = earlyWarning(saw, 13, 26);
    expect(point.row).toBe(25);
    expect(point.variance).toBe(0);
    expect(point.autocorrelation).toBeNaN();
  });

  it('are the variance and lag-1 autocorrelation of the window, by hand', () => {
    const [first, second] = earlyWarning([1, 3, 2, 6], 1, 3);
    // less the mean 3: −2, 0, −1, 3
    expect(first.variance).toBeCloseTo(1, 12);
    expect(first.autocorrelation).toBeCloseTo((-1 * 1 + 1 * 0) / 2, 12);
    expect(second.variance).toBeCloseTo(13 / 3, 12);
    expect(second.row).toBe(3);
  });

  it('both rise when recovery slows', () => {
    const at = (kept: number) => earlyWarning(relaxing(kept, 1300), 13, 1300)[0];
    expect(at(0.9).autocorrelation).toBeGreaterThan(0.8);
    expect(at(0.5).autocorrelation).toBeGreaterThan(0.4);
    expect(at(0.5).autocorrelation).toBeLessThan(0.6);
    expect(at(0.9).variance).toBeGreaterThan(2 * at(0.5).variance);
  });

  it('need a window of three rows', () => {
    expect(() => earlyWarning([1, 2, 3], 1, 2)).toThrow('expected a window from 3 up, found 2');
  });
});
