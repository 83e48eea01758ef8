/** The place "Assumptions": every number taken for granted, to be searched, changed and tried. */
import { useDeferredValue, useState } from 'react';
import type { Grade, ParameterSpec } from '../../sim/model/parameters.ts';
import { defaultsOf } from '../../sim/model/parameters.ts';
import { changed } from '../../sim/model/scenario-write.ts';
import { version } from '../build/facts.ts';
import { Empty } from '../parts/empty.tsx';
import { Lever } from '../parts/lever.tsx';
import { modelOf } from '../state/document.ts';
import { setParameters, setPopulation, setSeed } from '../state/edits.ts';
import { useStudio } from '../state/studio.ts';
import { text } from '../text/assumptions.ts';
import { AssumptionRow } from './assumption-row.tsx';
import './assumptions.css';

const grades: readonly Grade[] = ['A', 'B', 'C', 'D'];

/** The page. */
export function Page() {
  const doc = useStudio((studio) => studio.doc);
  const { change } = useStudio.getState();
  const model = modelOf(doc);
  const [words, setWords] = useState('');
  const [grade, setGrade] = useState('');
  const [onlyChanged, setOnlyChanged] = useState(false);
  const sought = useDeferredValue(words);
  const specs = model.shape.parameters;
  const different = changed(doc.base.parameters, specs);
  const all = Object.entries(specs);
  const found = all.filter(
    ([name, spec]) =>
      fits(name, spec, sought) &&
      (grade === '' || spec.grade === grade) &&
      (!onlyChanged || name in different),
  );
  return (
    <div className="stack assumptions">
      <div>
        <h1>{text.asks}</h1>
        <p className="quiet intro">{text.intro}</p>
      </div>
      <section className="panel stack" aria-label={text.population}>
        <div>
          <h2>{text.population}</h2>
          <p className="small quiet">{text.populationHint}</p>
        </div>
        <div className="population">
          {Object.entries(model.population).map(([name, spec]) => (
            <Lever
              key={name}
              spec={spec}
              value={doc.base.population[name]}
              change={(value) => change((now) => setPopulation(now, name, value), `people ${name}`)}
            />
          ))}
          <label className="lever">
            <span className="lever-title">{text.seed}</span>
            <input
              className="field"
              key={doc.base.seed}
              defaultValue={doc.base.seed}
              maxLength={100}
              onBlur={({ target }) => {
                const seed = target.value.trim();
                if (seed !== '' && seed !== doc.base.seed) change((now) => setSeed(now, seed));
              }}
            />
            <span className="small quiet">{text.seedHint}</span>
          </label>
        </div>
      </section>
      <section className="stack" aria-label={text.parameters}>
        <h2>{text.parameters}</h2>
        <div className="row filters">
          <input
            type="search"
            className="field grow"
            placeholder={text.search}
            aria-label={text.search}
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
          <select
            className="field"
            aria-label={text.grades}
            value={grade}
            onChange={({ target }) => setGrade(target.value)}
          >
            <option value="">{text.allGrades}</option>
            {grades.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
          <label className="row">
            <input
              type="checkbox"
              checked={onlyChanged}
              onChange={({ target }) => setOnlyChanged(target.checked)}
            />
            {text.onlyChanged}
          </label>
          <span className="small quiet" role="status">
            {text.count(found.length, all.length)}
          </span>
        </div>
        <div className="row">
          <p>{text.changed(Object.keys(different).length)}</p>
          {Object.keys(different).length > 0 && (
            <button
              type="button"
              className="button link"
              onClick={() => change((now) => setParameters(now, defaultsOf(specs)))}
            >
              {text.resetAll}
            </button>
          )}
        </div>
        {found.length === 0 ? (
          <Empty {...text.nothing} />
        ) : (
          <ul className="plain assumption-list">
            {found.map(([name, spec]) => (
              <AssumptionRow key={name} name={name} spec={spec} value={doc.base.parameters[name]} />
            ))}
          </ul>
        )}
      </section>
      <p className="small quiet">{text.version(model.title, model.version, version)}</p>
    </div>
  );
}

function fits(name: string, { title, doc, source }: ParameterSpec, words: string): boolean {
  const all = `${name} ${title} ${doc} ${source}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
