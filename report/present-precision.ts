/** Words, table and figure of how well a mean is known, where a design has nothing to compare. */
import type { Precision } from '../sim/analysis/precision.ts';
import { formatFor, levelText, noNumber, rangeText } from './numbers.ts';
import type { Presentation, StudyContext } from './presentation.ts';
import { finer, outcomeOf } from './presentation.ts';
import { rangeSpec } from './study-charts.ts';
import { countText, upperFirst } from './vocabulary.ts';

/** Whether a mean is known well enough. `points` are the settings that it is over. */
export function presentPrecision(
  context: StudyContext,
  precision: Precision,
  points: number,
): Presentation {
  const outcome = outcomeOf(context);
  const { mean, low, high, wanted, reachedAt, further, values } = precision;
  const known = Number.isFinite(low);
  const format = formatFor(
    outcome.unit,
    [mean, low, high].filter(Number.isFinite),
    finer(outcome.smallestImportant),
  );
  const unit = format.unit === '' ? '' : ` ${format.unit}`;
  const within = `within ${levelText(wanted, format)}${unit}`;
  const foreseen = Number.isFinite(further)
    ? `about ${countText(further, 'more replicate')} would do, if the spread stays as it is`
    : 'no end can be foreseen';
  const verdict =
    wanted <= 0
      ? 'How well it should be known was not said: --important gives the distance.'
      : reachedAt === null
        ? `It is not yet known ${within}: ${foreseen}.`
        : `It is known ${within}, since replicate ${reachedAt}.`;
  const over = points > 1 ? ` Mean over ${countText(points, 'setting')} of the design.` : '';
  return {
    title: `Enough futures? ${upperFirst(outcome.subject)}`,
    paragraph: `The design has nothing to compare, so the question is how well the mean is known. ${verdict}${over} The interval holds at every look at once, so you may look whenever you like and stop when it is narrow enough: the chance that it ever misses the mean is at most 5 in 100.`,
    columns: [
      { title: 'Replicates', number: true },
      { title: 'Mean', number: true },
      { title: 'Interval valid at every look', number: true },
      { title: 'Wanted within', number: true },
      { title: 'Reached at', number: true },
      { title: 'More needed', number: true },
    ],
    rows: [
      [
        `${values}`,
        levelText(mean, format),
        known ? rangeText(low, high, format) : noNumber,
        wanted > 0 ? levelText(wanted, format) : noNumber,
        reachedAt === null ? noNumber : `${reachedAt}`,
        Number.isFinite(further) ? `${further}` : 'not foreseen',
      ],
    ],
    description: 'The mean with an interval that is valid at every look.',
    figure: (ink) =>
      rangeSpec({
        marks: [
          {
            label: upperFirst(outcome.subject),
            series: 'mean',
            value: mean * format.scale,
            low: low * format.scale,
            high: high * format.scale,
          },
        ],
        axis: format.unit === '' ? outcome.title : `${outcome.title} (${format.unit})`,
        ink,
      }),
    data: {
      ...context.cell,
      ...{ replicates: values, settings: points, mean, wanted, reachedAt },
      ...{ low: known ? low : null, high: known ? high : null },
      further: Number.isFinite(further) ? further : null,
    },
  };
}
