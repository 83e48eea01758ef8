/** The question: what is asked, the gallery of questions, and a name of one's own. */
import { useState } from 'react';
import { Icon } from '../parts/icon.tsx';
import { Modal } from '../parts/modal.tsx';
import { activePlan, mostPlans } from '../state/document.ts';
import { addPlan, rename } from '../state/edits.ts';
import { type Preset, presetDocument, presetScenario, presets } from '../state/presets.ts';
import { useStudio } from '../state/studio.ts';
import { text } from '../text/what-if.ts';
import type { Shown } from './shown.ts';

/** The question on top of the page. */
export function Question({ shown }: { readonly shown: Shown }) {
  const { doc } = shown;
  const plan = activePlan(doc);
  const [open, setOpen] = useState(false);
  const { change } = useStudio.getState();
  const choose = (preset: Preset): void => {
    change(() => presetDocument(preset));
    setOpen(false);
  };
  const compare = ({ scenarios }: Preset): void => {
    const { title, question, policies } = presetScenario(scenarios[0].name);
    change((now) => addPlan(now, { title, question, policies }));
    setOpen(false);
  };
  return (
    <div className="question">
      <h1>{plan.question || plan.title}</h1>
      <Modal
        title={text.choose}
        hint={text.chooseHint}
        kind="wide"
        open={open}
        onOpenChange={setOpen}
        trigger={
          <button type="button" className="button no-print">
            {text.choose}
            <Icon name="down" />
          </button>
        }
      >
        <ul className="plain gallery">
          {presets.map((preset) => (
            <li key={preset.question}>
              <button type="button" className="gallery-item" onClick={() => choose(preset)}>
                <span>{preset.question}</span>
                <span className="small quiet">
                  {preset.scenarios.map(({ title }) => title).join(' · ')}
                </span>
              </button>
              {doc.plans.length < mostPlans && (
                <button
                  type="button"
                  className="button"
                  aria-label={text.addToCompare(preset.question)}
                  onClick={() => compare(preset)}
                >
                  {text.compare}
                </button>
              )}
            </li>
          ))}
        </ul>
        <OwnQuestion
          key={plan.question}
          question={plan.question || plan.title}
          name={(question) => {
            change((now) => rename(now, question.slice(0, 80), question));
            setOpen(false);
          }}
        />
      </Modal>
    </div>
  );
}

/** Longest question of a scenario file. */
const longestQuestion = 400;

interface OwnProps {
  readonly question: string;
  readonly name: (question: string) => void;
}

function OwnQuestion({ question, name }: OwnProps) {
  return (
    <form
      className="stack own-question"
      onSubmit={(event) => {
        event.preventDefault();
        const value = new FormData(event.currentTarget).get('question');
        const words = String(value ?? '')
          .replace(/\s+/g, ' ')
          .trim();
        if (words !== '') name(words);
      }}
    >
      <label htmlFor="own-question">{text.own}</label>
      <div className="row">
        <input
          id="own-question"
          name="question"
          className="field grow"
          defaultValue={question}
          maxLength={longestQuestion}
          required
        />
        <button type="submit" className="button main">
          {text.ownTitle}
        </button>
      </div>
    </form>
  );
}
