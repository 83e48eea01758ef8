/** How well a number is founded: a circle filled by quarters and its letter, never colour alone. */

import type { Grade } from '../../sim/model/parameters.ts';
import { gradeMeaning } from '../../sim/model/parameters.ts';
import { text } from '../text/parts.ts';

const filled: Readonly<Record<Grade, string>> = {
  A: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Z',
  B: 'M8 8V1a7 7 0 1 1-7 7Z',
  C: 'M8 1a7 7 0 0 1 0 14Z',
  D: 'M8 8V1a7 7 0 0 1 7 7Z',
};

/** The badge of a grade. */
export function GradeBadge({ grade }: { readonly grade: Grade }) {
  return (
    <span className="grade" role="img" aria-label={text.grade(grade, gradeMeaning[grade])}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="7" />
        <path d={filled[grade]} />
      </svg>
      {grade}
    </span>
  );
}
