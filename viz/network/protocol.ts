/** What the page and the network's worker say to each other. */
import type { Arm } from '../../sim/experiment/experiment.ts';
import type { RosterRecords } from '../../sim/model/model.ts';
import type { Scenario } from '../../sim/model/scenario.ts';
import type { Frame } from './frame.ts';
import type { Places } from './layout.ts';

/** One future of one scenario. */
export interface Future {
  readonly scenario: Scenario;
  readonly replicate: number;
  /** The observed people it begins with, which never leave the browser. */
  readonly roster?: RosterRecords;
}

/** The arm of an experiment that a future belongs to. */
export function armOf({ scenario, roster }: Future): Arm {
  return roster === undefined ? { scenario } : { scenario, roster };
}

/** One decision of a person in words, newest facts last. */
export interface StoryLine {
  readonly week: number;
  readonly text: string;
  /** All terms, for those who want to know more. */
  readonly full: readonly string[];
}

/** Weeks of one stretch, whose people keep one place. */
export const stretch = 26;

/** Above so many people nobody has a place of their own: they are drawn as groups. */
export const mostPlaced = 2000;

/** Page to worker. A film ends the film of the same reel before it. */
export type ToFilm =
  | {
      readonly type: 'film';
      readonly id: number;
      readonly reel: string;
      /** Filmed side by side, with the same places. */
      readonly futures: readonly Future[];
    }
  | { readonly type: 'stop'; readonly reel: string }
  | {
      readonly type: 'story';
      readonly id: number;
      readonly future: Future;
      readonly person: number;
    };

/** Worker to page. */
export type FromFilm =
  | {
      readonly type: 'stretch';
      readonly id: number;
      readonly frames: readonly (readonly Frame[])[];
      readonly places: Places;
    }
  | { readonly type: 'end'; readonly id: number; readonly digests: readonly string[] }
  | { readonly type: 'story'; readonly id: number; readonly lines: readonly StoryLine[] }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };
