/** Peer groups: how many meet, how close and how old they are. */
import { outcomeFor } from '../../../sim/model/outcomes.ts';
import { weeksPerYear } from '../../../sim/model/time.ts';
import type { MentoringWorld } from '../shape.ts';

const outcome = outcomeFor<MentoringWorld>();

export const activeGroups = outcome({
  title: 'Peer groups',
  doc: 'Peer groups that meet.',
  of: 'world',
  aggregate: 'mean',
  unit: 'groups',
  better: 'neither',
  over: 'lastYear',
  value: ({ tables }) => {
    let active = 0;
    for (let g = 0; g < tables.groups.size; g++) active += tables.groups.column.active[g];
    return active;
  },
});

export const groupCohesion = outcome({
  title: 'Cohesion of peer groups',
  doc: 'Mean cohesion of the peer groups that meet.',
  of: 'world',
  aggregate: 'mean',
  unit: '0–1',
  better: 'up',
  over: 'lastYear',
  value: ({ tables }) => {
    const { active, cohesion } = tables.groups.column;
    let sum = 0;
    let n = 0;
    for (let g = 0; g < tables.groups.size; g++) {
      if (active[g] === 0) continue;
      sum += cohesion[g];
      n++;
    }
    return n > 0 ? sum / n : Number.NaN;
  },
});

export const groupAge = outcome({
  title: 'Age of peer groups',
  doc: 'Mean age of the peer groups that meet.',
  of: 'world',
  aggregate: 'mean',
  unit: 'years',
  better: 'up',
  over: 'lastYear',
  value: ({ tables, week }) => {
    const { active, started } = tables.groups.column;
    let sum = 0;
    let n = 0;
    for (let g = 0; g < tables.groups.size; g++) {
      if (active[g] === 0) continue;
      sum += week - started[g];
      n++;
    }
    return n > 0 ? sum / n / weeksPerYear : Number.NaN;
  },
});

export const endedGroups = outcome({
  title: 'Peer groups ended',
  doc: 'Peer groups that dissolved or came to the end of their term.',
  of: 'event',
  event: 'groupEnd',
  aggregate: 'sum',
  unit: 'groups',
  better: 'neither',
  over: 'total',
});
