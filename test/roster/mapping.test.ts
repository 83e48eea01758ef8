/** Mappings: columns and expressions to people, guesses and what is dropped, all told. */
import { describe, expect, test } from 'vitest';
import { eight, importTables, problems } from './import-helpers.ts';

const raw = `Person;Title;Home Dept;Office;sex;days;score
007;Assistant Professor;Surgery;North;F;4;1
8;PGY-1;Surgery;North;male;9;2
9;Professor;Medicine;;F;5;3
10;intern;Medicine;South;;3;4
11;associate;Medicine;South;M;2;5
12;R4;Surgery;North;f;5;6
13;pgy 2;Surgery;North;m;5;7
14;instructor;Surgery;North;F;;8
`;

const map = `
missing: [9]
people:
  id: Person
  department: {column: Home Dept, recode: {Surgery: General surgery}}
  onsite: days / 5
`;

describe('people', () => {
  const { roster, explanation } = importTables({ people: raw, map });
  const [first, second, third] = roster.people;

  test('columns, expressions, recodes, synonyms and missing codes', () => {
    expect(first).toEqual({
      id: '007',
      role: 'faculty',
      rank: 'assistant',
      department: 'General surgery',
      site: 'North',
      external: false,
      groups: { gender: 'woman' },
      numbers: { onsite: 0.8 },
      line: 2,
    });
    expect(second).toMatchObject({ role: 'resident', rank: 'PGY1', numbers: {} });
    expect(roster.people[3]).toMatchObject({ rank: 'PGY1', groups: {} });
  });

  test('a code for no answer is no id', () => {
    expect(third).toMatchObject({ id: '9', rank: 'full', site: 'unknown' });
  });

  test('the explanation says what was understood, guessed and dropped', () => {
    const fields = explanation.understood.map(({ field, source, how, observed, missing }) => {
      return `${field} ${how} ${source} ${observed} ${missing}`;
    });
    expect(fields).toEqual([
      'id mapped Person 8 0',
      'department mapped Home Dept, recoded 8 0',
      'onsite mapped days / 5 6 2',
      'rank guessed Title 8 0',
      'site guessed Office 7 1',
      'gender guessed sex 7 1',
    ]);
    expect(explanation.guessed.map(({ what }) => what)).toEqual([
      'rank: column Title',
      'site: column Office',
      'gender: column sex',
      'role: the one its rank belongs to',
      'site: unknown where it is not observed',
      'rank: "Assistant Professor" is assistant',
      'rank: "PGY-1" is PGY1',
      'rank: "Professor" is full',
      'rank: "intern" is PGY1',
      'rank: "R4" is PGY4',
      'rank: "pgy 2" is PGY2',
      'gender: "F" is woman',
      'gender: "male" is man',
      'gender: "M" is man',
      'gender: "f" is woman',
      'gender: "m" is man',
    ]);
    expect(explanation.dropped).toEqual([
      { table: 'people', what: 'column score', why: 'no field is read from it' },
    ]);
  });

  test('a guessed column whose cells do not fit is dropped, and the reason is told', () => {
    const people = eight
      .replace('rank\n', 'rank,gender\n')
      .replace(/(PGY\d|instructor|assistant|associate|full)\n/g, '$1,2\n');
    const { explanation, roster } = importTables({ people });
    expect(roster.people[0]!.groups).toEqual({});
    expect(explanation.dropped).toEqual([
      {
        table: 'people',
        what: 'column gender',
        why: 'looks like gender, but holds "2" (line 2): map it',
      },
    ]);
  });

  test('an empty mapping of a field forbids the guess', () => {
    const people = eight.replaceAll('\n', ',x\n').replace('rank,x', 'rank,city');
    expect(importTables({ people }).roster.people[0]!.site).toBe('x');
    expect(importTables({ people, options: ['site='] }).roster.people[0]!.site).toBe('main');
    expect(importTables({ people, map: 'people: {site: null}' }).roster.people[0]!.site).toBe(
      'main',
    );
  });

  test('keep leaves people out, and what it cannot answer too', () => {
    const people = `${eight.replaceAll('\n', ',1\n').replace('rank,1', 'rank,wave')}i,faculty,full,2\nj,faculty,full,\n`;
    const { roster, explanation } = importTables({ people, options: ['keep=wave < 2'] });
    expect(roster.people.map(({ id }) => id).join('')).toBe('abcdefgh');
    expect(explanation.people).toEqual({ read: 10, kept: 8 });
    expect(explanation.dropped[0]).toEqual({
      table: 'people',
      what: '2 people',
      why: 'not kept: wave < 2',
    });
  });

  test('external people have the site external', () => {
    const people = eight
      .replaceAll('\n', ',North,no\n')
      .replace('rank,North,no', 'rank,site,external')
      .replace('full,North,no', 'full,North,yes');
    const { roster, explanation } = importTables({ people });
    expect(roster.people[7]).toMatchObject({ external: true, site: 'external' });
    expect(explanation.dropped[0]!.what).toBe('the site of 1 external people');
  });

  test('a default stands where nothing was observed', () => {
    const people = eight.replace('a,resident,PGY1', 'a,resident,');
    const { roster } = importTables({
      people,
      map: 'people: {rank: {column: rank, default: PGY1}}',
    });
    expect(roster.people[0]!.rank).toBe('PGY1');
  });

  test('options come after the file, and may hold recodes', () => {
    const people = eight.replaceAll('\n', ',1\n').replace('rank,1', 'rank,code');
    const options = ['people.gender={column: code, recode: {1: man}}'];
    const file = 'people: {gender: {column: code, recode: {1: woman}}}';
    expect(importTables({ people, map: file }).roster.people[0]!.groups).toEqual({
      gender: 'woman',
    });
    expect(importTables({ people, map: file, options }).roster.people[0]!.groups).toEqual({
      gender: 'man',
    });
  });

  test('JSON is a mapping too', () => {
    const { roster } = importTables({ people: eight, map: '{"people": {"department": "rank"}}' });
    expect(roster.people[4]!.department).toBe('instructor');
  });
});

