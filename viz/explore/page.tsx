/** The place "Explore": a map of an outcome over two levers, simulated here. */
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { pageInk } from '../../report/chart-theme.ts';
import { levelText } from '../../report/numbers.ts';
import { comparisonFormat } from '../../report/reading.ts';
import { mapSpec } from '../../report/study-charts.ts';
import { outcomeTitle } from '../../report/vocabulary.ts';
import type { PhaseMap } from '../../sim/analysis/phase-map.ts';
import { phaseMap } from '../../sim/analysis/phase-map.ts';
import { cellOf, readValue } from '../../sim/analysis/summary.ts';
import { everybody } from '../../sim/model/groups.ts';
import { Chart } from '../parts/chart.tsx';
import { Choice } from '../parts/choice.tsx';
import { Empty } from '../parts/empty.tsx';
import { NumberTable } from '../parts/number-table.tsx';
import { quantityOf, quantityText, shownValue } from '../parts/quantity.ts';
import { modelOf, scenarioOf } from '../state/document.ts';
import { rosterOf } from '../state/roster.ts';
import { useStudio } from '../state/studio.ts';
import { text } from '../text/explore.ts';
import { text as networkText } from '../text/network.ts';
import { gridOf, gridValues, type NumberLever, numberLevers } from './grid.ts';
import { sweep } from './sweep.ts';
import './explore.css';

/** The reader of sweeps comes when it is needed. */
const SweepPanel = lazy(async () => ({ default: (await import('./sweep-panel.tsx')).SweepPanel }));
const futureChoices = ['2', '4', '8', '16'];

type State =
  | { readonly kind: 'none' | 'stopped' }
  | { readonly kind: 'running'; readonly done: number; readonly all: number }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'done'; readonly map: PhaseMap };

/** The page. */
export function Page() {
  const doc = useStudio((studio) => studio.doc);
  const view = useStudio((studio) => studio.view);
  const { look } = useStudio.getState();
  const model = modelOf(doc);
  const levers = useMemo(() => numberLevers(model), [model]);
  const find = (key: string | undefined, usual: number): NumberLever | undefined =>
    levers.find((lever) => lever.key === key) ?? levers[usual] ?? levers[0];
  const [across, up] = [find(view['across'], 0), find(view['up'], 1)];
  const outcomes = doc.base.record.outcomes;
  const outcome = outcomes.find((name) => name === view['outcome']) ?? outcomes[0];
  const futures = Number(futureChoices.find((each) => each === view['futures']) ?? '4');
  const scenario = scenarioOf(doc, doc.active);
  const [state, setState] = useState<State>({ kind: 'none' });
  const stop = useRef<AbortController>(undefined);
  const key = JSON.stringify([scenario, across?.key, up?.key, outcome, futures]);
  useEffect(() => {
    // another question: what was simulated answers it no more
    setState({ kind: 'none' });
    return () => stop.current?.abort();
  }, [key]);
  if (!across || !up) return <Empty {...text.none} />;
  const same = across.key === up.key;
  const missing = rosterOf(doc) === 'missing';
  const all = gridValues(across.spec).length * gridValues(up.spec).length * futures;

  const run = async (): Promise<void> => {
    const own = new AbortController();
    stop.current = own;
    setState({ kind: 'running', done: 0, all });
    const cells = gridOf(model, scenario, across, up);
    const loaded = rosterOf(doc);
    const roster = loaded === 'missing' ? undefined : loaded?.digest;
    const { over } = model.outcomes[outcome];
    try {
      const values = await sweep(
        cells,
        futures,
        roster,
        (result) => {
          const cell = cellOf(result.cells, outcome, everybody);
          return readValue(result, cell, over, scenario.record.every);
        },
        (done) => !own.signal.aborted && setState({ kind: 'running', done, all }),
        own.signal,
      );
      const points = cells.flatMap(({ x, y }, k) => values[k].map((value) => ({ x, y, value })));
      const map = phaseMap(
        [across.key, up.key],
        points.map(({ x }) => x),
        points.map(({ y }) => y),
        points.map(({ value }) => value),
      );
      setState({ kind: 'done', map });
    } catch (error) {
      if (own.signal.aborted) setState({ kind: 'stopped' });
      else
        setState({ kind: 'failed', reason: error instanceof Error ? error.message : `${error}` });
    }
  };

  return (
    <div className="stack explore">
      <div>
        <h1>{text.asks}</h1>
        <p className="quiet intro">{text.intro}</p>
      </div>
      <div className="explore-choices">
        <Choice
          className="explore-pick"
          label={text.across}
          value={across.key}
          options={levers.map(({ key: name, title }) => [name, title])}
          set={(value) => look({ across: value })}
        />
        <Choice
          className="explore-pick"
          label={text.up}
          value={up.key}
          options={levers.map(({ key: name, title }) => [name, title])}
          set={(value) => look({ up: value })}
        />
        <Choice
          className="explore-pick"
          label={text.outcome}
          value={outcome}
          options={outcomes.map((name) => [name, outcomeTitle(model, name)])}
          set={(value) => look({ outcome: value })}
        />
        <Choice
          className="explore-pick"
          label={text.futures}
          value={`${futures}`}
          options={futureChoices.map((each) => [each, each])}
          set={(value) => look({ futures: value })}
        />
      </div>
      {same && <p role="alert">{text.same}</p>}
      {missing && <Empty {...networkText.missing} />}
      <div className="row">
        {state.kind === 'running' ? (
          <>
            <button type="button" className="button" onClick={() => stop.current?.abort()}>
              {text.stop}
            </button>
            <progress value={state.done} max={state.all} aria-label={text.title} />
            <span>{text.running(state.done, state.all)}</span>
          </>
        ) : (
          <button
            type="button"
            className="button main"
            disabled={same || missing}
            onClick={() => void run()}
          >
            {text.run(all)}
          </button>
        )}
        <span role="status">{state.kind === 'stopped' && text.stopped}</span>
      </div>
      {state.kind === 'failed' && <p role="alert">{text.failed(state.reason)}</p>}
      {state.kind === 'none' && <Empty {...text.none} />}
      {state.kind === 'done' && (
        <MapPanel map={state.map} across={across} up={up} outcome={outcome} futures={futures} />
      )}
      <Suspense fallback={null}>
        <SweepPanel />
      </Suspense>
    </div>
  );
}

