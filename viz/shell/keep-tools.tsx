/** Scenarios of one's own: kept in this browser, or opened from a file. */
import { useState } from 'react';
import { readText } from '../parts/files.ts';
import { Icon } from '../parts/icon.tsx';
import { Modal } from '../parts/modal.tsx';
import { activePlan, type Doc, mostPlans } from '../state/document.ts';
import { addPlan } from '../state/edits.ts';
import { openScenario } from '../state/files.ts';
import { dropKept, type Kept, keepDocument, listKept, openKept } from '../state/kept.ts';
import { useStudio } from '../state/studio.ts';
import { text } from '../text/keep.ts';

/** The button and its dialog. */
export function KeepTools() {
  const [open, setOpen] = useState(false);
  const [kept, setKept] = useState(listKept);
  return (
    <Modal
      title={text.keepTitle}
      hint={text.keepHint}
      open={open}
      onOpenChange={(next) => {
        if (next) setKept(listKept());
        setOpen(next);
      }}
      trigger={
        <button type="button" className="button" aria-label={text.keep}>
          <Icon name="keep" />
          <span className="wide-only">{text.keep}</span>
        </button>
      }
    >
      <div className="stack">
        <SaveForm kept={() => setKept(listKept())} />
        <KeptList list={kept} changed={() => setKept(listKept())} close={() => setOpen(false)} />
        <OpenFile close={() => setOpen(false)} />
      </div>
    </Modal>
  );
}

function SaveForm({ kept }: { readonly kept: () => void }) {
  const doc = useStudio((studio) => studio.doc);
  const { say } = useStudio.getState();
  const save = async (name: string): Promise<void> => {
    const done = await keepDocument(name, doc);
    say(done ? { tone: 'done', text: text.saved(name) } : { tone: 'error', text: text.full });
    kept();
  };
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
        if (name !== '') void save(name);
      }}
    >
      <input
        className="field grow"
        name="name"
        maxLength={80}
        required
        aria-label={text.name}
        defaultValue={activePlan(doc).title.slice(0, 80)}
      />
      <button type="submit" className="button main">
        {text.save}
      </button>
    </form>
  );
}

interface ListProps {
  readonly list: readonly Kept[];
  readonly changed: () => void;
  readonly close: () => void;
}

function KeptList({ list, changed, close }: ListProps) {
  const { change, say } = useStudio.getState();
  const open = async (kept: Kept, use: (now: Doc, opened: Doc) => Doc): Promise<void> => {
    try {
      const opened = await openKept(kept);
      change((now) => use(now, opened));
      close();
    } catch {
      say({ tone: 'error', text: text.damaged(kept.name) });
    }
  };
  if (list.length === 0) return <p className="quiet">{text.empty}</p>;
  return (
    <ul className="plain kept-list">
      {list.map((kept) => (
        <li key={kept.name} className="row">
          <span className="grow">{kept.name}</span>
          <button
            type="button"
            className="button"
            onClick={() => void open(kept, (_, opened) => opened)}
          >
            {text.open}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => void open(kept, (now, opened) => besides(now, opened))}
          >
            {text.compare}
          </button>
          <button
            type="button"
            className="button bare icon"
            aria-label={text.remove(kept.name)}
            onClick={() => {
              dropKept(kept.name);
              changed();
            }}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The plan in hand of `opened`, beside those of `now`. */
function besides(now: Doc, opened: Doc): Doc {
  const { say } = useStudio.getState();
  if (now.plans.length >= mostPlans) say({ tone: 'error', text: text.mostPlans });
  const base = ({ base: b }: Doc): string => JSON.stringify([b.parameters, b.population, b.seed]);
  if (base(now) !== base(opened)) say({ tone: 'done', text: text.otherBase });
  return addPlan(now, activePlan(opened));
}

function OpenFile({ close }: { readonly close: () => void }) {
  const { change, say } = useStudio.getState();
  const [problem, setProblem] = useState('');
  const open = async (file: File): Promise<void> => {
    setProblem('');
    try {
      const doc = await openScenario(file.name.slice(-120), await readText(file));
      change(() => doc);
      say({ tone: 'done', text: text.opened(file.name) });
      close();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const short = reason.split('\n').slice(0, 4).join(' ').slice(0, 700);
      setProblem(text.refused(file.name, short));
    }
  };
  return (
    <label className="stack">
      <span>{text.openFile}</span>
      <span className="small quiet">{text.openHint}</span>
      <input
        type="file"
        accept=".yaml,.yml,.json"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void open(file);
          target.value = '';
        }}
      />
      <span role="alert" className="worse">
        {problem}
      </span>
    </label>
  );
}
