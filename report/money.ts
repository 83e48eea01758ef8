/** What a scenario costs and saves over the whole run, in one sentence for tables and reports. */
import type { MoneyAnswer, MoneyOutcomes } from '../sim/analysis/money.ts';
import { formatFor, levelText } from './numbers.ts';
import { countText } from './vocabulary.ts';

/** The outcomes of the mentoring model that money is summed up from. */
export const moneyOutcomes: MoneyOutcomes = {
  programmes: 'programmeCost',
  losses: 'turnoverCost',
  leaving: 'leaving',
};

/** Gross, avoided and net apart, and when it pays; `unit` is that of the costs a year. */
export function moneyText(answer: MoneyAnswer, unit: string): string {
  const { gross, avoided, net, years, replicates, retained, costPerRetained } = answer;
  const format = formatFor(unit.replace('/year', ''), [gross, avoided, net]);
  const level = (value: number): string => levelText(value, format);
  const over = `Over ${countText(Math.round(years), 'year')}: programmes ${level(gross)}, avoided turnover ${level(avoided)}, net ${level(net)}.`;
  if (gross === 0) return over;
  const share = Math.round(100 * answer.futuresBrokenEven);
  const even =
    answer.breakEvenYear === null
      ? `Does not break even (in ${share} of 100 futures it does)`
      : `Breaks even in year ${answer.breakEvenYear} (in ${share} of 100 futures by the end)`;
  const price =
    costPerRetained === null
      ? 'nobody more is retained'
      : `${level(costPerRetained)} for each of ${retained.toFixed(1)} more people retained`;
  return `${over} ${even}; ${price}; ${countText(replicates, 'pair')} of futures.`;
}
