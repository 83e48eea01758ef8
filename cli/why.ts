/** The command `why`: replays a future and explains the decisions behind a tie, a missing tie, an exit or a promotion. */
import type { Command } from 'commander';
import { decisionInFull, decisionLine, turnLine, weekText } from '../report/why-answer.ts';
import type { Decision, Replay, Watched } from '../sim/analysis/decisions.ts';
import { replay } from '../sim/analysis/decisions.ts';
import type { Issue } from '../sim/data/issues.ts';
import { ScenarioError, unknownName } from '../sim/data/issues.ts';
import type { Arm } from '../sim/experiment/experiment.ts';
import type { Model } from '../sim/model/simulation.ts';
import { loadExperiment } from './arms.ts';
import { wholeNumber } from './options.ts';
import { peopleTable, stateOf } from './why-people.ts';

interface Options {
  readonly person?: number;
  readonly other?: number;
  readonly replicate: number;
  readonly kind?: string;
  readonly week?: number;
  readonly without?: string;
  readonly all?: boolean;
  readonly seed?: string;
  readonly model?: string;
  readonly json?: boolean;
}

const id = wholeNumber(0, 1e9);

/** Adds `mentorscape why`. */
export function registerWhy(program: Command): void {
  program
    .command('why')
    .description(
      'replay one future: who decided what, by what, what befell them, and what happens without one reason',
    )
    .argument('<scenario>', 'scenario file')
    .option('--person <id>', 'whose decisions; without it, the people are listed', id)
    .option('--other <id>', 'only decisions between the two: why a tie, or why none', id)
    .option('--replicate <n>', 'which future, counted from 0', wholeNumber(0, 1e6), 0)
    .option(
      '--kind <kind>',
      'only what is of a kind: ask, answer, exit, promotion, ending …, burnedOut, peerGroup, mentored',
    )
    .option(
      '--week <n>',
      'only the decisions of a week, counted from 0; shown in full',
      wholeNumber(0, 1e5),
    )
    .option('--without <term>', 'what happens without this term: needs --week and --kind')
    .option('--all', 'refusals and quiet weeks as well')
    .option('--seed <seed>', 'seed, in place of the scenario’s')
    .option('--model <file>', 'a model of your own: JavaScript, code that you chose to run')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ mentorscape why scenarios/today.yaml\n  $ mentorscape why scenarios/today.yaml --person 17\n  $ mentorscape why scenarios/today.yaml --person 17 --other 42',
    )
    .action(why);
}

async function why(file: string, options: Options): Promise<void> {
  const { experiment, model } = await loadExperiment([file], options);
  const [arm] = experiment.arms;
  const { person } = options;
  checkOptions(model, options);
  const watched: Watched = {
    person: person ?? -1,
    ...(options.other === undefined ? {} : { other: options.other }),
  };
  const run = (extra: Parameters<typeof replay>[5] = {}): Replay =>
    replay(model, arm, experiment.seed, options.replicate, watched, extra);
  if (person === undefined) {
    const { world } = run({ until: 0 });
    if (options.json) console.log(JSON.stringify({ people: peopleTable(model, world) }, null, 2));
    else {
      console.log(`People of future ${options.replicate} at the start; choose one with --person:`);
      for (const row of peopleTable(model, world))
        console.log(`  ${row.person}: ${row.groups.join(', ')}`);
    }
    return;
  }
  const replayed = run();
  checkPeople(replayed, options);
  const shown = choose(replayed.decisions, options);
  const turns = replayed.turns.filter(
    ({ week, spell }) =>
      (options.kind === undefined || options.kind === spell) &&
      (options.week === undefined || options.week === week),
  );
  if (options.without !== undefined) {
    whatIf(model, arm, shown, options, replayed, run);
    return;
  }
  if (options.json) {
    const { digest } = replayed;
    console.log(JSON.stringify({ digest, decisions: shown, turns }, null, 2));
    return;
  }
  const inFull = options.week !== undefined || options.other !== undefined;
  const told = [
    ...shown.map((decision) => ({
      week: decision.week,
      lines: inFull ? decisionInFull(model, decision) : [decisionLine(model, decision)],
    })),
    ...turns.map((turn) => ({ week: turn.week, lines: [turnLine(model, person, turn)] })),
  ].sort((a, b) => a.week - b.week);
  const lines = told.flatMap((each) => each.lines);
  console.log(lines.length > 0 ? lines.join('\n') : nothingText(options));
}

