/** The place "Your institution": describe a department, or bring a roster. */
import { weeksPerYear } from '../../sim/model/time.ts';
import { modelOf } from '../state/document.ts';
import { rosterOf, useRoster, withoutRoster } from '../state/roster.ts';
import { useStudio } from '../state/studio.ts';
import { text } from '../text/institution.ts';
import { Describe } from './describe.tsx';
import { Roster } from './roster.tsx';
import './institution.css';

/** The page. */
export function Page() {
  const doc = useStudio((studio) => studio.doc);
  useRoster((store) => store.loaded);
  const roster = rosterOf(doc);
  const { change } = useStudio.getState();
  return (
    <div className="stack institution">
      <div>
        <h1>{text.asks}</h1>
        <p className="quiet">{text.intro}</p>
        <p>
          <strong>{text.stays}</strong>
        </p>
      </div>
      <div className="row" role="status">
        {roster === 'missing' && <p className="panel warm">{text.missing}</p>}
        {roster === undefined && <p className="quiet">{text.made}</p>}
        {roster !== undefined && roster !== 'missing' && (
          <p>{text.usesRoster(roster.records.people.length)}</p>
        )}
        {roster !== undefined && (
          <button
            type="button"
            className="button"
            onClick={() =>
              change((now) => withoutRoster(now, modelOf(now).warmUpYears * weeksPerYear))
            }
          >
            {text.back}
          </button>
        )}
      </div>
      <div className="ways">
        <Describe />
        <Roster />
      </div>
    </div>
  );
}
