/** About ten numbers that a chair knows; the baseline is fitted to them, and the fit is shown. */
import { useEffect, useRef, useState } from 'react';
import type { FitProgress } from '../../models/mentoring/interview/fit.ts';
import type { Answers, Question } from '../../models/mentoring/interview/questions.ts';
import { questions } from '../../models/mentoring/interview/questions.ts';
import type { ParameterSpec } from '../../sim/model/parameters.ts';
import { isChoice } from '../../sim/model/parameters.ts';
import { NumberTable } from '../parts/number-table.tsx';
import { quantityOf, quantityText, shownValue, storedValue } from '../parts/quantity.ts';
import { openScenario } from '../state/files.ts';
import { useStudio } from '../state/studio.ts';
import { text as all } from '../text/institution.ts';
import { type Fitted, fitDepartment } from './ask.ts';

const text = all.describe;
/** Questions shown at once; the rest is folded. */
const first = 11;

interface Progress {
  readonly fitting?: FitProgress;
  readonly fitted?: Fitted;
  readonly error?: string;
}

/** The form and what came of it. */
export function Describe() {
  const [answers, setAnswers] = useState<Answers>({});
  const [state, setState] = useState<Progress>({});
  const stopper = useRef<AbortController>(undefined);
  useEffect(() => () => stopper.current?.abort(), []);
  const { change } = useStudio.getState();
  const names = Object.keys(questions) as Question[];
  const field = (name: Question) => (
    <QuestionField
      key={name}
      spec={questions[name]}
      value={answers[name]}
      answer={(value) => setAnswers((before) => withAnswer(before, name, value))}
    />
  );
  const fit = async (): Promise<void> => {
    const controller = new AbortController();
    stopper.current = controller;
    setState({ fitting: { done: 0, total: 0 } });
    try {
      const show = (fitting: FitProgress): void => setState({ fitting });
      const fitted = await fitDepartment(answers, show, controller.signal);
      const opened = await openScenario('my-department.yaml', fitted.scenario);
      change((now) => ({
        ...now,
        base: { ...opened.base, horizon: now.base.horizon, record: now.base.record },
      }));
      setState({ fitted });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      setState(controller.signal.aborted ? {} : { error: text.failed(message) });
    }
  };
  const empty = Object.keys(answers).length === 0;
  return (
    <section className="panel stack" aria-label={text.title}>
      <div>
        <h2>{text.title}</h2>
        <p className="small quiet">{text.hint}</p>
      </div>
      <div className="questions">{names.slice(0, first).map(field)}</div>
      <details>
        <summary>{text.more}</summary>
        <div className="questions">{names.slice(first).map(field)}</div>
      </details>
      <div className="row">
        <button
          type="button"
          className="button main"
          disabled={empty || state.fitting !== undefined}
          onClick={() => void fit()}
        >
          {text.fit}
        </button>
        {empty && <span className="small quiet">{text.empty}</span>}
        {state.fitting && (
          <>
            <span role="status">{text.fitting(state.fitting.done, state.fitting.total)}</span>
            <button type="button" className="button link" onClick={() => stopper.current?.abort()}>
              {text.stop}
            </button>
          </>
        )}
      </div>
      {state.error !== undefined && <p role="alert">{state.error}</p>}
      {state.fitted && <FitTable fitted={state.fitted} />}
    </section>
  );
}

function withAnswer(before: Answers, name: Question, value: number | string | undefined): Answers {
  const { [name]: _, ...others } = before;
  return value === undefined ? others : { ...others, [name]: value };
}

interface FieldProps {
  readonly spec: ParameterSpec;
  readonly value: number | string | undefined;
  readonly answer: (value: number | string | undefined) => void;
}

function QuestionField({ spec, value, answer }: FieldProps) {
  if (isChoice(spec)) {
    return (
      <label className="question-field">
        <span>{spec.doc}</span>
        <select
          className="field"
          value={value ?? ''}
          onChange={({ target }) => answer(target.value === '' ? undefined : target.value)}
        >
          <option value="">{text.unknown}</option>
          {spec.options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      </label>
    );
  }
  const quantity = quantityOf(spec);
  const say = (stored: number): number => shownValue(stored, quantity);
  return (
    <label className="question-field">
      <span>{spec.doc}</span>
      <span className="row">
        <input
          className="field"
          type="number"
          step="any"
          min={say(spec.range[0])}
          max={say(spec.range[1])}
          placeholder={text.usual(quantityText(say(spec.default)))}
          onChange={({ target }) =>
            answer(
              target.value === '' ? undefined : storedValue(Number(target.value), quantity, spec),
            )
          }
        />
        <span className="small quiet">{quantity.unit}</span>
      </span>
    </label>
  );
}

function FitTable({ fitted }: { readonly fitted: Fitted }) {
  const { figures } = fitted.fit;
  const met = figures.filter((figure) => figure.met).length;
  const share = (value: number): string => (value * 100).toFixed(1);
  return (
    <div className="stack" role="status">
      <p>
        <strong>{text.fitted(met, figures.length)}</strong>
      </p>
      <NumberTable
        open
        summary={text.title2}
        caption={text.note}
        file="fit"
        columns={[text.figure, text.asked, text.reached, text.interval, text.verdict]}
        rows={figures.map((figure) => [
          figure.title,
          share(figure.asked),
          share(figure.reached),
          `${share(figure.meanLow)} to ${share(figure.meanHigh)}`,
          figure.met ? text.yes : `${text.no}${figure.note ? `: ${figure.note}` : ''}`,
        ])}
      />
      <a className="button" href="#/what-if">
        {text.go}
      </a>
    </div>
  );
}
