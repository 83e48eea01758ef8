/** Why somebody asked, or did not ask, another person to be a mentor. */
import { exp } from '../../../sim/chance/portable.ts';
import type { DecisionSpec } from '../../../sim/model/trace.ts';
import {
  closure,
  homophily,
  invitation,
  usualSkill,
  usualStrain,
  wantedUtility,
} from '../choice.ts';
import { resident, search } from '../codes.ts';
import { distanceSquared } from '../fit.ts';
import type { MentoringWorld } from '../shape.ts';

export const ask: DecisionSpec<MentoringWorld> = {
  title: 'asks for a mentor',
  unit: 'log-odds',
  words: {
    density: 'what every senior tie costs',
    readiness: 'readiness of the role to ask',
    confidence: 'confidence of the under-represented in asking',
    initiative: 'own initiative',
    need: 'unmet need, or more mentors than wanted',
    department: 'the same department',
    identity: 'shared identity',
    quality: 'quality of the mentor, where it is seen',
    invitation: 'the mentor was invited to take more',
    reputation: 'mentees the mentor already has, against the usual number',
    strain: 'own burnout',
    search: 'the person was looking on purpose',
    closure: 'shared ties',
    fit: 'fit of interests',
  },
  terms(world, i, j, channel) {
    const { people, parameter: p, constant } = world;
    const c = people.column;
    const isResident = c.role[i] === resident;
    const wanted = constant.wanted[isResident ? 0 : c.rank[i] + 1] * c.initiative[i];
    const seen = c.visibility[j] < p.informationQuality + c.qualityShown[i];
    const same = homophily(world, i, j);
    const need = p.need * (0.5 + c.uncovered[i]);
    const known = Math.min(c.load[j], constant.reputation.length - 1);
    return [
      { name: 'density', value: p.density },
      { name: 'readiness', value: isResident ? p.askResidents : p.askFaculty },
      { name: 'confidence', value: c.minority[i] === 1 ? p.askMinority : 0 },
      { name: 'initiative', value: c.lnInitiative[i] },
      { name: 'need', value: wantedUtility(need, p.crowding, c.mentors[i], wanted) },
      { name: 'department', value: c.department[i] === c.department[j] ? p.sameDepartment : 0 },
      { name: 'identity', value: seen ? same * (1 - p.informationEffect) : same },
      { name: 'quality', value: seen ? p.qualityWeight * (c.skill[j] - usualSkill) : 0 },
      { name: 'invitation', value: invitation(world, j) },
      { name: 'reputation', value: constant.reputation[known] },
      { name: 'strain', value: -p.ownStrain * (c.burnout[i] - usualStrain) },
      { name: 'search', value: channel === search ? p.searchResolve : 0 },
      { name: 'closure', value: closure(world, i, j) },
      { name: 'fit', value: seniorFit(world, i, j) },
    ];
  },
};

/** Why a mentor had room for one more mentee, or none. */
export const room: DecisionSpec<MentoringWorld> = {
  title: 'has room for a mentee',
  unit: 'ties',
  words: {
    capacity: 'mentees the mentor can hold, or may hold under a cap',
    load: 'mentees held, and a half for the next',
  },
  terms({ people }, mentor) {
    const { capacity, loadCap, load } = people.column;
    return [
      { name: 'capacity', value: Math.min(capacity[mentor], loadCap[mentor]) },
      { name: 'load', value: -(load[mentor] + 0.5) },
    ];
  },
};

/** Why a mentor who was asked said yes or no. */
export const answer: DecisionSpec<MentoringWorld> = {
  title: 'answers a mentee',
  unit: 'log-odds',
  words: {
    constant: 'what every mentee costs',
    generativity: 'readiness to mentor',
    fit: 'fit of interests',
    identity: 'shared identity',
    invitation: 'was invited to take more',
    recognition: 'mentoring counts here',
    strain: 'own burnout',
  },
  terms(world, mentor, mentee) {
    const { people, parameter: p } = world;
    const c = people.column;
    return [
      { name: 'constant', value: p.answerConstant },
      { name: 'generativity', value: p.answerGenerativity * (c.generativity[mentor] - 0.5) },
      { name: 'fit', value: seniorFit(world, mentee, mentor) },
      { name: 'identity', value: homophily(world, mentee, mentor) },
      { name: 'invitation', value: invitation(world, mentor) },
      { name: 'recognition', value: p.recognitionAnswer * c.recognition[mentor] },
      { name: 'strain', value: -p.answerStrain * (c.burnout[mentor] - usualStrain) },
    ];
  },
};

function seniorFit({ people, parameter }: MentoringWorld, i: number, j: number): number {
  return parameter.fitWeight * (exp(-distanceSquared(people.column.interest, i, j)) - 0.5);
}
