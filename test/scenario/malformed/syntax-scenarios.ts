/** Malformed scenarios: encodings, sizes, YAML that does not parse and YAML that is too clever. */
import type { MalformedScenario } from './malformed-scenarios.ts';

const head = 'mentorscape: 1\n';
const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));
const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0), 0]));

const empty = { line: 1, key: 'file', message: 'found an empty file' };
const tooDeep = 'at most 32 levels of mappings and lists in each other';

const billionLaughs = [
  'mentorscape: 1',
  'a: &a ["lol","lol","lol","lol","lol","lol","lol","lol","lol"]',
  'b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]',
  'c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]',
  'parameters: *c',
].join('\n');

const manyKeys = Array.from({ length: 40_000 }, (_, i) => `key${i}: ${i}`).join('\n');

export const syntaxScenarios: readonly MalformedScenario[] = [
  { name: 'empty file', content: '', expected: [empty] },
  { name: 'only white space', content: ' \n\n  \n', expected: [empty] },
  { name: 'only comments', content: '# What changes if …?\n# nothing\n', expected: [empty] },
  {
    name: 'only a byte-order mark',
    content: bytes(0xef, 0xbb, 0xbf),
    expected: [empty],
  },
  { name: 'explicit null', content: 'null', expected: [{ ...empty, message: 'found null' }] },
  {
    name: 'list at top level',
    content: '- mentorscape: 1\n- seed: 2\n',
    expected: [{ line: 1, key: 'file', message: 'found a list of 2' }],
  },
  {
    name: 'text at top level',
    content: 'mentorscape',
    expected: [{ line: 1, key: 'file', message: 'found "mentorscape"' }],
  },
  {
    name: 'JSON list at top level',
    file: 'scenario.json',
    content: '[{"mentorscape": 1}]',
    expected: [{ line: 1, key: 'file', message: 'found a list of 1' }],
  },
  {
    name: 'JSON that breaks off',
    file: 'scenario.json',
    content: '{\n  "mentorscape": 1,\n  "parameters": {"womenShare": 0.5\n',
    expected: [{ line: 4, key: 'syntax', message: 'a closing bracket for each opening one' }],
  },
  {
    name: 'JSON without a comma',
    file: 'scenario.json',
    content: '{"mentorscape": 1\n"seed": 2}',
    expected: [{ line: 1, key: 'syntax', message: 'a missing colon, comma or quote here' }],
  },
  {
    name: 'quote without end',
    content: `${head}title: "Protected time\nseed: 1\n`,
    expected: [{ line: 4, key: 'syntax', message: 'a closing quote, found the end of the text' }],
  },
  {
    name: 'second colon',
    content: `${head}title: Time: protected\n`,
    expected: [{ line: 2, key: 'syntax', message: 'found a second colon' }],
  },
  {
    name: 'line without colon',
    content: `${head}seed\nreplicates: 3\n`,
    expected: [{ line: 2, key: 'syntax', message: 'a missing colon, comma or quote here' }],
  },
  {
    name: 'tab as indentation',
    content: `${head}parameters:\n\twomenShare: 0.5\n`,
    expected: [{ line: 3, key: 'syntax', message: 'spaces before a name, found a tab' }],
  },
  {
    name: 'uneven indentation',
    content: `${head}parameters:\n    womenShare: 0.5\n  informalMeetings: 1\n`,
    expected: [{ line: 4, key: 'syntax', message: 'in the same column' }],
  },
  {
    name: 'value that begins with @',
    content: `${head}seed: @home\n`,
    expected: [{ line: 2, key: 'syntax', message: 'does not begin with a sign such as @' }],
  },
  {
    name: 'unknown escape',
    content: `${head}title: "C:\\games"\n`,
    expected: [{ line: 2, key: 'syntax', message: 'in single quotes' }],
  },
  {
    name: 'list as a key',
    content: `${head}? [a, b]\n: 1\n`,
    expected: [{ line: 2, key: 'syntax', message: 'a plain name before the colon' }],
  },
  {
    name: 'several faults of syntax',
    content: `${head}a: @b\nc: @d\n`,
    expected: [
      { line: 2, key: 'syntax', message: 'Put it in quotes' },
      { line: 3, key: 'syntax', message: 'Put it in quotes' },
    ],
  },
  {
    name: 'two documents',
    content: `${head}---\n${head}`,
    expected: [{ line: 2, key: 'syntax', message: 'expected one document, found a second' }],
  },
  {
    name: 'end of document in the middle',
    content: `${head}seed: 1\n...\n---\nseed: 2\n`,
    expected: [{ line: 4, key: 'syntax', message: 'expected one document' }],
  },
  {
    name: 'directive',
    content: `%YAML 1.1\n---\n${head}`,
    expected: [{ line: 1, key: 'syntax', message: 'found the directive %YAML 1.1' }],
  },
  {
    name: 'anchor',
    content: `${head}parameters: &base\n  womenShare: 0.5\n`,
    expected: [{ line: 2, key: 'syntax', message: 'found the anchor &base' }],
  },
  {
    name: 'alias',
    content: `${head}seed: *other\n`,
    expected: [{ line: 2, key: 'syntax', message: 'found the alias *other' }],
  },
  {
    name: 'billion laughs',
    content: billionLaughs,
    expected: [
      { line: 2, key: 'syntax', message: 'the anchor &a' },
      { line: 3, key: 'syntax', message: 'the anchor &b' },
      { line: 4, key: 'syntax', message: 'the anchor &c' },
      { line: 5, key: 'syntax', message: 'the alias *c' },
    ],
  },
  {
    name: 'merge key',
    content: `${head}parameters:\n  <<: { womenShare: 0.5 }\n`,
    expected: [{ line: 3, key: 'parameters."<<"', message: 'Merge keys are not read' }],
  },
  {
    name: 'tag that asks for code',
    content: `${head}title: !!js/function "function () { return 1 }"\n`,
    expected: [{ line: 2, key: 'syntax', message: 'found the tag !!js/function' }],
  },
  {
    name: 'tag of a binary value',
    content: `${head}title: !!binary aGVsbG8=\n`,
    expected: [{ line: 2, key: 'syntax', message: 'found the tag !!binary' }],
  },
  {
    name: 'tag that makes a number text',
    content: `${head}replicates: !!str 30\n`,
    expected: [{ line: 2, key: 'syntax', message: 'found the tag !!str' }],
  },
  {
    name: '10,000 brackets deep',
    content: `${head}parameters: ${'['.repeat(10_000)}`,
    expected: [{ line: 2, key: 'syntax', message: tooDeep }],
  },
  {
    name: '10,000 mappings deep as JSON',
    file: 'scenario.json',
    content: `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
    expected: [{ line: 1, key: 'syntax', message: tooDeep }],
  },
  {
    name: '10,000 lists deep on one line',
    content: `${head}policies:\n${'- '.repeat(10_000)}`,
    expected: [{ line: 3, key: 'syntax', message: tooDeep }],
  },
  {
    name: 'name given twice',
    content: `${head}seed: 1\nreplicates: 3\nseed: 2\n`,
    expected: [{ line: 4, key: 'seed', message: 'found it again after line 2' }],
  },
  {
    name: 'name given twice in a section',
    content: `${head}parameters:\n  womenShare: 0.5\n  "womenShare": 0.4\n`,
    expected: [{ line: 4, key: 'parameters.womenShare', message: 'after line 3' }],
  },
  {
    name: 'name given twice in JSON',
    file: 'scenario.json',
    content: '{"mentorscape": 1,\n "seed": 1,\n "seed": 2}',
    expected: [{ line: 3, key: 'seed', message: 'each name once in a mapping' }],
  },
  {
    name: 'name of 2,000 characters',
    content: `${head}${'k'.repeat(2000)}: 1\n`,
    expected: [{ line: 2, key: 'syntax', message: 'names of at most 1024 characters' }],
  },
  {
    name: '40,000 settings',
    content: `${head}${manyKeys}`,
    expected: [{ line: 7143, key: 'file', message: 'at most 50000 words and signs' }],
  },
  {
    name: 'over 5 MB',
    content: `${head}# ${'x'.repeat(5_000_000)}\n`,
    expected: [{ key: 'file', message: 'expected at most 5 MB, found 5.0 MB' }],
  },
  {
    name: 'title of 4 MB',
    content: `${head}title: ${'x'.repeat(4_000_000)}\n`,
    expected: [{ line: 2, key: 'title', message: 'found 4000000 characters' }],
  },
  {
    name: 'UTF-16, little end first, with mark',
    content: joined(bytes(0xff, 0xfe), utf16(head)),
    expected: [{ line: 1, key: 'encoding', message: 'found a byte-order mark of UTF-16' }],
  },
  {
    name: 'UTF-16, big end first, with mark',
    content: bytes(0xfe, 0xff, 0, 0x6d),
    expected: [{ line: 1, key: 'encoding', message: 'found a byte-order mark of UTF-16' }],
  },
  {
    name: 'UTF-32 with mark',
    content: bytes(0xff, 0xfe, 0, 0, 0x6d, 0, 0, 0),
    expected: [{ line: 1, key: 'encoding', message: 'found a byte-order mark of UTF-32' }],
  },
  {
    name: 'UTF-16 without mark',
    content: utf16(head),
    expected: [{ line: 1, key: 'encoding', message: 'found a zero byte' }],
  },
  {
    name: 'Latin-1',
    content: joined(utf8(`${head}title: M`), bytes(0xfc), utf8('nchen\n')),
    expected: [{ line: 2, key: 'encoding', message: 'found bytes that are not UTF-8' }],
  },
  {
    name: 'UTF-8 that breaks off',
    content: joined(utf8(head), bytes(0xe2, 0x80)),
    expected: [{ line: 2, key: 'encoding', message: 'found bytes that are not UTF-8' }],
  },
  {
    name: 'overlong UTF-8',
    content: joined(utf8(`${head}title: `), bytes(0xc0, 0xaf)),
    expected: [{ line: 2, key: 'encoding', message: 'found bytes that are not UTF-8' }],
  },
  {
    name: 'characters lost earlier',
    content: `${head}title: M\uFFFDnchen\n`,
    expected: [{ line: 2, key: 'encoding', message: 'a character lost in another encoding' }],
  },
  {
    name: 'control character',
    content: `${head}seed: 1\ntitle: a\u001bb\n`,
    expected: [{ line: 3, key: 'encoding', message: 'without control characters, found U+001B' }],
  },
  {
    name: 'zero byte at the end',
    content: `${head}seed: 1\n\0`,
    expected: [{ line: 3, key: 'encoding', message: 'found a zero byte' }],
  },
  {
    name: 'a program instead of a scenario',
    content: '#!/usr/bin/env node\nimport fs from "node:fs";\nfs.rmSync("/");\n',
    expected: [{ line: 1, key: 'file', message: 'found "import fs' }],
  },
  {
    name: 'a picture instead of a scenario',
    content: bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d),
    expected: [{ line: 1, key: 'encoding', message: 'bytes that are not UTF-8' }],
  },
];
