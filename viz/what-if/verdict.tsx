/** What can be said of the chosen outcome: verdict, range of futures, and how much longer it would take. */
import { isClear } from '../../report/reading.ts';
import { futuresText, meaningOf } from '../../report/words.ts';
import type { Comparison } from '../../sim/analysis/paired.ts';
import { pairsStillNeeded } from '../../sim/analysis/paired-trajectory.ts';
import { setReplicates } from '../state/edits.ts';
import { theMachine, useResults } from '../state/results.ts';
import { useStudio } from '../state/studio.ts';
import { text } from '../text/what-if.ts';
import { fewestForRange, formatIn, type Shown } from './shown.ts';

/** More pairs than this are not offered. */
const mostPairs = 400;

interface Props {
  readonly shown: Shown;
  readonly comparison: Comparison;
}

/** One line below the title of the chart. */
export function Verdict({ shown, comparison }: Props) {
  const { model, exact, doc } = shown;
  const declared = model.outcomes[comparison.outcome];
  const meaning = meaningOf(comparison, declared);
  const format = formatIn(shown, comparison.outcome);
  const known = comparison.replicates >= fewestForRange;
  const more = known ? pairsStillNeeded(comparison, declared.smallestImportant) : 0;
  return (
    <p className="verdict">
      <strong className={meaning.tone}>{meaning.text}</strong>
      {known && !isClear(comparison) && exact && more > 0 ? (
        <LongerText more={more} pairs={doc.base.replicates} />
      ) : (
        <span className="quiet"> · {futuresText(comparison, format)}</span>
      )}
    </p>
  );
}

function LongerText({ more, pairs }: { readonly more: number; readonly pairs: number }) {
  const perRun = useResults((results) => results.runTime);
  if (pairs + more > mostPairs) return <span className="quiet"> · {text.farOff}</span>;
  const seconds = (more * 2 * (perRun ?? 0)) / theMachine().pool.size / 1000;
  return (
    <span className="quiet">
      {' '}
      · {text.longer(more, seconds)}{' '}
      <button
        type="button"
        className="button link"
        onClick={() => useStudio.getState().change((now) => setReplicates(now, pairs + more))}
      >
        {text.runMore(more)}
      </button>
    </span>
  );
}
