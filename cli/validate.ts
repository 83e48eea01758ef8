/** The command `validate`: checks scenario files and says all that is wrong with them. */
import type { Command } from 'commander';
import type { Issue } from '../sim/data/issues.ts';
import { formatIssue, ScenarioError } from '../sim/data/issues.ts';
import { loadExperiment } from './arms.ts';
import { exitCodes } from './exit.ts';

/** Adds `mentorscape validate`. */
export function registerValidate(program: Command): void {
  program
    .command('validate')
    .description('check scenario files and their rosters; nothing is run and nothing is written')
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
  const results: { file: string; valid: boolean; issues: readonly Issue[] }[] = [];
  for (const file of files) results.push({ file, ...(await check(file, options)) });
  if (options.json) console.log(JSON.stringify({ files: results }, null, 2));
  else {
    for (const { file, valid, issues } of results) {
      if (valid) console.log(`${file}: valid`);
      else for (const issue of issues) console.error(formatIssue(issue));
    }
  }
  if (results.some(({ valid }) => !valid)) process.exitCode = exitCodes.badInput;
}

async function check(
  file: string,
  options: { model?: string },
): Promise<{ valid: boolean; issues: readonly Issue[] }> {
  try {
    await loadExperiment([file], options);
    return { valid: true, issues: [] };
  } catch (error) {
    if (error instanceof ScenarioError) return { valid: false, issues: error.issues };
    throw error;
  }
}
