/** A sweep that is open, sliced: outcome, group, factors and filters; the chart, and its table. */
import { useEffect, useMemo, useState } from 'react';
import { pageInk } from '../../report/chart-theme.ts';
import { levelText } from '../../report/numbers.ts';
import { comparisonFormat } from '../../report/reading.ts';
import { rangeSpec } from '../../report/study-charts.ts';
import { outcomeTitle } from '../../report/vocabulary.ts';
import { everybody } from '../../sim/model/groups.ts';
import { Chart } from '../parts/chart.tsx';
import { Choice } from '../parts/choice.tsx';
import { NumberTable } from '../parts/number-table.tsx';
import { modelOf } from '../state/document.ts';
import { useStudio } from '../state/studio.ts';
import { text as all } from '../text/explore.ts';
import { levelsOf, type SliceCell, type SliceQuery } from './slice.ts';
import type { SweepFacts } from './sweep-worker.ts';

const text = all.open;
/** Filters offered: more would bury the page. */
const mostFilters = 12;

interface Props {
  readonly facts: SweepFacts;
  ask(query: SliceQuery): Promise<readonly SliceCell[]>;
}

/** The view. */
export function SliceView({ facts, ask }: Props) {
  const { outcomes, groups, factors } = facts;
  const model = modelOf(useStudio((studio) => studio.doc));
  const [chosen, setChosen] = useState<SliceQuery>({
    // the number of people is recorded too, and hardly anybody's question
    outcome: outcomes.find((name) => Object.hasOwn(model.outcomes, name)) ?? outcomes[0],
    group: groups.includes(everybody) ? everybody : groups[0],
    across: factors[0]?.path ?? '',
    series: undefined,
    filters: {},
  });
  const [cells, setCells] = useState<readonly SliceCell[]>();
  const [error, setError] = useState<string>();
  useEffect(() => {
    let wanted = true;
    setError(undefined);
    ask(chosen).then(
      (found) => wanted && setCells(found),
      (reason: Error) => wanted && setError(reason.message),
    );
    return () => {
      wanted = false;
    };
    // `ask` asks the same worker for as long as these facts stand
  }, [chosen, facts]);
  const set = (change: Partial<SliceQuery>): void => setChosen({ ...chosen, ...change });
  const titled = factors.map(({ path, title }) => [path, title] as const);
  const known = (name: string): string =>
    Object.hasOwn(model.outcomes, name) ? outcomeTitle(model, name) : name;
  return (
    <>
      <p>
        {text.facts(facts.runs, facts.values)} {facts.missing > 0 && text.missing(facts.missing)}{' '}
        {facts.unused.length > 0 && text.unused(facts.unused.join(', '))}
      </p>
      <div className="explore-choices">
        <Choice
          className="explore-pick"
          label={text.outcome}
          value={chosen.outcome}
          options={outcomes.map((name) => [name, known(name)])}
          set={(outcome) => set({ outcome })}
        />
        <Choice
          className="explore-pick"
          label={text.group}
          value={chosen.group}
          options={groups.map((name) => [name, name])}
          set={(group) => set({ group })}
        />
        <Choice
          className="explore-pick"
          label={text.across}
          value={chosen.across}
          options={titled}
          set={(across) => set({ across })}
        />
        <Choice
          className="explore-pick"
          label={text.series}
          value={chosen.series ?? ''}
          options={[['', text.none], ...titled.filter(([path]) => path !== chosen.across)]}
          set={(series) => set({ series: series === '' ? undefined : series })}
        />
      </div>
      {factors.length === 0 && <p className="quiet">{text.noFactors}</p>}
      {factors.length > 0 && (
        <details>
          <summary>{text.filters}</summary>
          <div className="explore-choices">
            {factors.slice(0, mostFilters).map((factor) => (
              <Choice
                className="explore-pick"
                key={factor.path}
                label={factor.title}
                value={`${chosen.filters[factor.path] ?? ''}`}
                options={[
                  ['', text.any],
                  ...levelsOf(factor).map(({ label }, k) => [`${k}`, label] as const),
                ]}
                set={(place) => {
                  const { [factor.path]: _, ...others } = chosen.filters;
                  const own = place === '' ? {} : { [factor.path]: Number(place) };
                  set({ filters: { ...others, ...own } });
                }}
              />
            ))}
          </div>
        </details>
      )}
      {error !== undefined && <p role="alert">{text.failed(error)}</p>}
      {cells && cells.length === 0 && <p>{text.empty}</p>}
      {cells && cells.length > 0 && (
        <SliceChart
          cells={cells}
          outcome={chosen.outcome}
          axis={known(chosen.outcome)}
          title={text.chart(
            known(chosen.outcome),
            titled.find(([path]) => path === chosen.across)?.[1] ?? '',
          )}
        />
      )}
    </>
  );
}

interface ChartProps {
  readonly cells: readonly SliceCell[];
  readonly outcome: string;
  readonly title: string;
  readonly axis: string;
}

function SliceChart({ cells, outcome, title, axis }: ChartProps) {
  const model = modelOf(useStudio((studio) => studio.doc));
  const format = Object.hasOwn(model.outcomes, outcome)
    ? comparisonFormat(model, [], outcome)
    : undefined;
  const say = (value: number): string =>
    format ? levelText(value, format) : Number.isFinite(value) ? value.toPrecision(4) : '–';
  const spec = useMemo(() => {
    const marks = cells.map(({ mean, ...cell }) => ({ ...cell, value: mean }));
    return () => rangeSpec({ marks, axis, ink: pageInk });
  }, [cells, axis]);
  return (
    <>
      <h3>{title}</h3>
      <p className="small quiet">{text.how}</p>
      <Chart
        title={title}
        description={text.how}
        height={80 + 30 * cells.length}
        spec={spec}
        file="slice"
      />
      <NumberTable
        summary={text.table}
        caption={format ? `${title}, ${format.unit}` : title}
        columns={text.columns}
        rows={cells.map(({ label, series, runs, mean, low, high, from, to }) => [
          label,
          series,
          `${runs}`,
          ...[mean, low, high, from, to].map(say),
        ])}
        file="slice"
      />
    </>
  );
}
