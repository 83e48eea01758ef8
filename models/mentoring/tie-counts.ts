/** How many ties each person holds, counted anew once a week. */
import type { MentoringWorld } from './shape.ts';

/** Counts each person's ties, for the decisions of the coming week. */
export function countTies({ people, ties }: MentoringWorld): void {
  const { mentors, metMentors, peers, load } = people.column;
  const senior = ties.senior.degrees(people.size);
  const peer = ties.peer.degrees(people.size);
  for (let seat = 0; seat < people.size; seat++) {
    mentors[seat] = senior.sent[seat];
    load[seat] = senior.received[seat];
    peers[seat] = peer.sent[seat] + peer.received[seat];
  }
  metMentors.fill(0, 0, people.size);
  const { source, ended, meetings } = ties.senior.column;
  for (let t = 0; t < ties.senior.size; t++) {
    if (meetings[t] > 0 && ended[t] === 0) metMentors[source[t]]++;
  }
}
