/** The command `roster`: a made-up roster of the published composition, with its sources beside it. */
import { basename } from 'node:path';
import type { Command } from 'commander';
import { rosterVocabulary } from '../models/mentoring/roster-vocabulary.ts';
import { figures } from '../models/mentoring/synthetic-figures.ts';
import { synthesiseRoster } from '../models/mentoring/synthetic-roster.ts';
import { sequential } from '../sim/chance/seeds.ts';
import { IssueList } from '../sim/data/issue-list.ts';
import { showFound } from '../sim/data/issues.ts';
import { writeRoster } from '../sim/roster/roster.ts';
import type { Roster } from '../sim/roster/types.ts';
import { rosterLimits } from '../sim/roster/types.ts';
import { checkOutputs, type OutputFile, writeAll } from './roster-files.ts';

/** Options as typed. */
export interface RosterOptions {
  readonly faculty: string;
  readonly residents: string;
  readonly departments: string;
  readonly seed: string;
  readonly out?: string;
  readonly force?: boolean;
}

const examples = `
Nobody in such a roster exists. NAME.README.md says so, with the command, the seed and the sources.

Example:
  $ mentorscape roster --faculty 120 --residents 80 --departments 8 --seed 1 \\
      --out scenarios/rosters/example`;

/** Adds the command to the program; `print` takes what goes to standard output. */
export function registerRoster(
  program: Command,
  print: (text: string) => void = (text) => process.stdout.write(`${text}\n`),
): void {
  program
    .command('roster')
    .description('make a synthetic roster from published composition figures')
    .option('--faculty <people>', 'faculty', '120')
    .option('--residents <people>', 'residents', '80')
    .option('--departments <count>', 'departments', '8')
    .option('--seed <seed>', 'the same seed makes the same roster', '1')
    .option('--out <name>', 'writes NAME.people.csv, NAME.ties.csv and NAME.README.md')
    .option('--force', 'overwrite what is there')
    .addHelpText('after', examples)
    .action((options: RosterOptions) => print(runRoster(options)));
}

/**
 * Makes one roster, writes it and returns what to print.
 * @throws ScenarioError with all problems of the options; then nothing was written.
 */
export function runRoster(options: RosterOptions): string {
  const issues = new IssueList();
  const faculty = whole('--faculty', options.faculty, [1, 20_000], issues);
  const residents = whole('--residents', options.residents, [0, 20_000], issues);
  const departments = whole('--departments', options.departments, [1, 200], issues);
  if (departments > faculty) {
    const expected = `at most as many departments as faculty, ${faculty}`;
    issues.add({ key: '--departments', expected, found: `${departments}` });
  }
  if (faculty + residents < rosterLimits.smallest) {
    const expected = `at least ${rosterLimits.smallest} people`;
    issues.add({ key: '--faculty', expected, found: `${faculty + residents} with residents` });
  }
  if (options.seed.trim() === '') {
    issues.add({ key: '--seed', expected: 'a number or a word', found: 'nothing' });
  }
  const { out } = options;
  const paths = out === undefined || out === '' ? undefined : pathsOf(out);
  if (!paths) issues.add({ key: '--out', expected: 'a name for the files', found: 'nothing' });
  else {
    const force = options.force === true;
    checkOutputs(Object.values(paths), { force, inputs: [], option: '--out' }, issues);
  }
  issues.throwIfAny();
  if (!paths) throw new RangeError('roster: no output and no issue.');
  const roster = synthesiseRoster({ faculty, residents, departments }, sequential(options.seed));
  const text = writeRoster(roster, rosterVocabulary);
  const files: OutputFile[] = [
    { path: paths.people, text: text.people },
    { path: paths.ties, text: text.ties },
    { path: paths.readme, text: readme(options, paths, roster) },
  ];
  writeAll(files, options.force === true);
  const { senior, peer } = countTies(roster);
  const made = `${roster.people.length} people, ${senior} senior and ${peer} peer ties`;
  return `Synthetic roster: ${made}. Written: ${Object.values(paths).join(', ')}.`;
}

function pathsOf(out: string): { people: string; ties: string; readme: string } {
  return { people: `${out}.people.csv`, ties: `${out}.ties.csv`, readme: `${out}.README.md` };
}

function whole(
  key: string,
  text: string,
  [least, most]: readonly [number, number],
  issues: IssueList,
): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  const expected = `a whole number from ${least} to ${most}`;
  issues.add({ key, expected, found: showFound(text) });
  return least;
}

function countTies(roster: Roster): { senior: number; peer: number } {
  const senior = roster.ties.filter((tie) => tie.kind === 'senior').length;
  return { senior, peer: roster.ties.length - senior };
}

/** What the roster is, how it was made and from what, for whoever finds the files. */
function readme(
  options: RosterOptions,
  paths: { people: string; ties: string },
  roster: Roster,
): string {
  const { senior, peer } = countTies(roster);
  const seed = /^[\w.-]+$/.test(options.seed) ? options.seed : JSON.stringify(options.seed);
  const { faculty, residents, departments, out } = options;
  const rows = figures.map(({ what, value, grade, source }) => {
    return `| ${what} | ${value} | ${grade} | ${source} |`;
  });
  return `# A synthetic roster

Nobody here exists. \`${basename(paths.people)}\` and \`${basename(paths.ties)}\` were generated from
published composition figures, and describe no real department. To make them again, bit for bit:

\`\`\`
mentorscape roster --faculty ${faculty} --residents ${residents} --departments ${departments} --seed ${seed} --out ${out}
\`\`\`

${roster.people.length} people (${faculty} faculty, ${residents} residents, ${departments} departments), ${senior} senior ties from mentee
to mentor, ${peer} peer ties. Shares are met as nearly as whole people allow; who has which attribute, and
the ties, are drawn by chance from the seed. Sociability is left empty: it is not observed.

Grades: A meta-analysis or trial, B observational study, C qualitative or expert, D assumption.

| what | value | grade | source |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}
