/** The places: found by their `place.ts`, so that a place is added by its folder alone. */
import type { ComponentType } from 'react';

/** A place of the viewer. */
export interface Place {
  /** Name in the address: `what-if`. */
  readonly id: string;
  readonly title: string;
  /** The question it answers. */
  readonly asks: string;
  /** Lower stands further left. */
  readonly order: number;
  /** Loads the page when it is first gone to. */
  load(): Promise<{ readonly Page: ComponentType }>;
}

const found = import.meta.glob<{ readonly place: Place }>('../*/place.ts', { eager: true });

/** All places in their order. */
export const places: readonly Place[] = Object.values(found)
  .map(({ place }) => place)
  .sort((a, b) => a.order - b.order);
