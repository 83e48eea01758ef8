/** The place "Your institution": what would happen at our place? */
import type { Place } from '../shell/places.ts';
import { text } from '../text/institution.ts';

export const place: Place = {
  id: 'institution',
  title: text.title,
  asks: text.asks,
  order: 80,
  load: () => import('./page.tsx'),
};
