/** What follows from the parameters once and for all: weekly rates and look-up tables. */
import { exp, log } from '../../sim/chance/portable.ts';
import type { Values } from '../../sim/model/parameters.ts';
import { hazardFromMonthly, perMonth, perYear, weeksPerYear } from '../../sim/model/time.ts';
import type { Accounts } from './accounts.ts';
import type { GrowthConstants } from './growth-constants.ts';
import { deriveGrowth } from './growth-constants.ts';
import { logTable } from './logarithms.ts';
import type { mentoringParameters } from './parameters/index.ts';
import { usualMentees } from './usual.ts';

/** Protected hours at which capacity has its full gain: 100 hours a year (evidence: fte_per_mentor). */
const fundedHoursPerWeek = 100 / weeksPerYear;

/** Mean rapport of a working tie, at which one tie of capacity is one tie's hours. */
const usualRapport = 0.56;

export interface Constants {
  /** Chance contacts a week at full presence and a sociability of 1. */
  readonly contacts: number;
  readonly introduction: number;
  readonly freeTime: number;
  readonly search: number;
  readonly informalMeetings: number;
  readonly peerMeetings: number;
  /** Mentor's hours a week that one informal tie of usual rapport asks. */
  readonly hoursPerTie: number;
  /** Gain of capacity for each protected hour a week. */
  readonly gainPerHour: number;
  /** ln of the weekly hazard of ending at rapport 0, and its slope in rapport. */
  readonly endingLog: number;
  readonly endingSlope: number;
  /** Weekly hazards of rupture by mismatch, at quality 0, and by conflict. */
  readonly mismatch: number;
  readonly conflict: number;
  readonly exitFaculty: number;
  readonly exitResidents: number;
  readonly psychosocialEffect: number;
  readonly careerEffect: number;
  readonly meaningEffect: number;
  /** Rise of generativity with support received. */
  readonly receivedEffect: number;
  /** Part of what training and practice have added to skill that is left a week later. */
  readonly skillKept: number;
  /** Weekly persistence and innovation of a department's workload shock. */
  readonly shockKept: number;
  readonly shockNew: number;
  /** Senior ties wanted by residents and by faculty rank. */
  readonly wanted: readonly number[];
  readonly growth: GrowthConstants;
  /** Rows of the ledger. */
  readonly accounts: Accounts;
  /** ln(1 + n) for small n. */
  readonly log1: Float64Array;
  /** What so many mentees add to a mentor's appeal: nothing at the usual number. */
  readonly reputation: Float64Array;
}

/** Converts declared rates to weeks: the only place where units change. */
export function deriveConstants(
  p: Values<typeof mentoringParameters>,
  accounts: Accounts,
): Constants {
  const meetingsPerWeek = perMonth(p.informalMeetings);
  const weak = hazardFromMonthly(p.endingWeak);
  const strong = hazardFromMonthly(p.endingStrong);
  const shockMemory = 40;
  const shockKept = exp(-1 / shockMemory);
  return {
    contacts: perMonth(p.contactsPerMonth) / (p.sociabilityMean * p.sociabilityMean),
    introduction: perMonth(p.introductionsPerMonth),
    freeTime: perMonth(p.freeTimeContacts),
    search: perMonth(p.searchPerMonth),
    informalMeetings: meetingsPerWeek,
    peerMeetings: perMonth(p.peerMeetings),
    hoursPerTie: meetingsPerWeek * (0.5 + usualRapport) * p.meetingHours,
    gainPerHour: (p.protectedGain - 1) / fundedHoursPerWeek,
    endingLog: log(Math.max(weak, 1e-9)),
    endingSlope: log(strong / Math.max(weak, 1e-9)) / 0.6,
    mismatch: hazardFromMonthly(p.mismatchEnding),
    conflict: -log(1 - p.conflictEnding) / weeksPerYear,
    exitFaculty: perYear(p.exitFaculty),
    exitResidents: perYear(p.exitResidents),
    psychosocialEffect: p.psychosocialEffect * p.causalShare,
    careerEffect: p.careerEffect * p.causalShare,
    meaningEffect: p.meaningEffect * p.causalShare,
    receivedEffect: p.receivedWeight * p.causalShare,
    skillKept: exp(-log(2) / (p.skillHalfLife * weeksPerYear)),
    shockKept,
    shockNew: p.workloadShock * Math.sqrt(1 - shockKept * shockKept),
    // nobody is senior to a full professor
    wanted: [p.wantedByResidents, p.wantedByJunior, p.wantedByJunior, p.wantedByAssociate, 0],
    growth: deriveGrowth(p),
    accounts,
    log1: logTable,
    reputation: logTable.map((known) => p.reputation * (known - logTable[usualMentees])),
  };
}
