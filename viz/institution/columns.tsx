/** Which column gives which field: recognised by its name unless it is said. */
import { rosterVocabulary } from '../../models/mentoring/roster-vocabulary.ts';
import { peopleFields, tieFields } from '../../sim/roster/mapping.ts';
import { text as all } from '../text/institution.ts';
import type { ImportResult, ImportWish } from './protocol.ts';

const text = all.roster;

interface Props {
  readonly headers: ImportResult['headers'];
  readonly columns: ImportWish['columns'];
  readonly choose: (columns: ImportWish['columns']) => void;
}

/** A choice for every field of both files. */
export function Columns({ headers, columns, choose }: Props) {
  // conditions are for the command line
  const people = peopleFields(rosterVocabulary).filter((field) => field !== 'keep');
  const ties = tieFields.filter((field) => field !== 'keep');
  return (
    <details>
      <summary>{text.columns}</summary>
      <Fields
        title={text.columnsPeople}
        fields={people}
        headers={headers.people}
        chosen={columns.people}
        choose={(chosen) => choose({ ...columns, people: chosen })}
      />
      {headers.ties.length > 0 && (
        <Fields
          title={text.columnsTies}
          fields={ties}
          headers={headers.ties}
          chosen={columns.ties}
          choose={(chosen) => choose({ ...columns, ties: chosen })}
        />
      )}
    </details>
  );
}

interface FieldsProps {
  readonly title: string;
  readonly fields: readonly string[];
  readonly headers: readonly string[];
  readonly chosen: Readonly<Record<string, string>>;
  readonly choose: (chosen: Readonly<Record<string, string>>) => void;
}

/** Stands for "recognise it", which is no column's name. */
const guessed = ' guess';

function Fields({ title, fields, headers, chosen, choose }: FieldsProps) {
  const set = (field: string, value: string): void => {
    const { [field]: _, ...others } = chosen;
    choose(value === guessed ? others : { ...others, [field]: value });
  };
  return (
    <fieldset className="columns">
      <legend>{title}</legend>
      {fields.map((field) => (
        <label key={field} className="question-field">
          <span>{field}</span>
          <select
            className="field"
            value={Object.hasOwn(chosen, field) ? chosen[field] : guessed}
            onChange={({ target }) => set(field, target.value)}
          >
            <option value={guessed}>{text.guess}</option>
            <option value="">{text.none}</option>
            {headers
              .filter((header) => header !== '')
              .map((header) => (
                <option key={header} value={header}>
                  {header}
                </option>
              ))}
          </select>
        </label>
      ))}
    </fieldset>
  );
}
