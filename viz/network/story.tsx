/** The story of a person: who it is, how things stand, with whom, and what was decided and why. */
import { type ReactNode, useState } from 'react';
import { Icon } from '../parts/icon.tsx';
import { text } from '../text/network.ts';
import type { Frame } from './frame.ts';
import { rowOfPerson } from './frame.ts';
import { factsOf, groupsText, tiesOf } from './person.ts';
import type { Future, StoryLine } from './protocol.ts';
import { useStory } from './reel.ts';
import { whenText } from './when.ts';

/** Lines shown at first, and more at each asking. */
const page = 40;

interface Props {
  readonly future: Future;
  readonly frame: Frame;
  readonly person: number;
  choose(person: number | undefined): void;
  goTo(week: number): void;
  /** Title of the future, where two stand side by side. */
  readonly title?: string | undefined;
  readonly children?: ReactNode;
}

/** The panel. */
export function StoryPanel(props: Props) {
  const { future, frame, person, choose, goTo, title, children } = props;
  const row = rowOfPerson(frame, person);
  const ties = row < 0 ? [] : tiesOf(frame, row);
  return (
    <section className="panel stack net-story" aria-label={text.person(person)}>
      <div className="row spread">
        <h2>{text.person(person)}</h2>
        <button
          type="button"
          className="button bare icon"
          aria-label={text.close}
          onClick={() => choose(undefined)}
        >
          <Icon name="close" />
        </button>
      </div>
      {title !== undefined && <p className="quiet">{text.storyIn(title)}</p>}
      {children}
      {row < 0 ? (
        <p>{text.notHere}</p>
      ) : (
        <>
          <p>{groupsText(frame, row)}</p>
          <ul className="small">
            {factsOf(frame, row).map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
          <h3>{text.ties}</h3>
          {ties.length === 0 && <p className="quiet">{text.noTiesNow}</p>}
          <ul className="plain small net-ties">
            {ties.map(({ other, kind, words }) => (
              <li key={`${kind}${other}`}>
                <button type="button" className="button link" onClick={() => choose(other)}>
                  {text.person(other)}
                </button>{' '}
                <strong>{text.kinds[kind]}</strong> · {words}
              </li>
            ))}
          </ul>
        </>
      )}
      <Decisions key={person} future={future} person={person} goTo={goTo} />
    </section>
  );
}

type DecisionsProps = Pick<Props, 'future' | 'person' | 'goTo'>;

function Decisions({ future, person, goTo }: DecisionsProps) {
  const { lines, error } = useStory(future, person);
  const [shown, setShown] = useState(page);
  return (
    <>
      <h3>{text.story}</h3>
      <p className="small quiet">{text.storyHint}</p>
      {error !== undefined && <p role="alert">{text.storyFailed(error)}</p>}
      {error === undefined && lines === undefined && <p role="status">{text.reading}</p>}
      {lines?.length === 0 && <p className="quiet">{text.noStory}</p>}
      <ol className="plain small stack net-lines">
        {lines?.slice(0, shown).map((line, k) => (
          // a replay tells the same lines in the same order
          <Line key={k} line={line} goTo={goTo} />
        ))}
      </ol>
      {lines !== undefined && lines.length > shown && (
        <button type="button" className="button link" onClick={() => setShown(shown + page)}>
          {text.more(lines.length - shown)}
        </button>
      )}
    </>
  );
}

function Line({ line, goTo }: { readonly line: StoryLine; goTo(week: number): void }) {
  const { week, full } = line;
  const when = whenText(week);
  return (
    <li>
      <button
        type="button"
        className="button link"
        aria-label={text.goTo(when)}
        onClick={() => goTo(week)}
      >
        {when}
      </button>
      {full.length === 0 ? (
        <p>{line.text}</p>
      ) : (
        <details>
          <summary>{line.text}</summary>
          <pre className="net-terms">{full.join('\n')}</pre>
        </details>
      )}
    </li>
  );
}
