/** Words, tables and figures of robustness, attribution within a bundle, and the front of cost and outcomes. */
import type { Aim, FrontMember } from '../sim/analysis/pareto.ts';
import type { StudyArm } from '../sim/analysis/study-arms.ts';
import type { ArmRobustness, StudyAttribution } from '../sim/analysis/study-policies.ts';
import { axisTitle } from './charts.ts';
import { differenceText, formatFor, levelText, noNumber, rangeText } from './numbers.ts';
import type { Presentation, StudyContext } from './presentation.ts';
import {
  armData,
  armText,
  factorText,
  fewText,
  finer,
  inHundred,
  outcomeOf,
} from './presentation.ts';
import { rangeSpec, scatterSpec } from './study-charts.ts';
import { countText, groupNoun, outcomeTitle, upperFirst } from './vocabulary.ts';

/** How policies fare across worlds. */
export function presentRobustness(
  context: StudyContext,
  policies: readonly ArmRobustness[],
): Presentation {
  const outcome = outcomeOf(context);
  const format = formatFor(
    outcome.unit,
    policies.flatMap(({ gain, greatestRegret }) => [gain, greatestRegret]),
    finer(outcome.smallestImportant),
  );
  const worlds = policies[0]?.worlds ?? 0;
  const surest = [...policies].sort((a, b) => b.helps - a.helps || b.gain - a.gain)[0];
  const safest = [...policies].sort((a, b) => a.greatestRegret - b.greatestRegret)[0];
  const matters = outcome.smallestImportant ?? 0;
  const losing = policies.filter(({ worstGroupGain }) => worstGroupGain < -matters);
  const gain = (value: number): string => differenceText(value, format);
  return {
    title: `How sure are the gains? ${upperFirst(outcome.subject)}`,
    paragraph: `Of ${countText(worlds, 'world')}, “${armText(surest.arm)}” helps in ${inHundred(surest.helps)} and clearly harms in ${inHundred(surest.clearlyHarms)}. “${armText(safest.arm)}” can be regretted least: at worst it falls short of the best choice in a world by ${gain(safest.greatestRegret).replace('+', '')} ${format.unit}.${
      losing.length > 0
        ? ` On average a group loses: ${losing
            .map(({ arm, worstGroup }) => `${groupNoun(worstGroup)} under “${armText(arm)}”`)
            .slice(0, 3)
            .join('; ')}.`
        : ' No group loses on average by as much as matters.'
    } Worlds count alike here; how likely each is, nobody has said.`,
    columns: [
      { title: 'Policy' },
      { title: 'Helps in', number: true },
      { title: 'Clearly helps / harms', number: true },
      { title: 'Mean gain', number: true },
      { title: 'In the worst tenth', number: true },
      { title: 'Regret: mean / greatest', number: true },
      { title: 'Worst group' },
    ],
    rows: policies.map((own) => [
      armText(own.arm),
      `${inHundred(own.helps)} (${Math.round(own.helpsInterval.low * 100)} to ${Math.round(own.helpsInterval.high * 100)})`,
      `${Math.round(own.clearlyHelps * 100)} / ${Math.round(own.clearlyHarms * 100)}`,
      gain(own.gain),
      gain(own.gainInPoorWorlds),
      `${gain(own.meanRegret).replace('+', '')} / ${gain(own.greatestRegret).replace('+', '')}`,
      own.worstGroup === ''
        ? noNumber
        : `${groupNoun(own.worstGroup)}: ${gain(own.worstGroupGain)}, helped in ${inHundred(own.worstGroupHelps)}`,
    ]),
    description: 'Share of worlds in which each policy helps, with 95 % interval.',
    figure: (ink) =>
      rangeSpec({
        marks: policies.map((own) => ({
          label: armText(own.arm),
          series: 'helps',
          value: own.helps * 100,
          low: own.helpsInterval.low * 100,
          high: own.helpsInterval.high * 100,
        })),
        axis: 'Worlds in which it helps, in 100',
        zero: true,
        ink,
      }),
    data: {
      ...context.cell,
      policies: policies.map(({ arm, policy: _, ...numbers }) => ({
        levers: armData(arm),
        ...numbers,
      })),
    },
  };
}

