/** The place "Network": one future week by week, or two of the same people, and the story of anybody in it. */
import { useDeferredValue, useMemo, useState } from 'react';
import { Empty } from '../parts/empty.tsx';
import { NumberTable } from '../parts/number-table.tsx';
import { type Doc, modelOf, scenariosOf } from '../state/document.ts';
import { rosterOf } from '../state/roster.ts';
import { useStudio } from '../state/studio.ts';
import { text } from '../text/network.ts';
import { CameraLink } from './camera-link.ts';
import { Choices } from './choices.tsx';
import { crowdColours, crowdOf } from './crowd.ts';
import { CrowdTables } from './crowd-tables.tsx';
import { tieDifference } from './difference.ts';
import { Differences } from './differences.tsx';
import { type Frame, personValue, rowOfPerson } from './frame.ts';
import { KeyList } from './key.tsx';
import { lookOf } from './look.ts';
import { tableRow } from './person.ts';
import { PersonField } from './person-field.tsx';
import { mostPlaced } from './protocol.ts';
import { frameAt, placesIn, useReel } from './reel.ts';
import { Side } from './side.tsx';
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
  const settings = settingsOf(view, doc);
  const { plan, beside, replicate, colour, size, person, side } = settings;
  const shown = [plan ?? 'today', ...(beside === undefined ? [] : [beside])] as const;
  const futures = shown.map((which) => futureOf(doc, scenarioAt(doc, which), replicate));
  const titles = shown.map((which) => titleAt(doc, which));
  const last = doc.base.horizon;
  const missing = rosterOf(doc) === 'missing';
  const reel = useReel('scenario', missing ? [] : futures);
  const player = usePlayer(last);
  const frames = shown.flatMap((_, k) => frameAt(reel, player.week, k) ?? []);
  const [frame, other] = frames;
  const arrived = reel.films[0]?.at(-1)?.week ?? 0;
  const week = Math.min(player.week, arrived);
  const placeOf = useMemo(() => placesIn(reel, week), [reel, week]);
  const difference = useMemo(() => frame && other && tieDifference(frame, other), [frame, other]);
  const [cameras] = useState(() => new CameraLink());
  const here = frames[side] ?? frame;
  const who = person === undefined || !here ? undefined : here.who[rowOfPerson(here, person)];
  const resting = useDeferredValue(player.playing ? undefined : frame);
  const restingOther = useDeferredValue(player.playing ? undefined : other);
  const crowded = reel.places[0]?.size === 0;
  const choose = (id: number | undefined, on: 0 | 1 = side): void =>
    look({
      person: id === undefined ? undefined : `${id}`,
      side: id === undefined || on === 0 ? undefined : '1',
    });

  return (
    <div className="stack network">
      <div>
        <h1>{text.asks}</h1>
        <p className="quiet intro">{text.intro}</p>
      </div>
      <Choices {...settings} />
      {reel.error !== undefined && (
        <Empty title={text.failed.title} body={text.failed.body(reel.error)} />
      )}
      {missing && <Empty {...text.missing} />}
      {!missing && reel.error === undefined && !frame && (
        <p className="panel" role="status">
          {text.waiting}
        </p>
      )}
      {frame && (
        <>
          {crowded && <p className="panel">{text.crowd(frame.person.length, mostPlaced)}</p>}
          <div className={other ? 'stack' : 'net-columns'}>
            <div className="stack">
              <div className={other ? 'net-pair' : ''}>
                {frames.map((each, k) => (
                  <Side
                    key={shown[k]}
                    title={other ? titles[k] : undefined}
                    frame={each}
                    colour={colour}
                    size={size}
                    placeOf={placeOf}
                    around={reel.places[0]}
                    selected={who === undefined ? undefined : each.person[each.who.indexOf(who)]}
                    cameras={cameras}
                    only={k === 0 ? difference?.onlyFirst : difference?.onlySecond}
                    differing={settings.differing}
                    choose={(id) => choose(id, k === 0 ? 0 : 1)}
                  />
                ))}
              </div>
              <Transport player={player} arrived={arrived} last={last} />
              <FrameKey frame={frame} {...settings} crowded={crowded} />
            </div>
            {difference && resting && restingOther && (
              <Differences
                difference={difference}
                frames={[frame, other]}
                titles={[titles[0], titles[1]]}
              />
            )}
            <div className="stack">
              <PersonField frame={here ?? frame} choose={choose} />
              {person !== undefined && here && (
                <StoryPanel
                  future={futures[side] ?? futures[0]}
                  title={other ? titles[side] : undefined}
                  frame={here}
                  person={person}
                  choose={choose}
                  goTo={player.goTo}
                >
                  {other && who !== undefined && (
                    <Twin
                      frame={frames[1 - side]}
                      who={who}
                      title={titles[1 - side]}
                      choose={(id) => choose(id, side === 0 ? 1 : 0)}
                    />
                  )}
                </StoryPanel>
              )}
            </div>
          </div>
          <p className="small quiet" role="status">
            {reel.digests === undefined
              ? text.filming(arrived, last)
              : text.filmed(reel.digests.join(', '))}
          </p>
          {resting && <PeopleTable frame={resting} crowded={crowded} />}
        </>
      )}
      <p className="small quiet">{modelOf(doc).title}</p>
    </div>
  );
}

function scenarioAt(doc: Doc, which: number | 'today') {
  return which === 'today' ? doc.base : scenariosOf(doc)[which];
}

function titleAt(doc: Doc, which: number | 'today'): string {
  return which === 'today' ? text.today : doc.plans[which].title || text.untitled(which);
}

interface TwinProps {
  readonly frame: Frame;
  readonly who: number;
  readonly title: string;
  choose(person: number): void;
}

/** The way to the same person in the future beside. */
function Twin({ frame, who, title, choose }: TwinProps) {
  const row = frame.who.indexOf(who);
  if (row < 0) return <p className="quiet">{text.notInOther(title)}</p>;
  return (
    <button type="button" className="button" onClick={() => choose(frame.person[row])}>
      {text.otherSide(title)}
    </button>
  );
}

type Settings = ReturnType<typeof settingsOf>;
type KeyProps = Pick<Settings, 'colour' | 'size'> & {
  readonly frame: Frame;
  readonly crowded: boolean;
};

function FrameKey({ frame, colour, size, crowded }: KeyProps) {
  const key = useMemo(
    () =>
      crowded ? crowdColours(crowdOf(frame, colour), colour).key : lookOf(frame, colour, size).key,
    [frame, colour, size, crowded],
  );
  const halos =
    !crowded && frame.person.some((_, row) => personValue(frame, 'department', row) > 0);
  return <KeyList colours={key} halos={halos} crowded={crowded} />;
}

function PeopleTable({ frame, crowded }: { readonly frame: Frame; readonly crowded: boolean }) {
  const when = whenText(frame.week);
  if (crowded) return <CrowdTables crowd={crowdOf(frame, 'role')} when={when} />;
  return (
    <NumberTable
      summary={text.table}
      caption={text.tableCaption(when)}
      columns={text.columns}
      rows={[...frame.person.keys()].map((row) => tableRow(frame, row))}
      file="network"
    />
  );
}
