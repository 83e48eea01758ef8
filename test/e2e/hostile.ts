/** A hundred links and files that nobody should open: huge, deep, polluting, mistyped, cut, foreign. */
import { deflateRawSync } from 'node:zlib';
import { packed, smallScenario } from './visitor.ts';

const raw = (text: string | Buffer, version: number | string = 1): string =>
  `${version}.${deflateRawSync(text).toString('base64url')}`;

const good = packed([smallScenario]);
const json = (value: unknown): string => raw(JSON.stringify(value));
const deep = (levels: number, open: string, close: string): string =>
  open.repeat(levels) + close.repeat(levels);
const changed = (from: string | RegExp, to: string): string =>
  packed([smallScenario.replace(from, to)]);

/** Texts of links that must be refused, by what is wrong with them. */
const links: Readonly<Record<string, string>> = {
  empty: '',
  word: 'hello',
  dots: '...',
  'no version': good.slice(2),
  'version 0': good.replace(/^1/, '0'),
  'version 2': good.replace(/^1/, '2'),
  'version 9999': good.replace(/^1/, '9999'),
  'version 99999': good.replace(/^1/, '99999'),
  'version -1': good.replace(/^1/, '-1'),
  'version text': good.replace(/^1/, 'x'),
  cut: good.slice(0, good.length / 2),
  'cut by one': good.slice(0, -4),
  'bits turned': good.replace(/.{6}$/, 'AAAAAA'),
  'not base64': '1.***',
  'not deflated': `1.${Buffer.from('{}').toString('base64url')}`,
  'random bytes': `1.${Buffer.from(Array.from({ length: 300 }, (_, k) => (k * 7919) % 256)).toString('base64url')}`,
  bomb: raw('0'.repeat(20_000_000)),
  'bomb of braces': raw(deep(3_000_000, '[', ']')),
  'too long': `1.${'A'.repeat(30_000)}`,
  'not UTF-8': raw(Buffer.from([0xff, 0xfe, 0x22, 0x80])),
  'not JSON': raw('{scenarios: ['),
  'JSON null': raw('null'),
  'JSON number': raw('1'),
  'JSON text': raw('"scenarios"'),
  'JSON list': json([smallScenario]),
  'JSON deep': raw(deep(50_000, '[', ']')),
  'no scenarios': json({}),
  'scenarios null': json({ scenarios: null }),
  'scenarios text': json({ scenarios: smallScenario }),
  'scenarios none': json({ scenarios: [] }),
  'scenarios five': json({ scenarios: Array(5).fill(smallScenario) }),
  'scenarios many': json({ scenarios: Array(400).fill('') }),
  'scenario number': json({ scenarios: [1] }),
  'scenario object': json({ scenarios: [{ mentorscape: 1 }] }),
  'scenario list': json({ scenarios: [[smallScenario]] }),
  'scenario null': json({ scenarios: [null] }),
  'scenario empty': json({ scenarios: [''] }),
  'proto instead': raw(`{"__proto__": {"scenarios": [${JSON.stringify(smallScenario)}]}}`),
  'constructor instead': raw('{"constructor": {"prototype": {"polluted": 1}}}'),
  'proto in scenario': changed('horizon: 3 years', '__proto__: { polluted: 1 }'),
  'constructor in scenario': changed(
    'horizon: 3 years',
    'constructor: { prototype: { polluted: 1 } }',
  ),
  'proto as policy': changed('policy: peerGroups', 'policy: __proto__'),
  'toString as policy': changed('policy: peerGroups', 'policy: toString'),
  'constructor as model': changed('model: mentoring', 'model: constructor'),
  'unknown model': changed('model: mentoring', 'model: other'),
  'model file': changed('model: mentoring', 'model: ./evil.js'),
  'model address': changed('model: mentoring', 'model: https://evil.example/model.js'),
  'proto as outcome': changed('seed: 7', 'record: { outcomes: [__proto__] }'),
  'unknown outcome': changed('seed: 7', 'record: { outcomes: [happiness] }'),
  'proto as lever': changed('who: residents', '__proto__: 1'),
  'unknown lever': changed('who: residents', 'whom: residents'),
  'lever of another type': changed('who: residents', 'who: 3'),
  'lever not an option': changed('who: residents', 'who: "<img src=x onerror=hacked=1>"'),
  'lever NaN': changed('who: residents', 'groupSize: .nan'),
  'lever infinite': changed('who: residents', 'groupSize: .inf'),
  'lever huge': changed('who: residents', 'groupSize: 1e308'),
  'lever negative': changed('who: residents', 'groupSize: -8'),
  'unknown parameter': changed('seed: 7', 'parameters: { evil: 1 }'),
  'parameter text': changed('seed: 7', 'parameters: { hourCost: "x" }'),
  'parameter list': changed('seed: 7', 'parameters: [1]'),
  'population huge': changed('faculty: 24', 'faculty: 100000000'),
  'population large': changed('faculty: 24', 'faculty: 30000'),
  'population negative': changed('faculty: 24', 'faculty: -24'),
  'population text': changed('faculty: 24', 'faculty: many'),
  'population fraction': changed('faculty: 24', 'faculty: 24.5'),
  'futures huge': changed('replicates: 8', 'replicates: 100000'),
  'futures too many': changed('replicates: 8', 'replicates: 1e9'),
  'futures none': changed('replicates: 8', 'replicates: 0'),
  'futures text': changed('replicates: 8', 'replicates: eight'),
  'years huge': changed('horizon: 3 years', 'horizon: 1000 years'),
  'years none': changed('horizon: 3 years', 'horizon: 0'),
  'years negative': changed('horizon: 3 years', 'horizon: -3 years'),
  'warm-up huge': changed('warmUp: 2 years', 'warmUp: 5000 years'),
  'start after the end': changed('start: year 2', 'start: year 90'),
  'end before start': changed('start: year 2', 'start: year 2\n    end: year 1'),
  'seed list': changed('seed: 7', 'seed: [7]'),
  'seed long': changed('seed: 7', `seed: "${'7'.repeat(500)}"`),
  'title long': changed('Groups for residents', 'x'.repeat(5000)),
  'title with control signs': changed('Groups for residents', '"a\\u0007b"'),
  'title turned around': changed('Groups for residents', '"a\\u202Eb"'),
  anchors: changed('title: Groups for residents', 'title: &a x\nquestion2: *a'),
  'billion laughs': packed([`a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n${smallScenario}`]),
  tag: changed('seed: 7', 'seed: !!js/function "function(){}"'),
  'two documents': packed([`${smallScenario}\n---\n${smallScenario}`]),
  'no format version': changed('mentorscape: 1\n', ''),
  'newer format': changed('mentorscape: 1', 'mentorscape: 2'),
  'format text': changed('mentorscape: 1', 'mentorscape: "1"'),
  'based on a file': packed(['mentorscape: 1\nbasedOn: ../../../etc/passwd.yaml\n']),
  'based on an address': packed(['mentorscape: 1\nbasedOn: https://evil.example/x.yaml\n']),
  'policies text': changed(/policies:[\s\S]*?horizon/, 'policies: all\nhorizon'),
  'policies many': packed([
    smallScenario.replace(
      /policies:[\s\S]*?horizon/,
      `policies:\n${Array.from({ length: 300 }, (_, k) => `  - { policy: hybridWork, start: ${k % 100} }\n`).join('')}horizon`,
    ),
  ]),
  'plans of two baselines': packed([smallScenario, smallScenario.replace('seed: 7', 'seed: 8')]),
  'plans of two horizons': packed([
    smallScenario,
    smallScenario.replace('horizon: 3', 'horizon: 4'),
  ]),
  'deep scenario': packed([`x: ${deep(200, '[', ']')}\n${smallScenario}`]),
  'wide scenario': packed([`x: [${'a,'.repeat(60_000)}]\n${smallScenario}`]),
  'roster outside': packed(['mentorscape: 1\nroster: { people: ../people.csv }\n']),
  'roster of the wrong kind': packed(['mentorscape: 1\nroster: { people: people.exe }\n']),
  'roster as a list': packed(['mentorscape: 1\nroster: [1, 2]\n']),
};

/** Name and address of each. */
export const hostileLinks: readonly (readonly [string, string])[] = Object.entries(links).map(
  ([name, text]) => [name, `#/what-if?s=${encodeURIComponent(text)}`],
);

/** Names and texts of scenario files that must be refused. */
export const hostileFiles: readonly (readonly [string, string | Buffer])[] = [
  ['empty.yaml', ''],
  ['huge.yaml', `# ${'x'.repeat(6_000_000)}`],
  ['deep.json', deep(100_000, '[', ']')],
  ['picture.yaml', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])],
  ['page.yaml', '<!doctype html><script>hacked=1</script>'],
  ['proto.json', `{"mentorscape": 1, "__proto__": {"polluted": 1}}`],
  ['laughs.yaml', `a: &a [x,x]\nb: &b [*a,*a]\n${smallScenario}`],
  ['code.yaml', smallScenario.replace('seed: 7', 'seed: !!js/function "hacked=1"')],
  ['outside.yaml', 'mentorscape: 1\nbasedOn: ../secret.yaml\n'],
  ['many.yaml', smallScenario.replace('replicates: 8', 'replicates: 90000')],
];