/** Which policy of a bundle does how much. */
export function presentAttribution(context: StudyContext, bundle: StudyAttribution): Presentation {
  const outcome = outcomeOf(context);
  const format = formatFor(
    outcome.unit,
    [bundle.change, ...bundle.policies.map(({ share }) => share)],
    finer(outcome.smallestImportant),
  );
  const name = (path: string): string => factorText(bundle.factors, path);
  const text = (value: number): string => differenceText(value, format);
  const sorted = [...bundle.policies].sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
  const unclear = sorted.filter(({ low, high }) => low <= 0 && high >= 0);
  const alone = sorted.reduce((sum, own) => sum + own.alone, 0);
  const overlap = bundle.change - alone;
  const together =
    Math.abs(overlap) < Math.abs(bundle.change) * 0.1
      ? 'They hardly help or hinder each other.'
      : Math.sign(overlap) === Math.sign(bundle.change)
        ? `Together they bring ${text(overlap)} more than one by one: they help each other.`
        : `One by one they would add up to ${text(alone)}: they do part of the same work.`;
  return {
    title: `Which policy does how much? ${upperFirst(outcome.subject)}`,
    paragraph: `The whole bundle changes ${outcome.subject} by ${text(bundle.change)} ${format.unit} (interval of the mean ${rangeText(bundle.changeLow, bundle.changeHigh, format)}). Most of it goes to “${name(sorted[0].policy)}”: ${text(sorted[0].share)}. ${together}${unclear.length > 0 ? ` Not clearly different from nothing: ${fewText(unclear.map(({ policy }) => name(policy)))}.` : ''} Shares are averages over all orders of adding the policies (Shapley values); they add up to the whole.`,
    columns: [
      { title: 'Policy' },
      { title: 'Share of the change', number: true },
      { title: 'Interval of the mean', number: true },
      { title: 'Alone', number: true },
      { title: 'Lost if left out', number: true },
    ],
    rows: [
      ...sorted.map(({ policy, share, low, high, alone: own, last }) => [
        name(policy),
        text(share),
        rangeText(low, high, format),
        text(own),
        text(last),
      ]),
      [
        'Whole bundle',
        text(bundle.change),
        rangeText(bundle.changeLow, bundle.changeHigh, format),
        '',
        '',
      ],
    ],
    description: 'Shapley values of the policies, with 95 % intervals of the mean.',
    figure: (ink) =>
      rangeSpec({
        marks: sorted.map(({ policy, share, low, high }) => ({
          label: name(policy),
          series: 'share',
          value: share * format.scale,
          low: low * format.scale,
          high: high * format.scale,
        })),
        axis: `Share of the change (${axisTitle(format)})`,
        zero: true,
        ink,
      }),
    data: {
      ...context.cell,
      policies: bundle.policies,
      change: bundle.change,
      changeLow: bundle.changeLow,
      changeHigh: bundle.changeHigh,
      futures: bundle.futures,
    },
  };
}

/** What nothing beats. */
export function presentFront(
  context: StudyContext,
  aims: readonly Aim[],
  {
    arms,
    members,
  }: { readonly arms: readonly StudyArm[]; readonly members: readonly FrontMember[] },
): Presentation {
  const { model } = context;
  const formats = aims.map(({ outcome }, aim) => {
    const declared = model.outcomes[outcome];
    const values = members.map(({ means }) => means[aim]);
    return formatFor(declared?.unit ?? '', values, declared?.smallestImportant);
  });
  const titles = aims.map(({ outcome }, aim) => {
    const unit = axisTitle(formats[aim]);
    return `${outcomeTitle(model, outcome)}${unit === '' ? '' : ` (${unit})`}`;
  });
  const label = (choice: number): string =>
    arms[choice].key === '' ? 'first arm (baseline)' : armText(arms[choice]);
  const front = members.filter(({ onFront }) => onFront);
  const unsure = front.filter(({ sureness }) => sureness < 0.8);
  const beaten = members.filter(({ onFront }) => !onFront);
  return {
    title: `Choices that nothing beats: ${aims.map(({ outcome }) => outcomeTitle(model, outcome).toLowerCase()).join(' and ')}`,
    paragraph: `${front.length} of ${countText(members.length, 'choice')} ${front.length === 1 ? 'is' : 'are'} on the front: no other choice is at least as good in every aim and better in one.${
      beaten.length > 0
        ? ` Beaten: ${beaten
            .slice(0, 3)
            .map(({ choice, beatenBy }) => `“${label(choice)}” by “${label(beatenBy)}”`)
            .join('; ')}${beaten.length > 3 ? ` and ${beaten.length - 3} more` : ''}.`
        : ''
    }${unsure.length > 0 ? ` Unsure, since luck alone may have put them there: ${fewText(unsure.map(({ choice }) => label(choice)))}.` : ''} Which choice on the front is right depends on what the outcome is worth to you.`,
    columns: [
      { title: 'Choice' },
      ...titles.map((title) => ({ title, number: true })),
      { title: 'On the front' },
      { title: 'In redrawn futures', number: true },
    ],
    rows: [...members]
      .sort((a, b) => a.means[0] - b.means[0])
      .map(({ choice, means, onFront, sureness }) => [
        label(choice),
        ...means.map((mean, aim) => levelText(mean, formats[aim])),
        onFront ? 'yes' : 'no',
        Number.isNaN(sureness) ? noNumber : inHundred(sureness),
      ]),
    description: 'Choices by the first two aims; those on the front are diamonds.',
    figure: (ink) =>
      scatterSpec({
        points: members.map(({ choice, means, onFront }) => ({
          x: means[0] * formats[0].scale,
          y: means[1] * formats[1].scale,
          kind: onFront ? 'on the front' : 'beaten',
          ...(onFront || members.length <= 12 ? { label: label(choice) } : {}),
        })),
        kinds: ['on the front', 'beaten'],
        x: titles[0],
        y: titles[1],
        ink,
      }),
    data: {
      aims,
      choices: members.map(({ choice, ...numbers }) => ({
        levers: armData(arms[choice]),
        ...numbers,
      })),
    },
  };
}
