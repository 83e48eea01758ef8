/** What is looked at, and how far and how exactly: group, years ahead, number of futures. */

import { upperFirst } from '../../report/vocabulary.ts';
import { everybody } from '../../sim/model/groups.ts';
import { weeksPerYear } from '../../sim/model/time.ts';
import { setHorizon, setReplicates } from '../state/edits.ts';
import { useStudio } from '../state/studio.ts';
import { text } from '../text/what-if.ts';
import { groupsOf, type Shown } from './shown.ts';

const horizons = [1, 2, 3, 5, 10, 15, 20, 30];
const futures = [5, 10, 30, 40, 60, 100, 200, 400];

/** The choices beside the chart's title. */
export function Choices({ shown }: { readonly shown: Shown }) {
  const { doc, model, outcome, group } = shown;
  const { look, change } = useStudio.getState();
  const years = doc.base.horizon / weeksPerYear;
  const { replicates } = doc.base;
  const grouped = groupsOf(model, outcome).length > 1;
  return (
    <div className="row choices no-print">
      {grouped && (
        <label>
          <span>{text.group}</span>
          <select
            className="field"
            value={group}
            onChange={({ target }) =>
              look({ group: target.value === everybody ? undefined : target.value })
            }
          >
            <option value={everybody}>{upperFirst(everybody)}</option>
            {Object.entries(model.groupings).map(([name, { title, labels }]) => (
              <optgroup key={name} label={title}>
                {labels.map((label) => (
                  <option key={label} value={label}>
                    {upperFirst(label)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
      )}
      <label>
        <span>{text.horizon}</span>
        <select
          className="field"
          value={years}
          onChange={({ target }) =>
            change((now) => setHorizon(now, Math.round(Number(target.value) * weeksPerYear)))
          }
        >
          {withOwn(horizons, years).map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      </label>
      <label>
        <span>{text.futures}</span>
        <select
          className="field"
          value={replicates}
          onChange={({ target }) => change((now) => setReplicates(now, Number(target.value)))}
        >
          {withOwn(futures, replicates).map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** The usual choices and the one that is set, in order. */
function withOwn(usual: readonly number[], own: number): number[] {
  return [...new Set([...usual, own])].sort((a, b) => a - b);
}
