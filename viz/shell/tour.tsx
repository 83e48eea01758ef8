/** The first-visit tour: five small cards that point at the page, once, and again on request. */
import { useEffect, useRef, useState } from 'react';
import { recall, remember } from '../state/storage.ts';
import { useStudio } from '../state/studio.ts';
import { text } from '../text/tour.ts';

const entry = 'tour';

/** Shows itself on the first visit to "What if" without a link; afterwards only when asked. */
export function Tour() {
  const place = useStudio((studio) => studio.place);
  const asked = useStudio(({ view }) => view['tour'] === 'yes');
  const [step, setStep] = useState(() => (recall(entry) === undefined ? 0 : -1));
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!asked) return;
    useStudio.getState().look({ tour: undefined });
    setStep(0);
  }, [asked]);
  const shown = place === 'what-if' && step >= 0 ? text.steps[step] : undefined;
  useEffect(() => {
    if (!shown) return;
    const target = document.querySelector(shown.target);
    target?.classList.add('toured');
    target?.scrollIntoView({ block: 'nearest' });
    if (step > 0) card.current?.focus();
    return () => target?.classList.remove('toured');
  }, [shown, step]);
  if (!shown) return null;
  const end = (): void => {
    remember(entry, 'seen');
    setStep(-1);
  };
  const last = step === text.steps.length - 1;
  return (
    <section
      className="tour no-print"
      aria-label={shown.title}
      ref={card}
      tabIndex={-1}
      onKeyDown={({ key }) => key === 'Escape' && end()}
    >
      <p className="small quiet">{text.step(step + 1, text.steps.length)}</p>
      <h2>{shown.title}</h2>
      <p>{shown.body}</p>
      <div className="row spread">
        {last ? (
          <span />
        ) : (
          <button type="button" className="button bare" onClick={end}>
            {text.skip}
          </button>
        )}
        <div className="row">
          {step > 0 && (
            <button type="button" className="button" onClick={() => setStep(step - 1)}>
              {text.back}
            </button>
          )}
          <button
            type="button"
            className="button main"
            onClick={() => (last ? end() : setStep(step + 1))}
          >
            {last ? text.done : text.next}
          </button>
        </div>
      </div>
    </section>
  );
}
