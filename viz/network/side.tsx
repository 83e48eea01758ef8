/** One side of the place: the picture of one future in one week, its counts, and its name where two stand side by side. */
import { useMemo } from 'react';
import { text } from '../text/network.ts';
import type { CameraLink } from './camera-link.ts';
import { countsOf } from './counts.ts';
import { crowdColours, crowdOf } from './crowd.ts';
import { CrowdPicture } from './crowd-picture.tsx';
import type { Frame } from './frame.ts';
import { type ColourField, lookOf, type SizeField } from './look.ts';
import { Stage } from './stage.tsx';
import { whenText } from './when.ts';

type Point = readonly [x: number, y: number];

interface Props {
  readonly title: string | undefined;
  readonly frame: Frame;
  readonly colour: ColourField;
  readonly size: SizeField;
  readonly placeOf: (who: number) => Point | undefined;
  readonly around: ReadonlyMap<number, Point>;
  readonly selected: number | undefined;
  readonly cameras: CameraLink;
  readonly only: ReadonlySet<string> | undefined;
  readonly differing: boolean;
  choose(person: number | undefined): void;
}

/** The side. */
export function Side({ title, frame, colour, size, ...stage }: Props) {
  const crowded = stage.around.size === 0;
  const styled = useMemo(() => lookOf(frame, colour, size), [frame, colour, size]);
  const { shown, words } = countsOf(frame);
  const when = whenText(frame.week);
  const label = text.picture(when, ...shown);
  return (
    <section className="stack net-side" aria-label={title ?? text.title}>
      {title !== undefined && <h2>{title}</h2>}
      {crowded ? (
        <CrowdStage frame={frame} colour={colour} when={when} />
      ) : (
        <Stage
          label={title ? `${title}. ${label}` : label}
          frame={frame}
          look={styled}
          {...stage}
        />
      )}
      <p className="net-counts">{words}</p>
    </section>
  );
}

interface CrowdProps {
  readonly frame: Frame;
  readonly colour: ColourField;
  readonly when: string;
}

function CrowdStage({ frame, colour, when }: CrowdProps) {
  const crowd = useMemo(() => crowdOf(frame, colour), [frame, colour]);
  const label = text.crowdPicture(when, crowd.groups.length, frame.person.length);
  return (
    <div className="net-stage">
      <CrowdPicture crowd={crowd} colours={crowdColours(crowd, colour).colours} label={label} />
    </div>
  );
}
