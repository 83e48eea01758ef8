/** Single relationships, followed by hand: fading, meetings, stages, gates, colleagues, ruptures. */
import { describe, expect, it } from 'vitest';
import { colleague } from '../../models/mentoring/codes.ts';
import { vacateSeat } from '../../models/mentoring/people.ts';
import { development, isGated } from '../../models/mentoring/processes/development.ts';
import { meetings } from '../../models/mentoring/processes/meetings.ts';
import type { MentoringWorld } from '../../models/mentoring/shape.ts';
import { lastStage, stages } from '../../models/mentoring/stages.ts';
import { startedRapport, weeksToStage } from '../../models/mentoring/tie-histories.ts';
import { aPair, emptyDepartment, residentsOf, runStep, seniorTie, undisturbed } from './pair.ts';

/** A week of meetings and development; `met` is called between them. */
function week(world: MentoringWorld, met: () => void = () => {}): void {
  runStep(world, meetings);
  met();
  runStep(world, development);
  world.week++;
}

/** A pair that a programme lets meet every week. */
function weeklyPair(parameters = undisturbed): { world: MentoringWorld; tie: number } {
  const world = emptyDepartment(parameters);
  const { mentor, mentee } = aPair(world);
  const tie = seniorTie(world, mentee, mentor, 0.2);
  const { cadence, termEnds } = world.ties.senior.column;
  cadence[tie] = 52 / 12;
  termEnds[tie] = 10_000;
  world.people.column.capacity[mentor] = 50;
  world.people.column.competence.fill(1);
  return { world, tie };
}

describe('ties of somebody who leaves', () => {
  it('end, and are counted apart from those that end by themselves', () => {
    const world = emptyDepartment();
    const { mentor, mentee } = aPair(world);
    const other = residentsOf(world).find((seat) => seat !== mentee) ?? -1;
    const { senior } = world.ties;
    seniorTie(world, mentee, mentor, 0.5);
    senior.compact(world.people.size);
    seniorTie(world, other, mentor, 0.5);
    vacateSeat(world, mentor);
    const { tieEnd, tieLeft } = world.events;
    expect([senior.count, tieEnd.bySlot[0], tieLeft.bySlot[0]]).toEqual([0, 0, 2]);
    // somebody without ties adds nothing
    vacateSeat(world, mentee);
    expect(tieLeft.bySlot[0]).toBe(2);
  });
});

describe('rapport', () => {
  it('fades without meetings by a fixed share a week: r₀ (1 − f)ⁿ', () => {
    const world = emptyDepartment();
    const { mentor, mentee } = aPair(world);
    const tie = seniorTie(world, mentee, mentor, 0.5);
    for (let n = 0; n < 40; n++) {
      runStep(world, development);
      world.week++;
    }
    const fade = world.parameter.rapportFadeSenior;
    expect(world.ties.senior.column.ended[tie]).toBe(0);
    expect(world.ties.senior.column.rapport[tie]).toBeCloseTo(0.5 * (1 - fade) ** 40, 12);
  });

  it('with a meeting a week comes to rest where gain and fading balance', () => {
    const { world, tie } = weeklyPair(`${undisturbed}, colleagueAfter: 1040`);
    for (let n = 0; n < 300; n++) week(world);
    const kept = 1 - world.parameter.rapportFadeSenior;
    const { source, target, quality, rapport, meetings: held } = world.ties.senior.column;
    const { skill, skillBase } = world.people.column;
    const taught = 1 + skill[target[tie]] - skillBase[target[tie]];
    const gain = world.parameter.rapportGain * quality[tie] * taught;
    expect(source[tie]).toBeGreaterThanOrEqual(0);
    expect(held[tie]).toBe(300);
    expect(rapport[tie]).toBeCloseTo((gain * kept) / (1 - kept * (1 - gain)), 9);
  });

  it('grows faster by what mentor and mentee have learnt in training', () => {
    const once = (mentors: number, mentees: number): number => {
      const { world, tie } = weeklyPair();
      const { source, target, rapport } = world.ties.senior.column;
      const { skill, skillBase, menteeGain } = world.people.column;
      skill[target[tie]] = skillBase[target[tie]] + mentors;
      menteeGain[source[tie]] = mentees;
      runStep(world, meetings);
      return rapport[tie] - 0.2;
    };
    const plain = once(0, 0);
    expect(once(0.1, 0) / plain).toBeCloseTo(1.1, 9);
    expect(once(0, 0.1) / plain).toBeCloseTo(1.1, 9);
    expect(once(0.1, 0.1) / plain).toBeCloseTo(1.2, 9);
  });

  it('grows half as fast when meetings are diluted to half their number and yield', () => {
    const { world, tie } = weeklyPair();
    const mentor = world.ties.senior.column.target[tie];
    const { hoursPerTie } = world.constant;
    // hours that, with their slack, fit half of the meeting planned
    world.people.column.capacity[mentor] = 0.5 / world.parameter.dilutionSlack / hoursPerTie;
    runStep(world, meetings);
    expect(world.people.column.dilution[mentor]).toBeCloseTo(0.5, 9);
    expect(world.people.column.overloadWeeks[mentor]).toBe(1);
  });
});

