/** Numbers and words on fixed inputs. */
import { describe, expect, it } from 'vitest';
import {
  differenceText,
  formatFor,
  levelText,
  plainNumber,
  rangeText,
} from '../../report/numbers.ts';
import { listText, subjectOf } from '../../report/vocabulary.ts';
import { changeText, findingText, meaningOf } from '../../report/words.ts';
import { comparison, firstLook, model } from './fixture.ts';

const share = formatFor('share', [0.14, -0.02], 0.03);
const money = formatFor('US$ (2024)/year', [915_036, -41_200]);

describe('numbers', () => {
  it('writes shares as so many in 100', () => {
    expect(share.unit).toBe('in 100');
    expect(levelText(0.674, share)).toBe('67');
    expect(differenceText(0.14, share)).toBe('+14');
    expect(differenceText(-0.094, share)).toBe('−9');
    expect(rangeText(-0.1375, -0.0401, share)).toBe('−14 to −4');
  });

  it('keeps decimals only where the smallest difference that matters needs them', () => {
    const leaving = formatFor('share', [-0.0013, -0.0063], 0.005);
    expect(levelText(0.0432, leaving)).toBe('4.3');
    expect(differenceText(-0.0013, leaving)).toBe('−0.1');
    const score = formatFor('0–1', [-0.0757, 0.0012], 0.01);
    expect(differenceText(-0.0757, score)).toBe('−0.08');
  });

  it('rounds once, and shows at most two significant digits of a difference', () => {
    expect(differenceText(0.01449, share)).toBe('+1');
    expect(differenceText(915_036, money)).toBe('+$920k');
    expect(differenceText(-41_200, money)).toBe('−$41k');
    expect(levelText(1_480_800, money)).toBe('$1,480k');
    expect(rangeText(11_900, 12_300, money)).toBe('+$12k');
  });

  it('gives no sign to what rounds to nothing and a dash to what is missing', () => {
    expect(differenceText(-0.001, share)).toBe('0');
    expect(differenceText(null, share)).toBe('–');
    expect(levelText(null, share)).toBe('–');
    expect(rangeText(null, 0.1, share)).toBe('–');
    expect(levelText(-0.0001, share)).toBe('0');
  });

  it('writes settings as they were set', () => {
    expect(plainNumber(0.1 + 0.2)).toBe('0.3');
    expect(plainNumber(190_000)).toBe('190,000');
    expect(plainNumber(-3.2)).toBe('−3.2');
    expect(plainNumber(Number.POSITIVE_INFINITY)).toBe('without end');
  });
});

describe('words', () => {
  const better = comparison('hasMentor', 'residents', 0.67, 0.81, 0.05);
  const outcome = model.outcomes['hasMentor'];

  it('says what a comparison means', () => {
    expect(meaningOf(better, outcome).text).toBe('better');
    const small = comparison('hasMentor', 'residents', 0.67, 0.69, 0.01);
    expect(meaningOf(small, outcome).text).toBe('slightly better');
    const worse = comparison('hasMentor', 'residents', 0.67, 0.6, 0.01);
    expect(meaningOf(worse, outcome).tone).toBe('worse');
    const open = comparison('hasMentor', 'residents', 0.67, 0.68, 0.05);
    expect(meaningOf(open, outcome).text).toBe('cannot tell apart yet');
    expect(meaningOf(firstLook(better), outcome).text).toBe('one future: no verdict yet');
    const cost = comparison('programmeCost', 'everybody', 0, 200_000, 10);
    expect(meaningOf(cost, model.outcomes['programmeCost']).text).toBe('costs more');
    const few = { ...better, difference: null, verdict: 'too few people to show' } as const;
    expect(meaningOf(few, outcome).text).toBe('too few people to show');
  });

  it('describes a change, also one too small to see', () => {
    expect(changeText(better, share)).toBe('rises from 67 to 81 in 100');
    const same = comparison('hasMentor', 'residents', 0.671, 0.672, 0.001);
    expect(changeText(same, share)).toBe('stays near 67 in 100');
    expect(findingText('residents with a mentor', better, share)).toBe(
      'residents with a mentor: 81 instead of 67 in 100',
    );
    expect(findingText('x', firstLook(better), share)).toBe('x: a first look');
  });

  it('names outcomes and groups as part of a sentence', () => {
    expect(subjectOf(model, 'hasMentor', 'everybody')).toBe('people with a mentor');
    expect(subjectOf(model, 'satisfaction', 'residents')).toBe('satisfaction among residents');
    expect(listText(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more');
  });
});
