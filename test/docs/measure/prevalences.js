/** Prevalences of a baseline against the initial-validation bands of the evidence base. */
import { clustering, density, gini, jackknife, mean, median, standardError } from './statistics.js';

const weeksPerYear = 52;
const faculty = 1;
const assistant = 1;
const associate = 2;
/** Weeks between two looks, as the recorder has it. */
const every = 4;
const horizon = 10 * weeksPerYear;

/**
 * One run of ten years: looks every four weeks of years 9 and 10, and follows faculty careers from
 * week 0. @param {import('../../../dist/sim/model/simulation.js').Simulation} simulation
 */
export function observe(simulation) {
  const { world } = simulation;
  const looks = [];
  const careers = startCareers(world);
  while (world.week < horizon) {
    simulation.step();
    followCareers(world, careers);
    if (world.week > 8 * weeksPerYear && world.week % every === 0) looks.push(look(world));
  }
  simulation.finish();
  const average = (name) => mean(looks.map((each) => each[name]));
  return {
    ...Object.fromEntries(shares.map((name) => [name, average(name)])),
    access: looks.map(({ access }) => access).reduce(addTables),
    clusteringRatio: clustering(world) / density(world),
    ...endCareers(world, careers),
  };
}

const shares = [
  ...['residents', 'faculty', 'internGap', 'laterGap', 'lowQuality', 'medianLoad', 'loadGini'],
  ...['burnedOutResidents', 'burnedOutFaculty'],
];

function look(world) {
  const c = world.people.column;
  const people = [];
  for (let seat = 0; seat < world.people.size; seat++) if (c.person[seat] >= 0) people.push(seat);
  const isFaculty = (seat) => c.role[seat] === faculty;
  const residents = people.filter((seat) => !isFaculty(seat));
  const interns = residents.filter((seat) => c.rank[seat] === 0);
  const later = residents.filter((seat) => c.rank[seat] > 0);
  const seniors = residents.filter((seat) => c.rank[seat] > 1);
  const teachers = people.filter(isFaculty);
  const has = (seat) => (c.metMentors[seat] > 0 ? 1 : 0);
  const mentored = people.filter(has);
  const loads = teachers.map((seat) => c.load[seat]).filter((load) => load > 0);
  const burnedOut = (seats) => mean(seats.map((seat) => (c.burnout[seat] >= 0.5 ? 1 : 0)));
  const covered = (seats) => mean(seats.map(has));
  return {
    residents: covered(residents),
    faculty: covered(teachers),
    internGap: covered(interns) - covered(seniors),
    laterGap: covered(interns) - covered(later),
    lowQuality: mean(mentored.map((seat) => (bestRapport(world, seat) < 0.49 ? 1 : 0))),
    medianLoad: median(loads),
    loadGini: gini(loads),
    burnedOutResidents: burnedOut(residents),
    burnedOutFaculty: burnedOut(teachers),
    access: tableOf(people, has, (seat) => c.minority[seat] === 1),
  };
}

function bestRapport(world, seat) {
  const { out, column } = world.ties.senior;
  let best = 0;
  for (let k = out.start[seat]; k < out.start[seat + 1]; k++) {
    const tie = out.tie[k];
    if (column.ended[tie] === 0 && column.meetings[tie] > 0) {
      best = Math.max(best, column.rapport[tie]);
    }
  }
  return best;
}

/** People by minority (1) or not (0) and by having a mentor (1) or not (0). */
function tableOf(people, has, isMinority) {
  const table = { 11: 0, 10: 0, '01': 0, '00': 0 };
  for (const seat of people) table[`${isMinority(seat) ? 1 : 0}${has(seat)}`]++;
  return table;
}

function addTables(a, b) {
  return Object.fromEntries(Object.keys(a).map((key) => [key, a[key] + b[key]]));
}

/** Odds of having a mentor, minority against others, from all counts together. */
function oddsRatio(tables) {
  const all = tables.reduce(addTables);
  return all['11'] / all['10'] / (all['01'] / all['00']);
}

/** Faculty who are there at week 0, and what happens to faculty from then on. */
function startCareers(world) {
  const { person, role } = world.people.column;
  const present = new Set();
  for (let seat = 0; seat < world.people.size; seat++) {
    if (role[seat] === faculty && person[seat] >= 0) present.add(person[seat]);
  }
  const ranks = world.people.column.rank.slice(0, world.people.size);
  const inRank = world.people.column.inRank.slice(0, world.people.size);
  const before = { person: person.slice(0, world.people.size), ranks, inRank };
  const counts = { hires: 0, exits: 0, personWeeks: 0, promoted: [] };
  // people hired from week 0 on, by weeks since they came: how many were there, how many left
  const newcomers = {
    since: new Map(),
    there: new Int32Array(horizon),
    left: new Int32Array(horizon),
  };
  return { present, before, newcomers, ...counts };
}

