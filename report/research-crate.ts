/** The RO-Crate of a study: what was run with what, as linked data after the Workflow Run profile. */
import type { StudyFactor, StudyPlan, StudyState } from '../sim/analysis/study.ts';
import { valueText } from './presentation.ts';

/** A file of the crate. */
export interface CrateFile {
  readonly name: string;
  readonly title: string;
  readonly type: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface CrateInput {
  readonly plan: StudyPlan;
  readonly factors: readonly StudyFactor[];
  readonly state: StudyState;
  /** When the last run began, in ISO form. */
  readonly date: string;
  readonly version: string;
  readonly licence: string;
  /** The one command that runs it again and compares digests. */
  readonly verify: string;
  readonly design: CrateFile;
  readonly inputs: readonly CrateFile[];
  readonly results: readonly CrateFile[];
}

const profiles = [
  ['https://w3id.org/ro/wfrun/process/0.5', 'Process Run Crate', '0.5'],
  ['https://w3id.org/ro/wfrun/workflow/0.5', 'Workflow Run Crate', '0.5'],
  ['https://w3id.org/workflowhub/workflow-ro-crate/1.0', 'Workflow RO-Crate', '1.0'],
] as const;

const at = (id: string): { '@id': string } => ({ '@id': id });

/** The text of `ro-crate-metadata.json`. */
export function crateMetadata(input: CrateInput): string {
  const { plan, factors, design, inputs, results } = input;
  const files = [design, ...inputs, ...results];
  const program = '#mentorscape';
  const graph = [
    {
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      conformsTo: [
        at('https://w3id.org/ro/crate/1.1'),
        at('https://w3id.org/workflowhub/workflow-ro-crate/1.0'),
      ],
      about: at('./'),
    },
    {
      '@id': './',
      '@type': 'Dataset',
      name: plan.title || plan.name,
      description: `${plan.question || plan.title} A simulation study with Mentorscape. Run it again and compare digests: ${input.verify}`,
      datePublished: input.date,
      license: at(input.licence),
      conformsTo: profiles.map(([id]) => at(id)),
      hasPart: files.map(({ name }) => at(name)),
      mainEntity: at(design.name),
      mentions: at('#run'),
    },
    ...profiles.map(([id, name, version]) => ({
      '@id': id,
      '@type': 'CreativeWork',
      name,
      version,
    })),
    { '@id': input.licence, '@type': 'CreativeWork', name: input.licence.replace(/^.*\//, '') },
    {
      ...fileEntity(design, ['File', 'SoftwareSourceCode', 'ComputationalWorkflow']),
      programmingLanguage: at('#design-format'),
      input: [...factors.map(({ path }) => at(parameterId(path))), at('#parameter-seed')],
      output: results.map(({ name }) => at(`#output-${name}`)),
    },
    {
      '@id': '#design-format',
      '@type': 'ComputerLanguage',
      name: 'Mentorscape design',
      url: at('https://www.npmjs.com/package/mentorscape'),
    },
    {
      '@id': program,
      '@type': 'SoftwareApplication',
      name: 'Mentorscape',
      softwareVersion: input.version,
    },
    ...inputs.map((file) => fileEntity(file, 'File')),
    ...results.map((file) => ({
      ...fileEntity(file, 'File'),
      exampleOfWork: at(`#output-${file.name}`),
    })),
    ...results.map(({ name, title }) => ({
      '@id': `#output-${name}`,
      '@type': 'FormalParameter',
      additionalType: 'File',
      name: title,
    })),
    ...parameters(input),
    {
      '@id': '#run',
      '@type': 'CreateAction',
      name: `Sweep of ${input.state.done} runs`,
      instrument: at(design.name),
      object: [
        ...inputs.map(({ name }) => at(name)),
        ...factors.map(({ path }) => at(`${parameterId(path)}-value`)),
        at('#seed'),
      ],
      result: results.map(({ name }) => at(name)),
      endTime: input.date,
      actionStatus: at(
        input.state.failed > 0
          ? 'http://schema.org/FailedActionStatus'
          : 'http://schema.org/CompletedActionStatus',
      ),
    },
  ];
  const context = [
    'https://w3id.org/ro/crate/1.1/context',
    'https://w3id.org/ro/terms/workflow-run/context',
  ];
  return `${JSON.stringify({ '@context': context, '@graph': graph }, null, 2)}\n`;
}

function fileEntity({ name, title, type, bytes, sha256 }: CrateFile, kind: string | string[]) {
  return {
    ...{ '@id': name, '@type': kind, name: title, encodingFormat: type },
    ...{ contentSize: `${bytes}`, sha256 },
  };
}

function parameterId(path: string): string {
  return `#parameter-${path}`;
}

/** The factors and the seed: what they are, and what they were. */
function parameters({ factors, plan }: CrateInput): object[] {
  const own = factors.flatMap(({ path, title, low, high, levels, unit }) => [
    {
      '@id': parameterId(path),
      '@type': 'FormalParameter',
      additionalType: 'PropertyValue',
      name: title,
    },
    {
      '@id': `${parameterId(path)}-value`,
      '@type': 'PropertyValue',
      exampleOfWork: at(parameterId(path)),
      name: path,
      ...(unit === '' ? {} : { unitText: unit }),
      ...(low !== null && high !== null
        ? { minValue: low, maxValue: high }
        : { value: (levels ?? []).map(valueText).join(', ') }),
    },
  ]);
  return [
    ...own,
    { '@id': '#parameter-seed', '@type': 'FormalParameter', additionalType: 'Text', name: 'Seed' },
    {
      '@id': '#seed',
      '@type': 'PropertyValue',
      exampleOfWork: at('#parameter-seed'),
      name: 'seed',
      value: plan.seed,
    },
  ];
}
