/** A roster: files, columns, a preview that counts what was kept and dropped, and whether to keep it. */
import { useEffect, useState } from 'react';
import { readText, saveText } from '../parts/files.ts';
import { forgetRoster, keepRoster, recallRoster } from '../state/kept-roster.ts';
import { type LoadedRoster, rosterFileNames, useRoster, withRoster } from '../state/roster.ts';
import { useStudio } from '../state/studio.ts';
import { text as all } from '../text/institution.ts';
import { importFiles } from './ask.ts';
import { Columns } from './columns.tsx';
import { Preview } from './preview.tsx';
import type { ImportResult, SourceText } from './protocol.ts';

const text = all.roster;
/** Largest files that are read, in bytes. */
const largest = 20_000_000;

/** The whole way from files to a roster in use. */
export function Roster() {
  const [people, setPeople] = useState<SourceText>();
  const [ties, setTies] = useState<SourceText>();
  const [columns, setColumns] = useState({ people: {}, ties: {} });
  const [pseudonyms, setPseudonyms] = useState(true);
  const [ignoreUnknown, setIgnoreUnknown] = useState(false);
  const [result, setResult] = useState<ImportResult>();
  const { say } = useStudio.getState();
  useEffect(() => {
    if (!people) return;
    const controller = new AbortController();
    const wish = { people, columns, pseudonyms, ignoreUnknown };
    importFiles(ties ? { ...wish, ties } : wish, controller.signal).then(
      setResult,
      (error: Error) => {
        if (!controller.signal.aborted) say({ tone: 'error', text: text.failed(error.message) });
      },
    );
    return () => controller.abort();
  }, [people, ties, columns, pseudonyms, ignoreUnknown, say]);
  const read = (file: File | undefined, set: (source: SourceText) => void): void => {
    if (!file) return;
    readText(file, largest).then(
      (content) => set({ file: file.name.slice(-120), text: content }),
      (error: Error) => say({ tone: 'error', text: text.failed(error.message) }),
    );
  };
  return (
    <section className="panel stack" aria-label={text.title}>
      <div>
        <h2>{text.title}</h2>
        <p className="small quiet">{text.hint}</p>
      </div>
      <FileField label={text.people} choose={(file) => read(file, setPeople)} />
      <FileField label={text.ties} choose={(file) => read(file, setTies)} />
      <Check label={text.pseudonyms} checked={pseudonyms} set={setPseudonyms} />
      <Check label={text.unknown} checked={ignoreUnknown} set={setIgnoreUnknown} />
      {people && !result && <p role="status">{text.reading}</p>}
      {result && (
        <>
          <Columns headers={result.headers} columns={columns} choose={setColumns} />
          {result.problems.length > 0 && (
            <div role="alert" className="panel warm">
              <h3>{text.problems}</h3>
              <ul>
                {result.problems.map((problem) => (
                  <li key={problem}>{problem}</li>
                ))}
              </ul>
            </div>
          )}
          {result.explanation && <Preview explanation={result.explanation} />}
          {result.roster && <UseRoster roster={result.roster} />}
        </>
      )}
      <KeptRoster />
    </section>
  );
}

interface FileProps {
  readonly label: string;
  readonly choose: (file: File | undefined) => void;
}

function FileField({ label, choose }: FileProps) {
  return (
    <label className="question-field">
      <span>{label}</span>
      <input
        type="file"
        accept=".csv,.tsv,.txt"
        onChange={({ target }) => choose(target.files?.[0])}
      />
    </label>
  );
}

interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly set: (checked: boolean) => void;
}

function Check({ label, checked, set }: CheckProps) {
  return (
    <label className="row">
      <input type="checkbox" checked={checked} onChange={({ target }) => set(target.checked)} />
      {label}
    </label>
  );
}

/** Puts a roster in use. */
function useNow(roster: LoadedRoster): void {
  const { change, say } = useStudio.getState();
  useRoster.setState({ loaded: roster });
  change((now) => withRoster(now, roster.digest));
  say({ tone: 'done', text: text.used });
}

function UseRoster({ roster }: { readonly roster: LoadedRoster }) {
  const names = rosterFileNames(roster.digest);
  const { say } = useStudio.getState();
  return (
    <div className="stack">
      <p className="small quiet">{text.drift}</p>
      <div className="row">
        <button type="button" className="button main" onClick={() => useNow(roster)}>
          {text.use}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            saveText(names.people, roster.people, 'text/csv');
            saveText(names.ties, roster.ties, 'text/csv');
          }}
        >
          {text.save}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            const kept = keepRoster(roster);
            say(kept ? { tone: 'done', text: text.keptHere } : { tone: 'error', text: text.full });
          }}
        >
          {text.keep}
        </button>
      </div>
    </div>
  );
}

/** What was kept on request, and how to be rid of it. */
function KeptRoster() {
  // keeping and forgetting are both told by a notice, after which this is looked at again
  useStudio((studio) => studio.notice);
  const kept = recallRoster();
  const { say } = useStudio.getState();
  if (!kept) return null;
  const restore = async (): Promise<void> => {
    const result = await importFiles(
      {
        people: { file: 'people.csv', text: kept.people },
        ties: { file: 'ties.csv', text: kept.ties },
        columns: { people: {}, ties: {} },
        pseudonyms: false,
        ignoreUnknown: false,
      },
      new AbortController().signal,
    );
    if (result.roster) useNow(result.roster);
    else say({ tone: 'error', text: text.failed(result.problems[0] ?? '') });
  };
  return (
    <div className="row kept-roster">
      <span>{text.keptHere}</span>
      <button type="button" className="button" onClick={() => void restore()}>
        {text.restore}
      </button>
      <button
        type="button"
        className="button"
        onClick={() => {
          forgetRoster();
          say({ tone: 'done', text: text.forgotten });
        }}
      >
        {text.forget}
      </button>
    </div>
  );
}