function followCareers(world, careers) {
  const { person, role, rank, inRank } = world.people.column;
  const { before, newcomers } = careers;
  const { since, there, left } = newcomers;
  for (const begun of since.values()) there[world.week - 1 - begun]++;
  for (let seat = 0; seat < world.people.size; seat++) {
    if (role[seat] !== faculty) continue;
    if (before.person[seat] >= 0) careers.personWeeks++;
    if (person[seat] !== before.person[seat]) {
      const former = before.person[seat];
      if (former >= 0) careers.exits++;
      if (since.has(former)) left[world.week - 1 - since.get(former)]++;
      since.delete(former);
      if (person[seat] >= 0) {
        careers.hires++;
        since.set(person[seat], world.week);
      }
    } else if (before.ranks[seat] === assistant && rank[seat] === associate) {
      careers.promoted.push(before.inRank[seat] / weeksPerYear);
    }
  }
  before.person.set(person.subarray(0, world.people.size));
  before.ranks.set(rank.subarray(0, world.people.size));
  before.inRank.set(inRank.subarray(0, world.people.size));
}

function endCareers(world, { present, newcomers, exits, hires, personWeeks, promoted }) {
  const { person, role } = world.people.column;
  let stayed = 0;
  for (let seat = 0; seat < world.people.size; seat++) {
    if (role[seat] === faculty && present.has(person[seat])) stayed++;
  }
  return {
    exit: (exits / personWeeks) * weeksPerYear,
    stay: stayed / present.size,
    promoted,
    hires,
    newcomers,
  };
}

/** Share of newcomers who would stay to the end, by the life table of all runs together. */
function stayOfNewcomers(runs) {
  let share = 1;
  for (let age = 0; age < horizon; age++) {
    const there = runs.reduce((sum, { newcomers }) => sum + newcomers.there[age], 0);
    const left = runs.reduce((sum, { newcomers }) => sum + newcomers.left[age], 0);
    if (there > 0) share *= 1 - left / there;
  }
  return share;
}

/** Rows of the table: what, the band, and the value with its standard error over replicates. */
export function prevalenceRows(runs) {
  const plain = (name) => {
    const values = runs.map((run) => run[name]);
    return { value: mean(values), error: standardError(values), each: values };
  };
  const pooled = (of) => jackknife(runs, of);
  return [
    ['residents with a mentor', [0.5, 0.8], plain('residents')],
    ['faculty with a mentor', [0.5, 0.7], plain('faculty')],
    ['PGY1 minus PGY3–4, with a mentor', [-0.3, -0.15], plain('internGap')],
    ['low-quality share among the mentored', [0.15, 0.3], plain('lowQuality')],
    ['median load of those who mentor', [4, 6], plain('medianLoad')],
    ['Gini of their load', [0.3, 0.5], plain('loadGini')],
    [
      'odds ratio of having a mentor, minority to others, pooled',
      [0.3, 0.85],
      pooled((some) => oddsRatio(some.map(({ access }) => access))),
    ],
    [
      'clustering, as a multiple of density',
      [2, Number.POSITIVE_INFINITY],
      plain('clusteringRatio'),
    ],
    ['residents burned out', [0.4, 0.55], plain('burnedOutResidents')],
    ['faculty burned out', [0.25, 0.5], plain('burnedOutFaculty')],
    ['faculty leaving in a year', [0.06, 0.09], plain('exit')],
    ['faculty of week 0 still there after 10 years', [0.45, 0.6], plain('stay')],
    ['the same for faculty hired in the run, by life table', [0.45, 0.6], pooled(stayOfNewcomers)],
    [
      'median years in rank at promotion to associate',
      [5, 7],
      pooled((some) => median(some.flatMap(({ promoted }) => promoted))),
    ],
    [
      'promotions to associate for each hire',
      [0.3, 0.45],
      pooled(
        (some) =>
          some.reduce((sum, { promoted }) => sum + promoted.length, 0) /
          some.reduce((sum, { hires }) => sum + hires, 0),
      ),
    ],
  ];
}
