/** The command `import`: a roster and observed ties to a scenario, or a dry run that explains. */
import { basename } from 'node:path';
import type { Command } from 'commander';
import { stringify } from 'yaml';
import { rosterVocabulary } from '../models/mentoring/roster-vocabulary.ts';
import { writeCsv } from '../sim/data/csv.ts';
import { IssueList, suggesting } from '../sim/data/issue-list.ts';
import { showFound } from '../sim/data/issues.ts';
import type { Explanation } from '../sim/roster/explanation.ts';
import { importRoster, type SourceFile } from '../sim/roster/import-roster.ts';
import type { Mapping, TieRules } from '../sim/roster/mapping.ts';
import { emptyMapping, mergeMappings } from '../sim/roster/mapping.ts';
import { parseMappingFile } from '../sim/roster/mapping-file.ts';
import { isMappingOption, parseMappingOption } from '../sim/roster/mapping-option.ts';
import { pseudonymise } from '../sim/roster/pseudonyms.ts';
import { writeRoster } from '../sim/roster/roster.ts';
import { importReport } from './import-report.ts';
import {
  checkOutputs,
  fileLimits,
  type OutputFile,
  readTextFile,
  writeAll,
} from './roster-files.ts';

/** Options as typed, all optional so that every problem is said at once. */
export interface ImportOptions {
  readonly people?: string;
  readonly ties?: string;
  readonly map?: readonly string[];
  readonly downward?: string;
  readonly symmetrise?: string;
  readonly peerGap?: string;
  readonly ignoreUnknown?: boolean;
  readonly keepIds?: boolean;
  readonly pseudonyms?: boolean;
  readonly key?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const examples = `
The mapping says which column or expression gives which field. It is a YAML or JSON file, or
key=expression, or both; --map may be repeated, and the later one holds.
  people   id, role, rank, department, site, external, gender, minority, onsite, capacity,
           sociability, tenure, and keep (a condition: others are left out)
  ties     from, to, relation, weight, ties.keep, and relations.NAME=upward|equal|any|drop
  missing  codes that mean no answer, such as missing=9,99
What is not mapped is guessed from the names of columns, and the dry run says so. In expressions:
columns ([with spaces]), numbers, 'text', + - * / % < <= > >= == != && || ! ?: min max floor round
abs lower number if. A comparison with an empty cell is no answer; x == null asks for it.

Ties: upward in rank is senior, between equals peer, downward is dropped or reversed. Without
--peer-gap, equals are people of one rank, or of one role for a relation used as equal.

Examples:
  $ mentorscape import --people nodes.csv --ties edges.csv --map map.yaml --dry-run
  $ mentorscape import --people nodes.csv --ties edges.csv --map map.yaml --out dept.yaml
  $ mentorscape import --people staff.csv --map "rank=years < 4 ? 'PGY1' : 'assistant'" \\
      --map "gender={column: sex, recode: {1: man, 2: woman}}" --out dept.yaml

Files never leave this machine. Ids are replaced by P001, P002 … unless --keep-ids.`;

const collect = (value: string, before: readonly string[]): string[] => [...before, value];

/** Adds the command to the program; `print` takes what goes to standard output. */
export function registerImport(
  program: Command,
  print: (text: string) => void = (text) => process.stdout.write(`${text}\n`),
): void {
  program
    .command('import')
    .description('turn a roster and observed ties into a scenario')
    .option('--people <file>', 'CSV of people, one row each')
    .option('--ties <file>', 'CSV of observed ties, one row each')
    .option('--map <file|key=expression>', 'what the columns mean (repeatable)', collect, [])
    .option('--downward <drop|reverse>', 'ties downward in rank (default: drop)')
    .option('--symmetrise <any|both>', 'peer ties named by one or by both (default: any)')
    .option('--peer-gap <ranks>', 'ranks apart, within a role, that still count as equals')
    .option('--ignore-unknown', 'drop ties to people who are not in the table, and count them')
    .option('--pseudonyms', 'replace ids by P001, P002 … (the default)')
    .option('--keep-ids', 'keep the ids of the file')
    .option('--key <file>', 'write who is who to this CSV, readable by you only')
    .option('--out <file.yaml>', 'scenario to write, with .people.csv and .ties.csv beside it')
    .option('--force', 'overwrite what is there')
    .option('--dry-run', 'say what was understood, guessed and dropped; write nothing')
    .option('--json', 'the same as JSON')
    .addHelpText('after', examples)
    .action((options: ImportOptions) => print(runImport(options)));
}

/**
 * Carries out one import and returns what to print.
 * @throws ScenarioError with all problems of options, mapping and files; then nothing was written.
 */
export function runImport(options: ImportOptions): string {
  const issues = new IssueList();
  const mapping = readMapping(options, issues);
  const people = readInput(options.people, 'people', issues);
  const ties = readInput(options.ties, 'ties', issues);
  const paths = outputPaths(options, issues);
  if (!people) {
    issues.throwIfAny();
    throw new RangeError('import: no people and no issue.');
  }
  const { roster, explanation } = importRoster({
    people,
    ...(ties ? { ties } : {}),
    mapping,
    vocabulary: rosterVocabulary,
    issues: issues.list(),
  });
  const written: OutputFile[] = [];
  if (paths && !options.dryRun) {
    const renamed = pseudonymise(roster, `${people.text}\n${ties?.text ?? ''}`);
    const text = writeRoster(options.keepIds ? roster : renamed.roster, rosterVocabulary);
    if (paths.key !== undefined) {
      const rows = renamed.key.map(({ pseudonym, id }) => [pseudonym, id]);
      const key = writeCsv(['pseudonym', 'id'], rows);
      written.push({ path: paths.key, text: key, secret: true });
    }
    written.push({ path: paths.people, text: text.people });
    if (ties) written.push({ path: paths.ties, text: text.ties });
    // the scenario comes last, so that it never names files that are not there
    const scenario = scenarioText(paths, explanation, ties !== undefined);
    written.push({ path: paths.scenario, text: scenario });
    writeAll(written, options.force === true);
  }
  return describe(options, explanation, written);
}

function describe(
  options: ImportOptions,
  explanation: Explanation,
  written: readonly OutputFile[],
): string {
  const names = written.map((file) => file.path);
  if (options.json) return JSON.stringify({ ...explanation, written: names }, null, 2);
  const files = { people: options.people ?? '', ...(options.ties ? { ties: options.ties } : {}) };
  const report = importReport(explanation, files, rosterVocabulary);
  const ids = options.keepIds ? 'Ids are kept.' : 'Ids are replaced by pseudonyms.';
  const end = options.dryRun
    ? 'Dry run: nothing was written.'
    : `${ids} Written: ${names.join(', ')}.`;
  return `${report}\n\n${end}`;
}

function readInput(
  path: string | undefined,
  kind: 'people' | 'ties',
  issues: IssueList,
): SourceFile | undefined {
  const option = `--${kind}`;
  if (path === undefined) {
    if (kind === 'people') {
      issues.add({ key: option, expected: 'a CSV file of people', found: 'nothing' });
    }
    return undefined;
  }
  const text = readTextFile(path, { option, limit: fileLimits[kind] }, issues);
  return text === undefined ? undefined : { file: path, text };
}

/** The mapping of all `--map` options in order, with the rules of the command line last. */
function readMapping(options: ImportOptions, issues: IssueList): Mapping {
  const parts = (options.map ?? []).map((given): Mapping => {
    if (isMappingOption(given)) return parseMappingOption(given, rosterVocabulary, issues);
    const text = readTextFile(given, { option: '--map', limit: fileLimits.map }, issues);
    if (text === undefined) return emptyMapping;
    return parseMappingFile({ file: given, text }, rosterVocabulary, issues);
  });
  return mergeMappings([...parts, { ...emptyMapping, rules: readRules(options, issues) }]);
}

function readRules(options: ImportOptions, issues: IssueList): Partial<TieRules> {
  const { downward, symmetrise, peerGap } = options;
  const choose = <T extends string>(
    key: string,
    given: string | undefined,
    allowed: readonly T[],
  ): T | undefined => {
    const found = allowed.find((one) => one === given);
    if (given !== undefined && found === undefined) {
      const issue = { key, expected: allowed.join(' or '), found: showFound(given) };
      issues.add(suggesting(issue, given, allowed));
    }
    return found;
  };
  const down = choose('--downward', downward, ['drop', 'reverse'] as const);
  const sides = choose('--symmetrise', symmetrise, ['any', 'both'] as const);
  if (peerGap !== undefined && !/^\d{1,3}$/.test(peerGap)) {
    const expected = 'a whole number of ranks from 0 up';
    issues.add({ key: '--peer-gap', expected, found: showFound(peerGap) });
  }
  return {
    ...(down ? { downward: down } : {}),
    ...(sides ? { symmetrise: sides } : {}),
    ...(peerGap === undefined ? {} : { peerGap: Number(peerGap) }),
    ...(options.ignoreUnknown ? { ignoreUnknown: true } : {}),
  };
}

interface OutputPaths {
  readonly scenario: string;
  readonly people: string;
  readonly ties: string;
  readonly key?: string;
}

function outputPaths(options: ImportOptions, issues: IssueList): OutputPaths | undefined {
  const { out, key, keepIds } = options;
  if (keepIds && (key !== undefined || options.pseudonyms)) {
    const other = key === undefined ? '--pseudonyms' : '--key';
    issues.add({ key: other, expected: `either ${other} or --keep-ids`, found: 'both' });
  }
  if (out === undefined) {
    if (options.dryRun) return undefined;
    const remedy = 'Name the scenario to write, or look first with --dry-run';
    issues.add({
      key: '--out',
      expected: 'a file name that ends in .yaml',
      found: 'nothing',
      remedy,
    });
    return undefined;
  }
  const stem = /^(.+)\.ya?ml$/i.exec(out)?.[1];
  if (stem === undefined) {
    const expected = 'a file name that ends in .yaml';
    issues.add({ key: '--out', expected, found: showFound(out) });
    return undefined;
  }
  const paths = { scenario: out, people: `${stem}.people.csv`, ties: `${stem}.ties.csv` };
  if (options.dryRun) return paths;
  const force = options.force === true;
  const inputs = [options.people, options.ties, ...(options.map ?? [])].filter(
    (path): path is string => path !== undefined,
  );
  const given = [paths.people, ...(options.ties === undefined ? [] : [paths.ties]), out];
  checkOutputs(given, { force, inputs, option: '--out' }, issues);
  if (key === undefined) return paths;
  if (given.includes(key)) {
    issues.add({ key: '--key', expected: 'a file of its own', found: showFound(key) });
  }
  checkOutputs([key], { force, inputs, option: '--key' }, issues);
  return { ...paths, key };
}

function scenarioText(paths: OutputPaths, explanation: Explanation, hasTies: boolean): string {
  const { people, ties } = explanation;
  const title = `Imported department of ${people.kept} people`;
  const question =
    "What does this department's mentoring network do over the next ten years, as it is today?";
  const roster = {
    people: basename(paths.people),
    ...(hasTies ? { ties: basename(paths.ties) } : {}),
  };
  const scenario = { mentorscape: 1, model: 'mentoring', title, question, roster };
  const observed = `${ties.upward} senior and ${ties.equal} peer ties`;
  return [
    `# ${question}`,
    `# Made by mentorscape import: ${people.kept} people, ${observed}.`,
    '# These files hold personal data: keep them where the roster may be kept.',
    stringify({ ...scenario, horizon: '10 years', seed: 1 }, { lineWidth: 0 }),
  ].join('\n');
}
