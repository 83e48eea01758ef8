/** The stage: the picture in its frame, with buttons to come closer. */
import { useEffect, useRef, useState } from 'react';
import { Empty } from '../parts/empty.tsx';
import { Icon } from '../parts/icon.tsx';
import { text } from '../text/network.ts';
import type { CameraLink } from './camera-link.ts';
import type { Frame } from './frame.ts';
import type { Look } from './look.ts';
import { Picture } from './picture.ts';

type Point = readonly [x: number, y: number];

interface Props {
  readonly label: string;
  readonly frame: Frame;
  readonly look: Look;
  readonly placeOf: (who: number) => Point | undefined;
  /** Places of the first weeks, which settle what is in sight. */
  readonly around: ReadonlyMap<number, Point>;
  readonly selected: number | undefined;
  readonly cameras: CameraLink;
  /** Ties that the future beside lacks. */
  readonly only?: ReadonlySet<string> | undefined;
  readonly differing?: boolean;
  choose(person: number | undefined): void;
}

/** The picture of one frame. */
export function Stage(props: Props) {
  const { label, frame, look, placeOf, around, selected, cameras, only, differing = false } = props;
  const element = useRef<HTMLDivElement>(null);
  const picture = useRef<Picture>(undefined);
  const choose = useRef(props.choose);
  choose.current = props.choose;
  const [broken, setBroken] = useState(false);

  useEffect(() => {
    if (!element.current || !hasWebGl()) {
      setBroken(true);
      return;
    }
    const hear = (person: number | undefined): void => choose.current(person);
    const made = new Picture(element.current, hear, text.person, cameras);
    picture.current = made;
    const repaint = (): void => made.repaint();
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    const theme = new MutationObserver(repaint);
    scheme.addEventListener('change', repaint);
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      scheme.removeEventListener('change', repaint);
      theme.disconnect();
      made.close();
      picture.current = undefined;
    };
  }, [cameras]);

  useEffect(() => picture.current?.frameAround(around.values()), [around]);
  useEffect(() => {
    const { colour, size } = look;
    picture.current?.show({ frame, colour, size, placeOf, selected, only, differing });
  }, [frame, look, placeOf, selected, only, differing]);

  if (broken) return <Empty {...text.noPicture} />;
  return (
    <div className="net-stage">
      <div className="net-canvas" ref={element} role="img" aria-label={label} />
      <div className="net-zoom no-print">
        <ZoomButton icon="plus" label={text.zoomIn} act={() => picture.current?.zoom('in')} />
        <ZoomButton icon="minus" label={text.zoomOut} act={() => picture.current?.zoom('out')} />
        <ZoomButton icon="reset" label={text.whole} act={() => picture.current?.zoom('whole')} />
      </div>
    </div>
  );
}

interface ZoomProps {
  readonly icon: 'plus' | 'minus' | 'reset';
  readonly label: string;
  act(): void;
}

function ZoomButton({ icon, label, act }: ZoomProps) {
  return (
    <button type="button" className="button icon" aria-label={label} title={label} onClick={act}>
      <Icon name={icon} />
    </button>
  );
}

function hasWebGl(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null;
}
