/** Guesses from names: which column may give a field, which value a word may mean. */

/** Headers by field, best first; a model's vocabulary adds its own. */
const commonHeaders: Readonly<Record<string, readonly string[]>> = {
  id: ['person id', 'person', 'name', 'node', 'node id', 'ego', 'staff id', 'employee id', 'email'],
  role: ['position', 'person type', 'category'],
  rank: ['level', 'grade'],
  department: [
    'dept',
    'division',
    'specialty',
    'speciality',
    'unit',
    'section',
    'service',
    'practice',
    'office',
  ],
  site: ['campus', 'location', 'hospital', 'city', 'town', 'building', 'office'],
  external: ['is external', 'outside'],
  from: ['source', 'ego', 'sender', 'mentee', 'mentee id', 'from id', 'i'],
  to: ['target', 'alter', 'receiver', 'mentor', 'mentor id', 'to id', 'j'],
  relation: ['kind', 'type', 'tie', 'relation type', 'layer'],
  weight: ['strength', 'frequency', 'value'],
};

/** Letters and digits only, in lower case: `On-site share` and `onsite_share` are one. */
export function simplified(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * The header most likely to give `field`: the one of its own name, or else one of its synonyms that
 * is not yet spoken for.
 */
export function guessColumn(
  field: string,
  header: readonly string[],
  taken: ReadonlySet<string>,
  synonyms: Readonly<Record<string, readonly string[]>> = {},
): string | undefined {
  const own = header.find((column) => simplified(column) === simplified(field));
  if (own !== undefined) return own;
  const wanted = [...(synonyms[field] ?? []), ...(commonHeaders[field] ?? [])];
  for (const name of wanted.map(simplified)) {
    const found = header.find((column) => !taken.has(column) && simplified(column) === name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The allowed name a value means: the same, the same but for case and signs, or a synonym. */
export function recognise(
  value: string,
  allowed: readonly string[],
  synonyms: Readonly<Record<string, readonly string[]>> = {},
): string | undefined {
  if (allowed.includes(value)) return value;
  const plain = simplified(value);
  return (
    allowed.find((name) => simplified(name) === plain) ??
    allowed.find((name) => synonyms[name]?.some((other) => simplified(other) === plain))
  );
}
