/** The command `validate`: checks scenario files and says all that is wrong with them. */
import type { Command } from 'commander';
import type { Issue } from '../sim/data/issues.ts';
import { formatIssue, ScenarioError } from '../sim/data/issues.ts';
import type { Note } from '../sim/model/scenario-notes.ts';
import { notesOn } from '../sim/model/scenario-notes.ts';
import { loadExperiment } from './arms.ts';
import { exitCodes } from './exit.ts';

/** Adds `mentorscape validate`. */
export function registerValidate(program: Command): void {
  program
    .command('validate')
    .description(
      'check scenario files and their rosters, and tell what has no effect; nothing is run or written',
    )
    .argument('<files...>', 'scenario files')
    .option('--model <file>', 'a model of your own: JavaScript, code that you chose to run')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', '\nExample:\n  $ mentorscape validate scenarios/*.yaml')
    .action(validate);
}

async function validate(
  files: readonly string[],
  options: { model?: string; json?: boolean },
): Promise<void> {
  const results: ({ file: string } & Checked)[] = [];
  for (const file of files) results.push({ file, ...(await check(file, options)) });
  if (options.json) console.log(JSON.stringify({ files: results }, null, 2));
  else {
    for (const { file, valid, issues, notes } of results) {
      if (valid) console.log(`${file}: valid`);
      for (const { key, reason } of notes) {
        console.log(`${file}: ${key}: ${reason}`);
      }
      for (const issue of issues) console.error(formatIssue(issue));
    }
  }
  if (results.some(({ valid }) => !valid)) process.exitCode = exitCodes.badInput;
}

interface Checked {
  readonly valid: boolean;
  readonly issues: readonly Issue[];
  readonly notes: readonly Note[];
}

async function check(file: string, options: { model?: string }): Promise<Checked> {
  try {
    const { experiment, model } = await loadExperiment([file], options);
    return { valid: true, issues: [], notes: notesOn(experiment.arms[0].scenario, model) };
  } catch (error) {
    if (error instanceof ScenarioError) return { valid: false, issues: error.issues, notes: [] };
    throw error;
  }
}
