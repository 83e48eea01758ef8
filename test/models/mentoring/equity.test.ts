/** Identity acts through named mechanisms only: with all of them neutral, labels mean nothing. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { man, woman } from '../../../models/mentoring/codes.ts';
import {
  extraMentoring,
  identityNeutral,
  neutralIdentity,
  promotionRatio,
} from '../../../models/mentoring/equity.ts';
import { equityParameters } from '../../../models/mentoring/parameters/equity.ts';
import { mentoringParameters } from '../../../models/mentoring/parameters/index.ts';
import type { ColumnArray } from '../../../sim/data/columns.ts';
import { defaultsOf } from '../../../sim/model/parameters.ts';
import type { Simulation } from '../../../sim/model/simulation.ts';
import { department, seatsOf } from './small-world.ts';

const defaults = defaultsOf(mentoringParameters);
const place = 'population: { faculty: 60, residents: 40, departments: 4 }\n';

/** Every column of people but the labels themselves, and all ties, after six years. */
function history(parameters: Readonly<Record<string, number>>): Record<string, ColumnArray> {
  const { simulation } = department(parameters, place, -52);
  simulation.runTo(260);
  return state(simulation);
}

function state({ world }: Simulation): Record<string, ColumnArray> {
  const rows: Record<string, ColumnArray> = {};
  for (const [name, values] of Object.entries<ColumnArray>(world.people.column)) {
    if (name === 'gender' || name === 'minority') continue;
    rows[name] = values.slice();
  }
  for (const [layer, { column, size }] of Object.entries(world.ties)) {
    for (const [name, values] of Object.entries<ColumnArray>(column)) {
      rows[`${layer} ${name}`] = values.slice(0, size);
    }
  }
  return rows;
}

/** Far more women and under-represented people: other labels for the same people. */
const relabelled = {
  womenShare: 0.8,
  minorityShare: 0.5,
  womenShareResidents: 0.8,
  minorityShareResidents: 0.5,
};

describe('identity neutral', () => {
  it('leaves no trace of labels: whoever is called what, history is the same to the last bit', () => {
    const neutral = identityNeutral(defaults);
    const here = history(neutral);
    const there = history({ ...neutral, ...relabelled });
    expect(Object.keys(here).length).toBeGreaterThan(60);
    for (const [name, values] of Object.entries(here)) expect(there[name], name).toEqual(values);
  });

  it.each([
    ['genderHomophily', {}],
    ['minorityHomophily', {}],
    ['concordance', {}],
    ['minorityTax', {}],
    ['womenTax', {}],
    ['sponsorshipBiasMinority', { sponsorshipBiasMinority: 0.5 }],
    ['sponsorshipBiasWomen', { sponsorshipBiasWomen: 0.5 }],
    ['promotionWomen', { promotionWomen: 0.1 }],
    ['promotionMinority', { promotionMinority: 0.1 }],
  ])('closes %s, which alone lets labels matter', (name, values) => {
    const open: Record<string, number> = { ...identityNeutral(defaults) };
    const value = defaultsOf(mentoringParameters)[name as keyof typeof defaults];
    const alone = { ...open, [name]: Number(value), ...values };
    const here = history(alone);
    const there = history({ ...alone, ...relabelled });
    const moved = Object.keys(here).filter((column) => {
      return here[column].length !== there[column].length || !same(here[column], there[column]);
    });
    expect(moved.length).toBeGreaterThan(0);
  });

  it('sets every mechanism of identity, and sizes of groups as among faculty', () => {
    const set = identityNeutral({ womenShare: 0.3, minorityShare: 0.2 });
    expect(Object.keys(set)).toEqual(expect.arrayContaining(Object.keys(equityParameters)));
    expect(set).toMatchObject({ womenShareResidents: 0.3, minorityShareResidents: 0.2 });
    for (const [name, value] of Object.entries(neutralIdentity)) {
      const { range } = mentoringParameters[name as keyof typeof neutralIdentity];
      expect(value, name).toBeGreaterThanOrEqual(range[0]);
      expect(value, name).toBeLessThanOrEqual(range[1]);
    }
  });

  it('is what its scenario file sets', () => {
    const file = parse(readFileSync('scenarios/identity-neutral.yaml', 'utf8')) as {
      readonly parameters: Readonly<Record<string, number>>;
    };
    expect(file.parameters).toEqual(identityNeutral(defaults));
  });
});

function same(a: ColumnArray, b: ColumnArray): boolean {
  return a.every((value, k) => value === b[k]);
}

describe('mechanisms of identity', () => {
  it('ask senior women and under-represented seniors for more, and nobody else', () => {
    const { world } = department({ womenTax: 1.2, minorityTax: 3 });
    const c = world.people.column;
    const [seat] = seatsOf(world, 1);
    const extra = (rank: number, gender: number, minority: number): number => {
      c.rank[seat] = rank;
      c.gender[seat] = gender;
      c.minority[seat] = minority;
      return extraMentoring(world, seat);
    };
    expect(extra(1, woman, 1)).toBe(0);
    expect(extra(2, man, 0)).toBe(0);
    expect(extra(2, woman, 0)).toBeCloseTo(0.2, 12);
    expect(extra(3, man, 1)).toBeCloseTo(2, 12);
    expect(extra(3, woman, 1)).toBeCloseTo(2.2, 12);
  });

  it('multiply residual hazard ratios of promotion', () => {
    const { world } = department({ promotionWomen: 0.8, promotionMinority: 0.5 });
    const c = world.people.column;
    c.gender[0] = woman;
    c.minority[0] = 1;
    expect(promotionRatio(world, 0)).toBeCloseTo(0.4, 12);
    c.gender[0] = man;
    expect(promotionRatio(world, 0)).toBe(0.5);
    c.minority[0] = 0;
    expect(promotionRatio(world, 0)).toBe(1);
  });
});
