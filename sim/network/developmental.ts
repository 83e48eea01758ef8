/** Types of developmental networks: how diverse and how strong the ties of each person are. */
import type { NetworkReading, PairGraph } from './pair-graph.ts';
import type { NetworkSnapshot } from './snapshot.ts';

/**
 * The four types of Higgins and Kram 2001: diverse or not, strong or weak. They gave no cuts in
 * numbers; those below are assumptions (grade D).
 */
export const developmentalTypes = [
  'entrepreneurial',
  'opportunistic',
  'traditional',
  'receptive',
] as const;
export type DevelopmentalType = (typeof developmentalTypes)[number];

/** Diverse: two contacts drawn at random are of different communities so often or more. */
const diverseFrom = 0.4;
/** Strong: the mean strength of ties is so much or more. */
const strongFrom = 0.5;

/** Share of people of each type among those with any tie; null without any. */
export function shareOfTypes(
  graph: PairGraph,
  snapshot: NetworkSnapshot,
  reading: NetworkReading,
): Readonly<Record<DevelopmentalType, number | null>> {
  const community = snapshot.value[reading.community];
  const counts: Record<DevelopmentalType, number> = {
    entrepreneurial: 0,
    opportunistic: 0,
    traditional: 0,
    receptive: 0,
  };
  let people = 0;
  graph.forEachNode((node) => {
    const degree = graph.degree(node);
    if (degree === 0) return;
    const sizes = new Map<number, number>();
    let strength = 0;
    graph.forEachEdge(node, (_edge, attributes, from, to) => {
      const other = Number(from === node ? to : from);
      const place = community?.[other] ?? 0;
      sizes.set(place, (sizes.get(place) ?? 0) + 1);
      strength += attributes.strength;
    });
    let same = 0;
    for (const size of sizes.values()) same += (size / degree) * (size / degree);
    const diverse = 1 - same >= diverseFrom;
    const strong = strength / degree >= strongFrom;
    counts[typeOf(diverse, strong)]++;
    people++;
  });
  const share = (type: DevelopmentalType): number | null =>
    people === 0 ? null : counts[type] / people;
  return {
    entrepreneurial: share('entrepreneurial'),
    opportunistic: share('opportunistic'),
    traditional: share('traditional'),
    receptive: share('receptive'),
  };
}

function typeOf(diverse: boolean, strong: boolean): DevelopmentalType {
  if (diverse) return strong ? 'entrepreneurial' : 'opportunistic';
  return strong ? 'traditional' : 'receptive';
}
