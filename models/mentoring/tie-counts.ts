/** How many ties each person holds, counted anew once a week. */
import type { MentoringWorld } from './shape.ts';

/** Counts each person's ties, for the decisions of the coming week. */
export function countTies(world: MentoringWorld): void {
  const { people, ties } = world;
  const { mentors, metMentors, peers, load } = people.column;
  mentors.fill(0, 0, people.size);
  metMentors.fill(0, 0, people.size);
  peers.fill(0, 0, people.size);
  load.fill(0, 0, people.size);
  const s = ties.senior.column;
  for (let t = 0; t < ties.senior.size; t++) {
    if (s.ended[t] !== 0) continue;
    mentors[s.source[t]]++;
    load[s.target[t]]++;
    if (s.meetings[t] > 0) metMentors[s.source[t]]++;
  }
  const p = ties.peer.column;
  for (let t = 0; t < ties.peer.size; t++) {
    if (p.ended[t] !== 0) continue;
    peers[p.source[t]]++;
    peers[p.target[t]]++;
  }
}