interface MapProps {
  readonly map: PhaseMap;
  readonly across: NumberLever;
  readonly up: NumberLever;
  readonly outcome: string;
  readonly futures: number;
}

function MapPanel({ map, across, up, outcome, futures }: MapProps) {
  const model = modelOf(useStudio((studio) => studio.doc));
  const format = comparisonFormat(model, [], outcome);
  const title = text.map(outcomeTitle(model, outcome));
  const shown = ({ spec }: NumberLever, value: number): number =>
    shownValue(value, quantityOf(spec));
  const axis = ({ title: name, spec }: NumberLever): string => `${name} (${quantityOf(spec).unit})`;
  const spec = useMemo(() => {
    const at = (x: number, y: number) => ({
      x: shown(across, map.x.places[x]),
      y: shown(up, map.y.places[y]),
    });
    const chart = {
      cells: map.cells.flatMap((row, y) => row.map((value, x) => ({ ...at(x, y), value }))),
      path: map.ridge.map(([x, y]) => at(x, y)),
      x: axis(across),
      y: axis(up),
      value: outcomeTitle(model, outcome),
      ink: pageInk,
    };
    return () => mapSpec(chart);
  }, [map]);
  const says = text.description(axis(across), axis(up), futures);
  const label = (lever: NumberLever, value: number): string => quantityText(shown(lever, value));
  return (
    <section className="panel stack" aria-label={title}>
      <div>
        <h2>{title}</h2>
        <p className="small quiet">{says}</p>
        {map.ridge.length > 0 && <p>{text.sharp(map.sharpness.toFixed(1))}</p>}
      </div>
      <Chart title={title} description={says} height={480} spec={spec} file="phase-map" />
      <NumberTable
        summary={text.table}
        caption={`${title}, ${format.unit}`}
        columns={[axis(up), ...map.x.places.map((x) => text.cell(label(across, x)))]}
        rows={map.y.places.map((y, k) => [
          label(up, y),
          ...map.cells[k].map((value) => levelText(value, format)),
        ])}
        file="phase-map"
      />
    </section>
  );
}
