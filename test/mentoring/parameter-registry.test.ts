/** Every number a user can set says what it is, what it may be, and where it comes from. */
import { describe, expect, test } from 'vitest';
import { mentoring } from '../../models/mentoring/model.ts';
import type { ParameterSpec } from '../../sim/model/parameters.ts';
import { accepts, gradeText, isChoice, isUnverified } from '../../sim/model/parameters.ts';
import { describeSchema } from '../../sim/model/scenario-schema.ts';
import type { Model } from '../../sim/model/simulation.ts';

const model = mentoring as unknown as Model;

const declared: readonly (readonly [string, ParameterSpec])[] = [
  ...Object.entries(model.shape.parameters),
  ...Object.entries(model.population).map(([name, spec]) => [`population.${name}`, spec] as const),
  ...Object.entries(model.policies).flatMap(([policy, { levers }]) =>
    Object.entries(levers).map(([name, spec]) => [`${policy}.${name}`, spec] as const),
  ),
];

/** What a reader can look up: an identifier, a year of publication, or a row of the evidence base. */
const reference = /10\.\d{4,}\/|PMC\d+|PMID \d+|\b(19|20)\d\d\b|\bkey: |smyre-/;

describe.each(declared)('%s', (_, spec) => {
  test('says what it is', () => {
    expect(spec.title).toMatch(/^\S.*[^.\s]$/);
    expect(spec.doc).toMatch(/^[\p{Lu}"“σ(]?.*\.$/u);
    if (!isChoice(spec)) expect(spec.unit).toMatch(/\S/);
  });

  test('has its default in the plausible range, and that in the range accepted', () => {
    expect(accepts(spec, spec.default)).toBe(true);
    if (isChoice(spec)) return;
    const [low, high] = spec.plausible;
    expect(low).toBeLessThanOrEqual(spec.default);
    expect(spec.default).toBeLessThanOrEqual(high);
    expect(low).toBeLessThan(high);
    expect(accepts(spec, low)).toBe(true);
    expect(accepts(spec, high)).toBe(true);
  });

  test('says where it comes from, and rests on a source where its grade says so', () => {
    expect(['A', 'B', 'C', 'D']).toContain(spec.grade);
    expect(spec.source).toMatch(/\S/);
    if (spec.grade === 'D') return;
    expect(spec.source).toMatch(reference);
    expect(spec.source).not.toMatch(/^assumption/);
  });

  test('calls a magnitude unverified that is only recalled', () => {
    expect(/recalled|not verified/.test(spec.source)).toBe(isUnverified(spec));
    expect(gradeText(spec).includes('unverified')).toBe(isUnverified(spec));
  });
});

/** Rows of the evidence base whose magnitudes are recalled: what rests on them. */
const recalled = [
  ...['trainingGain', 'capitalSupport', 'instructorShare', 'exitResidents'],
  ...['facultyTurnoverCost', 'minorityTax', 'womenTax', 'colleagueAfter'],
];

test.each(recalled)('%s rests on a recalled magnitude and says so', (name) => {
  expect(isUnverified(model.shape.parameters[name])).toBe(true);
});

test('the schema that editors show says so too', () => {
  const text = JSON.stringify(describeSchema(model));
  expect(text).toContain('Grade A, unverified');
});
