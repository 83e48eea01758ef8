/** Columns of a person's growth and identity: what a career adds up to, and who somebody becomes. */
import { columns } from '../../sim/data/columns.ts';

/** Lasting differences between people that growth reads. */
export const growthTraits = columns({
  track: { type: 'u8', unit: 'code', doc: '0 clinician, 1 educator, 2 investigator' },
  aptitude: { type: 'f64', unit: 'SD', doc: 'lasting difference in how fast a resident learns' },
});

/** What moves from week to week, or month to month. */
export const growthState = columns({
  rings: {
    type: 'f64',
    width: 4,
    initial: 0.5,
    unit: '0–1',
    doc: 'professional identity: innate, individual, relational and societal ring',
  },
  dissonance: { type: 'f64', unit: '0–1', doc: 'spread between the rings: their SD' },
  motivation: { type: 'f64', initial: 0.5, unit: '0–1', doc: 'drive to look for help and learn' },
  coping: { type: 'f64', unit: '0–1', doc: 'ways of coping, learned among peers: damps demands' },
  careerCapital: { type: 'f64', unit: 'years', doc: 'usual years of progress, fading slowly' },
  publications: { type: 'i32', unit: 'papers', doc: 'papers published here' },
  unrecognisedHours: {
    type: 'f64',
    unit: 'h/week',
    doc: 'mentoring that is asked of the person beside the own mentees and counts for nothing',
  },
  unmentoredWeeks: { type: 'i32', unit: 'weeks', doc: 'weeks in a row without a mentor' },
});
