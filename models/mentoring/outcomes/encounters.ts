/** How people came across each other: contacts in which a tie was considered, by channel. */
import type { Outcome } from '../../../sim/model/outcomes.ts';
import { outcomeFor } from '../../../sim/model/outcomes.ts';
import { coffee, event, groupSession, hallway, introduction, programme, search } from '../codes.ts';
import type { MentoringWorld } from '../shape.ts';

const outcome = outcomeFor<MentoringWorld>();

function contactsBy(channel: number, title: string, doc: string): Outcome<MentoringWorld> {
  return outcome({
    title,
    doc,
    of: 'world',
    aggregate: 'increase',
    unit: 'contacts/year',
    better: 'neither',
    over: 'mean',
    value: ({ tables }) => tables.channels.column.contacts[channel],
  });
}

export const hallwayContacts = contactsBy(
  hallway,
  'Chance encounters',
  'Unplanned contacts on site in which a tie was considered.',
);

export const introductions = contactsBy(
  introduction,
  'Introductions',
  'Contacts through a contact, by any medium.',
);

export const searches = contactsBy(
  search,
  'Searches',
  'Contacts of people who looked for a mentor on purpose.',
);

export const groupContacts = contactsBy(
  groupSession,
  'Contacts in peer groups',
  'Contacts of members at group sessions.',
);

export const coffeeContacts = contactsBy(
  coffee,
  'Random coffees',
  'Contacts at meetings of two that a programme drew at random.',
);

export const eventContacts = contactsBy(event, 'Contacts at events', 'Contacts at yearly events.');

export const programmeContacts = contactsBy(
  programme,
  'Contacts by programmes',
  'Contacts of people whom a programme pointed to each other.',
);
