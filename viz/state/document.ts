/** The document behind all places: one base that is never changed by policies, and up to four plans. */
import { models } from '../../models/registry.ts';
import type { Scenario } from '../../sim/model/scenario.ts';
import type { Model, PolicyInForce } from '../../sim/model/simulation.ts';
import { text } from '../text/shell.ts';

/** What is done, and the question it answers. */
export interface Plan {
  readonly title: string;
  readonly question: string;
  readonly policies: readonly PolicyInForce[];
}

/**
 * Plain data that is replaced, never changed. `base` holds everything but policies, so that all
 * plans are compared with the same futures without them.
 */
export interface Doc {
  readonly base: Scenario;
  readonly plans: readonly Plan[];
  /** The plan that the levers belong to. */
  readonly active: number;
}

/** At most this many plans side by side. */
export const mostPlans = 4;

/** The model a document is about. @throws RangeError when there is none of its name. */
export function modelOf({ base }: Doc): Model {
  const model = models.find(({ name }) => name === base.model);
  if (!model) throw new RangeError(`no model is called ${base.model}`);
  return model;
}

/** A document of one scenario. */
export function documentOf(scenario: Scenario): Doc {
  const { title, question, policies } = scenario;
  const base = { ...scenario, name: 'today.yaml', title: text.today, question: '', policies: [] };
  return { base, plans: [{ title, question, policies }], active: 0 };
}

/** The plan in hand. */
export function activePlan({ plans, active }: Doc): Plan {
  return plans[active];
}

/** A plan as a scenario, under the name its file would have. */
export function scenarioOf({ base, plans }: Doc, k: number): Scenario {
  const { title, question, policies } = plans[k];
  return { ...base, name: fileNames(plans)[k], title, question, policies };
}

/** All plans as scenarios. */
export function scenariosOf(doc: Doc): Scenario[] {
  return doc.plans.map((_, k) => scenarioOf(doc, k));
}

/** A file name for each plan, no two the same. */
function fileNames(plans: readonly Plan[]): string[] {
  const taken = new Set(['today.yaml']);
  return plans.map(({ title }) => {
    const stem = slug(title) || 'scenario';
    let name = `${stem}.yaml`;
    for (let n = 2; taken.has(name); n++) name = `${stem}-${n}.yaml`;
    taken.add(name);
    return name;
  });
}

function slug(title: string): string {
  const plain = title.normalize('NFKD').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}
