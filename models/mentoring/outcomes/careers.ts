/** How careers go: who stays one, five and ten years, who is promoted and when, and series of departures. */
import type { Outcome } from '../../../sim/model/outcomes.ts';
import { outcomeFor } from '../../../sim/model/outcomes.ts';
import type { MentoringWorld } from '../shape.ts';

const outcome = outcomeFor<MentoringWorld>();

function stayed(years: number, words: string, smallestImportant: number): Outcome<MentoringWorld> {
  return outcome({
    title: `Stay ${words}`,
    doc: `Of faculty whose first ${words} here were completed or cut short since the start, the share that completed them.`,
    of: 'event',
    event: `stayed${years}`,
    aggregate: 'ratioSoFar',
    per: [`stayed${years}`, `left${years}`],
    unit: 'share',
    better: 'up',
    over: 'lastYear',
    smallestImportant,
  });
}

export const stayOneYear = stayed(1, 'a year', 0.02);
export const stayFiveYears = stayed(5, 'five years', 0.03);
export const stayTenYears = stayed(10, 'ten years', 0.03);

export const everPromoted = outcome({
  title: 'Ever promoted',
  doc: 'Of assistant professors who were promoted or left since the start, the share that was promoted first.',
  of: 'event',
  event: 'promotedFirst',
  aggregate: 'ratioSoFar',
  per: ['promotedFirst', 'leftUnpromoted'],
  unit: 'share',
  better: 'up',
  over: 'lastYear',
});

export const yearsToPromotion = outcome({
  title: 'Years to promotion',
  doc: 'Years as assistant professor of those promoted to associate professor.',
  of: 'event',
  event: 'yearsToPromotion',
  aggregate: 'ratioSoFar',
  per: ['promotedFirst'],
  unit: 'years',
  better: 'down',
  over: 'lastYear',
});

export const departuresInSeries = outcome({
  title: 'Departures in a series',
  doc: 'Size of cascades: faculty who leave a department within a quarter of each other, for each such series; 1 when nobody follows.',
  of: 'event',
  event: 'facultyExit',
  aggregate: 'ratioSoFar',
  per: ['cascade'],
  unit: 'people',
  better: 'down',
  over: 'lastYear',
});
