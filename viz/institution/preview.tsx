/** What was understood of a roster's files, and what was dropped, counted. */
import type { Explanation } from '../../sim/roster/explanation.ts';
import { NumberTable } from '../parts/number-table.tsx';
import { text as all } from '../text/institution.ts';

const text = all.roster;

/** The preview. */
export function Preview({ explanation }: { readonly explanation: Explanation }) {
  const { people, ties, understood, dropped, rules } = explanation;
  return (
    <div className="stack">
      <h3>{text.preview}</h3>
      <p role="status">
        <strong>{text.kept(people.kept, people.read)}</strong>
        {ties.read > 0 && `; ${text.ties_(ties.upward, ties.equal, ties.read)}`}
      </p>
      <NumberTable
        open
        summary={text.columns}
        caption={text.preview}
        file="roster-columns"
        columns={[text.field, text.from, text.observed, text.absent, text.values]}
        rows={understood.map(({ table, field, source, observed, missing, values }) => [
          `${field} (${table})`,
          source,
          `${observed}`,
          `${missing}`,
          values,
        ])}
      />
      {rules.length > 0 && (
        <NumberTable
          summary={text.rules}
          caption={text.rules}
          file="roster-ties"
          columns={[text.rule, text.outcome, text.count]}
          rows={rules.map(({ meaning, outcome, count }) => [meaning, outcome, `${count}`])}
        />
      )}
      {dropped.length > 0 && (
        <div>
          <h3>{text.dropped}</h3>
          <ul className="small">
            {dropped.map(({ table, what, why }) => (
              <li key={`${table} ${what} ${why}`}>
                {table}: {what}: {why}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
