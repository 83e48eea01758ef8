/** The scenario that a newcomer starts from: every setting is there, commented out and explained. */
import type { ParameterSpec, ParameterSpecs } from './parameters.ts';
import { isChoice } from './parameters.ts';
import { scenarioDefaults, scenarioVersion } from './scenario.ts';
import { defaultOutcomes } from './scenario-record.ts';
import { listed } from './scenario-tree.ts';
import type { Model } from './simulation.ts';

const width = 96;

/**
 * A scenario for `model` in which only what is required is set. A setting is commented out by `#`
 * alone, a note by `# ` with a space, so that a setting is put in force by deleting one character.
 */
export function scenarioTemplate(model: Model): string {
  const outcomes = defaultOutcomes(model);
  const lines = [
    '# What changes if …?',
    '#',
    ...note(`A scenario of ${model.title}. ${model.doc}`),
    '#',
    ...note(
      'Lines that begin with "# " are notes. To change a setting, delete the # in front of its name ' +
        'and write another value; all others keep their defaults.',
    ),
    '',
    `mentorscape: ${scenarioVersion}`,
    `model: ${plain(model.name)}`,
    '#title: Protected time and peer groups',
    '#question: What changes if mentors get time for it?',
    '',
    ...note('Settings of another scenario in this folder or below, which hold unless set here.'),
    '#basedOn: today.yaml',
    '',
    ...note('Whom to simulate: a synthetic place.'),
    'population:',
    ...settings(model.population),
    ...note('Another seed draws other people.', '  '),
    `  #seed: ${plain(scenarioDefaults.populationSeed)}`,
    '',
    ...note('Or people and ties of your own, instead of the settings above.'),
    '#roster: { people: people.csv, ties: ties.csv }',
    '',
    ...note('How people and the place behave.'),
    'parameters:',
    ...settings(model.shape.parameters),
    '',
    ...note(
      'What is done. Each policy has a start and perhaps an end: "year 2", "year 2 week 10" or ' +
        '"week 26", counted from 1. A ramp is the number of weeks until full strength. A policy may ' +
        'be written several times, as stages with other levers.',
    ),
    'policies:',
    ...policies(model),
    '',
    ...note('Time simulated, such as "10 years" or "26 weeks", and time to settle before it.'),
    `horizon: ${scenarioDefaults.horizonYears} years`,
    `#warmUp: ${model.warmUpYears} years`,
    '',
    ...note('The same seed gives the same futures; each replicate is one future.'),
    `seed: ${plain(scenarioDefaults.seed)}`,
    `replicates: ${scenarioDefaults.replicates}`,
    '',
    ...note(
      `What is recorded: every year or month, and which outcomes of ${listed(Object.keys(model.outcomes), 100)}. ` +
        `Unless it is said: ${outcomes.join(', ')}.`,
    ),
    `#record: { every: year, outcomes: [${outcomes.slice(0, 3).join(', ')}] }`,
  ];
  return `${lines.join('\n')}\n`;
}

function settings(specs: ParameterSpecs): string[] {
  return Object.entries(specs).flatMap(([name, spec]) => [
    ...explained(spec),
    `  #${name}: ${plain(spec.default)}`,
  ]);
}

function policies(model: Model): string[] {
  return Object.entries(model.policies).flatMap(([name, policy]) => [
    '',
    ...note(`${policy.title}: ${policy.doc}`, '  '),
    ...note(`Source: ${policy.source}.`, '  '),
    `  #- policy: ${plain(name)}`,
    '  #  start: year 1',
    '  #  ramp: 0',
    ...Object.entries(policy.levers).flatMap(([lever, spec]) => [
      ...explained(spec),
      `  #  ${lever}: ${plain(spec.default)}`,
    ]),
  ]);
}

/** Title and meaning of a declared value; what it may be; its grade and source. */
function explained(spec: ParameterSpec): string[] {
  const [low, high] = isChoice(spec) ? [] : spec.plausible;
  const allowed = isChoice(spec)
    ? `One of ${spec.options.join(', ')}.`
    : `Unit: ${spec.unit}. From ${spec.range[0]} to ${spec.range[1]}, plausible ${low} to ${high}.`;
  return [
    ...note(`${spec.title}: ${spec.doc}`, '  '),
    ...note(`${allowed} Grade ${spec.grade}: ${spec.source}.`, '  '),
  ];
}

/** A value as YAML: in quotes where another reader might take it for something else than text. */
function plain(value: number | string): string {
  if (typeof value === 'number') return `${value}`;
  const safe =
    /^[A-Za-z][\w -]*[\w]$/.test(value) && !/^(true|false|null|yes|no|on|off)$/i.test(value);
  return safe || /^\d{1,15}$/.test(value) ? value : JSON.stringify(value);
}

/** A note in lines of at most 96 characters; a word longer than that has a line of its own. */
function note(text: string, indent = ''): string[] {
  const lines: string[] = [];
  let line = `${indent}#`;
  for (const word of text.split(/[\s\p{Cc}]+/u)) {
    if (line.length + word.length >= width && line !== `${indent}#`) {
      lines.push(line);
      line = `${indent}#`;
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
