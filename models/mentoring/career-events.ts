/** Events of careers: what was reached at graduation, who stayed how long, promotions and papers. */
import type { EventSpec } from '../../sim/model/world.ts';

/** Years after which it is asked whether somebody is still here. */
export const stayYears = [1, 5, 10] as const;

function events<const E extends Readonly<Record<string, EventSpec>>>(specs: E): E {
  return specs;
}

export const careerEvents = events({
  graduateCompetence: { unit: 'sum of 0–1', doc: 'competence of those who graduated' },
  graduateIdentity: { unit: 'sum of 0–1', doc: 'mean of the four rings of those who graduated' },
  graduateDissonance: { unit: 'sum of 0–1', doc: 'identity dissonance of those who graduated' },
  graduateTies: { unit: 'ties', doc: 'mentors and peers of those who graduated' },
  stayed1: { unit: 'people', doc: 'faculty who completed their first year here' },
  left1: { unit: 'people', doc: 'faculty who left within their first year here' },
  stayed5: { unit: 'people', doc: 'faculty who completed five years here' },
  left5: { unit: 'people', doc: 'faculty who left within five years' },
  stayed10: { unit: 'people', doc: 'faculty who completed ten years here' },
  left10: { unit: 'people', doc: 'faculty who left within ten years' },
  promotedFirst: { unit: 'people', doc: 'faculty promoted from assistant to associate professor' },
  leftUnpromoted: { unit: 'people', doc: 'faculty who left before that' },
  yearsToPromotion: { unit: 'years', doc: 'years as assistant professor of those promoted' },
  publication: { unit: 'papers', doc: 'papers published by faculty' },
  facultyExit: { unit: 'people', doc: 'faculty who left' },
  cascade: {
    unit: 'series',
    doc: 'series of departures begun: no colleague of the department had left for a quarter',
  },
});