describe('the seven stages', () => {
  it('come one after another, none before its meetings and rapport', () => {
    const { world, tie } = weeklyPair();
    const { tieStage, meetings: held, rapport } = world.ties.senior.column;
    let before = 0;
    const entered: number[] = [];
    for (let n = 0; n < 60 && before < lastStage; n++) {
      let met = 0;
      week(world, () => {
        met = held[tie];
      });
      const now = tieStage[tie];
      expect(now - before === 0 || now - before === 1).toBe(true);
      if (now > before) {
        entered.push(n);
        expect(met).toBeGreaterThanOrEqual(stages[now].meetings);
        expect(rapport[tie]).toBeGreaterThanOrEqual(stages[now].rapport);
      }
      before = now;
    }
    expect(entered).toHaveLength(6);
    expect(weeksToStage(world, lastStage, 0.5)).toBeGreaterThan(weeksToStage(world, 1, 0.5));
  });

  it('are left one by one, after each half year without a meeting', () => {
    const world = emptyDepartment(`${undisturbed}, rapportFadeSenior: 0`);
    const { mentor, mentee } = aPair(world);
    const tie = seniorTie(world, mentee, mentor, 0.45);
    const c = world.ties.senior.column;
    c.tieStage[tie] = 4;
    c.furthest[tie] = 4;
    const seen: number[] = [];
    for (let n = 0; n <= 27 * 4; n++) {
      runStep(world, development);
      seen.push(c.tieStage[tie]);
      world.week++;
    }
    expect([seen[26], seen[27], seen[53], seen[54], seen[81], seen[108]]).toEqual([
      4, 3, 3, 2, 1, 0,
    ]);
    expect(c.furthest[tie]).toBe(4);
  });

  it('need competence of residents, all of it in a structured programme, and none of faculty', () => {
    const world = emptyDepartment();
    const { mentor, mentee } = aPair(world);
    const { competence, structured } = world.people.column;
    const gate = stages[4].competence;
    expect(world.parameter.stageGate).toBe(0.5);
    competence[mentee] = 0.5 * gate - 0.01;
    expect(isGated(world, mentee, 3)).toBe(true);
    competence[mentee] = 0.5 * gate + 0.01;
    expect(isGated(world, mentee, 3)).toBe(false);
    structured[mentee] = 1;
    expect(isGated(world, mentee, 3)).toBe(true);
    competence[mentee] = gate;
    expect(isGated(world, mentee, 3)).toBe(false);
    competence[mentor] = 0;
    structured[mentor] = 1;
    expect(isGated(world, mentor, 3)).toBe(false);
  });

  it('hold a tie back at a gate however often the two meet', () => {
    const { world, tie } = weeklyPair();
    world.people.column.competence.fill(0.01);
    for (let n = 0; n < 60; n++) week(world);
    expect(world.ties.senior.column.tieStage[tie]).toBe(1);
    expect(world.ties.senior.column.rapport[tie]).toBeGreaterThan(stages[6].rapport);
  });

  it('end in a peer tie: nobody is lost, rapport stays, and it is not counted as an ending', () => {
    const { world, tie } = weeklyPair(`${undisturbed}, colleagueAfter: 26`);
    const { senior, peer } = world.ties;
    const { source, target } = senior.column;
    const [mentee, mentor] = [source[tie], target[tie]];
    let weeks = 0;
    let rapport = 0;
    while (senior.column.ended[tie] === 0 && weeks < 200) {
      rapport = senior.column.rapport[tie];
      week(world);
      weeks++;
    }
    expect(weeks).toBeLessThan(200);
    expect([senior.count, peer.count]).toEqual([0, 1]);
    const joined = peer.find(mentee, mentor);
    expect(peer.column.origin[joined]).toBe(colleague);
    expect(peer.column.rapport[joined]).toBeCloseTo(rapport, 1);
    expect(peer.column.tieStage[joined]).toBe(lastStage);
    const { colleague: turned, tieEnd } = world.events;
    expect([turned.bySlot[0], tieEnd.bySlot[0]]).toEqual([1, 0]);
    expect(world.events.tieLeft.bySlot[0]).toBe(0);
    const { peers, mentors, load } = world.people.column;
    expect([mentors[mentee], load[mentor], peers[mentee], peers[mentor]]).toEqual([0, 0, 1, 1]);
  });

  it('have thresholds and gates that never fall, and support and competence within 0 to 1', () => {
    for (let k = 1; k < stages.length; k++) {
      expect(stages[k].meetings).toBeGreaterThan(stages[k - 1].meetings);
      expect(stages[k].rapport).toBeGreaterThan(stages[k - 1].rapport);
      expect(stages[k].competence).toBeGreaterThanOrEqual(stages[k - 1].competence);
      for (const share of [stages[k].career, stages[k].psychosocial, stages[k].sponsorship]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
    }
    expect(stages).toHaveLength(7);
  });
});

describe('endings', () => {
  it('follow the declared chance a month, at rapport 0 and at 0.6', () => {
    for (const [rapport, monthly] of [
      [0, 0.12],
      [0.6, 0.012],
    ]) {
      const world = emptyDepartment(
        'endingWeak: 0.12, endingStrong: 0.012, mismatchEnding: 0, conflictEnding: 0, rapportFadeSenior: 0',
      );
      const { size } = world.people;
      let ties = 0;
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) if (i !== j && ++ties) seniorTie(world, i, j, rapport);
      }
      const weeks = 4;
      for (let n = 0; n < weeks; n++) {
        runStep(world, development);
        world.week++;
      }
      const left = world.ties.senior.count / ties;
      const expected = (1 - monthly) ** (weeks / (52 / 12));
      const error = Math.sqrt((expected * (1 - expected)) / ties);
      expect(Math.abs(left - expected)).toBeLessThan(4 * error);
    }
  });

  it('by mismatch fall on ill-matched pairs that have met, and are counted by cause', () => {
    const world = emptyDepartment(
      'endingWeak: 0.0001, endingStrong: 0.0001, mismatchEnding: 0.5, conflictEnding: 0, rapportFadeSenior: 0',
    );
    const { size } = world.people;
    for (let i = 0; i < 20; i++) {
      for (let j = 20; j < size; j++) {
        const tie = seniorTie(world, i, j, 0.05, i < 10 ? 0 : 1);
        world.ties.senior.column.meetings[tie] = 2;
      }
    }
    runStep(world, development);
    const { ended, quality } = world.ties.senior.column;
    const lost = [0, 0];
    for (let tie = 0; tie < world.ties.senior.size; tie++) {
      if (ended[tie] === 1) lost[quality[tie] === 0 ? 0 : 1]++;
    }
    expect(lost[0]).toBeGreaterThan(30);
    expect(lost[1]).toBe(0);
    expect(world.events.mismatch.bySlot[0]).toBe(lost[0]);
    expect(world.events.conflict.bySlot[0]).toBe(0);
  });

  it('by overload let the weakest tie go after the mentor’s patience', () => {
    const world = emptyDepartment();
    const { mentor, mentee } = aPair(world);
    const others = [mentee, mentee + 2, mentee + 4].filter((seat) => seat < world.people.size);
    const ties = others.map((seat, k) => seniorTie(world, seat, mentor, 0.3 + 0.1 * k));
    world.ties.senior.compact(world.people.size);
    world.people.column.overloadWeeks[mentor] = world.parameter.overloadPatience;
    runStep(world, development);
    const { ended } = world.ties.senior.column;
    expect(ties.map((tie) => ended[tie])).toEqual([1, 0, 0]);
    expect(world.events.overload.bySlot[0]).toBe(1);
    expect(world.people.column.overloadWeeks[mentor]).toBe(0);
  });
});

