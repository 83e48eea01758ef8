/** A field to find a person by number, role or department: the way to a story without a mouse. */
import { useDeferredValue, useState } from 'react';
import { text } from '../text/network.ts';
import type { Frame } from './frame.ts';
import { groupsText } from './person.ts';

/** People listed at most. */
const listed = 12;

interface Props {
  readonly frame: Frame;
  choose(person: number): void;
}

/** The field with the people who fit. */
export function PersonField({ frame, choose }: Props) {
  const [words, setWords] = useState('');
  const sought = useDeferredValue(words.trim().toLowerCase());
  const parts = sought.split(/[\s,]+/);
  const found =
    sought === ''
      ? []
      : [...frame.person.keys()]
          .map((row) => ({ id: frame.person[row], groups: groupsText(frame, row) }))
          .filter(({ id, groups }) => {
            const all = `${text.person(id)}, ${groups}`.toLowerCase().split(/[\s,]+/);
            // numbers whole, words as far as they were typed
            return parts.every((part) =>
              all.some((word) => (/^\d+$/.test(part) ? word === part : word.startsWith(part))),
            );
          })
          // the very number comes before longer ones that begin with it
          .sort((a, b) => Number(`${b.id}` === parts.at(-1)) - Number(`${a.id}` === parts.at(-1)));
  return (
    <search className="stack net-find no-print">
      <label className="net-choice">
        <span className="small quiet">{text.choose}</span>
        <input
          type="search"
          className="field"
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      </label>
      <p className="small quiet">{text.chooseHint}</p>
      <p className="small quiet" role="status">
        {sought !== '' && text.fitting(found.length, sought)}
      </p>
      <ul className="plain small net-found">
        {found.slice(0, listed).map(({ id, groups }) => (
          <li key={id}>
            <button
              type="button"
              className="button link"
              onClick={() => {
                choose(id);
                setWords('');
              }}
            >
              {text.person(id)}
            </button>{' '}
            {groups}
          </li>
        ))}
      </ul>
    </search>
  );
}
