/** How far the answer moves when one assumption does: both plausible ends, simulated on request. */
import { useEffect, useRef, useState } from 'react';
import { differenceText } from '../../report/numbers.ts';
import { comparisonFormat } from '../../report/reading.ts';
import { inReadingOrder, outcomeTitle } from '../../report/vocabulary.ts';
import { everybody } from '../../sim/model/groups.ts';
import type { NumberSpec } from '../../sim/model/parameters.ts';
import type { Brief } from '../desk/protocol.ts';
import { NumberTable } from '../parts/number-table.tsx';
import { quantityOf, quantityText, shownValue } from '../parts/quantity.ts';
import { activePlan, type Doc, modelOf, scenarioOf } from '../state/document.ts';
import { setParameter } from '../state/edits.ts';
import { compareBeside } from '../state/extra-runs.ts';
import { useStudio } from '../state/studio.ts';
import { text } from '../text/assumptions.ts';

/** Pairs for each end: enough for an average of paired differences, few enough to wait for. */
const pairs = 8;

interface Props {
  readonly name: string;
  readonly spec: NumberSpec;
}

interface Ends {
  readonly doc: Doc;
  /** At the lower plausible end, as it is, and at the upper one. */
  readonly briefs: readonly [Brief, Brief, Brief];
}

/** The button and what came of it. */
export function Effect({ name, spec }: Props) {
  const doc = useStudio((studio) => studio.doc);
  const [state, setState] = useState<{ done?: number; ends?: Ends; error?: string }>({});
  const stopper = useRef<AbortController>(undefined);
  useEffect(() => () => stopper.current?.abort(), []);
  const run = async (): Promise<void> => {
    const controller = new AbortController();
    stopper.current = controller;
    setState({ done: 0 });
    try {
      let before = 0;
      const at = async (value: number): Promise<Brief> => {
        const moved = setParameter(doc, name, value);
        const extra = {
          baseline: moved.base,
          arms: [scenarioOf(moved, moved.active)],
          replicates: pairs,
        };
        const show = (done: number): void => setState({ done: before + done });
        const brief = await compareBeside(extra, show, controller.signal);
        before += 2 * pairs;
        return brief;
      };
      const low = await at(spec.plausible[0]);
      const middle = await at(Number(doc.base.parameters[name]));
      const high = await at(spec.plausible[1]);
      setState({ ends: { doc, briefs: [low, middle, high] } });
    } catch (error) {
      if (controller.signal.aborted) setState({});
      else setState({ error: error instanceof Error ? error.message : String(error) });
    }
  };
  if (activePlan(doc).policies.length === 0) return <p className="quiet">{text.effectNone}</p>;
  return (
    <div className="stack effect">
      <h3>{text.effect}</h3>
      <p className="small quiet">{text.effectHint(pairs)}</p>
      {state.error !== undefined && <p role="alert">{text.failed(state.error)}</p>}
      {state.done === undefined ? (
        <div>
          <button type="button" className="button" onClick={() => void run()}>
            {text.run}
          </button>
        </div>
      ) : (
        <div className="row">
          <span role="status">{text.running(state.done, 6 * pairs)}</span>
          <button type="button" className="button link" onClick={() => stopper.current?.abort()}>
            {text.stop}
          </button>
        </div>
      )}
      {state.ends && state.ends.doc === doc && (
        <EffectTable name={name} spec={spec} ends={state.ends} />
      )}
    </div>
  );
}

function EffectTable({ name, spec, ends }: Props & { readonly ends: Ends }) {
  const { doc, briefs } = ends;
  const model = modelOf(doc);
  const quantity = quantityOf(spec);
  const say = (value: number): string =>
    text.atLow(`${quantityText(shownValue(value, quantity))} ${quantity.unit}`);
  const comparisons = briefs.flatMap((brief) => brief.comparisons);
  const rows = inReadingOrder(doc.base.record.outcomes).map((outcome) => {
    const format = comparisonFormat(model, comparisons, outcome);
    const cells = briefs.map((brief) => {
      const own = brief.comparisons.find((c) => c.outcome === outcome && c.group === everybody);
      return differenceText(own?.difference ?? null, format);
    });
    return [`${outcomeTitle(model, outcome)}, ${format.unit}`, ...cells];
  });
  return (
    <NumberTable
      open
      summary={text.effect}
      caption={text.effectCaption}
      file={`effect-${name}`}
      columns={[
        text.outcome,
        say(spec.plausible[0]),
        say(Number(doc.base.parameters[name])),
        say(spec.plausible[1]),
      ]}
      rows={rows}
    />
  );
}