describe('assessment', () => {
  it('helps or releases ties that fail, and leaves the others and the unassessed alone', () => {
    const counted = (assessed: number, rapport: number): number[] => {
      const world = emptyDepartment(`${undisturbed}, rapportFadeSenior: 0`);
      const { size } = world.people;
      world.people.column.assessed.fill(assessed);
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) if (i !== j) seniorTie(world, i, j, rapport, 0.4);
      }
      const ties = world.ties.senior.count;
      world.week += 13;
      runStep(world, development);
      const { quality, ended } = world.ties.senior.column;
      let helped = 0;
      for (let tie = 0; tie < ties; tie++) if (ended[tie] === 0 && quality[tie] > 0.4) helped++;
      return [world.events.release.bySlot[0] / ties, helped / ties];
    };
    const [released, helped] = counted(1, 0.1);
    // 8 in 10 are seen; half of these part without fault
    expect(Math.abs(released - 0.4)).toBeLessThan(0.03);
    expect(Math.abs(helped - 0.4)).toBeLessThan(0.03);
    expect(counted(1, 0.5)).toEqual([0, 0]);
    expect(counted(0, 0.1)).toEqual([0, 0]);
  });
});

describe('all ties started', () => {
  it('are read at half a year with those that ended as 0', () => {
    const world = emptyDepartment(`${undisturbed}, rapportFadeSenior: 0`);
    const { mentor, mentee } = aPair(world);
    seniorTie(world, mentee, mentor, 0.6);
    const lost = seniorTie(world, mentee + 2, mentor, 0.6);
    for (let n = 0; n <= 26; n++) {
      if (n === 10) world.ties.senior.end(lost);
      expect(startedRapport(world, 26, 0)).toBeNaN();
      runStep(world, development);
      world.week++;
    }
    expect(startedRapport(world, 26, 0)).toBeCloseTo(0.3, 12);
    expect(startedRapport(world, 52, 0)).toBeNaN();
  });
});
