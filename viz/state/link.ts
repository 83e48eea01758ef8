/** Documents as text for a web address: compressed, versioned, and never trusted when they come back. */
import { comparable } from '../../sim/experiment/replicate.ts';
import type { Scenario } from '../../sim/model/scenario.ts';
import { linkText, linkVersion } from '../../sim/model/scenario-link.ts';
import { text } from '../text/shell.ts';
import { expand, pack } from './compression.ts';
import type { Doc } from './document.ts';
import { documentOf, modelOf, mostPlans, scenariosOf } from './document.ts';
import { tooLarge } from './limits.ts';

/** Longest packed text accepted, and the most characters it may unpack to. */
const longestPacked = 24_000;
const longestText = 200_000;

/** A link that cannot be opened, with a sentence for the reader. */
export class LinkError extends Error {}

/** A document as text that may stand in an address. People and ties never do. */
export async function encodeDocument(doc: Doc): Promise<string> {
  const packed = await pack(linkText(scenariosOf(doc), doc.active, modelOf(doc)));
  return `${linkVersion}.${packed}`;
}

/** Reads such text. @throws LinkError for anything that is not a sound document. */
export async function decodeDocument(packed: string): Promise<Doc> {
  const [, version, body] = /^(\d{1,4})\.([A-Za-z0-9_-]+)$/.exec(packed) ?? [];
  if (version === undefined || packed.length > longestPacked) throw new LinkError(text.link.broken);
  if (Number(version) > linkVersion) throw new LinkError(text.link.newer);
  if (Number(version) < 1) throw new LinkError(text.link.broken);
  let content: unknown;
  try {
    content = JSON.parse(await expand(body, longestText));
  } catch {
    throw new LinkError(text.link.broken);
  }
  const { readScenarioText } = await import('./parse.ts');
  return checked(content, readScenarioText);
}

type Read = (name: string, text: string) => Scenario;

function checked(content: unknown, read: Read): Doc {
  if (!isRecord(content)) throw new LinkError(text.link.broken);
  const scenarios = own(content, 'scenarios');
  const active = own(content, 'active');
  if (!Array.isArray(scenarios) || scenarios.length < 1 || scenarios.length > mostPlans) {
    throw new LinkError(text.link.broken);
  }
  const all = scenarios.map((source) => readScenario(source, read));
  const [first, ...others] = all;
  for (const other of others) {
    const same = comparable(first, other) && sameBase(first, other);
    if (!same) throw new LinkError(text.link.mixed);
  }
  const doc = documentOf(first);
  const plans = all.map(({ title, question, policies }) => ({ title, question, policies }));
  const inRange = Number.isInteger(active) && Number(active) >= 0 && Number(active) < plans.length;
  return { ...doc, plans, active: inRange ? Number(active) : 0 };
}

function readScenario(source: unknown, read: Read): Scenario {
  if (typeof source !== 'string') throw new LinkError(text.link.broken);
  let scenario: Scenario;
  try {
    scenario = read(text.link.file, source);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : '';
    throw new LinkError(`${text.link.refused} ${reason.slice(0, 300)}`);
  }
  const size = tooLarge(scenario);
  if (size !== undefined) throw new LinkError(size);
  return scenario;
}

function sameBase(a: Scenario, b: Scenario): boolean {
  const base = (s: Scenario): string =>
    JSON.stringify([s.parameters, s.population, s.populationSeed, s.roster, s.warmUp, s.seed]);
  return base(a) === base(b);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(record: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
