/** How snapshots of this model's network are to be read when their structure is measured. */
import type { NetworkReading } from '../../sim/network/pair-graph.ts';

export const networkReading: NetworkReading = {
  mutual: ['peer'],
  groups: ['department', 'gender', 'minority'],
  community: 'department',
  strength: 'rapport',
};
