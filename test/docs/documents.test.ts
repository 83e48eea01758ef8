/** What all documents promise: links that lead somewhere, commands and options that exist. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { registerAnalyse } from '../../cli/analyse.ts';
import { registerCalibrate } from '../../cli/calibrate.ts';
import { registerCompare } from '../../cli/compare.ts';
import { registerDescribe } from '../../cli/describe.ts';
import { registerImport } from '../../cli/import.ts';
import { registerInit } from '../../cli/init.ts';
import { registerRoster } from '../../cli/roster.ts';
import { registerRun } from '../../cli/run.ts';
import { registerReport } from '../../cli/study-report.ts';
import { registerSweep } from '../../cli/sweep/sweep.ts';
import { registerReplay } from '../../cli/sweep/verify.ts';
import { registerValidate } from '../../cli/validate.ts';
import { blocksOf, commandsOf, readDocument, root } from './markdown.ts';
import { wordsOf } from './project-copy.ts';

const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
  ...readdirSync(`${root}/docs`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .sort(),
];

const program = new Command();
for (const register of [
  ...[registerRun, registerCompare, registerValidate, registerDescribe, registerInit],
  ...[registerImport, registerRoster, registerSweep, registerReplay],
  ...[registerAnalyse, registerCalibrate, registerReport],
]) {
  register(program);
}

/** Words of a command line that its command does not know; `--help` is known to all. */
function unknownWords(line: string): string[] {
  const [name, ...words] = wordsOf(line).slice(2);
  if (name === '--help') return [];
  const parent = program.commands.find((each) => each.name() === name);
  if (!parent) return [name];
  const command = parent.commands.find((each) => each.name() === words[0]) ?? parent;
  const options = ['--help', ...command.options.map(({ long }) => `${long}`)];
  return words.filter((word) => word.startsWith('--') && !options.includes(word));
}

describe.each(documents.map((path) => [path]))('%s', (path) => {
  const text = readDocument(path);
  const prose = text.replace(/^```[\s\S]*?^```$/gm, '');

  test('links to files that are there', () => {
    const links = [...prose.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, to]) => to);
    const local = links.filter((to) => !/^[a-z]+:/.test(to));
    expect(local.filter((to) => !existsSync(join(root, dirname(path), to)))).toEqual([]);
  });

  test('names files of the project that are there', () => {
    const named = [
      ...prose.matchAll(/`((?:sim|models|report|cli|viz|test|scenarios)\/[\w./-]+)`/g),
    ];
    const missing = named
      .map(([, file]) => file)
      .filter((file) => !file.includes('NAME') && !existsSync(join(root, file)));
    expect(missing).toEqual([]);
  });

  test('shows commands and options that exist', () => {
    const inline = [...prose.matchAll(/`(npx mentorscape [^`]+)`/g)].map(([, line]) => line);
    const fenced = blocksOf(text)
      .filter(({ language }) => language === 'sh' || language === 'text')
      .flatMap(commandsOf)
      .filter((line) => line.startsWith('npx mentorscape'));
    const wrong = [...inline, ...fenced].flatMap(unknownWords);
    expect(wrong).toEqual([]);
  });
});

test('the index of decisions lists every record', () => {
  const listed = [...readDocument('docs/decisions/README.md').matchAll(/\((\d{4}-.+\.md)\)/g)];
  const records = readdirSync(`${root}/docs/decisions`).filter((name) => /^\d{4}-/.test(name));
  expect(listed.map(([, name]) => name)).toEqual(records.sort());
});

test('the glossary has each word once', () => {
  const rows = [...readDocument('docs/glossary.md').matchAll(/^\| ([^|]+) \| [^|]+ \|$/gm)];
  const words = rows.map(([, word]) => word.trim()).filter((word) => !/^(word|---)$/.test(word));
  expect(words.length).toBeGreaterThan(60);
  expect(words).toEqual([...new Set(words)]);
});
