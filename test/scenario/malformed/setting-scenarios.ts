/** Malformed scenarios: settings that are missing, unknown, of another type or out of range. */
import type { MalformedScenario } from './malformed-scenarios.ts';

const head = 'mentorscape: 1\n';
const version = 'expected the version of the scenario format, "mentorscape: 1"';
const whole = 'expected a whole number from 1 to 100000';
const womenShare = 'expected a number from 0 to 1 (share)';
const patience = 'expected a whole number from 1 to 520 (weeks)';
const everyText = 'expected month (4 weeks), year (52 weeks), 4 or 52';
const quotes = 'Write the number without quotes';

/** A scenario with one setting on line 2. */
function one(
  name: string,
  line: string,
  problem: { readonly key: string; readonly message: string },
): MalformedScenario {
  return { name, content: `${head}${line}\n`, expected: [{ line: 2, ...problem }] };
}

/** A scenario with one parameter on line 3. */
function parameter(name: string, key: string, value: string, message: string): MalformedScenario {
  const content = `${head}parameters:\n  ${key}: ${value}\n`;
  return { name, content, expected: [{ line: 3, key: `parameters.${key}`, message }] };
}

export const settingScenarios: readonly MalformedScenario[] = [
  {
    name: 'no version',
    content: '# What changes?\nseed: 1\n',
    expected: [{ line: 2, key: 'mentorscape', message: `${version}, found nothing` }],
  },
  {
    name: 'version as text',
    content: 'mentorscape: "1"\n',
    expected: [{ line: 1, key: 'mentorscape', message: `${version}, found "1"` }],
  },
  {
    name: 'version 0',
    content: 'mentorscape: 0\n',
    expected: [{ line: 1, key: 'mentorscape', message: `${version}, found 0` }],
  },
  {
    name: 'version 1.0',
    content: 'mentorscape: 1.0\n',
    expected: [{ line: 1, key: 'mentorscape', message: `${version}, found 1.0` }],
  },
  {
    name: 'newer version',
    content: 'mentorscape: 2\nspeed: fast\n',
    expected: [{ line: 1, key: 'mentorscape', message: 'Install a newer Mentorscape' }],
  },
  one('unknown setting', 'replicate: 3', {
    key: 'replicate',
    message: 'found the unknown name "replicate". Did you mean replicates',
  }),
  one('setting in another case', 'warmup: 3 years', {
    key: 'warmup',
    message: 'Did you mean warmUp',
  }),
  one('__proto__', '__proto__: { seed: 1 }', {
    key: '__proto__',
    message: 'found the unknown name "__proto__"',
  }),
  one('constructor', 'constructor: 1', { key: 'constructor', message: 'the unknown name' }),
  one('control characters in a name', '"\\e[31mred": 1', {
    key: '"\\u{1b}[31mred"',
    message: 'the unknown name "\\u{1b}[31mred"',
  }),
  one('empty name', '"": 1', { key: '""', message: 'the unknown name ""' }),
  {
    name: 'many unknown settings',
    content: `${head}${Array.from({ length: 100 }, (_, i) => `zzz${i}: 1`).join('\n')}`,
    expected: [
      ...Array.from({ length: 20 }, (_, i) => ({
        ...{ line: i + 2, key: `zzz${i}`, message: `the unknown name "zzz${i}"` },
      })),
      { line: 22, key: 'zzz20', message: 'found 80 more unknown names' },
    ],
  },
  one('model in a file', 'model: ./evil.js', {
    key: 'model',
    message: 'found "./evil.js". A scenario is never code',
  }),
  one('model in a package', 'model: "node:fs"', { key: 'model', message: 'never code' }),
  one('model in a TypeScript file', 'model: mentoring.ts', {
    key: 'model',
    message: 'A scenario is never code: name your own model with --model',
  }),
  one('misspelt model', 'model: mentorin', { key: 'model', message: 'Did you mean mentoring' }),
  one('model named like a property', 'model: __proto__', {
    key: 'model',
    message: 'expected the name of a built-in model',
  }),
  one('model as a mapping', 'model: { name: mentoring }', {
    key: 'model',
    message: 'found a mapping',
  }),
  {
    name: 'unknown model and other problems',
    content: `${head}model: mentorin\nparameters: { x: 1 }\nreplicates: 0\n`,
    expected: [
      { line: 2, key: 'model', message: 'Did you mean mentoring' },
      { line: 4, key: 'replicates', message: `${whole}, found 0` },
    ],
  },
  one('title as a number', 'title: 2030', {
    key: 'title',
    message: 'expected text of 1 to 200 characters, found 2030. Put it in quotes',
  }),
  one('empty title', 'title: ""', { key: 'title', message: 'found empty text' }),
  one('title left out', 'title:', { key: 'title', message: 'found nothing' }),
  one('long title', `title: ${'x'.repeat(201)}`, { key: 'title', message: 'found 201 characters' }),
  one('control character in a title', 'title: "a\\u0007b"', {
    key: 'title',
    message: 'without control characters, found "a\\u{7}b"',
  }),
  one('title that turns the reading direction', 'title: "a\\u202Eb"', {
    key: 'title',
    message: 'without control characters',
  }),
  one('half a character', 'title: "a\\ud800b"', { key: 'title', message: '"a\\u{d800}b"' }),
  one('question as a list', 'question: [What]', {
    key: 'question',
    message: 'expected text of 1 to 400 characters, found a list of 1',
  }),
  parameter('number as text', 'womenShare', '"0.5"', `${womenShare}, found "0.5". ${quotes}`),
  parameter('decimal comma', 'womenShare', '0,5', 'Write decimals with a point'),
  parameter('percentage', 'womenShare', '50%', 'Write a share of 1 instead of a percentage'),
  parameter('boolean', 'womenShare', 'true', `${womenShare}, found true`),
  parameter('yes', 'womenShare', 'yes', `${womenShare}, found "yes"`),
  parameter('null', 'womenShare', 'null', `${womenShare}, found null`),
  parameter('tilde', 'womenShare', '~', `${womenShare}, found ~`),
  parameter('nothing', 'womenShare', '', `${womenShare}, found nothing`),
  parameter('not a number', 'womenShare', '.nan', `${womenShare}, found .nan`),
  parameter('infinite', 'informalMeetings', '.inf', 'found .inf'),
  parameter('less than infinite', 'informalMeetings', '-.inf', 'found -.inf'),
  parameter('larger than any number', 'informalMeetings', '1e400', 'found 1e400'),
  parameter('NaN as JavaScript says it', 'womenShare', 'NaN', 'found "NaN"'),
  parameter('octal look', 'overloadPatience', '0o17', 'plain decimal number'),
  parameter('hexadecimal', 'overloadPatience', '0x1F', `${patience}, found 0x1F`),
  parameter('leading zero', 'overloadPatience', '017', 'without leading zeros'),
  parameter('digits in groups', 'overloadPatience', '1_000', 'Write the digits together'),
  parameter('unit behind the number', 'overloadPatience', '8 weeks', 'Write the number alone'),
  parameter('date instead of a number', 'overloadPatience', '2031-02-28', 'found "2031-02-28"'),
  parameter('time of day', 'overloadPatience', '12:30:45', 'found "12:30:45"'),
  parameter('part of a whole', 'overloadPatience', '8.5', `${patience}, found 8.5`),
  parameter('below the range', 'womenShare', '-0.01', `${womenShare}, found -0.01`),
  parameter('above the range', 'womenShare', '1.0000001', `${womenShare}, found 1.0000001`),
  parameter('huge whole number', 'overloadPatience', '9'.repeat(400), `${patience}, found 999`),
  parameter('list', 'womenShare', '[0.5]', `${womenShare}, found a list of 1`),
  parameter('mapping', 'womenShare', '{ value: 0.5 }', `${womenShare}, found a mapping`),
  parameter('misspelt parameter', 'womanShare', '0.5', 'Did you mean womenShare'),
  parameter('parameter named like a method', 'toString', '0.5', 'the unknown name "toString"'),
  {
    name: 'several bad parameters',
    content: `${head}parameters:\n  womenShare: 2\n  overloadPatience: 0\n  zzzzzz: 1\n`,
    expected: [
      { line: 3, key: 'parameters.womenShare', message: 'found 2' },
      { line: 4, key: 'parameters.overloadPatience', message: 'found 0' },
      { line: 5, key: 'parameters.zzzzzz', message: 'expected a parameter of mentoring' },
    ],
  },
  one('parameters as a list', 'parameters: [womenShare]', {
    key: 'parameters',
    message: 'expected names with values, one a line below it, found a list of 1',
  }),
  one('parameters as text', 'parameters: womenShare=0.5', {
    key: 'parameters',
    message: 'found "womenShare=0.5"',
  }),
  one('parameters null', 'parameters: null', { key: 'parameters', message: 'found null' }),
  one('unknown setting of the population', 'population: { facultys: 100 }', {
    key: 'population.facultys',
    message: 'expected a setting of the population',
  }),
  one('half a person', 'population: { faculty: 10.5 }', {
    key: 'population.faculty',
    message: 'expected a whole number from 4 to 500000 (people), found 10.5',
  }),
  one('population without number', 'population: 200', {
    key: 'population',
    message: 'expected names with values',
  }),
  one('seed of the population as a list', 'population: { seed: [1] }', {
    key: 'population.seed',
    message: 'text of 1 to 100 characters, found a list of 1',
  }),
  one('seed with a fraction', 'seed: 1.5', { key: 'seed', message: 'found 1.5. Put it in quotes' }),
  one('seed beyond whole numbers', 'seed: 9007199254740993', {
    key: 'seed',
    message: 'expected a whole number below 9007199254740992',
  }),
  one('seed with leading zeros', 'seed: 007', { key: 'seed', message: 'found 007. Put it in' }),
  one('infinite seed', 'seed: .inf', { key: 'seed', message: 'found .inf' }),
  one('boolean seed', 'seed: true', { key: 'seed', message: 'found true' }),
  one('empty seed', 'seed: ""', { key: 'seed', message: 'found ""' }),
  one('long seed', `seed: ${'a'.repeat(101)}`, { key: 'seed', message: '1 to 100 characters' }),
  one('no replicates', 'replicates: 0', { key: 'replicates', message: `${whole}, found 0` }),
  one('less than no replicates', 'replicates: -3', { key: 'replicates', message: 'found -3' }),
  one('too many replicates', 'replicates: 100001', { key: 'replicates', message: 'found 100001' }),
  one('replicates as text', 'replicates: "30"', { key: 'replicates', message: quotes }),
  one('replicates in words', 'replicates: many', { key: 'replicates', message: 'found "many"' }),
  one('replicates with exponent', 'replicates: 1e9', { key: 'replicates', message: 'found 1e9' }),
  one('record as text', 'record: monthly', { key: 'record', message: 'found "monthly"' }),
  one('unknown setting of the record', 'record: { evry: year }', {
    key: 'record.evry',
    message: 'expected what to record (every, outcomes), found the unknown name "evry"',
  }),
  one('record every 13 weeks', 'record: { every: 13 }', {
    key: 'record.every',
    message: `${everyText}, found 13`,
  }),
  one('record every week', 'record: { every: week }', { key: 'record.every', message: everyText }),
  one('record every "52"', 'record: { every: "52" }', { key: 'record.every', message: '"52"' }),
  one('record never', 'record: { every: 0 }', { key: 'record.every', message: 'found 0' }),
  one('unknown outcome', 'record: { outcomes: [hasMentr] }', {
    key: 'record.outcomes[0]',
    message: 'Did you mean hasMentor',
  }),
  one('outcome named like a property', 'record: { outcomes: [constructor] }', {
    key: 'record.outcomes[0]',
    message: 'expected the name of an outcome',
  }),
  one('no outcomes', 'record: { outcomes: [] }', {
    key: 'record.outcomes',
    message: 'found a list of 0',
  }),
  one('outcome without list', 'record: { outcomes: hasMentor }', {
    key: 'record.outcomes',
    message: 'Write a list, such as [a, b]',
  }),
  one('outcome twice', 'record: { outcomes: [rapport, rapport] }', {
    key: 'record.outcomes[1]',
    message: 'expected each outcome once, found "rapport" again',
  }),
];
