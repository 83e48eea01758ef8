/** The place "People": for whom, and how the network is built. */
import type { Place } from '../shell/places.ts';
import { text } from '../text/people.ts';

export const place: Place = {
  id: 'people',
  title: text.title,
  asks: text.asks,
  order: 2,
  load: () => import('./page.tsx'),
};
