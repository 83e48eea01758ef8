/** The place "Assumptions": what did you take for granted, and does it matter? */
import type { Place } from '../shell/places.ts';
import { text } from '../text/assumptions.ts';

export const place: Place = {
  id: 'assumptions',
  title: text.title,
  asks: text.asks,
  order: 90,
  load: () => import('./page.tsx'),
};
