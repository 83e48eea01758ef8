/** Reads rosters and fits departments off the main thread; nothing is sent anywhere. */
import { fitDepartment } from '../../models/mentoring/interview/fit.ts';
import type { Answers } from '../../models/mentoring/interview/questions.ts';
import { togetherIssue } from '../../models/mentoring/interview/read-answers.ts';
import { fittedScenarioText } from '../../models/mentoring/interview/scenario-text.ts';
import { rosterVocabulary } from '../../models/mentoring/roster-vocabulary.ts';
import { parseCsv } from '../../sim/data/csv.ts';
import { formatIssue, ScenarioError } from '../../sim/data/issues.ts';
import { rosterDigest } from '../../sim/experiment/run-id.ts';
import { importRoster } from '../../sim/roster/import-roster.ts';
import type { FieldRule, Mapping } from '../../sim/roster/mapping.ts';
import { pseudonymise } from '../../sim/roster/pseudonyms.ts';
import { readRoster, writeRoster } from '../../sim/roster/roster.ts';
import type { FromInstitution, ImportResult, ImportWish, ToInstitution } from './protocol.ts';

/** Problems told one by one. */
const mostProblems = 12;

function answer(message: FromInstitution): void {
  postMessage(message);
}

function importFiles(wish: ImportWish): ImportResult {
  const { people, ties } = wish;
  const headers = { people: headerOf(people), ties: ties ? headerOf(ties) : [] };
  try {
    const mapping: Mapping = {
      people: rulesOf(wish.columns.people),
      ties: rulesOf(wish.columns.ties),
      relations: new Map(),
      rules: { ignoreUnknown: wish.ignoreUnknown },
    };
    const request = { people, mapping, vocabulary: rosterVocabulary };
    const { roster, explanation } = importRoster(ties ? { ...request, ties } : request);
    const salt = `${people.text} ${ties?.text ?? ''}`;
    const kept = wish.pseudonyms ? pseudonymise(roster, salt).roster : roster;
    // read back from its normalised form: the command line will see the same people and ties
    const written = writeRoster(kept, rosterVocabulary);
    const records = readRoster(written.people, written.ties, rosterVocabulary, {
      people: 'people.csv',
      ties: 'ties.csv',
    });
    const digest = rosterDigest(records);
    const loaded = { digest, records, people: written.people, ties: written.ties };
    return { headers, roster: loaded, explanation, problems: [] };
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    const told = error.issues.slice(0, mostProblems).map(formatIssue);
    const rest = error.issues.length - told.length;
    return { headers, problems: rest > 0 ? [...told, `… and ${rest} more`] : told };
  }
}

function headerOf({ file, text }: { file: string; text: string }): readonly string[] {
  return parseCsv({ file, text: text.slice(0, 100_000), maxRows: 100_000 }).table.header;
}

function rulesOf(columns: Readonly<Record<string, string>>): Map<string, FieldRule | null> {
  return new Map(
    Object.entries(columns).map(([field, source]) => [
      field,
      source === '' ? null : { source, exact: true, origin: { key: field } },
    ]),
  );
}

function fit(answers: Answers): void {
  const wrong = togetherIssue(answers);
  if (wrong) throw new ScenarioError([wrong]);
  const steps = fitDepartment(answers);
  for (;;) {
    const step = steps.next();
    if (step.done) {
      answer({ type: 'fitted', fit: step.value, scenario: fittedScenarioText(step.value) });
      return;
    }
    answer({ type: 'fitting', progress: step.value });
  }
}

addEventListener('message', ({ data }: MessageEvent<ToInstitution>) => {
  try {
    if (data.type === 'import') answer({ type: 'imported', result: importFiles(data.wish) });
    else fit(data.answers);
  } catch (error) {
    answer({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});
