/** How relationships develop: time to each stage, where ties stand and end, all ties started. */
import type { Outcome } from '../../../sim/model/outcomes.ts';
import { outcomeFor } from '../../../sim/model/outcomes.ts';
import { weeksPerMonth } from '../../../sim/model/time.ts';
import { formal, informal } from '../codes.ts';
import { isGated } from '../processes/development.ts';
import type { MentoringWorld } from '../shape.ts';
import { stages } from '../stages.ts';
import { startedRapport, weeksToStage } from '../tie-histories.ts';

const outcome = outcomeFor<MentoringWorld>();

function monthsTo(stage: number, share: number, which: string): Outcome<MentoringWorld> {
  const { name } = stages[stage];
  return outcome({
    title: `Months to stage ${stage + 1} (${name}), ${which}`,
    doc: `Months from the start of a senior tie to its stage ${stage + 1} of 7, ${which} of those that reach it; ties of the last five years or so.`,
    of: 'world',
    aggregate: 'mean',
    unit: 'months',
    better: 'neither',
    over: 'mean',
    value: (world) => weeksToStage(world, stage, share) / weeksPerMonth,
  });
}

export const monthsToStage2 = monthsTo(1, 0.5, 'median');
export const monthsToStage3 = monthsTo(2, 0.5, 'median');
export const monthsToStage4 = monthsTo(3, 0.5, 'median');
export const monthsToStage5 = monthsTo(4, 0.5, 'median');
export const monthsToStage6 = monthsTo(5, 0.5, 'median');
export const monthsToStage7 = monthsTo(6, 0.5, 'median');
export const slowMonthsToStage2 = monthsTo(1, 0.9, '90th percentile');
export const slowMonthsToStage3 = monthsTo(2, 0.9, '90th percentile');
export const slowMonthsToStage4 = monthsTo(3, 0.9, '90th percentile');
export const slowMonthsToStage5 = monthsTo(4, 0.9, '90th percentile');
export const slowMonthsToStage6 = monthsTo(5, 0.9, '90th percentile');
export const slowMonthsToStage7 = monthsTo(6, 0.9, '90th percentile');

function endedIn(stage: number): Outcome<MentoringWorld> {
  return outcome({
    title: `Endings in stage ${stage + 1} (${stages[stage].name})`,
    doc: `Share of senior ties that ended by themselves which did so in stage ${stage + 1} of 7; ties of the last five years or so.`,
    of: 'world',
    aggregate: 'mean',
    unit: 'share',
    better: 'neither',
    over: 'mean',
    value: ({ tables }) => {
      const { ended } = tables.stages.column;
      let all = 0;
      for (let k = 0; k < stages.length; k++) all += ended[k];
      return all > 0 ? ended[stage] / all : Number.NaN;
    },
  });
}

export const endingsInStage1 = endedIn(0);
export const endingsInStage2 = endedIn(1);
export const endingsInStage3 = endedIn(2);
export const endingsInStage4 = endedIn(3);
export const endingsInStage5 = endedIn(4);
export const endingsInStage6 = endedIn(5);
export const endingsInStage7 = endedIn(6);

function standIn(from: number, to: number, title: string, doc: string): Outcome<MentoringWorld> {
  return outcome({
    title,
    doc,
    of: 'tie',
    layer: 'senior',
    aggregate: 'mean',
    unit: 'share',
    better: 'neither',
    over: 'lastYear',
    value: ({ ties }, tie) => {
      const stage = ties.senior.column.tieStage[tie];
      return stage >= from && stage <= to ? 1 : 0;
    },
  });
}

export const inInitiation = standIn(
  0,
  2,
  'Senior ties in initiation',
  'Senior ties in stages 1 to 3: orientation, expectations, first trust.',
);
export const inCultivation = standIn(
  3,
  4,
  'Senior ties in cultivation',
  'Senior ties in stages 4 and 5: guided work, growing autonomy.',
);
export const inTransition = standIn(
  5,
  6,
  'Senior ties in separation and redefinition',
  'Senior ties in stages 6 and 7: near-peer work, transition.',
);

export const gated = outcome({
  title: 'Held back by a competence gate',
  doc: 'Senior ties of residents with the meetings and rapport for their next stage, but not the competence.',
  of: 'tie',
  layer: 'senior',
  aggregate: 'mean',
  unit: 'share',
  better: 'neither',
  over: 'lastYear',
  value: (world, tie) => {
    const { source, tieStage, meetings, rapport } = world.ties.senior.column;
    const next = stages[tieStage[tie] + 1];
    if (!next || meetings[tie] < next.meetings || rapport[tie] < next.rapport) return 0;
    return isGated(world, source[tie], tieStage[tie]) ? 1 : 0;
  },
});

function rapportOfStarted(age: number, origin: number, when: string): Outcome<MentoringWorld> {
  const kind = origin === formal ? 'formal' : 'informal';
  return outcome({
    title: `Rapport of all ${kind} ties after ${when}`,
    doc: `Mean rapport, ${when} after the start, of all ${kind} senior ties started, those ended since counted as 0.`,
    of: 'world',
    aggregate: 'mean',
    unit: '0–1',
    better: 'up',
    over: 'mean',
    value: (world) => startedRapport(world, age, origin),
  });
}

export const informalAfterHalfYear = rapportOfStarted(26, informal, 'half a year');
export const informalAfterYear = rapportOfStarted(52, informal, 'a year');
export const informalAfterTwoYears = rapportOfStarted(104, informal, 'two years');
export const formalAfterHalfYear = rapportOfStarted(26, formal, 'half a year');
export const formalAfterYear = rapportOfStarted(52, formal, 'a year');
export const formalAfterTwoYears = rapportOfStarted(104, formal, 'two years');

export const tieLife = outcome({
  title: 'How long senior ties last',
  doc: 'Mean months from start to end of senior ties that ended by themselves; ties of the last five years or so.',
  of: 'world',
  aggregate: 'mean',
  unit: 'months',
  better: 'up',
  over: 'mean',
  value: ({ tables }) => {
    const { ended, life } = tables.stages.column;
    let ties = 0;
    let weeks = 0;
    for (let k = 0; k < stages.length; k++) {
      ties += ended[k];
      weeks += life[k];
    }
    return ties > 0 ? weeks / ties / weeksPerMonth : Number.NaN;
  },
});
