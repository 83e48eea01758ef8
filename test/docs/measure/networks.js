/** A real network simulated forward: what it is like at chosen weeks, beside a start without ties. */
import {
  clustering,
  contactsOf,
  density,
  gini,
  mean,
  reciprocity,
  standardError,
  tiesOf,
  within,
} from './statistics.js';

const faculty = 1;

/** Weeks at which a run is looked at: often at first, then yearly. */
export const weeks = [0, 13, 26, 52, 104, 156, 260, 520];

/** What is measured, in the order of the table. */
export const measures = {
  density: { title: 'density', decimals: 3, of: density },
  seniorTies: {
    title: 'senior ties a person',
    decimals: 2,
    of: (world) => tiesOf(world, 'senior').length / world.people.count,
  },
  reciprocity: { title: 'reciprocity of senior ties', decimals: 3, of: reciprocity },
  loadGini: {
    title: 'Gini of in-degree, all faculty',
    decimals: 2,
    of: (world) => gini(loads(world)),
  },
  withoutMentor: { title: 'share without a mentor', decimals: 2, of: withoutMentor },
  peerDegree: {
    title: 'peer ties a person',
    decimals: 2,
    of: (world) => (2 * tiesOf(world, 'peer').length) / world.people.count,
  },
  clustering: { title: 'clustering', decimals: 2, of: clustering },
  clusteringRatio: {
    title: 'clustering / density',
    decimals: 1,
    of: (world) => clustering(world) / density(world),
  },
  seniorDepartment: {
    title: 'senior ties within a department',
    decimals: 2,
    of: (world) => within(world, 'senior', 'department'),
  },
  peerDepartment: {
    title: 'peer ties within a department',
    decimals: 2,
    of: (world) => within(world, 'peer', 'department'),
  },
  seniorSite: {
    title: 'senior ties within a site',
    decimals: 2,
    of: (world) => within(world, 'senior', 'site'),
  },
  peerSite: {
    title: 'peer ties within a site',
    decimals: 2,
    of: (world) => within(world, 'peer', 'site'),
  },
};

function loads(world) {
  const { role } = world.people.column;
  const { held } = contactsOf(world);
  const load = new Map(held.filter((seat) => role[seat] === faculty).map((seat) => [seat, 0]));
  for (const [, mentor] of tiesOf(world, 'senior')) {
    if (load.has(mentor)) load.set(mentor, load.get(mentor) + 1);
  }
  return [...load.values()];
}

function withoutMentor(world) {
  const { held } = contactsOf(world);
  const mentored = new Set(tiesOf(world, 'senior').map(([mentee]) => mentee));
  return held.filter((seat) => !mentored.has(seat)).length / held.length;
}

/** Values of every measure at every week of one run. */
export function observe(simulation) {
  return weeks.map((week) => {
    simulation.runTo(week);
    const { world } = simulation;
    return Object.fromEntries(Object.entries(measures).map(([name, { of }]) => [name, of(world)]));
  });
}

/** Mean and standard error of a measure at a week, over runs. */
export function summary(runs, name, week) {
  const values = runs.map((run) => run[weeks.indexOf(week)][name]);
  return { value: mean(values), error: standardError(values) };
}