describe('what is refused', () => {
  const cases: readonly [
    name: string,
    given: Parameters<typeof problems>[0],
    messages: string[],
  ][] = [
    [
      'no role, no rank',
      { people: 'id,status\n1,2\n' },
      [
        'nodes.csv:1: role: expected a column for role, found only id or status. Say where it is: --map role=COLUMN or an expression over columns.',
        'nodes.csv:1: rank: expected a column for rank, found only id or status. Say where it is: --map rank=COLUMN or an expression over columns.',
        'nodes.csv: rows: expected at least 8 people, found 1.',
      ],
    ],
    [
      'keys of the mapping, each with its line',
      {
        people: eight,
        map: 'peopel: {}\npeople:\n  rnak: rank\n  gender:\n    colunm: x\nrules:\n  downward: flip\n',
      },
      [
        'map.yaml:1: peopel: expected missing, people, ties or rules, found "peopel". The nearest is people.',
        'map.yaml:3: people.rnak: expected id, role, rank, department, site, external, gender, minority, track, onsite, capacity, sociability, tenure, burnout, satisfaction, publications or keep, found "rnak". The nearest is rank.',
        'map.yaml:5: people.gender.colunm: expected column, expression, recode, missing or default, found "colunm". The nearest is column.',
        'map.yaml:5: people.gender: expected either a column or an expression, found neither.',
        'map.yaml:7: rules.downward: expected drop or reverse, found "flip".',
      ],
    ],
    [
      'YAML that cannot be read',
      { people: eight, map: 'people:\n  id: [a\n' },
      [
        'map.yaml:3: mapping: expected YAML or JSON, found Flow sequence in block collection must be sufficiently indented and end with a ].',
      ],
    ],
    [
      'a column that is not there',
      { people: eight, map: 'people:\n  rank: {column: rnak}\n' },
      [
        'map.yaml:2: people.rank: expected a column of nodes.csv: id, role or rank, found "rnak". The nearest is rank.',
      ],
    ],
    [
      'an unknown option',
      { people: eight, options: ['roel=role'] },
      [
        '--map: roel: expected id, role, rank, department, site, external, gender, minority, track, onsite, capacity, sociability, tenure, burnout, satisfaction, publications, keep, from, to, relation or 3 more, found "roel". The nearest is role.',
      ],
    ],
    [
      'codes without a meaning',
      { people: eight.replace('PGY2', '7').replace('full', '7') },
      [
        'nodes.csv:3: rank: expected PGY1, PGY2, PGY3 or PGY4, found "7" from column rank. Say what it means in a recode of rank.',
        'nodes.csv:9: rank: expected instructor, assistant, associate or full, found "7" from column rank. Say what it means in a recode of rank.',
      ],
    ],
    [
      'a rank that was not observed',
      { people: eight.replace('PGY2', 'NA') },
      [
        'nodes.csv:3: rank: expected PGY1, PGY2, PGY3 or PGY4, found nothing observed. Give a default for rank, or leave such people out with keep.',
      ],
    ],
    [
      'a mapped number out of range',
      { people: eight, options: ["onsite=role == 'faculty' ? 80 : 1"] },
      [
        'nodes.csv:6: onsite: expected a number from 0 to 1 (share), found "80" from role == \'faculty\' ? 80 : 1 (also on lines 7, 8 and 9). Turn it into share by an expression, or list a code for no answer as missing.',
      ],
    ],
    [
      'an expression that fails on a row',
      { people: eight, options: ['onsite=rank / 2'] },
      [
        'nodes.csv:2: onsite: expected a number for /, found "PGY1" in "rank / 2".',
        ...['PGY2', 'PGY3', 'PGY4', 'instructor', 'assistant', 'associate', 'full'].map(
          (rank, i) =>
            `nodes.csv:${i + 3}: onsite: expected a number for /, found "${rank}" in "rank / 2".`,
        ),
      ],
    ],
    [
      'an id twice and an empty one',
      { people: eight.replace('b,', 'a,').replace('c,', ',') },
      [
        'nodes.csv:3: id: expected an id of their own for each person, found "a" again, first on line 2.',
        'nodes.csv:4: id: expected an id for each person, found an empty cell.',
      ],
    ],
  ];
  test.each(cases)('%s', (_, given, messages) => {
    expect(problems(given)).toEqual(messages);
  });
});
