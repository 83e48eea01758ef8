/** What policies change and processes read: columns that return to their base values every week. */
import { columns } from '../../sim/data/columns.ts';

/** A load cap that binds nobody. */
export const noCap = 1e9;

/** Columns of people; shares of 0 to 1 say how far a condition reaches the person. */
export const conditions = columns({
  onsite: { type: 'f64', unit: 'share of days', doc: 'presence, policies included' },
  anchored: { type: 'u8', unit: 'flag', doc: 'comes on the same days as others' },
  protectedHours: { type: 'f64', unit: 'h/week', doc: 'hours protected for mentoring' },
  withheld: {
    type: 'u8',
    unit: 'flag',
    doc: 'no programme reaches the person: a control of a trial',
  },
  loadCap: { type: 'f64', initial: noCap, unit: 'ties', doc: 'mentees a mentor is allowed' },
  invited: { type: 'f64', unit: '0–1', doc: 'invited to mentor, being under-used' },
  recognition: { type: 'f64', unit: '0–1', doc: 'mentoring counts at promotion or is paid' },
  deliberate: { type: 'f64', unit: '0–1', doc: 'virtual meetings with agenda and free time' },
  structured: { type: 'f64', unit: '0–1', doc: 'curated environment and clear expectations' },
  assessed: { type: 'f64', unit: '0–1', doc: 'ties are assessed and failing ones found early' },
  personalised: { type: 'f64', unit: '0–1', doc: 'the needs of the mentee are known' },
  trained: { type: 'f64', unit: '1/week', doc: 'mentor training this week, in full courses' },
  sponsorAccess: { type: 'f64', unit: '0–1', doc: 'reach of sponsors who are assigned' },
  affinity: { type: 'f64', unit: '0–1', doc: 'regular company of people of one’s own groups' },
  qualityShown: { type: 'f64', unit: '0–1', doc: 'added share of mentors whose quality is seen' },
  relief: { type: 'f64', unit: 'log-odds', doc: 'workload taken off' },
  spaceForPeers: { type: 'f64', unit: '0–1', doc: 'time and space to meet peers' },
});
