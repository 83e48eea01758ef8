/** The command `describe`: what a model contains, from its declarations. */
import type { Command } from 'commander';
import { oddPage } from '../report/odd.ts';
import { ScenarioError, showFound } from '../sim/data/issues.ts';
import type { ParameterSpecs } from '../sim/model/parameters.ts';
import { allowedText, gradeText, isChoice } from '../sim/model/parameters.ts';
import { describeSchema } from '../sim/model/scenario-schema.ts';
import type { Model } from '../sim/model/simulation.ts';
import { availableModels } from './models.ts';

interface DescribeOptions {
  readonly parameters?: boolean;
  readonly schedule?: boolean;
  readonly schema?: boolean;
  readonly odd?: boolean;
  readonly model?: string;
  readonly json?: boolean;
}

/** Adds `mentorscape describe`. */
export function registerDescribe(program: Command): void {
  program
    .command('describe')
    .description(
      'what a model contains: schedule, policies, outcomes, parameters with their sources',
    )
    .argument('[model]', 'name of a model', 'mentoring')
    .option('--parameters', 'parameters and levers with unit, range, grade and source')
    .option('--schedule', 'the order of processes within a week')
    .option('--schema', 'JSON Schema of a scenario file')
    .option('--odd', 'the whole model as an ODD description (Grimm et al. 2020), in Markdown')
    .option('--model <file>', 'a model of your own: JavaScript, code that you chose to run')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ mentorscape describe\n  $ mentorscape describe --parameters\n  $ mentorscape describe minimal --schedule',
    )
    .action(describe);
}

async function describe(name: string, options: DescribeOptions): Promise<void> {
  const models = await availableModels(options.model);
  const model =
    options.model === undefined ? models.find((candidate) => candidate.name === name) : models[0];
  if (!model) {
    const expected = `one of ${models.map((candidate) => candidate.name).join(', ')}`;
    throw new ScenarioError([{ key: 'model', expected, found: showFound(name) }]);
  }
  if (options.odd) process.stdout.write(oddPage(model));
  else if (options.schema) console.log(JSON.stringify(describeSchema(model), null, 2));
  else if (options.json) console.log(JSON.stringify(asData(model), null, 2));
  else if (options.schedule) console.log(scheduleText(model));
  else if (options.parameters) console.log(parametersText(model));
  else console.log(overviewText(model));
}

function asData(model: Model): object {
  const { name, version, title, doc } = model;
  return {
    name,
    version,
    title,
    doc,
    schedule: model.schedule.map((step) =>
      step === 'policies' ? step : { name: step.name, doc: step.doc },
    ),
    parameters: model.shape.parameters,
    population: model.population,
    policies: model.policies,
    outcomes: model.outcomes,
    groups: Object.values(model.groupings).flatMap(({ labels }) => labels),
  };
}

function scheduleText(model: Model): string {
  const lines = model.schedule.map((step, k) => {
    const [name, doc] =
      step === 'policies'
        ? ['policies', 'Conditions change; programmes introduce people; costs are charged.']
        : [step.name, step.doc];
    return `${String(k + 1).padStart(2)}  ${name.padEnd(14)}${doc}`;
  });
  return [`${model.title}: one week`, '', ...lines].join('\n');
}

function overviewText(model: Model): string {
  const section = (title: string, entries: readonly (readonly [string, string])[]): string[] =>
    entries.length === 0
      ? []
      : ['', title, ...entries.map(([name, text]) => `  ${name.padEnd(28)}${text}`)];
  return [
    `${model.name}: ${model.title}`,
    model.doc,
    ...section(
      'Policies',
      Object.entries(model.policies).map(([name, policy]) => [name, policy.doc]),
    ),
    ...section(
      'Outcomes',
      Object.entries(model.outcomes).map(([name, o]) => [name, `${o.title} (${o.unit}). ${o.doc}`]),
    ),
    ...section(
      'Groups',
      Object.values(model.groupings).map((g) => [g.title, g.labels.join(', ')]),
    ),
    '',
    `${Object.keys(model.shape.parameters).length} parameters: see --parameters. The week: see --schedule.`,
  ].join('\n');
}

function parametersText(model: Model): string {
  const lines: string[] = [];
  const add = (heading: string, specs: ParameterSpecs): void => {
    lines.push(heading);
    for (const [name, spec] of Object.entries(specs)) {
      const plausible = isChoice(spec) ? '' : `; plausible ${spec.plausible.join(' to ')}`;
      lines.push(
        `  ${name}: ${spec.title}. ${spec.doc}`,
        `    default ${spec.default}; ${allowedText(spec)}${plausible}`,
        `    grade ${gradeText(spec)}: ${spec.source}`,
      );
    }
    lines.push('');
  };
  add('Parameters', model.shape.parameters);
  add('Population', model.population);
  for (const [name, policy] of Object.entries(model.policies)) {
    add(`Policy ${name}: ${policy.title}`, policy.levers);
  }
  lines.push(
    'Grades: A meta-analysis or trial, B observational, C qualitative or expert, D assumption.',
  );
  return lines.join('\n');
}
