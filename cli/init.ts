/** The command `init`: writes a scenario to start from, commented or fitted to a department. */
import type { Command } from 'commander';
import { figureInWords, fittedScenarioText } from '../models/mentoring/interview/scenario-text.ts';
import { models } from '../models/registry.ts';
import { scenarioTemplate } from '../sim/model/scenario-template.ts';
import { answersFrom, fitWithProgress } from './interview.ts';
import { planOutputs, writeOutputs } from './outputs.ts';

interface Options {
  readonly force?: boolean;
  readonly interview?: boolean;
  readonly answers?: string;
  readonly json?: boolean;
}

/** Adds `mentorscape init`. */
export function registerInit(program: Command): void {
  program
    .command('init')
    .description(
      'write a scenario to start from: every setting explained, or fitted to your department',
    )
    .argument('[file]', 'file to write', 'scenario.yaml')
    .option('--interview', 'ask about ten numbers a chair knows, and fit the baseline to them')
    .option('--answers <file>', 'answers to the interview in a file, in place of a terminal')
    .option('--force', 'replace the file if it exists')
    .option('--json', 'print what was written, and how well it fits, as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ mentorscape init my-department.yaml\n  $ mentorscape init my-department.yaml --interview\n  $ mentorscape init my-department.yaml --answers scenarios/interviews/example.yaml',
    )
    .action(init);
}

async function init(file: string, options: Options): Promise<void> {
  const inputs = options.answers === undefined ? [] : [options.answers];
  const request = { option: 'file', force: options.force === true, inputs };
  planOutputs([file], request);
  if (options.interview === undefined && options.answers === undefined) {
    writeOutputs([{ path: file, text: scenarioTemplate(models[0]) }], request);
    if (options.json) console.log(JSON.stringify({ written: [file] }));
    else console.log(`Wrote ${file}. Edit it, then: npx mentorscape run ${file}`);
    return;
  }
  const fit = fitWithProgress(await answersFrom(options.answers));
  writeOutputs([{ path: file, text: fittedScenarioText(fit) }], request);
  if (options.json) {
    const { figures, replicates } = fit;
    console.log(JSON.stringify({ written: [file], fit: { replicates, figures } }, null, 2));
    return;
  }
  for (const figure of fit.figures) console.log(figureInWords(figure));
  const unmet = fit.figures.filter(({ met }) => !met).length;
  console.log(
    `\n${fit.figures.length - unmet} of ${fit.figures.length} figures met, means over ${fit.replicates} futures.`,
  );
  console.log(`Wrote ${file}. Next: npx mentorscape run ${file}`);
}
