/** A network survey as researchers run it: people name others, and do not name all they are tied to. */
import type { MentoringWorld } from '../models/mentoring/shape.ts';
import type { Sequence } from '../sim/chance/seeds.ts';
import { eachTie } from './reading.ts';

/** A pair of people with a tie, and which of the two named the other. */
export interface Naming {
  readonly layer: 'senior' | 'peer';
  readonly rapport: number;
  /** The mentee, or the first of two peers, names the other. */
  readonly there: boolean;
  /** The mentor, or the second peer, names back. */
  readonly back: boolean;
}

/** Rapport at which a partner is named every second time, and how steeply that rises. */
const usualRapport = 0.35;
const steepness = 8;

/**
 * Everybody is asked: with whom have you talked over your work and career in the past months? A
 * roster: any number of names. Both ends of a tie are asked by the same question, each with luck of
 * their own. A mentor is asked whom they turned to, so that a mentee is named less often than a peer.
 */
export function nameOnRoster(world: MentoringWorld, draws: Sequence): Naming[] {
  const namings: Naming[] = [];
  for (const layer of ['senior', 'peer'] as const) {
    const { rapport } = world.ties[layer].column;
    eachTie(world, layer, (_source, _target, tie) => {
      const r = rapport[tie];
      const chance = 1 / (1 + Math.exp(-steepness * (r - usualRapport)));
      const there = draws.next() < chance;
      // turned to by a mentee is not turning to: half of these contacts count for a mentor
      const back = draws.next() < (layer === 'peer' ? chance : chance / 2);
      namings.push({ layer, rapport: r, there, back });
    });
  }
  return namings;
}

/** Of those named in a layer, the share who named back. */
export function reciprocityOf(namings: readonly Naming[], layer: 'senior' | 'peer'): number {
  let named = 0;
  let both = 0;
  for (const each of namings) {
    if (each.layer !== layer) continue;
    named += (each.there ? 1 : 0) + (each.back ? 1 : 0);
    both += each.there && each.back ? 2 : 0;
  }
  return named === 0 ? Number.NaN : both / named;
}
