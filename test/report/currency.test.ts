/** Money in the scenario's currency and year of prices, everywhere the same; and its one sentence. */
import { describe, expect, it } from 'vitest';
import { mentoring } from '../../models/mentoring/model.ts';
import { priced } from '../../report/currency.ts';
import { moneyOutcomes, moneyText } from '../../report/money.ts';
import { formatFor, isMoney, levelText } from '../../report/numbers.ts';
import type { Model } from '../../sim/model/simulation.ts';

const model = mentoring as unknown as Model;

describe('a model in another currency', () => {
  const pounds = priced(model, { currency: '£', baseYear: 2019 });

  it('has its outcomes of money relabelled, and no others', () => {
    const moved = Object.keys(model.outcomes).filter((name) => {
      return pounds.outcomes[name].unit !== model.outcomes[name].unit;
    });
    const money = Object.keys(model.outcomes).filter((n) => isMoney(model.outcomes[n].unit));
    expect(moved).toEqual(money);
    expect(moved).toEqual(expect.arrayContaining(Object.values(moneyOutcomes).slice(0, 2)));
    expect(pounds.outcomes['netCost'].unit).toBe('£ (2019)/year');
    expect(isMoney('£ (2019)/year')).toBe(true);
    expect(isMoney('h/year')).toBe(false);
  });

  it('writes it so in numbers', () => {
    const format = formatFor(pounds.outcomes['netCost'].unit, [250_000]);
    expect(format.unit).toBe('£ (2019) a year');
    expect(levelText(-1_234_567, format)).toBe('−£1,230k');
  });

  it('stays as it is in the currency it was declared in, or without any', () => {
    expect(priced(model, { currency: 'US$', baseYear: 2024 })).toBe(model);
    expect(priced(model, {})).toBe(model);
  });
});

describe('money in one sentence', () => {
  const answer = {
    ...{ scenario: 'x', replicates: 20, years: 10, gross: 900_000, avoided: 1_200_000 },
    ...{
      net: -300_000,
      breakEvenYear: 4,
      futuresBrokenEven: 0.85,
      retained: 6,
      costPerRetained: 150_000,
    },
  };

  it('keeps gross, avoided and net apart and says when it pays', () => {
    expect(moneyText(answer, 'US$ (2024)/year')).toBe(
      'Over 10 years: programmes $900k, avoided turnover $1,200k, net −$300k. Breaks even in year 4 (in 85 of 100 futures by the end); $150k for each of 6.0 more people retained; 20 pairs of futures.',
    );
  });

  it('says so when it does not pay, or costs nothing', () => {
    const dear = { ...answer, breakEvenYear: null, futuresBrokenEven: 0.1, costPerRetained: null };
    expect(moneyText(dear, 'US$ (2024)/year')).toContain(
      'Does not break even (in 10 of 100 futures it does); nobody more is retained;',
    );
    expect(moneyText({ ...answer, gross: 0 }, 'US$ (2024)/year')).toMatch(/net −\$300k\.$/);
  });
});
