/** What the page and the engine's worker say to each other. */

export interface RunRequest {
  /** Repeated in the answer. */
  readonly id: number;
  readonly scenario: string;
  readonly seed: number;
}

export interface RunSummary {
  /** Fingerprint of the whole trajectory: 32 hexadecimal digits. */
  readonly digest: string;
  readonly weeks: number;
}

export type RunAnswer =
  | { readonly id: number; readonly result: RunSummary }
  | { readonly id: number; readonly error: string };
