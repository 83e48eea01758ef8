/** The mentoring model: its table of contents. */
import type { Rng } from '../../sim/chance/threefry.ts';
import type { PopulationInput } from '../../sim/model/model.ts';
import { defineModel, inOrderOfNames } from '../../sim/model/model.ts';
import { openAccounts } from './accounts.ts';
import { baseConditions } from './base-conditions.ts';
import { openHistories } from './begin-tie.ts';
import { channels } from './codes.ts';
import { deriveConstants } from './constants.ts';
import * as decisions from './decisions/index.ts';
import { evaluations } from './evaluations.ts';
import { setUpRoster } from './from-roster.ts';
import { groupings } from './groupings.ts';
import { oddText } from './odd-text.ts';
import { accountOutcomes } from './outcomes/accounts.ts';
import * as outcomes from './outcomes/index.ts';
import { populationSettings } from './parameters/population.ts';
import { listPlaces } from './places.ts';
import * as policies from './policies/index.ts';
import { acquaintance } from './processes/acquaintance.ts';
import { availability } from './processes/availability.ts';
import { calendar } from './processes/calendar.ts';
import { careers } from './processes/careers.ts';
import { culture, startCulture } from './processes/culture.ts';
import { development } from './processes/development.ts';
import { encounters } from './processes/encounters.ts';
import { formation } from './processes/formation.ts';
import { groups } from './processes/groups.ts';
import { growth } from './processes/growth.ts';
import { identity } from './processes/identity.ts';
import { meetings } from './processes/meetings.ts';
import { needs } from './processes/needs.ts';
import { promotion } from './processes/promotion.ts';
import { support } from './processes/support.ts';
import { unrecognisedHours } from './processes/unrecognised-hours.ts';
import { wellbeing } from './processes/wellbeing.ts';
import type { MentoringWorld } from './shape.ts';
import { shape } from './shape.ts';
import { spells } from './spells.ts';
import { stages } from './stages.ts';
import { setUpSynthetic } from './synthetic.ts';
import { countTies } from './tie-counts.ts';

const policiesByName = inOrderOfNames(policies);
const accounts = openAccounts(Object.keys(policiesByName));

export const mentoring = defineModel({
  name: 'mentoring',
  version: '2',
  title: 'Mentoring in academic medicine',
  doc: 'Faculty and residents whose peer and senior ties form, mature, dilute, fade and break by local decisions.',
  shape,
  population: populationSettings,
  warmUpYears: 24,
  derive: (parameter) => deriveConstants(parameter, accounts),
  setup,
  baseConditions,
  decisions: inOrderOfNames(decisions),
  spells,
  evaluations,
  trial: { withheld: 'withheld', cluster: 'department' },
  schedule: [
    calendar,
    promotion,
    needs,
    'policies',
    availability,
    encounters,
    groups,
    formation,
    acquaintance,
    unrecognisedHours,
    meetings,
    development,
    support,
    culture,
    wellbeing,
    growth,
    identity,
    careers,
  ],
  policies: policiesByName,
  groupings,
  outcomes: inOrderOfNames({ ...outcomes, ...accountOutcomes(policiesByName) }),
  odd: oddText,
});

function setup(world: MentoringWorld, input: PopulationInput, rng: Rng): void {
  for (const _ of Object.keys(accounts)) world.tables.ledger.addRow();
  for (const _ of channels) world.tables.channels.addRow();
  openHistories(world, stages.length);
  if (input.roster) setUpRoster(world, input.roster, rng);
  else {
    const { faculty, residents, departments } = input.settings;
    setUpSynthetic(
      world,
      {
        faculty: Number(faculty),
        residents: Number(residents),
        departments: Number(departments),
      },
      rng,
    );
  }
  listPlaces(world);
  for (let seat = 0; seat < world.people.size; seat++) world.tables.week.addRow();
  startCulture(world);
  baseConditions(world);
  acquaintance.run(world, rng);
  countTies(world);
}
