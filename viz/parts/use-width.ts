/** The width of an element, in steps, so that a chart is not drawn anew for every pixel. */
import { type RefObject, useLayoutEffect, useState } from 'react';

const step = 10;

/** Pixels, a multiple of ten; 0 before it is known. */
export function useWidth(ref: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = (): void => setWidth(Math.floor(element.clientWidth / step) * step);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}
