/** The scenario that an interview writes: settings that differ from the defaults, and how well they fit. */

import { defaultsOf } from '../../../sim/model/parameters.ts';
import { scenarioVersion } from '../../../sim/model/scenario.ts';
import { mentoringParameters } from '../parameters/index.ts';
import { populationSettings } from '../parameters/population.ts';
import type { DepartmentFit, FittedFigure } from './fit.ts';

/** A scenario file of today, with the fit as notes. */
export function fittedScenarioText(fit: DepartmentFit): string {
  const lines = [
    '# What is our department like today?',
    '#',
    `# Fitted to what its chair knows; each figure below is a mean over ${fit.replicates} futures that took no part in fitting.`,
    ...fit.figures.map((figure) => `# ${figureInWords(figure)}`),
    '',
    `mentorscape: ${scenarioVersion}`,
    'title: Our department today',
    ...section('population', fit.population, defaultsOf(populationSettings)),
    ...section('parameters', fit.parameters, defaultsOf(mentoringParameters)),
  ];
  return `${lines.join('\n')}\n`;
}

function section(
  name: string,
  values: DepartmentFit['parameters'],
  defaults: DepartmentFit['parameters'],
): string[] {
  const changed = Object.keys(values).filter((key) => values[key] !== defaults[key]);
  if (changed.length === 0) return [];
  return [`${name}:`, ...changed.map((key) => `  ${key}: ${values[key]}`)];
}

/** One figure: what was asked, what the model gives, and what to doubt. */
export function figureInWords(figure: FittedFigure): string {
  const { title, asked, reached, meanLow, meanHigh, met, note } = figure;
  const percent = (share: number): string => (share * 100).toFixed(1);
  const verdict = met ? 'met' : 'NOT MET';
  const interval = Number.isNaN(meanLow)
    ? ''
    : ` (${percent(Math.max(0, meanLow))} to ${percent(Math.min(1, meanHigh))})`;
  return `${title}: asked ${percent(asked)}, reached ${percent(reached)}${interval} in 100: ${verdict}${note ? `; ${note}` : ''}`;
}
