/** What a set of virtual trials says, in plain words. */

import { meanOf } from '../sim/analysis/statistics.ts';
import type { TrialPower } from '../sim/analysis/trial.ts';
import type { TrialDesign, TrialResult } from '../sim/analysis/trial-run.ts';
import type { Outcome } from '../sim/model/outcomes.ts';
import { differenceText, formatFor } from './numbers.ts';

/** What is told of the trials besides the results. */
export interface TrialStory {
  readonly design: TrialDesign;
  readonly outcome: Outcome<never>;
  readonly group: string;
  readonly weeks: number;
  readonly results: readonly TrialResult[];
  readonly power: TrialPower;
}

const designs: Readonly<Record<TrialDesign, string>> = {
  individual: 'people are randomised, half to the programme',
  cluster: 'departments are randomised, half to the programme',
  steppedWedge: 'departments begin one after another, in random order',
};

/** Sentences on what the trials find, how that compares with rolling out, and the size needed. */
export function trialAnswer(story: TrialStory): string[] {
  const { design, outcome, group, results, power } = story;
  const means = {
    rollOut: meanOf(results.map(({ rollOut }) => rollOut)),
    spillover: meanOf(results.map(({ spillover }) => spillover).filter(Number.isFinite)),
    correlation: meanOf(results.map(({ correlation }) => correlation).filter(Number.isFinite)),
    people: meanOf(results.map(({ people }) => people)),
    clusters: meanOf(results.map(({ clusters }) => clusters)),
  };
  const shown = [power.effect, means.rollOut, means.spillover].filter(Number.isFinite);
  const format = formatFor(outcome.unit, shown, outcome.smallestImportant);
  const text = (value: number): string => `${differenceText(value, format)} ${format.unit}`;
  const percent = (share: number): string => `${Math.round(share * 100)} in 100`;
  return [
    `${outcome.title}, ${group}: ${designs[design]}; ${Math.round(means.people)} people in ${Math.round(means.clusters)} departments, measured after ${story.weeks} weeks${design === 'steppedWedge' ? ' in each period' : ''}; ${power.trials} simulated trials.`,
    `Such a trial finds ${text(power.effect)} on average (95 % interval of this mean ${differenceText(power.meanLow, format)} to ${differenceText(power.meanHigh, format)}); one trial varies with a standard deviation of ${differenceText(power.spread, format).replace('+', '')}.`,
    `Giving the programme to everybody instead of nobody changes it by ${text(means.rollOut)}.${spillText(means.spillover, text)}`,
    `${percent(power.power)} of trials of this size find a significant effect (95 % interval ${percent(power.powerLow)} to ${percent(power.powerHigh)}).`,
    sizeText(power, means, design),
    ...(Number.isFinite(means.correlation)
      ? [
          `Intraclass correlation within departments without the programme: ${means.correlation.toFixed(3)}.`,
        ]
      : []),
  ];
}

function spillText(spillover: number, text: (value: number) => string): string {
  if (!Number.isFinite(spillover))
    return ' Nobody is left without it at the end, so there is no spillover to see.';
  return ` Those from whom it is withheld change by ${text(spillover)} through their ties (spillover).`;
}

function sizeText(
  { times, timesLow, timesHigh }: TrialPower,
  { people, clusters }: { readonly people: number; readonly clusters: number },
  design: TrialDesign,
): string {
  if (!Number.isFinite(timesHigh)) {
    const least = `${round(timesLow * people)} people`;
    return `These trials cannot tell the effect from none, so the size needed is unknown: at least ${least}. Simulate more trials.`;
  }
  const size = (factor: number): string =>
    round(design === 'individual' ? factor * people : Math.max(factor * clusters, 2));
  const unit = design === 'individual' ? 'people' : 'departments of this size';
  return `To find it four times in five a trial needs about ${size(times)} ${unit} (95 % interval ${size(timesLow)} to ${size(timesHigh)}), if effect and spillover stay the same with size.`;
}

function round(n: number): string {
  return Number(Math.ceil(n).toPrecision(2)).toLocaleString('en-GB');
}
