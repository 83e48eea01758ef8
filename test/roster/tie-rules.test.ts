/** Raw ties to senior and peer ties: every rule on a case small enough to check by hand. */
import { describe, expect, test } from 'vitest';
import { countsOf, eight, importTables, problems } from './import-helpers.ts';

function ties(...rows: string[]): string {
  return `from,to,relation,weight\n${rows.join('\n')}\n`;
}

function kept(given: Parameters<typeof importTables>[0]): string[] {
  return importTables(given).roster.ties.map(
    (tie) => `${tie.from}${tie.to} ${tie.kind} ${tie.weight}`,
  );
}

const twin = eight.replace('b,resident,PGY2', 'b,resident,PGY1');

describe('by rank', () => {
  test('upward is senior, downward dropped, equal peer', () => {
    const given = { people: twin, ties: ties('a,h,x,1', 'h,a,x,1', 'g,c,x,1', 'a,b,x,1') };
    expect(kept(given)).toEqual(['ah senior 1', 'ab peer 1']);
    expect(countsOf(given)).toEqual({ upward: 1, downward: 2, equal: 1 });
  });

  test('downward is reversed on request, and joins a tie that is there', () => {
    const given = {
      people: twin,
      ties: ties('a,h,x,1', 'h,a,x,1', 'g,c,x,1'),
      rules: { downward: 'reverse' },
    } as const;
    expect(kept(given)).toEqual(['ah senior 1', 'cg senior 1']);
    expect(countsOf(given)).toEqual({ upward: 1, sameUpward: 1, reversed: 1 });
  });

  test('without a peer gap, equals are of one rank', () => {
    const given = { people: eight, ties: ties('a,b,x,1', 'e,f,x,1') };
    expect(kept(given)).toEqual(['ab senior 1', 'ef senior 1']);
  });

  test('a peer gap counts ranks within a role, never across', () => {
    const given = {
      people: eight,
      ties: ties('a,b,x,1', 'a,c,x,1', 'd,e,x,1', 'f,e,x,1'),
      rules: { peerGap: 1 },
    };
    expect(kept(given)).toEqual(['ab peer 1', 'ac senior 1', 'de senior 1', 'fe peer 1']);
  });
});

describe('by relation', () => {
  const map = 'ties: {relations: {advice: upward, friendship: equal, cowork: drop}}';
  const rows = ties(
    'a,b,advice,1', // upward
    'b,a,advice,1', // downward
    'e,h,friendship,1', // one role
    'a,e,friendship,1', // two roles
    'a,h,cowork,1',
    'c,h,other,1', // not mentioned: by rank
  );

  test('each relation makes only the ties it is used for', () => {
    const given = { people: eight, ties: rows, map };
    expect(kept(given)).toEqual(['ab senior 1', 'eh peer 1', 'ch senior 1']);
    expect(countsOf(given)).toEqual({ upward: 2, downward: 1, equal: 1, notEqual: 1, relation: 1 });
    const { guessed, understood } = importTables(given).explanation;
    expect(guessed.map(({ what }) => what)).toContain('relation "other": used by rank');
    expect(understood.find(({ field }) => field === 'relation')?.values).toBe(
      'advice (upward) 2, friendship (equal) 2, cowork (drop) 1, other (by rank) 1',
    );
  });

  test('a peer gap narrows a relation used as equal', () => {
    const given = { people: eight, ties: rows, map, rules: { peerGap: 1 } };
    expect(countsOf(given)).toMatchObject({ notEqual: 2 });
  });

  test('a relation used upward makes nothing of equals', () => {
    const given = {
      people: twin,
      ties: ties('a,b,advice,1'),
      map: 'ties: {relations: {advice: senior}}',
    };
    expect(countsOf(given)).toEqual({ notUpward: 1 });
  });

  test('the names of the kinds of tie are uses as well', () => {
    const given = { people: twin, ties: ties('a,b,f,1'), options: ['relations.f=peer'] };
    expect(countsOf(given)).toEqual({ equal: 1 });
  });
});

describe('symmetrise', () => {
  const rows = ties('a,b,x,0.5', 'b,a,x,1', 'c,d,x,1', 'e,f,y,1', 'f,e,z,1');
  const options = ['relations.x=equal', 'relations.y=equal', 'relations.z=equal'];

  test('any: one direction is enough, the other one joins it', () => {
    const given = { people: eight, ties: rows, options };
    expect(kept(given)).toEqual(['ab peer 1', 'cd peer 1', 'ef peer 1']);
    expect(countsOf(given)).toEqual({ equal: 3, sameEqual: 2 });
  });

  test('both: each must have named the other, in the same relation', () => {
    const given = { people: eight, ties: rows, options, rules: { symmetrise: 'both' } } as const;
    expect(kept(given)).toEqual(['ab peer 1']);
    expect(countsOf(given)).toEqual({ equal: 1, sameEqual: 1, oneSided: 3 });
  });
});

