/** The place "Network": how does it look from inside, and whose story is it? */
import type { Place } from '../shell/places.ts';
import { text } from '../text/network.ts';

export const place: Place = {
  id: 'network',
  title: text.title,
  asks: text.asks,
  order: 1,
  load: () => import('./page.tsx'),
};
