/** The answer in sentences, and how sure it is: preview and exact never look the same. */
import { Terms } from '../parts/terms.tsx';
import { activePlan, scenarioOf } from '../state/document.ts';
import { theMachine, useResults } from '../state/results.ts';
import { rosterOf, useRoster } from '../state/roster.ts';
import { text } from '../text/what-if.ts';
import { fewestForRange, type Shown } from './shown.ts';

/** The answer. */
export function Answer({ shown }: { readonly shown: Shown }) {
  const { doc, brief, current, exact } = shown;
  const error = useResults((results) => results.error);
  const plan = activePlan(doc);
  const name = scenarioOf(doc, doc.active).name;
  const arm = brief?.arms.find((each) => each.name === name);
  useRoster((store) => store.loaded);
  const idle = plan.policies.length === 0;
  if (rosterOf(doc) === 'missing') {
    return (
      <section className="answer preview" aria-label={text.answer}>
        <p className="answer-first">{text.rosterMissing}</p>
        <a className="button" href="#/institution">
          {text.bringRoster}
        </a>
      </section>
    );
  }
  return (
    <section
      className={`answer ${exact ? 'exact' : 'preview'}`}
      aria-label={text.answer}
      aria-live="polite"
      aria-busy={!exact}
    >
      {error !== undefined && (
        <div className="panel warm stack" role="alert">
          <p>
            {text.failed} <code>{error}</code>
          </p>
          <button type="button" className="button" onClick={() => theMachine().conductor.retry()}>
            {text.again}
          </button>
        </div>
      )}
      {idle ? (
        <div>
          <p className="answer-first">{text.noPolicy.title}</p>
          <p className="quiet">{text.noPolicy.body}</p>
        </div>
      ) : (
        <div className={current ? '' : 'stale'}>
          <p className="answer-first">
            {arm ? <Terms>{arm.answer[0]}</Terms> : text.status.waiting}
          </p>
          <p className="answer-second">{arm && <Terms>{arm.answer[1]}</Terms>}</p>
        </div>
      )}
      <Status shown={shown} />
    </section>
  );
}

function Status({ shown }: { readonly shown: Shown }) {
  const { pairs, wanted, remaining } = useResults();
  const { current, brief, exact } = shown;
  const working = pairs < wanted;
  const share = wanted === 0 ? 0 : (100 * pairs) / wanted;
  return (
    <div className="status">
      <span className={`chip ${exact ? 'chip-exact' : 'chip-preview'}`} data-testid="status">
        <span className="dot" aria-hidden="true" />
        {statusText(pairs, wanted, current && brief !== undefined)}
      </span>
      {working && (
        <>
          <span className="meter" aria-hidden="true">
            <span style={{ width: `${share}%` }} />
          </span>
          {remaining !== undefined && (
            <span className="small quiet">{text.status.left(remaining / 1000)}</span>
          )}
          <button
            type="button"
            className="button link small no-print"
            onClick={() => theMachine().conductor.stop()}
          >
            {text.stop}
          </button>
        </>
      )}
    </div>
  );
}

function statusText(pairs: number, wanted: number, answered: boolean): string {
  if (pairs === 0 || !answered) return pairs === 0 ? text.status.warming : text.status.waiting;
  if (pairs >= wanted) return text.status.exact(wanted);
  if (pairs < fewestForRange) return text.status.gathering(pairs, wanted);
  return text.status.refining(pairs, wanted);
}
