/** Rosters with one slip each, and what must be said about it. */

const header = 'id,role,rank,department,site,external,gender,minority,onsite,capacity,tenure';
const good = Array.from({ length: 8 }, (_, i) => {
  const standing = i < 4 ? 'resident,PGY1' : 'faculty,full';
  return `p${i + 1},${standing},Medicine,main,no,woman,no,0.8,6,3`;
});

/** Eight good people, with the line of one replaced. */
export function people(replacement: string, line = 3): string {
  return `${[header, ...good].with(line - 1, replacement).join('\n')}\n`;
}

export const allGood = people(good[1]!);

export function ties(...rows: string[]): string {
  return `from,to,kind,weight\n${rows.join('\n')}\n`;
}

export interface Malformed {
  readonly name: string;
  readonly people?: string;
  readonly ties?: string;
  readonly file: string;
  readonly line?: number;
  readonly key: string;
  readonly message: string;
}

const row = (text: string): string => people(`p2,${text}`);

export const malformed: readonly Malformed[] = [
  {
    name: 'an id twice',
    people: people(good[0]!),
    file: 'people.csv',
    line: 3,
    key: 'id',
    message: 'expected an id of their own for each person, found "p1" again, first on line 2.',
  },
  {
    name: 'no id',
    people: people(',resident,PGY1,Medicine,main,no,,,,,'),
    file: 'people.csv',
    line: 3,
    key: 'id',
    message: 'expected an id for each person, found an empty cell.',
  },
  {
    name: 'an unknown role',
    people: row('residant,PGY1,Medicine,main,no,,,,,'),
    file: 'people.csv',
    line: 3,
    key: 'role',
    message: 'expected resident or faculty, found "residant". The nearest is resident.',
  },
  {
    name: 'no role',
    people: row(',PGY1,Medicine,main,no,,,,,'),
    file: 'people.csv',
    line: 3,
    key: 'role',
    message: 'expected resident or faculty, found an empty cell.',
  },
  {
    name: 'an unknown rank',
    people: row('resident,PGY7,Medicine,main,no,,,,,'),
    file: 'people.csv',
    line: 3,
    key: 'rank',
    message: 'expected PGY1, PGY2, PGY3 or PGY4, found "PGY7". The nearest is PGY1.',
  },
  {
    name: 'a rank of the other role',
    people: row('resident,full,Medicine,main,no,,,,,'),
    file: 'people.csv',
    line: 3,
    key: 'rank',
    message:
      'expected a rank of resident: PGY1, PGY2, PGY3 or PGY4, found "full", a rank of faculty. Change the role or the rank.',
  },
  {
    name: 'no department',
    people: row('resident,PGY1,,main,no,,,,,'),
    file: 'people.csv',
    line: 3,
    key: 'department',
    message: 'expected a department for each person, found an empty cell.',
  },
  {
    name: 'no site',
    people: row('resident,PGY1,Medicine,,no,,,,,'),
    file: 'people.csv',
    line: 3,
    key: 'site',
    message: 'expected a site for each person, found an empty cell.',
  },
  {
    name: 'external neither yes nor no',
    people: row('resident,PGY1,Medicine,main,maybe,,,,,'),
    file: 'people.csv',
    line: 3,
    key: 'external',
    message: 'expected yes or no, found "maybe".',
  },
  {
    name: 'an external person at an inner site',
    people: row('faculty,full,Medicine,main,yes,,,,,'),
    file: 'people.csv',
    line: 3,
    key: 'site',
    message: 'expected the site external for a person whose external is yes, found "main".',
  },
  {
    name: 'an inner person at the external site',
    people: row('faculty,full,Medicine,external,no,,,,,'),
    file: 'people.csv',
    line: 3,
    key: 'site',
    message:
      'expected another site than external for a person whose external is no, found "external".',
  },
  {
    name: 'an unknown group',
    people: row('resident,PGY1,Medicine,main,no,wmoan,,,,'),
    file: 'people.csv',
    line: 3,
    key: 'gender',
    message:
      'expected woman or man, or an empty cell for not observed, found "wmoan". The nearest is woman.',
  },
  {
    name: 'a number out of range',
    people: row('resident,PGY1,Medicine,main,no,,,1.2,,'),
    file: 'people.csv',
    line: 3,
    key: 'onsite',
    message:
      'expected a number from 0 to 1 (share), or an empty cell for not observed, found "1.2".',
  },
  {
    name: 'a negative number',
    people: row('resident,PGY1,Medicine,main,no,,,,-1,'),
    file: 'people.csv',
    line: 3,
    key: 'capacity',
    message:
      'expected a number from 0 to 100 (mentees), or an empty cell for not observed, found "-1".',
  },
  {
    name: 'not a number',
    people: row('resident,PGY1,Medicine,main,no,,,NaN,,'),
    file: 'people.csv',
    line: 3,
    key: 'onsite',
    message:
      'expected a number from 0 to 1 (share), or an empty cell for not observed, found "NaN".',
  },
  {
    name: 'infinity',
    people: row('resident,PGY1,Medicine,main,no,,,,,Infinity'),
    file: 'people.csv',
    line: 3,
    key: 'tenure',
    message:
      'expected a number from 0 to 60 (years), or an empty cell for not observed, found "Infinity".',
  },
  {
    name: 'a decimal comma',
    people: row('resident,PGY1,Medicine,main,no,,,"0,8",,'),
    file: 'people.csv',
    line: 3,
    key: 'onsite',
    message:
      'expected a number from 0 to 1 (share), or an empty cell for not observed, found "0,8". Write a point, not a comma.',
  },
  {
    name: 'a row too short',
    people: people('p2,resident,PGY1'),
    file: 'people.csv',
    line: 3,
    key: 'row',
    message:
      'expected 11 cells, as in the header, found 3. Put a cell that contains the separator between double quotes.',
  },
  {
    name: 'a row too long',
    people: people(`${good[1]},x`),
    file: 'people.csv',
    line: 3,
    key: 'row',
    message:
      'expected 11 cells, as in the header, found 12. Put a cell that contains the separator between double quotes.',
  },
  {
    name: 'a misspelt column',
    people: allGood.replace('capacity', 'capasity'),
    file: 'people.csv',
    line: 1,
    key: 'capasity',
    message:
      'expected a column named id, role, rank, department, site, external, gender, minority, track, onsite, capacity, sociability, tenure, burnout, satisfaction or publications, found "capasity". The nearest is capacity.',
  },
  {
    name: 'a column twice',
    people: allGood.replace('minority', 'gender'),
    file: 'people.csv',
    line: 1,
    key: 'gender',
    message:
      'expected each column name once, found "gender" as column 7 and column 8. Rename one of them.',
  },
  {
    name: 'a missing column',
    people: 'id,rank,department,site\np1,PGY1,Medicine,main\n',
    file: 'people.csv',
    line: 1,
    key: 'role',
    message:
      'expected a column named role, found only id, rank, department or site. Turn other tables into a roster with mentorscape import.',
  },
  {
    name: 'too few people',
    people: `${[header, ...good.slice(0, 7)].join('\n')}\n`,
    file: 'people.csv',
    key: 'rows',
    message: 'expected at least 8 people, found 7.',
  },
  {
    name: 'an empty file',
    people: '',
    file: 'people.csv',
    line: 1,
    key: 'header',
    message: 'expected a header line and rows under it, found an empty file.',
  },
  {
    name: 'a broken quote',
    people: people('"p2,resident'),
    file: 'people.csv',
    line: 3,
    key: 'quotes',
    message:
      'expected a double quote at the end of the cell, found ""p2,resident" and no closing quote.',
  },
  {
    name: 'another encoding',
    people: people('p2,resident,PGY1,Chirurgie g\uFFFDn\uFFFDrale,main,no,,,,,'),
    file: 'people.csv',
    line: 3,
    key: 'encoding',
    message:
      'expected text in UTF-8, found a character lost in another encoding (U+FFFD). Save the file as CSV in UTF-8 and try again.',
  },
  {
    name: 'a tie to nobody',
    ties: ties('p1,p5,senior,1', 'px1,p5,senior,1'),
    file: 'ties.csv',
    line: 3,
    key: 'from',
    message: 'expected the id of a person in the people file, found "px1". The nearest is p1.',
  },
  {
    name: 'a tie without an end',
    ties: ties('p1,,senior,1'),
    file: 'ties.csv',
    line: 2,
    key: 'to',
    message: 'expected the id of a person in the people file, found an empty cell.',
  },
  {
    name: 'a tie to oneself',
    ties: ties('p1,p1,peer,1'),
    file: 'ties.csv',
    line: 2,
    key: 'to',
    message: 'expected two different people, found "p1" on both sides.',
  },
  {
    name: 'a tie twice',
    ties: ties('p1,p5,senior,1', 'p1,p5,senior,0.5'),
    file: 'ties.csv',
    line: 3,
    key: 'to',
    message:
      'expected each senior tie from one person to another once, found "p1" to "p5" again, first on line 2. Delete one of the rows.',
  },
  {
    name: 'a peer tie in both directions',
    ties: ties('p1,p2,peer,1', 'p2,p1,peer,1'),
    file: 'ties.csv',
    line: 3,
    key: 'to',
    message:
      'expected each peer tie once, in one direction, found "p2" to "p1" again, first on line 2. Delete one of the rows.',
  },
  {
    name: 'an unknown kind',
    ties: ties('p1,p5,snior,1'),
    file: 'ties.csv',
    line: 2,
    key: 'kind',
    message: 'expected senior or peer, found "snior". The nearest is senior.',
  },
  {
    name: 'a senior tie downward',
    ties: ties('p5,p1,senior,1'),
    file: 'ties.csv',
    line: 2,
    key: 'to',
    message:
      'expected a tie from the junior to the senior person, found one from faculty full down to resident PGY1. Swap from and to.',
  },
  {
    name: 'a weight of 0',
    ties: ties('p1,p5,senior,0'),
    file: 'ties.csv',
    line: 2,
    key: 'weight',
    message: 'expected a number over 0 up to 1, or an empty cell for 1, found "0".',
  },
  {
    name: 'a weight over 1',
    ties: ties('p1,p5,senior,3'),
    file: 'ties.csv',
    line: 2,
    key: 'weight',
    message: 'expected a number over 0 up to 1, or an empty cell for 1, found "3".',
  },
  {
    name: 'a ties file without its columns',
    ties: 'a,b,kind\np1,p5,senior\n',
    file: 'ties.csv',
    line: 1,
    key: 'from',
    message:
      'expected a column named from, found only a, b or kind. Turn other tables into a roster with mentorscape import.',
  },
];
