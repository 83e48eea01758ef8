/** What a survey's figure means in the model: the wording of "a mentor", the measure of burnout. */
import { log, sigmoid } from '../../../sim/chance/portable.ts';

/** ln(p / (1 − p)). */
export function logOdds(p: number): number {
  return log(p / (1 - p));
}

/**
 * How much higher the log-odds of one symptom (the model's definition) are than those of another
 * measure. `strict`: 47.3 % against 35.7 % of the same 31,210 residents (evidence 46). `standpoint`:
 * 43.9 % of US physicians in 2017 against 29 % of faculty in AAMC StandPoint (evidence 47); other
 * people were asked, so this one is an assumption (grade D).
 */
const symptomAbove: Readonly<Record<string, number>> = {
  symptom: 0,
  strict: logOdds(0.473) - logOdds(0.357),
  standpoint: logOdds(0.439) - logOdds(0.29),
};

/** A measured share of burned-out people as the share with at least one symptom. */
export function asSymptomShare(measured: number, instrument: string): number {
  return sigmoid(logOdds(measured) + symptomAbove[instrument]);
}

/** The share with at least one symptom as the given instrument would measure it. */
export function asMeasured(symptomShare: number, instrument: string): number {
  return sigmoid(logOdds(symptomShare) - symptomAbove[instrument]);
}
