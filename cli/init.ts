/** The command `init`: writes a commented scenario to start from. */
import type { Command } from 'commander';
import { models } from '../models/registry.ts';
import { scenarioTemplate } from '../sim/model/scenario-template.ts';
import { planOutputs, writeOutputs } from './outputs.ts';

/** Adds `mentorscape init`. */
export function registerInit(program: Command): void {
  program
    .command('init')
    .description('write a commented scenario: every setting with its unit, range, grade and source')
    .argument('[file]', 'file to write', 'scenario.yaml')
    .option('--force', 'replace the file if it exists')
    .option('--json', 'print what was written as JSON')
    .addHelpText('after', '\nExample:\n  $ mentorscape init my-department.yaml')
    .action((file: string, options: { force?: boolean; json?: boolean }) => {
      const request = { option: 'file', force: options.force === true, inputs: [] };
      planOutputs([file], request);
      writeOutputs([{ path: file, text: scenarioTemplate(models[0]) }], request);
      if (options.json) console.log(JSON.stringify({ written: [file] }));
      else console.log(`Wrote ${file}. Edit it, then: npx mentorscape run ${file}`);
    });
}
