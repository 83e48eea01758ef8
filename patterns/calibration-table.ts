/** The tables of docs/calibration.md: free parameters, and the fit on tuning and on fresh seeds. */
import type { NumberSpec } from '../sim/model/parameters.ts';
import { freeParameters, heldOut, targets } from './calibration-plan.ts';
import type { Prevalences } from './prevalences.ts';
import { prevalenceOf, prevalences } from './prevalences.ts';
import { model } from './stage.ts';
import { number } from './table.ts';

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Every free parameter: where it started, what was found, what is shipped. */
export function parameterTable(found: Readonly<Record<string, number>>): string {
  const head = ['parameter', 'unit', 'start', 'found', 'shipped', 'plausible range'];
  return [
    row(head),
    row(head.map(() => '---')),
    ...freeParameters.map(({ name, start }) => {
      const spec = model.shape.parameters[name] as NumberSpec;
      const [low, high] = spec.plausible;
      const range = `${low} to ${high}`;
      const cells = [`\`${name}\``, spec.unit, start, found[name], spec.default, range];
      return row(cells.map((cell) => `${cell}`.replace('-', '−')));
    }),
  ].join('\n');
}

/** Every band: its target or that it was held out, and the means of both lots of seeds. */
export function fitTable(tuned: readonly Prevalences[], fresh: readonly Prevalences[]): string {
  const head = ['quantity', 'band', 'target', 'tuning seeds', 'fresh seeds', 'within'];
  return [
    row(head),
    row(head.map(() => '---')),
    ...prevalences.map((prevalence) => {
      const { key, title, band } = prevalence;
      const value = prevalenceOf(prevalence, fresh);
      return row([
        title,
        `${number(band[0])} to ${number(band[1])}`,
        key in targets ? number(targets[key]) : heldOut.includes(key) ? 'held out' : '–',
        number(prevalenceOf(prevalence, tuned)),
        number(value),
        value >= band[0] && value <= band[1] ? 'yes' : '**no**',
      ]);
    }),
  ].join('\n');
}
