/** The rows of a run in `members` and `runs`. */
import type { DuckDBValue } from '@duckdb/node-api';
import { DuckDBTimestampValue } from '@duckdb/node-api';
import type { Plan, PlannedRun } from '../../sim/experiment/plan.ts';
import { canonical, engineVersion } from '../../sim/experiment/run-id.ts';
import type { SweepResult } from '../../sim/experiment/sweep.ts';
import type { Scenario } from '../../sim/model/scenario.ts';

/** A run's place in a plan, with its settings by path. */
export function placeOf({ planId, design }: Plan, run: PlannedRun): DuckDBValue[] {
  const { values } = run;
  const settings = Object.fromEntries(
    design.factors.flatMap(({ path }, f) => (values[f] === null ? [] : [[path, values[f]]])),
  );
  return [
    ...[planId, BigInt(run.index), run.runId, run.part, run.world, run.arm, run.replicate],
    ...[run.outer.sample, run.outer.role, run.inner.sample, run.inner.role],
    JSON.stringify(settings),
  ];
}

/** A run with its result, or without one when it failed. `ended` is in microseconds since 1970. */
export function runRow(
  { plan, scenarioId }: { readonly plan: Plan; readonly scenarioId: string },
  run: PlannedRun,
  ended: bigint,
  result: Pick<SweepResult, 'digest' | 'milliseconds'> | undefined,
): DuckDBValue[] {
  const { model, base, design } = plan;
  const milliseconds = result?.milliseconds ?? 0;
  const started = ended - BigInt(Math.round(milliseconds * 1000));
  return [
    ...[run.runId, scenarioId, changesOf(base.scenario, run.scenario), run.seed],
    canonical([engineVersion, model.name, model.version, model.hash]),
    ...[result ? 'done' : 'failed', result?.digest ?? null, canonical(design.record)],
    ...[new DuckDBTimestampValue(started), milliseconds],
  ];
}

/** What a run's scenario has other than the base, as a JSON merge patch. */
function changesOf(base: Scenario, scenario: Scenario): string {
  const differing = (of: 'parameters' | 'population'): object => {
    if (scenario[of] === base[of]) return {};
    const entries = Object.entries(scenario[of]).filter(([key, value]) => base[of][key] !== value);
    return entries.length === 0 ? {} : { [of]: Object.fromEntries(entries) };
  };
  const { populationSeed, policies } = scenario;
  return canonical({
    ...differing('parameters'),
    ...differing('population'),
    ...(populationSeed === base.populationSeed ? {} : { populationSeed }),
    ...(canonical(policies) === canonical(base.policies) ? {} : { policies }),
  });
}
