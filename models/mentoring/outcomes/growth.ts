/** How people grow: competence, identity, motivation, career capital, papers. */
import type { Outcome } from '../../../sim/model/outcomes.ts';
import { outcomeFor } from '../../../sim/model/outcomes.ts';
import { faculty, individual, innate, relational, resident, societal } from '../codes.ts';
import type { MentoringWorld } from '../shape.ts';

const outcome = outcomeFor<MentoringWorld>();

const ofPeople = {
  of: 'person',
  aggregate: 'mean',
  unit: '0–1',
  better: 'up',
  over: 'lastYear',
} as const;

export const competence = outcome({
  title: 'Competence of residents',
  doc: 'Mean competence of residents, all years together.',
  ...ofPeople,
  smallestImportant: 0.01,
  value: ({ people }, seat) =>
    people.column.role[seat] === resident ? people.column.competence[seat] : Number.NaN,
});

function atGraduation(
  event: string,
  title: string,
  doc: string,
  more: Partial<Pick<Outcome<MentoringWorld>, 'unit' | 'better' | 'smallestImportant'>> = {},
): Outcome<MentoringWorld> {
  return outcome({
    title,
    doc,
    of: 'event',
    event,
    aggregate: 'ratio',
    per: ['graduation'],
    unit: '0–1',
    better: 'up',
    over: 'lastYear',
    ...more,
  });
}

export const competenceAtGraduation = atGraduation(
  'graduateCompetence',
  'Competence at graduation',
  'Competence of residents on the day they graduate.',
  { smallestImportant: 0.01 },
);

export const identityAtGraduation = atGraduation(
  'graduateIdentity',
  'Identity at graduation',
  'Mean of the four rings of residents on the day they graduate.',
  { smallestImportant: 0.01 },
);

export const dissonanceAtGraduation = atGraduation(
  'graduateDissonance',
  'Identity dissonance at graduation',
  'Spread between the four rings of residents on the day they graduate.',
  { better: 'down' },
);

export const tiesAtGraduation = atGraduation(
  'graduateTies',
  'Mentors and peers at graduation',
  'Senior ties that have met, and peer ties, of residents on the day they graduate.',
  { unit: 'ties' },
);

function ring(k: number, name: string, fed: string): Outcome<MentoringWorld> {
  return outcome({
    title: `${name} ring`,
    doc: `Strength of the ${name.toLowerCase()} ring of professional identity, fed by ${fed}.`,
    ...ofPeople,
    value: ({ people }, seat) => people.column.rings[seat * 4 + k],
  });
}

export const innateRing = ring(innate, 'Innate', 'ties, and the company of people of one’s groups');
export const individualRing = ring(individual, 'Individual', 'mastery and feedback');
export const relationalRing = ring(relational, 'Relational', 'ties that work');
export const societalRing = ring(societal, 'Societal', 'role and belonging');

export const identityDissonance = outcome({
  title: 'Identity dissonance',
  doc: 'Spread between a person’s four rings: their standard deviation.',
  ...ofPeople,
  better: 'down',
  value: ({ people }, seat) => people.column.dissonance[seat],
});

export const motivation = outcome({
  title: 'Motivation',
  doc: 'Drive to look for help and to learn; 0.5 is usual.',
  ...ofPeople,
  value: ({ people }, seat) => people.column.motivation[seat],
});

export const coping = outcome({
  title: 'Coping',
  doc: 'Ways of coping learned among peers, which damp demands.',
  ...ofPeople,
  value: ({ people }, seat) => people.column.coping[seat],
});

export const careerCapital = outcome({
  title: 'Career capital of faculty',
  doc: 'Usual years of progress that faculty have behind them, fading slowly.',
  ...ofPeople,
  unit: 'years',
  value: ({ people }, seat) =>
    people.column.role[seat] === faculty ? people.column.careerCapital[seat] : Number.NaN,
});

export const publications = outcome({
  title: 'Papers in a year',
  doc: 'Papers of faculty for each person-year: read it in a group of faculty.',
  of: 'event',
  event: 'publication',
  aggregate: 'perPersonYear',
  unit: 'papers',
  better: 'up',
  over: 'mean',
});
