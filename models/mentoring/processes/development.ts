/** How ties develop: rapport fades, stages follow meetings, rapport and competence, and ties end. */
import { exp } from '../../../sim/chance/portable.ts';
import type { Rng } from '../../../sim/chance/threefry.ts';
import type { Step } from '../../../sim/model/model.ts';
import { chanceWithin, hazardReaching } from '../../../sim/model/time.ts';
import { decide, watcher } from '../../../sim/model/trace.ts';
import { resident } from '../codes.ts';
import { bondOf, joinAsColleagues } from '../colleagues.ts';
import type { MentoringWorld } from '../shape.ts';
import { lastStage, stages } from '../stages.ts';
import { countTies } from '../tie-counts.ts';
import { arrive, endSenior, readCohorts } from '../tie-histories.ts';

/** A tie falls back a stage after half a year without a meeting. */
const silentWeeks = 26;
/** A silent tie, and one that once had more rapport than this and lost it, ends so much faster. */
const lowRapport = 0.1;
export const neglectFactor = 3;
/** From this stage on, the two know that they suit each other: mismatch no longer breaks the tie. */
export const settledStage = 3;

const meetingsFor = stages.map((stage) => stage.meetings);
const rapportFor = stages.map((stage) => stage.rapport);
const competenceFor = stages.map((stage) => stage.competence);

export const development: Step<MentoringWorld> = {
  name: 'development',
  doc: 'Rapport fades without meetings; ties move through seven stages, with a competence gate for residents; weak, ill-matched and quarrelling ties end; an overloaded mentor lets the weakest go; the last stage makes colleagues.',
  run(world, rng) {
    readCohorts(world);
    developSenior(world, rng);
    developPeer(world, rng);
    letGo(world);
    countTies(world);
  },
};

/** Whether a tie is neglected: silent for long, or with rapport that it once had and lost. */
export function isNeglected(stage: number, silent: number, rapport: number): boolean {
  return stage > 0 && (silent > silentWeeks || rapport < lowRapport);
}

/** Whether the competence gate keeps a resident's senior tie from the stage after `stage`. */
export function isGated(world: MentoringWorld, mentee: number, stage: number): boolean {
  const { role, competence, structured } = world.people.column;
  if (role[mentee] !== resident || stage >= lastStage) return false;
  const strict = world.parameter.stageGate;
  const strictness = strict + (1 - strict) * structured[mentee];
  return competence[mentee] < strictness * competenceFor[stage + 1];
}

function developSenior(world: MentoringWorld, rng: Rng): void {
  const { people, ties, constant, parameter, week, events } = world;
  const { chanceKey: key, assessed } = people.column;
  const store = ties.senior;
  const { source, target, ended, rapport, meetings, lastMet, quality, tieStage } = store.column;
  const { stageSince, furthest } = store.column;
  const { endingLog, endingSlope, mismatch, conflict } = constant;
  const kept = 1 - parameter.rapportFadeSenior;
  const { colleagueAfter } = parameter;
  const highest = neglectFactor * exp(endingLog + Math.max(0, endingSlope));
  // no tie ends more often than a neglected, ill-matched one without rapport
  const most = chanceWithin(highest + mismatch + conflict);
  // ties added below are peer ties, so that `store` keeps its rows
  for (let t = 0; t < store.size; t++) {
    if (ended[t] !== 0) continue;
    const r = rapport[t] * kept;
    rapport[t] = r;
    const i = source[t];
    let stage = tieStage[t];
    const silent = week - lastMet[t];
    if (stage < lastStage && meetings[t] >= meetingsFor[stage + 1] && r >= rapportFor[stage + 1]) {
      if (!isGated(world, i, stage)) {
        tieStage[t] = ++stage;
        stageSince[t] = week;
        if (stage > furthest[t]) arrive(world, t, stage);
      }
    } else if (stage > 0 && silent > silentWeeks && week - stageSince[t] > silentWeeks) {
      tieStage[t] = --stage;
      stageSince[t] = week;
    } else if (stage === lastStage && week - stageSince[t] >= colleagueAfter) {
      becomeColleagues(world, t);
      continue;
    }
    if (assessed[i] > 0 && isReleased(world, rng, t)) {
      endSenior(world, t);
      events.release.add(i, 1);
      continue;
    }
    const u = rng.uniform(key[i], key[target[t]]);
    const trace = watcher(world, i, target[t]);
    if (!trace && u >= most) continue;
    let drift = exp(endingLog + endingSlope * r);
    if (isNeglected(stage, silent, r)) drift *= neglectFactor;
    const misfit = stage < settledStage && meetings[t] > 0 ? mismatch * (1 - quality[t]) : 0;
    const hazard = decide(
      trace,
      'ending',
      i,
      target[t],
      drift + misfit + conflict,
      trace ? hazardReaching(u) : 0,
      t,
    );
    const chance = chanceWithin(hazard);
    if (u >= chance) continue;
    // where in its range the uniform fell tells the cause
    const cause = (u / chance) * hazard;
    if (cause < misfit) events.mismatch.add(i, 1);
    else if (cause < misfit + conflict) events.conflict.add(i, 1);
    endSenior(world, t);
  }
}

