/** The place "Explore": where are the edges? */
import type { Place } from '../shell/places.ts';
import { text } from '../text/explore.ts';

export const place: Place = {
  id: 'explore',
  title: text.title,
  asks: text.asks,
  order: 3,
  load: () => import('./page.tsx'),
};
