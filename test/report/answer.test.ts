/** The answer in two sentences, on fixed inputs. */
import { describe, expect, it } from 'vitest';
import { answerOf } from '../../report/answer.ts';
import { harmsOf } from '../../report/harm.ts';
import { readInput } from '../../report/reading.ts';
import { studentPValue } from '../../report/student.ts';
import type { Comparison } from '../../sim/analysis/paired.ts';
import { comparison, comparisons, firstLook, model, reportInput } from './fixture.ts';

function answer(changed: readonly Comparison[]): string {
  const reading = readInput(reportInput({ comparisons: changed }));
  return answerOf(reading, reading.scenarios[0]).join(' ');
}

describe('the answer', () => {
  it('says what changes, for whom, at what cost, and who is worst off', () => {
    expect(answer(comparisons)).toBe(
      'Over 30 pairs of futures, the share of residents with a mentor rises from 67 to 81 in 100 ' +
        '(nine of ten futures: +9 to +19) and the share of residents who are burned out falls from ' +
        '52 to 47 in 100 (−9 to −1); the cost of programmes rises by $210k a year ' +
        '(+$200k to +$220k). Faculty are then worst off (“Have a mentor”: 72 in 100; ' +
        'no clear change); cannot tell apart yet for everybody together and faculty.',
    );
  });

  it('says so when nothing changes at all', () => {
    const same = comparisons.map((c) => ({
      ...c,
      ...{ value: c.baseline, difference: 0, meanLow: 0, meanHigh: 0 },
      ...{ futureLow: 0, futureHigh: 0, verdict: 'no difference' as const },
    }));
    expect(answer(same)).toBe(
      'Over 30 pairs of futures, nothing changes: every outcome is the same with and without it. ' +
        'Nobody is better or worse off.',
    );
  });

  it('says so when nothing can be told apart', () => {
    const open = comparisons
      .filter((c) => c.unit === 'share')
      .map((c) => ({ ...c, verdict: 'cannot tell apart yet' as const }));
    const text = answer(open);
    expect(text).toContain('no headline outcome clearly changes for people.');
    expect(text).toContain('cannot tell apart yet: “Have a mentor” and “Burned out”.');
  });

  it('gives neither range nor verdict after one future', () => {
    const text = answer(comparisons.map(firstLook));
    expect(text).toMatch(/^A first look at one future: /);
    expect(text).toContain('One future gives no range and no verdict');
    expect(text).not.toMatch(/nine of ten|better off/);
  });

  it('gives no range below five futures', () => {
    const few = comparisons.map((c) => ({
      ...c,
      futureLow: null,
      futureHigh: null,
      replicates: 3,
    }));
    expect(answer(few)).toContain('Over 3 pairs of futures');
    expect(answer(few)).toContain('(no range yet)');
  });

  it('says so when no pair finished or groups are too small', () => {
    expect(answer([])).toMatch(/^No pair of futures finished/);
    const masked = comparisons.map((c) => ({ ...c, value: null, difference: null }));
    expect(answer(masked)).toMatch(/^No pair of futures finished/);
  });

  it('sets what gets worse against what gets better', () => {
    const mixed = [
      ...comparisons,
      comparison('satisfaction', 'everybody', 0.7, 0.66, 0.01),
      comparison('satisfaction', 'residents', 0.7, 0.64, 0.01),
    ];
    expect(answer(mixed)).toContain(', but satisfaction among residents falls from 0.70 to 0.64');
  });

  it('never speaks of agents or runs', () => {
    expect(answer(comparisons)).not.toMatch(/\b(agents?|runs?)\b/i);
  });
});

describe('harm', () => {
  const helped = comparison('burnedOut', 'everybody', 0.47, 0.42, 0.02);

  it('warns of a group that loses while the mean gains, beyond chance', () => {
    const hurt = comparison('burnedOut', 'faculty', 0.4, 0.45, 0.04);
    const [harm] = harmsOf(model, [helped, hurt]);
    expect(harm).toMatchObject({ certain: true, hiddenByMean: true });
  });

  it('says that there are not enough futures otherwise', () => {
    const maybe = comparison('burnedOut', 'faculty', 0.4, 0.45, 0.12);
    expect(harmsOf(model, [helped, maybe])[0]).toMatchObject({ certain: false });
    const early = { ...comparison('burnedOut', 'faculty', 0.4, 0.45, 0.04), replicates: 4 };
    expect(harmsOf(model, [helped, early])[0]).toMatchObject({ certain: false });
  });

  it('corrects for the number of groups looked at', () => {
    const other = ['women', 'men', 'interns', 'residents', 'later residents', 'junior faculty'];
    const quiet = other.map((group) => comparison('burnedOut', group, 0.4, 0.4, 0.1));
    // p about 0.02: alone it counts, among seven it does not
    const hurt = comparison('burnedOut', 'faculty', 0.4, 0.45, 0.083);
    expect(harmsOf(model, [helped, hurt])[0].certain).toBe(true);
    expect(harmsOf(model, [helped, hurt, ...quiet])[0].certain).toBe(false);
  });

  it('is silent below the smallest difference that matters and where a group gains', () => {
    const slight = comparison('burnedOut', 'faculty', 0.4, 0.415, 0.004);
    const gains = comparison('burnedOut', 'residents', 0.5, 0.4, 0.02);
    expect(harmsOf(model, [helped, slight, gains])).toEqual([]);
  });

  it('has the p-values of Student’s t', () => {
    for (const [t, degrees, p] of [
      [12.7062, 1, 0.05],
      [2.77645, 4, 0.05],
      [2.09302, 19, 0.05],
      [3.6594, 29, 0.001],
    ]) {
      expect(studentPValue(t, degrees)).toBeCloseTo(p, 5);
    }
    expect(studentPValue(0, 9)).toBe(1);
  });
});