/** @throws ScenarioError for people who were not there at the start and never decided anything. */
function checkPeople({ atStart, decisions }: Replay, { person, other }: Options): void {
  const known = new Set(atStart);
  for (const decision of decisions) known.add(decision.person).add(decision.other);
  const issues: Issue[] = [];
  for (const [key, id] of [
    ['--person', person],
    ['--other', other],
  ] as const) {
    if (id === undefined || known.has(id)) continue;
    const remedy = 'Leave out --person to list the people';
    issues.push({ key, expected: 'a person of this future', found: `${id}`, remedy });
  }
  if (issues.length > 0) throw new ScenarioError(issues);
}

/** The decisions asked for: those with a yes, or all. */
function choose(decisions: readonly Decision[], options: Options): Decision[] {
  const { kind, week, all, other } = options;
  return decisions.filter(
    (decision) =>
      (kind === undefined || decision.kind === kind) &&
      (week === undefined || decision.week === week) &&
      (all || week !== undefined || decision.yes || (other !== undefined && isAboutTie(decision))),
  );
}

/** A tie that stands is weighed every week: only its end is news. */
function isAboutTie({ kind }: Decision): boolean {
  return !kind.toLowerCase().includes('ending') && kind !== 'room';
}

function nothingText({ person, other, week }: Options): string {
  const when = week === undefined ? '' : ` in ${weekText(week)}`;
  if (other === undefined)
    return `Person ${person} decided nothing${when}; --all shows refusals as well.`;
  return `Persons ${person} and ${other} never came to decide about each other${when}: they did not come across each other as possible mentor or peer.`;
}

/** Takes one term away from the one decision chosen, and tells what is different at the end. */
function whatIf(
  model: Model,
  arm: Arm,
  shown: readonly Decision[],
  options: Options,
  before: Replay,
  run: (extra: Parameters<typeof replay>[5]) => Replay,
): void {
  const { without: term = '', person = -1 } = options;
  const [decision] = shown;
  const names = decision?.terms.map(({ name }) => name) ?? [];
  if (shown.length !== 1 || !names.includes(term)) throw notOne(shown.length, term, names);
  const { week, kind, person: ego, other } = decision;
  const after = run({ without: { week, kind, person: ego, other, term } });
  const changed = after.decisions.find(
    (d) => d.week === week && d.kind === kind && d.person === ego && d.other === other,
  );
  const states = [stateOf(model, before.world, person), stateOf(model, after.world, person)];
  const result = {
    decision,
    without: term,
    yes: changed?.yes ?? false,
    person: { before: states[0], after: states[1] },
    sameToTheEnd: before.digest === after.digest,
  };
  if (options.json) {
    console.log(JSON.stringify(result, null, 2));
    return;
  }
  const told = (yes: boolean): string => (yes ? 'yes' : 'no');
  console.log(decisionInFull(model, decision).join('\n'));
  console.log(`\nWithout ${term}: ${told(result.yes)} in place of ${told(decision.yes)}.`);
  if (result.sameToTheEnd) console.log('Everything else stays the same to the last bit.');
  else {
    console.log(`Person ${person} at the end of ${weekText(arm.scenario.horizon - 1)}:`);
    console.log(`  as it was: ${states[0]}\n  without:   ${states[1]}`);
  }
}

function notOne(found: number, term: string, names: readonly string[]): ScenarioError {
  if (found !== 1) {
    return new ScenarioError([
      {
        key: '--without',
        expected: 'one decision, chosen with --week, --kind and perhaps --other',
        found: `${found} decisions`,
      },
    ]);
  }
  return new ScenarioError([unknownName('--without', term, names)]);
}

/** @throws ScenarioError for a model that explains nothing and for an unknown kind. */
function checkOptions(model: Model, { kind, other, person }: Options): void {
  const issues: Issue[] = [];
  const kinds = [...Object.keys(model.decisions ?? {}), ...Object.keys(model.spells ?? {})];
  if (kinds.length === 0) {
    issues.push({ key: 'model', expected: 'a model that explains decisions', found: model.name });
  }
  if (kind !== undefined && !kinds.includes(kind)) issues.push(unknownName('--kind', kind, kinds));
  if (other !== undefined && (person === undefined || other === person)) {
    issues.push({ key: '--other', expected: 'another person than --person', found: `${other}` });
  }
  if (issues.length > 0) throw new ScenarioError(issues);
}
