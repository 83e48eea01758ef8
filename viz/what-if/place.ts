/** The place "What if": what changes if we do this? */
import type { Place } from '../shell/places.ts';
import { text } from '../text/what-if.ts';

export const place: Place = {
  id: 'what-if',
  title: text.title,
  asks: text.asks,
  order: 0,
  load: () => import('./page.tsx'),
};
