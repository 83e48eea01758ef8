/** The tables behind a picture of groups: the groups, and the ties between them. */
import { NumberTable } from '../parts/number-table.tsx';
import { text } from '../text/network.ts';
import type { Crowd } from './crowd.ts';
import { groupName } from './crowd.ts';
import { seniorLayer } from './frame.ts';

/** Both tables. */
export function CrowdTables({ crowd, when }: { readonly crowd: Crowd; readonly when: string }) {
  const { groups, flows } = crowd;
  const count = (place: number, inside: boolean): number =>
    flows
      .filter(({ from, to }) =>
        inside ? from === place && to === place : (from === place) !== (to === place),
      )
      .reduce((sum, { ties }) => sum + ties, 0);
  return (
    <>
      <NumberTable
        summary={text.crowdTable}
        caption={text.crowdCaption(when)}
        columns={text.crowdColumns}
        rows={groups.map((group, place) => [
          groupName(group),
          `${group.people}`,
          `${group.withoutMentor}`,
          `${count(place, true)}`,
          `${count(place, false)}`,
        ])}
        file="network-groups"
      />
      <NumberTable
        summary={text.flowTable}
        caption={text.flowCaption(when)}
        columns={text.flowColumns}
        rows={[...flows].reverse().map(({ from, to, layer, ties }) => {
          const kind = layer === seniorLayer ? text.seniorKind : text.peerKind;
          return [text.flow(groupName(groups[from]), groupName(groups[to])), kind, `${ties}`];
        })}
        file="network-ties-between-groups"
      />
    </>
  );
}