describe('what is dropped before', () => {
  test('self ties, repeated rows, zero weights, keep, people left out and unknown ones', () => {
    const people = `${eight}i,faculty,full\n`;
    const given = {
      people,
      ties: ties(
        'a,a,x,1',
        'a,h,x,1',
        'a,h,x,1',
        'b,h,x,0',
        'c,h,x,0.2',
        'd,i,x,1',
        'd,nobody,x,1',
      ),
      options: ["people.keep=id != 'i'", 'ties.keep=weight != 0.2'],
      rules: { ignoreUnknown: true },
    };
    expect(countsOf(given)).toEqual({
      upward: 1,
      self: 1,
      duplicate: 1,
      unknown: 1,
      leftOut: 1,
      keep: 1,
      noWeight: 1,
    });
  });

  test('unknown people are refused unless told otherwise', () => {
    expect(problems({ people: eight, ties: ties('a,nobody,x,1', ',h,x,1') })).toEqual([
      'edges.csv:2: to: expected the id of a person in the table of people, found "nobody". Add the person, or drop such ties with --ignore-unknown.',
      'edges.csv:3: from: expected the id of a person in the table of people, found an empty cell.',
    ]);
  });
});

describe('weights', () => {
  const rows = ties('a,h,x,2', 'b,h,x,', 'c,h,x,4', 'c,h,y,3');

  test('are divided by their maximum; not observed is 1; joined ties have the larger', () => {
    const given = { people: eight, ties: rows };
    expect(kept(given)).toEqual(['ah senior 0.5', 'bh senior 1', 'ch senior 1']);
    const { guessed } = importTables(given).explanation;
    expect(guessed.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['weight: divided by 4', 'weight: 1 where it is not observed']),
    );
  });

  test('are divided by a number that is declared', () => {
    const map = 'ties: {weight: {column: weight, scale: 8}}';
    expect(kept({ people: eight, ties: rows, map })[0]).toBe('ah senior 0.25');
  });

  test('that cannot be weights are refused', () => {
    const map = 'ties:\n  weight: {column: weight, scale: none}\n';
    expect(
      problems({ people: eight, ties: ties('a,h,x,2', 'b,h,x,-1', 'c,h,x,much'), map }),
    ).toEqual([
      'edges.csv:3: weight: expected a number from 0 up, found "-1".',
      'edges.csv:4: weight: expected a number from 0 up, found "much".',
      'edges.csv:2: weight: expected at most 1, which weights are divided by, found 2.',
    ]);
  });

  test('a guessed column of words is no weight, and the reason is told', () => {
    const given = { people: eight, ties: 'from,to,value\na,h,often\n' };
    expect(kept(given)).toEqual(['ah senior 1']);
    expect(importTables(given).explanation.dropped).toEqual([
      {
        table: 'ties',
        what: 'column value',
        why: 'looks like weight, but holds "often" (line 2): map it',
      },
    ]);
  });
});

describe('what is refused', () => {
  test('a relation of the mapping that no tie has, with the nearest that occurs', () => {
    const map = 'ties:\n  relations:\n    freindship: equal\n    advice: upwards\n';
    expect(problems({ people: eight, ties: ties('a,b,friendship,1'), map })).toEqual([
      'map.yaml:4: ties.relations.advice: expected upward, equal, any or drop, found "upwards". The nearest is upward.',
      'map.yaml:3: ties.relations.freindship: expected a relation that occurs: friendship, found "freindship". The nearest is friendship.',
    ]);
  });

  test('ties without columns for their ends', () => {
    expect(problems({ people: eight, ties: 'x,y\na,b\n' })).toEqual([
      'edges.csv:1: from: expected a column for from, found only x or y. Say where it is: --map from=COLUMN.',
      'edges.csv:1: to: expected a column for to, found only x or y. Say where it is: --map to=COLUMN.',
    ]);
  });

  test('a column of hundreds of relations', () => {
    const many = Array.from({ length: 101 }, (_, i) => `a,h,r${i},1`);
    expect(problems({ people: eight, ties: ties(...many) })).toEqual([
      'edges.csv:102: relation: expected at most 100 relations, found more.',
    ]);
  });

  test('problems of the mapping, the people and the ties, all at once', () => {
    const people = eight.replace('PGY2', 'PGY9');
    const map = 'rules:\n  peerGap: -1\n';
    const found = problems({ people, ties: ties('a,zzz,x,1'), map, options: ['gnder=x'] });
    expect(found.map((message) => message.split(':').slice(0, 2).join(':'))).toEqual([
      'map.yaml:2',
      '--map: gnder',
      'nodes.csv:3',
      'edges.csv:2',
    ]);
  });
});
