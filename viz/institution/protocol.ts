/** What the page asks of the worker that reads rosters and fits departments. */
import type { DepartmentFit, FitProgress } from '../../models/mentoring/interview/fit.ts';
import type { Answers } from '../../models/mentoring/interview/questions.ts';
import type { Explanation } from '../../sim/roster/explanation.ts';
import type { LoadedRoster } from '../state/roster.ts';

/** A file as it was dropped. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** Files and what was said about their columns: field to column, '' for none. */
export interface ImportWish {
  readonly people: SourceText;
  readonly ties?: SourceText;
  readonly columns: {
    readonly people: Readonly<Record<string, string>>;
    readonly ties: Readonly<Record<string, string>>;
  };
  readonly pseudonyms: boolean;
  readonly ignoreUnknown: boolean;
}

/** What was made of them. */
export interface ImportResult {
  readonly headers: { readonly people: readonly string[]; readonly ties: readonly string[] };
  readonly roster?: LoadedRoster;
  readonly explanation?: Explanation;
  /** Problems, in words; the roster is missing then. */
  readonly problems: readonly string[];
}

export type ToInstitution =
  | { readonly type: 'import'; readonly wish: ImportWish }
  | { readonly type: 'fit'; readonly answers: Answers };

export type FromInstitution =
  | { readonly type: 'imported'; readonly result: ImportResult }
  | { readonly type: 'fitting'; readonly progress: FitProgress }
  | { readonly type: 'fitted'; readonly fit: DepartmentFit; readonly scenario: string }
  | { readonly type: 'failed'; readonly message: string };
