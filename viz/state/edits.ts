/** Changes of a document, each a function from one document to the next. */
import { type AnyValues, defaultsOf } from '../../sim/model/parameters.ts';
import type { PolicyInForce } from '../../sim/model/simulation.ts';
import type { Doc, Plan } from './document.ts';
import { activePlan, modelOf, mostPlans } from './document.ts';

function withPlan(doc: Doc, change: Partial<Plan>): Doc {
  const plans = doc.plans.map((plan, k) => (k === doc.active ? { ...plan, ...change } : plan));
  return { ...doc, plans };
}

/** Switches a policy on with its defaults, or off with all its stages. */
export function switchPolicy(doc: Doc, policy: string, on: boolean): Doc {
  const { policies } = activePlan(doc);
  if (!on) return withPlan(doc, { policies: policies.filter((set) => set.policy !== policy) });
  const { levers } = modelOf(doc).policies[policy];
  const set = { policy, levers: defaultsOf(levers), start: 0, end: Number.POSITIVE_INFINITY };
  return withPlan(doc, { policies: [...policies, { ...set, ramp: 0 }] });
}

/** Changes one stage of a policy, found by its place in the plan. */
export function changeStage(doc: Doc, place: number, change: Partial<PolicyInForce>): Doc {
  const policies = activePlan(doc).policies.map((set, k) =>
    k === place ? { ...set, ...change } : set,
  );
  return withPlan(doc, { policies });
}

/** Moves a lever; a policy that is off is switched on. */
export function moveLever(
  doc: Doc,
  policy: string,
  place: number | undefined,
  lever: string,
  value: number | string,
): Doc {
  const on = place === undefined ? switchPolicy(doc, policy, true) : doc;
  const { policies } = activePlan(on);
  const at = place ?? policies.length - 1;
  return changeStage(on, at, { levers: { ...policies[at].levers, [lever]: value } });
}

/** Adds a later stage of a policy, with the levers of its last one. */
export function addStage(doc: Doc, place: number): Doc {
  const { policies } = activePlan(doc);
  const last = policies[place];
  const start = Math.min(last.start + 52, doc.base.horizon - 1);
  const stages = [
    ...policies.slice(0, place),
    { ...last, end: Math.max(last.start + 1, start) },
    { ...last, start, end: Number.POSITIVE_INFINITY },
    ...policies.slice(place + 1),
  ];
  return withPlan(doc, { policies: stages });
}

/** Takes one stage out. */
export function removeStage(doc: Doc, place: number): Doc {
  const { policies } = activePlan(doc);
  return withPlan(doc, { policies: policies.filter((_, k) => k !== place) });
}

/** Names the plan in hand. */
export function rename(doc: Doc, title: string, question: string): Doc {
  return withPlan(doc, { title, question });
}

/** Removes all policies of the plan in hand. */
export function clearPlan(doc: Doc): Doc {
  return withPlan(doc, { policies: [] });
}

/** Adds a plan beside the others and takes it in hand; nothing where there are four. */
export function addPlan(doc: Doc, plan: Plan): Doc {
  if (doc.plans.length >= mostPlans) return doc;
  return { ...doc, plans: [...doc.plans, plan], active: doc.plans.length };
}

/** Removes a plan; the last one stays. */
export function removePlan(doc: Doc, k: number): Doc {
  if (doc.plans.length === 1) return doc;
  const plans = doc.plans.filter((_, at) => at !== k);
  return { ...doc, plans, active: Math.min(doc.active, plans.length - 1) };
}

/** Takes a plan in hand. */
export function choosePlan(doc: Doc, k: number): Doc {
  return { ...doc, active: k };
}

/** Changes an assumption for all plans and the baseline. */
export function setParameter(doc: Doc, name: string, value: number | string): Doc {
  const parameters = { ...doc.base.parameters, [name]: value };
  return { ...doc, base: { ...doc.base, parameters } };
}

/** Changes how far the futures go; policies that would start later start at its end's last week. */
export function setHorizon(doc: Doc, horizon: number): Doc {
  const plans = doc.plans.map((plan) => ({
    ...plan,
    policies: plan.policies.map((set) => ({ ...set, start: Math.min(set.start, horizon - 1) })),
  }));
  return { ...doc, plans, base: { ...doc.base, horizon } };
}

/** How many futures are simulated for an exact answer. */
export function setReplicates(doc: Doc, replicates: number): Doc {
  return { ...doc, base: { ...doc.base, replicates } };
}

/** The seed of all futures. */
export function setSeed(doc: Doc, seed: string): Doc {
  return { ...doc, base: { ...doc.base, seed } };
}

/** Which outcomes are recorded. */
export function setOutcomes(doc: Doc, outcomes: readonly string[]): Doc {
  return { ...doc, base: { ...doc.base, record: { ...doc.base.record, outcomes } } };
}

/** Sets all assumptions at once. */
export function setParameters(doc: Doc, parameters: AnyValues): Doc {
  return { ...doc, base: { ...doc.base, parameters } };
}

/** Changes a setting of the made-up department. */
export function setPopulation(doc: Doc, name: string, value: number | string): Doc {
  const population = { ...doc.base.population, [name]: value };
  return { ...doc, base: { ...doc.base, population } };
}
