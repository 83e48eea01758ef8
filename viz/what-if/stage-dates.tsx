/** When a policy starts and ends, in years that count from 1, and how slowly it gets going. */
import type { PolicyInForce } from '../../sim/model/simulation.ts';
import { weeksPerYear } from '../../sim/model/time.ts';
import { changeStage } from '../state/edits.ts';
import { useStudio } from '../state/studio.ts';
import { text } from '../text/what-if.ts';

interface Props {
  readonly horizon: number;
  readonly title: string;
  readonly set: PolicyInForce;
  readonly place: number;
}

/** The dates of one stage. */
export function StageDates({ horizon, title, set, place }: Props) {
  const years = Math.ceil(horizon / weeksPerYear);
  const { change } = useStudio.getState();
  const alter = (next: Partial<PolicyInForce>): void =>
    change((now) => changeStage(now, place, next));
  const startYear = Math.floor(set.start / weeksPerYear) + 1;
  const endYear = set.end === Number.POSITIVE_INFINITY ? 0 : Math.ceil(set.end / weeksPerYear);
  const choices = Array.from({ length: years }, (_, k) => k + 1);
  return (
    <div className="dates">
      <label>
        <span>{text.from}</span>
        <select
          className="field"
          aria-label={`${text.from}, ${title}`}
          value={startYear}
          onChange={(event) => {
            const start = (Number(event.target.value) - 1) * weeksPerYear;
            alter({ start, end: set.end <= start ? Number.POSITIVE_INFINITY : set.end });
          }}
        >
          {choices.map((year) => (
            <option key={year} value={year}>
              {year === startYear && set.start % weeksPerYear > 0
                ? text.yearWeek(year, (set.start % weeksPerYear) + 1)
                : year}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{text.until}</span>
        <select
          className="field"
          aria-label={`${text.until}, ${title}`}
          value={endYear}
          onChange={(event) => {
            const year = Number(event.target.value);
            alter({ end: year === 0 ? Number.POSITIVE_INFINITY : year * weeksPerYear });
          }}
        >
          <option value={0}>{text.forGood}</option>
          {choices
            .filter((year) => year * weeksPerYear > set.start)
            .map((year) => (
              <option key={year} value={year}>
                {year}
              </option>
            ))}
        </select>
      </label>
      <label>
        <span>{text.ramp}</span>
        <input
          className="field"
          type="number"
          min={0}
          max={520}
          aria-label={`${text.ramp}, ${title}`}
          value={set.ramp}
          onChange={(event) => {
            const weeks = Math.round(Number(event.target.value));
            if (weeks >= 0 && weeks <= 520) alter({ ramp: weeks });
          }}
        />
      </label>
    </div>
  );
}
