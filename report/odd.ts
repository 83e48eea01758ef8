/** A model as an ODD description: the seven elements of Grimm et al. 2020, tables from declarations. */
import type { ColumnSpecs } from '../sim/data/columns.ts';
import type { OddText } from '../sim/model/odd.ts';
import type { Outcome } from '../sim/model/outcomes.ts';
import type { ParameterSpecs } from '../sim/model/parameters.ts';
import { gradeMeaning, gradeText, isChoice } from '../sim/model/parameters.ts';
import type { Model } from '../sim/model/simulation.ts';

/** The page, in Markdown. */
export function oddPage(model: Model): string {
  return [
    `# ${model.title}: ODD description`,
    `${model.doc}`,
    `This page follows the ODD protocol (Overview, Design concepts, Details) in the version of Grimm et al. 2020 (10.18564/jasss.4259). Its tables are made from the declarations of the model \`${model.name}\`, version ${model.version}, by \`npx mentorscape describe${model.name === 'mentoring' ? '' : ` ${model.name}`} --odd\`; a test fails when they drift apart.`,
    ...purpose(model.odd),
    ...entities(model),
    ...scheduling(model),
    ...concepts(model.odd),
    '## 5 Initialisation',
    ...(model.odd?.initialisation ?? [`Every run is warmed up for ${model.warmUpYears} years.`]),
    '### Settings of a population',
    parameterTable(model.population),
    '## 6 Input data',
    ...(model.odd?.input ?? ['The model reads no data while it runs.']),
    ...submodels(model),
  ]
    .join('\n\n')
    .concat('\n');
}

function purpose(odd?: OddText): string[] {
  return [
    '## 1 Purpose and patterns',
    ...(odd?.purpose ?? []),
    ...(odd ? ['### Patterns', ...odd.patterns] : []),
  ];
}

function entities(model: Model): string[] {
  const { people, layers, tables } = model.shape;
  const kept = Object.entries(tables).filter(([, { transient }]) => !transient);
  return [
    '## 2 Entities, state variables and scales',
    ...(model.odd?.entities ?? []),
    '### People',
    columnTable(people),
    ...Object.entries(layers).flatMap(([name, columns]) => [
      `### Ties of the layer \`${name}\``,
      columnTable(columns),
    ]),
    ...kept.flatMap(([name, { doc, columns }]) => [
      `### Table \`${name}\``,
      `A row for each: ${doc}.`,
      columnTable(columns),
    ]),
    '### Groups of people in reports',
    table(
      ['grouping', 'groups', 'meaning'],
      Object.values(model.groupings).map(({ title, labels, doc }) => [
        title,
        labels.join(', '),
        doc,
      ]),
    ),
    '### Scales',
    ...(model.odd?.scales ?? ['One step is one week; a year has 52 weeks.']),
  ];
}

function scheduling(model: Model): string[] {
  const rows = model.schedule.map((step, k) =>
    step === 'policies'
      ? [
          `${k + 1}`,
          'policies',
          'Conditions change; programmes introduce people; costs are charged.',
        ]
      : [`${k + 1}`, `\`${step.name}\``, step.doc],
  );
  return [
    '## 3 Process overview and scheduling',
    'In every week the steps run in this order:',
    table(['', 'step', 'what it does'], rows),
    ...(model.odd?.scheduling ?? []),
  ];
}

function concepts(odd?: OddText): string[] {
  const texts = Object.entries(odd?.concepts ?? {});
  return ['## 4 Design concepts', ...texts.map(([name, text]) => `**${name}.** ${text}`)];
}

function submodels(model: Model): string[] {
  const { odd } = model;
  const steps = model.schedule.flatMap((step) => (step === 'policies' ? [] : [step.name]));
  const texts = steps.flatMap((name) => {
    const text = odd?.steps[name];
    return text === undefined ? [] : [`### \`${name}\``, text];
  });
  return [
    '## 7 Submodels',
    ...(odd?.submodels ?? []),
    ...texts,
    '### Parameters',
    gradesLine(),
    parameterTable(model.shape.parameters),
    '### Policies and their levers',
    ...Object.entries(model.policies).flatMap(([name, { title, doc, source, levers }]) => [
      `#### \`${name}\`: ${title}`,
      `${doc} Described in: ${source}.`,
      parameterTable(levers),
    ]),
    '### Events that are counted',
    table(
      ['event', 'unit', 'meaning'],
      Object.entries(model.shape.events).map(([name, { unit, doc }]) => [`\`${name}\``, unit, doc]),
    ),
    '### Outcomes',
    table(
      ['outcome', 'title', 'unit', 'read from', 'better', 'meaning'],
      Object.entries(model.outcomes).map(([name, outcome]) => [
        `\`${name}\``,
        outcome.title,
        outcome.unit,
        readFrom(outcome),
        outcome.better,
        outcome.doc,
      ]),
    ),
  ];
}

function gradesLine(): string {
  const words = Object.entries(gradeMeaning).map(([grade, meaning]) => `${grade} ${meaning}`);
  return `Grades: ${words.join(', ')}. *Unverified*: the magnitude is recalled, not read in the source. *Plausible* is what a sweep covers, *range* what the model accepts.`;
}

function readFrom(outcome: Outcome<never>): string {
  return `${outcome.of}, ${outcome.aggregate}`;
}

function columnTable(columns: ColumnSpecs): string {
  return table(
    ['variable', 'unit', 'meaning'],
    Object.entries(columns).map(([name, { unit, doc, width }]) => [
      width === undefined || width === 1 ? `\`${name}\`` : `\`${name}\` (${width})`,
      unit,
      doc,
    ]),
  );
}

function parameterTable(specs: ParameterSpecs): string {
  const entries = Object.entries(specs);
  if (entries.length === 0) return 'None.';
  return table(
    ['name', 'title and meaning', 'unit', 'default', 'plausible', 'range', 'grade', 'source'],
    entries.map(([name, spec]) => [
      `\`${name}\``,
      `${spec.title}. ${spec.doc}`,
      isChoice(spec) ? '–' : spec.unit,
      `${spec.default}`,
      isChoice(spec) ? spec.options.join(', ') : span(spec.plausible),
      isChoice(spec) ? '–' : span(spec.range),
      gradeText(spec),
      spec.source,
    ]),
  );
}

function span([low, high]: readonly [number, number]): string {
  return `${low} to ${high}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
