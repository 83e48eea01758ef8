/** A matching problem: who may be matched with whom, how well they fit and whom each prefers. */

/** Mentees and mentors by number; matrices hold a row of mentors for each mentee. */
export interface Market {
  readonly mentees: number;
  readonly mentors: number;
  /** Mentees each mentor can still take. */
  readonly room: Int32Array;
  /** Predicted fit of the pair, 0 or more; below 0 where a pair is not allowed. */
  readonly fit: Float64Array;
  /** How much the mentee likes the mentor, and the other way round; only the order matters. */
  readonly menteeLikes: Float64Array;
  readonly mentorLikes: Float64Array;
  /** Luck of the pair, 0 to 1. */
  readonly luck: Float64Array;
}

/** The mentor of each mentee, −1 for none. */
export type Matching = Int32Array;

/** Whether a programme may match the two. */
export function isAllowed(market: Market, mentee: number, mentor: number): boolean {
  return market.fit[mentee * market.mentors + mentor] >= 0;
}

/** The sum of fit over the pairs of a matching. */
export function totalFit(market: Market, matching: Matching): number {
  let sum = 0;
  for (let i = 0; i < market.mentees; i++) {
    if (matching[i] >= 0) sum += market.fit[i * market.mentors + matching[i]];
  }
  return sum;
}
