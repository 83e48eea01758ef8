/** Words, tables and figure of a calibration: what was learnt, what cannot be told, and whether the model fits. */
import type { AbcState } from '../sim/analysis/abc-smc.ts';
import { effectiveParticles, finalTolerance } from '../sim/analysis/abc-smc.ts';
import type { Calibration } from '../sim/analysis/calibration.ts';
import type { CalibrationResult } from './calibration-figures.ts';
import { calibrationFigures } from './calibration-figures.ts';
import { formatFor, levelText, noNumber } from './numbers.ts';
import type { Presentation } from './presentation.ts';
import { fewText, inHundred, shareText, shortNumber } from './presentation.ts';
import { countText, groupLabel } from './vocabulary.ts';

/** Less of the prior's variance than this taken away: the targets do not speak of the parameter. */
const hardlyLearnt = 0.3;
/** A target further out than this among the predictions is not met. */
const misfit = 0.05;

/** The parameters: prior, posterior, how much was learnt. */
export function presentCalibration(result: CalibrationResult): Presentation {
  const { calibration, posterior, state } = result;
  const { parameters } = calibration;
  const { check } = calibrationFigures(result);
  return {
    title: calibration.title || calibration.name,
    paragraph: paragraphOf(result),
    columns: [
      { title: 'Parameter' },
      { title: 'Prior', number: true },
      { title: 'Posterior median', number: true },
      { title: '95 % interval', number: true },
      { title: 'Learnt', number: true },
    ],
    rows: parameters.map(({ title, prior }, p) => {
      const own = posterior.parameters[p];
      return [
        title,
        priorText(prior),
        shortNumber(own.median),
        `${shortNumber(own.low)} to ${shortNumber(own.high)}`,
        inHundred(own.learnt),
      ];
    }),
    ...{ description: check.description, figure: check.figure },
    data: {
      end: state.end,
      generations: state.generations.map(({ tolerance, tried, particles }) => ({
        tolerance,
        tried,
        effective: effectiveParticles(particles),
      })),
      parameters: parameters.map(({ path }, p) => ({ path, ...posterior.parameters[p] })),
      entangled: posterior.entangled.map(({ parameters: [a, b], correlation }) => ({
        paths: [parameters[a].path, parameters[b].path],
        correlation,
      })),
      targets: calibration.targets.map((target, t) => ({ ...target, check: result.checks[t] })),
    },
  };
}

/** The targets: observed and foretold. */
export function checkTable({ calibration, checks, titleOf }: CalibrationResult): {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  return {
    columns: ['Target', 'Observed', 'SD', 'Foretold', '5 to 95 in 100', 'Chance', 'Instrument'],
    rows: calibration.targets.map(({ outcome, group, value, sd, instrument }, t) => {
      const { title, unit } = titleOf(outcome);
      const { mean, low, high, chance } = checks[t];
      const format = formatFor(unit, [mean, value], sd * 2);
      return [
        `${title}, ${groupLabel(group)}${format.unit === '' ? '' : ` (${format.unit})`}`,
        levelText(value, format),
        levelText(sd, format),
        levelText(mean, format),
        Number.isNaN(low) ? noNumber : `${levelText(low, format)} to ${levelText(high, format)}`,
        shareText(chance),
        instrument.name,
      ];
    }),
  };
}

/** The identifiability profile as text: a row a parameter, a digit for each twentieth of its range. */
export function profileTable({ calibration, posterior }: CalibrationResult): {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  const limit = finalTolerance(calibration.targets.length);
  return {
    columns: ['Parameter', 'From', 'Nearest distance, by part of the range', 'To'],
    rows: calibration.parameters.map(({ title }, p) => {
      const { profile } = posterior.parameters[p];
      const marks = profile.map(({ distance }) => {
        if (distance === null) return '·';
        return distance <= limit ? '#' : distance <= 2 * limit ? '+' : '-';
      });
      const half = (profile[1].value - profile[0].value) / 2;
      return [
        title,
        shortNumber(profile[0].value - half),
        marks.join(''),
        shortNumber(profile[profile.length - 1].value + half),
      ];
    }),
  };
}

/** Said below the profile. */
export const profileKey =
  '# fits the targets, + near, - far, · not tried. Marks all along a range: the targets cannot tell the parameter.';

function priorText({
  kind,
  low,
  high,
  centre,
  spread,
}: Calibration['parameters'][0]['prior']): string {
  if (kind === 'uniform') return `${shortNumber(low)} to ${shortNumber(high)}`;
  return `${kind === 'normal' ? 'normal' : 'log-normal'} ${shortNumber(centre)}, ${shortNumber(spread)}`;
}

function paragraphOf({
  calibration,
  state,
  posterior,
  checks,
  titleOf,
}: CalibrationResult): string {
  const { parameters, targets } = calibration;
  const last = state.generations[state.generations.length - 1];
  const tried = state.generations.reduce((sum, own) => sum + own.tried, state.tried);
  const effective = effectiveParticles(last?.particles ?? []);
  const ends: Readonly<Record<AbcState['end'], string>> = {
    open: 'Calibration is not over yet.',
    reached: 'Calibration came as near to the targets as their uncertainty allows.',
    'too many tries':
      'Calibration was given up before it came near enough: take what follows as a direction only.',
    'generations used up':
      'The generations were used up before it came near enough: raise `generations`, or doubt the model.',
  };
  const idle = parameters.filter((_, p) => posterior.parameters[p].learnt < hardlyLearnt);
  const missed = targets.filter((_, t) => checks[t].chance < misfit);
  const tied = posterior.entangled.map(
    ({ parameters: [a, b] }) => `“${parameters[a].title}” and “${parameters[b].title}”`,
  );
  const parts = [
    `${ends[state.end]} ${countText(tried, 'set')} of values were simulated, ${countText(calibration.replicates, 'future')} each; ${countText(last?.particles.length ?? 0, 'particle')} are left, worth ${Math.round(effective)} of equal weight.`,
    idle.length > 0
      ? `The targets hardly speak of ${fewText(idle.map(({ title }) => title))}: their ranges are still those of the priors.`
      : 'The targets speak of every free parameter.',
    tied.length > 0 ? `Only a combination is known of ${tied.slice(0, 3).join('; ')}.` : '',
    missed.length > 0
      ? `The fitted model does not meet ${fewText(missed.map(({ outcome, group }) => `${titleOf(outcome).title}, ${groupLabel(group)}`))}: something else than the free parameters is wrong, or the target is.`
      : 'Fresh futures of the fitted model meet every target.',
    'A fit is no proof: other models may fit as well, and targets that were fitted cannot test the model.',
  ];
  return parts.filter(Boolean).join(' ');
}