/** A tie after the last stage goes on between equals: it leaves one layer and joins the other. */
function becomeColleagues(world: MentoringWorld, t: number): void {
  const { senior } = world.ties;
  const bond = bondOf(world, t);
  senior.end(t);
  joinAsColleagues(world, senior.column.source[t], bond);
}

/** Weeks between two assessments of a tie, and the rapport below which one counts as failing. */
const assessEvery = 13;
const failingBelow = 0.22;
/** An assessment sees a failing tie so often; of those seen so many are helped, the rest released. */
const sensitivity = 0.8;
const helped = 0.5;
/** Help closes this share of the way from the pair's quality to the best. */
const helpGain = 0.3;

/** Assessment: a failing tie is seen early and is helped, or the two part without fault. */
function isReleased(world: MentoringWorld, rng: Rng, t: number): boolean {
  const { people, ties, week } = world;
  const { source, target, started, rapport, quality } = ties.senior.column;
  const age = week - started[t];
  if (age === 0 || age % assessEvery !== 0 || rapport[t] >= failingBelow) return false;
  const { chanceKey, assessed } = people.column;
  const i = source[t];
  const u = rng.uniform(chanceKey[i], chanceKey[target[t]], 2);
  if (u >= sensitivity * assessed[i]) return false;
  if (rng.second() >= helped) return true;
  quality[t] += helpGain * (1 - quality[t]);
  return false;
}

function developPeer(world: MentoringWorld, rng: Rng): void {
  const { people, ties, constant, week } = world;
  const key = people.column.chanceKey;
  const store = ties.peer;
  const { source, target, ended, rapport, meetings, lastMet, tieStage } = store.column;
  const { stageSince, furthest } = store.column;
  const { endingLog, endingSlope } = constant;
  const kept = 1 - world.parameter.rapportFadePeer;
  const most = chanceWithin(neglectFactor * exp(endingLog + Math.max(0, endingSlope)));
  for (let t = 0; t < store.size; t++) {
    if (ended[t] !== 0) continue;
    const r = rapport[t] * kept;
    rapport[t] = r;
    let stage = tieStage[t];
    const silent = week - lastMet[t];
    if (stage < lastStage && meetings[t] >= meetingsFor[stage + 1] && r >= rapportFor[stage + 1]) {
      tieStage[t] = ++stage;
      stageSince[t] = week;
      if (stage > furthest[t]) furthest[t] = stage;
    } else if (stage > 0 && silent > silentWeeks && week - stageSince[t] > silentWeeks) {
      tieStage[t] = --stage;
      stageSince[t] = week;
    }
    const u = rng.uniform(key[source[t]], key[target[t]], 1);
    const trace = watcher(world, source[t], target[t]);
    if (!trace && u >= most) continue;
    let drift = exp(endingLog + endingSlope * r);
    if (isNeglected(stage, silent, r)) drift *= neglectFactor;
    const hazard = decide(
      trace,
      'peerEnding',
      source[t],
      target[t],
      drift,
      trace ? hazardReaching(u) : 0,
      t,
    );
    if (u < chanceWithin(hazard)) store.end(t);
  }
}

/** After weeks of dilution a mentor lets the tie of lowest rapport go. */
function letGo(world: MentoringWorld): void {
  const { people, ties, parameter, events } = world;
  const { overloadWeeks } = people.column;
  const { source, target, ended, rapport } = ties.senior.column;
  for (let mentor = 0; mentor < people.size; mentor++) {
    if (overloadWeeks[mentor] < parameter.overloadPatience) continue;
    const { start, tie } = ties.senior.in;
    let worst = -1;
    for (let k = start[mentor]; k < start[mentor + 1]; k++) {
      const t = tie[k];
      if (ended[t] === 0 && target[t] === mentor && (worst < 0 || rapport[t] < rapport[worst])) {
        worst = t;
      }
    }
    overloadWeeks[mentor] = 0;
    if (worst < 0) continue;
    endSenior(world, worst);
    events.overload.add(source[worst], 1);
  }
}
