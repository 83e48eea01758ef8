/** Reads a part of a mapping from one option of the form `key=expression`. */
import { parseDocument } from 'yaml';
import type { IssueList } from '../data/issue-list.ts';
import type { Mapping } from './mapping.ts';
import { emptyMapping, peopleFields, tieFields } from './mapping.ts';
import { MappingReader, yamlProblem } from './mapping-file.ts';
import type { RosterVocabulary } from './vocabulary.ts';

/** How such options are called in messages. */
const file = '--map';

/** Whether the text of a `--map` option is `key=expression` rather than a file's name. */
export function isMappingOption(text: string): boolean {
  return /^(?:ties\.)?relations\.[^=]+=|^[A-Za-z][\w.-]*=/.test(text);
}

/**
 * The mapping said by one option `key=expression`. The key may name its table, as in `people.role`;
 * a value in braces is read as in a file: `gender={column: sex, recode: {1: man, 2: woman}}`.
 */
export function parseMappingOption(
  option: string,
  vocabulary: RosterVocabulary,
  issues: IssueList,
): Mapping {
  const cut = option.indexOf('=');
  const key = option.slice(0, cut).trim();
  const value = option.slice(cut + 1).trim();
  // anything but braces is taken as it is, not as YAML
  const document = parseDocument(value.startsWith('{') ? value : JSON.stringify(value));
  for (const error of document.errors) {
    const expected = 'YAML or JSON after the equal sign';
    issues.add({ file, key, expected, found: yamlProblem(error) });
  }
  if (document.errors.length > 0) return emptyMapping;
  const reader = new MappingReader(vocabulary, { file }, issues);
  const node = document.contents;
  const relation = /^(?:ties\.)?relations\.(.+)$/.exec(key)?.[1];
  const [table, name] = splitKey(key);
  const people = peopleFields(vocabulary);
  const ties: readonly string[] = tieFields;
  if (relation !== undefined) {
    reader.relation(relation, node);
  } else if (key === 'missing') {
    reader.missing = value.split(',').map((code) => code.trim());
  } else if (table !== 'ties' && people.includes(name)) {
    reader.field('people', name, node);
  } else if (table !== 'people' && ties.includes(name)) {
    reader.field('ties', name, node);
  } else {
    const allowed = [...new Set([...people, ...ties, 'relations.NAME', 'missing'])];
    reader.unknownKey(key, null, allowed, name);
  }
  return reader.mapping();
}

function splitKey(key: string): [table: string | undefined, name: string] {
  const match = /^(people|ties)\.(.+)$/.exec(key);
  return match ? [match[1], match[2]!] : [undefined, key];
}
