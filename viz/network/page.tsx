/** The place "Network": one future week by week, and the story of anybody in it. */
import { useDeferredValue, useMemo } from 'react';
import { Empty } from '../parts/empty.tsx';
import { NumberTable } from '../parts/number-table.tsx';
import { modelOf, scenariosOf } from '../state/document.ts';
import { rosterOf } from '../state/roster.ts';
import { useStudio } from '../state/studio.ts';
import { text } from '../text/network.ts';
import { Choices } from './choices.tsx';
import { countsOf } from './counts.ts';
import { personValue } from './frame.ts';
import { KeyList } from './key.tsx';
import { lookOf } from './look.ts';
import { tableRow } from './person.ts';
import { PersonField } from './person-field.tsx';
import { frameAt, placesIn, useReel } from './reel.ts';
import { Stage } from './stage.tsx';
import { StoryPanel } from './story.tsx';
import { Transport, usePlayer } from './transport.tsx';
import { futureOf, settingsOf } from './view.ts';
import { whenText } from './when.ts';
import './network.css';

/** The page. */
export function Page() {
  const doc = useStudio((studio) => studio.doc);
  const view = useStudio((studio) => studio.view);
  const { look } = useStudio.getState();
  const { plan, replicate, colour, size, person } = settingsOf(view, doc);
  const scenario = plan === undefined ? doc.base : scenariosOf(doc)[plan];
  const future = futureOf(doc, scenario, replicate);
  const last = scenario.horizon;
  const missing = rosterOf(doc) === 'missing';
  const reel = useReel('scenario', missing ? undefined : future);
  const player = usePlayer(last);
  const frame = frameAt(reel, player.week);
  const choose = (id: number | undefined): void =>
    look({ person: id === undefined ? undefined : `${id}` });
  const arrived = reel.frames.at(-1)?.week ?? 0;
  const week = Math.min(player.week, arrived);
  const styled = useMemo(() => frame && lookOf(frame, colour, size), [frame, colour, size]);
  const placeOf = useMemo(() => placesIn(reel, week), [reel.places[0], reel.frames.length, week]);
  const resting = useDeferredValue(player.playing ? undefined : frame);
  const halos = frame?.person.some((_, row) => departmentOf(frame, row) > 0);

  return (
    <div className="stack network">
      <div>
        <h1>{text.asks}</h1>
        <p className="quiet intro">{text.intro}</p>
      </div>
      <Choices plan={plan} replicate={replicate} colour={colour} size={size} />
      {reel.error !== undefined && (
        <Empty title={text.failed.title} body={text.failed.body(reel.error)} />
      )}
      {missing && <Empty {...text.missing} />}
      {!missing && reel.error === undefined && !frame && (
        <p className="panel" role="status">
          {text.waiting}
        </p>
      )}
      {frame && styled && (
        <>
          <div className="net-columns">
            <div className="stack">
              <Stage
                label={text.picture(whenText(frame.week), ...countsOf(frame).shown)}
                frame={frame}
                look={styled}
                placeOf={placeOf}
                around={reel.places[0]}
                selected={person}
                choose={choose}
              />
              <Transport player={player} arrived={arrived} last={last} />
              <p className="net-counts">{countsOf(frame).words}</p>
              <KeyList colours={styled.key} halos={halos === true} />
            </div>
            <div className="stack">
              <PersonField frame={frame} choose={choose} />
              {person !== undefined && (
                <StoryPanel
                  future={future}
                  frame={frame}
                  person={person}
                  choose={choose}
                  goTo={player.goTo}
                />
              )}
            </div>
          </div>
          <p className="small quiet" role="status">
            {reel.digest === undefined ? text.filming(arrived, last) : text.filmed(reel.digest)}
          </p>
          {resting && (
            <NumberTable
              summary={text.table}
              caption={text.tableCaption(whenText(resting.week))}
              columns={text.columns}
              rows={[...resting.person.keys()].map((row) => tableRow(resting, row))}
              file="network"
            />
          )}
        </>
      )}
      <p className="small quiet">{modelOf(doc).title}</p>
    </div>
  );
}

function departmentOf(frame: Parameters<typeof personValue>[0], row: number): number {
  return personValue(frame, 'department', row) || 0;
}
