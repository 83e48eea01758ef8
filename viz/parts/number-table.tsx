/** A table of numbers behind a chart: folded, and easy to copy or to save. */

import { csvFormatRows, tsvFormatRows } from 'd3-dsv';
import { useState } from 'react';
import { useStudio } from '../state/studio.ts';
import { text } from '../text/parts.ts';
import { saveText } from './files.ts';

interface Props {
  readonly summary: string;
  readonly caption: string;
  /** The first one names the rows. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Name of the file that is saved. */
  readonly file: string;
  readonly open?: boolean;
}

/** Rows that are drawn in a closed fold too, so that a search of the page finds them. */
const alwaysDrawn = 60;

/** The table in its fold. */
export function NumberTable({ summary, caption, columns, rows, file, open = false }: Props) {
  const [unfolded, setUnfolded] = useState(open);
  // a long table that nobody looks at would take longer to draw than the picture above it
  const drawn = unfolded || rows.length <= alwaysDrawn ? rows : [];
  const plain = (): string[][] =>
    [columns, ...rows].map((row) => row.map((cell) => cell.replaceAll('−', '-')));
  const copy = async (): Promise<void> => {
    const { say } = useStudio.getState();
    try {
      await navigator.clipboard.writeText(tsvFormatRows(plain()));
      say({ tone: 'done', text: text.copied });
    } catch {
      say({ tone: 'error', text: text.noClipboard });
    }
  };
  return (
    <details
      className="numbers"
      open={open}
      onToggle={({ currentTarget }) => setUnfolded(currentTarget.open)}
    >
      <summary>{summary}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keys */}
      <section className="scroll" aria-label={caption} tabIndex={0}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column, k) => (
                // columns may repeat a title
                <th key={k} scope="col" className={k === 0 ? undefined : 'number'}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {drawn.map((row) => (
              <tr key={row[0]}>
                {row.map((cell, k) =>
                  k === 0 ? (
                    <th key="name" scope="row">
                      {cell}
                    </th>
                  ) : (
                    <td key={k} className="number">
                      {cell}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className="row no-print">
        <button type="button" className="button link small" onClick={() => void copy()}>
          {text.copy}
        </button>
        <button
          type="button"
          className="button link small"
          onClick={() => saveText(`${file}.csv`, csvFormatRows(plain()), 'text/csv')}
        >
          {text.csv}
        </button>
      </div>
    </details>
  );
}
