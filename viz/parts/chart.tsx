/** A chart drawn at the desk and laid into the page, with a cursor for pointer and keyboard. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { TopLevelSpec } from 'vega-lite';
import type { Sides } from '../../report/charts.ts';
import { theMachine } from '../state/results.ts';
import { text } from '../text/parts.ts';
import { ChartTools } from './chart-tools.tsx';
import { useWidth } from './use-width.ts';

/** Places of a chart that can be read one by one, along its horizontal axis. */
export interface Reading {
  readonly span: readonly [number, number];
  readonly sides: Sides;
  readonly points: readonly { readonly x: number; readonly says: string }[];
}

interface Props {
  /** What is shown, as a finding where there is one. */
  readonly title: string;
  readonly description: string;
  readonly height: number;
  /** The chart for a width in pixels; a new function draws anew. */
  readonly spec: (width: number) => TopLevelSpec;
  readonly reading?: Reading;
  /** Not exact yet: drawn pale, with hatching around it. */
  readonly preview?: boolean;
  /** Laid over or below the drawing, at the drawing's width. */
  readonly over?: (width: number) => ReactNode;
  /** Name of files that are exported. */
  readonly file: string;
}

/** A chart. */
export function Chart({ title, description, height, spec, reading, preview, over, file }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const { svg, error } = useDrawing(width, spec, title, description);
  return (
    <div className={`chart ${preview ? 'preview' : ''}`} ref={box}>
      {error !== undefined && <p className="quiet small">{text.notDrawn(error)}</p>}
      {width > 0 && (
        <svg width="0" height={svg === undefined ? height : 0} aria-hidden="true" display="block" />
      )}
      {svg !== undefined && (
        <Inspected title={title} width={width} height={height} reading={reading}>
          <div
            className="chart-drawing"
            // drawn by Vega at the desk, from text that it escapes
            dangerouslySetInnerHTML={{ __html: svg }}
          />
        </Inspected>
      )}
      {width > 0 && over?.(width)}
      {svg !== undefined && <ChartTools svg={svg} file={file} />}
    </div>
  );
}

/** The SVG of a chart; while a new one is drawn the one before stays. */
function useDrawing(
  width: number,
  spec: Props['spec'],
  title: string,
  description: string,
): { svg: string | undefined; error: string | undefined } {
  const [drawn, setDrawn] = useState<{ svg?: string; error?: string }>({});
  const busy = useRef(false);
  const next = useRef<(() => void) | undefined>(undefined);
  useEffect(() => {
    if (width === 0) return;
    let gone = false;
    const draw = async (): Promise<void> => {
      if (gone) return;
      // one at a time: what comes while one is drawn waits, and only the last of them is drawn
      if (busy.current) {
        next.current = () => void draw();
        return;
      }
      busy.current = true;
      try {
        const svg = await theMachine().desk.draw({ spec: spec(width), title, description });
        if (!gone) setDrawn({ svg });
      } catch (error) {
        if (!gone) setDrawn({ error: error instanceof Error ? error.message : String(error) });
      } finally {
        busy.current = false;
        const then = next.current;
        next.current = undefined;
        then?.();
      }
    };
    void draw();
    return () => {
      gone = true;
    };
  }, [width, spec, title, description]);
  return { svg: drawn.svg, error: drawn.error };
}

interface InspectedProps {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly reading: Reading | undefined;
  readonly children: ReactNode;
}

/** The drawing with a cursor that goes along it, and the numbers under the cursor in words. */
function Inspected({ title, width, height, reading, children }: InspectedProps) {
  const [at, setAt] = useState<number>();
  if (!reading || reading.points.length === 0) return children;
  const { points, span, sides } = reading;
  const place = at === undefined ? undefined : points[Math.min(at, points.length - 1)];
  const inner = width - sides.left - sides.right;
  const left = (x: number): number =>
    sides.left + (inner * (x - span[0])) / (span[1] - span[0] || 1);
  const nearest = (clientX: number, element: HTMLElement): number => {
    const x = clientX - element.getBoundingClientRect().left;
    const distances = points.map((point) => Math.abs(left(point.x) - x));
    return distances.indexOf(Math.min(...distances));
  };
  const keys = (event: React.KeyboardEvent): void => {
    const last = points.length - 1;
    const from = at ?? -1;
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: Math.min(last, from + 1),
      ArrowUp: Math.min(last, from + 1),
      ArrowLeft: Math.max(0, from - 1),
      ArrowDown: Math.max(0, from - 1),
      Home: 0,
      End: last,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
  };
  return (
    <>
      <div
        className="chart-drawing"
        role="slider"
        tabIndex={0}
        aria-label={`${title}. ${text.inspect}`}
        aria-valuemin={1}
        aria-valuemax={points.length}
        aria-valuenow={(at ?? 0) + 1}
        aria-valuetext={place?.says ?? title}
        onKeyDown={keys}
        onPointerMove={(event) => setAt(nearest(event.clientX, event.currentTarget))}
        onPointerDown={(event) => setAt(nearest(event.clientX, event.currentTarget))}
        onPointerLeave={() => setAt(undefined)}
      >
        {children}
        {place && (
          <div
            className="chart-cursor"
            style={{
              left: left(place.x),
              top: sides.top,
              height: height - sides.top - sides.bottom,
            }}
          />
        )}
      </div>
      <p className="chart-reading" aria-hidden="true">
        {place?.says ?? ''}
      </p>
    </>
  );
}
