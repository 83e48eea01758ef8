/** What a model says of itself in words, beside its declarations, for an ODD description. */

/** Paragraphs under the headings of Grimm et al. 2020 that no declaration can give. */
export interface OddText {
  /** Element 1: the purpose, and the patterns by which the model is judged. */
  readonly purpose: readonly string[];
  readonly patterns: readonly string[];
  /** Element 2: what the entities are, and the scales. */
  readonly entities: readonly string[];
  readonly scales: readonly string[];
  /** Element 3: what holds for the order of things beyond the schedule. */
  readonly scheduling: readonly string[];
  /** Element 4: design concepts, by name, in the order of the protocol. */
  readonly concepts: Readonly<Record<string, string>>;
  /** Elements 5 and 6. */
  readonly initialisation: readonly string[];
  readonly input: readonly string[];
  /** Element 7: what holds for all submodels; then one text for each step of the schedule. */
  readonly submodels: readonly string[];
  readonly steps: Readonly<Record<string, string>>;
}
