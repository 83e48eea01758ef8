/** The figures of a calibration: what was learnt of each parameter, where it fits, and what the fitted model foretells. */
import type { TopLevelSpec } from 'vega-lite';
import type { AbcState } from '../sim/analysis/abc-smc.ts';
import { finalTolerance, profileRange } from '../sim/analysis/abc-smc.ts';
import type { Calibration } from '../sim/analysis/calibration.ts';
import type { Posterior, PredictiveCheck } from '../sim/analysis/posterior.ts';
import type { ChartInk } from './chart-theme.ts';
import { chartConfig } from './chart-theme.ts';
import { frame, schema, tidy } from './charts.ts';
import type { Figure } from './presentation.ts';
import { rangeSpec } from './study-charts.ts';
import { groupLabel } from './vocabulary.ts';

/** A calibration that has ended. */
export interface CalibrationResult {
  readonly calibration: Calibration;
  readonly state: AbcState;
  readonly posterior: Posterior;
  readonly checks: readonly PredictiveCheck[];
  readonly titleOf: (outcome: string) => { readonly title: string; readonly unit: string };
}

/** The three figures by the ends of their files' names. */
export function calibrationFigures(
  result: CalibrationResult,
): Readonly<Record<'posterior' | 'check' | 'profile', Figure>> {
  const { title } = result.calibration;
  return {
    posterior: {
      title: `${title}: what was learnt`,
      description: 'Medians and 95 in 100 of the posterior, within the range of each prior.',
      figure: (ink) => posteriorSpec(result, ink),
    },
    check: {
      title: `${title}: predictive check`,
      description: 'Predictions of the fitted model around the observed values, in SDs.',
      figure: (ink) => checkSpec(result, ink),
    },
    profile: {
      title: `${title}: identifiability`,
      description:
        'Identifiability profile: for each part of a prior’s range the smallest distance to the targets that was met.',
      figure: (ink) => profileSpec(result, ink),
    },
  };
}

/** What the axis across parameters of any unit says. */
const place = 'Place in the prior’s range (0 to 1)';

/** Parameters of any unit side by side: 0 and 1 are the ends of the prior's range. */
function posteriorSpec({ calibration, posterior }: CalibrationResult, ink: ChartInk): TopLevelSpec {
  const marks = calibration.parameters.map(({ title, prior }, p) => {
    const { low, high } = profileRange(prior);
    const within = (value: number): number => (value - low) / (high - low);
    const own = posterior.parameters[p];
    return {
      label: title,
      series: 'posterior',
      ...{ value: within(own.median), low: within(own.low), high: within(own.high) },
    };
  });
  return rangeSpec({
    marks,
    axis: place,
    domain: [0, 1],
    ink,
  });
}

/** Predictions around their targets, in SDs. */
function checkSpec(
  { calibration, checks, titleOf }: CalibrationResult,
  ink: ChartInk,
): TopLevelSpec {
  const marks = calibration.targets.map(({ outcome, group, value, sd }, t) => ({
    label: `${titleOf(outcome).title}, ${groupLabel(group)}`,
    series: 'predictions',
    value: (checks[t].mean - value) / sd,
    low: (checks[t].low - value) / sd,
    high: (checks[t].high - value) / sd,
  }));
  const axis = 'Distance from the observed value, in SDs of its uncertainty';
  return rangeSpec({ marks, axis, zero: true, ink });
}

/** Distances beyond this many times what counts as a fit look alike. */
const farthest = 3;

/** A strip for each parameter: dark where values fit, light where they do not, blank where none was tried. */
function profileSpec({ calibration, posterior }: CalibrationResult, ink: ChartInk): TopLevelSpec {
  const limit = finalTolerance(calibration.targets.length);
  const labels = calibration.parameters.map(({ title }) => title);
  const values = posterior.parameters.flatMap(({ profile }, p) =>
    profile.flatMap(({ distance }, bin) =>
      distance === null
        ? []
        : [
            {
              label: labels[p],
              from: tidy(bin / profile.length),
              to: tidy((bin + 1) / profile.length),
              distance: tidy(Math.min(farthest, distance / limit)),
            },
          ],
    ),
  );
  const left = Math.min(300, 24 + Math.max(...labels.map(({ length }) => length)) * 7.4);
  return {
    $schema: schema,
    config: chartConfig(ink),
    ...frame(640, labels.length * 34 + 60, { left, right: 130, top: 6, bottom: 50 }),
    data: { values },
    mark: { type: 'rect' },
    encoding: {
      y: {
        field: 'label',
        type: 'nominal',
        sort: labels,
        scale: { paddingInner: 0.25 },
        axis: { title: null, labelLimit: left * 1.7, ticks: false, domain: false },
      },
      x: {
        field: 'from',
        type: 'quantitative',
        scale: { domain: [0, 1] },
        axis: { title: place, tickCount: 6 },
      },
      x2: { field: 'to' },
      color: {
        field: 'distance',
        type: 'quantitative',
        scale: { domain: [0, farthest], scheme: 'viridis' },
        legend: {
          title: ['Distance,', '1 or less fits'],
          gradientLength: 80,
          values: [0, 1, 2, 3],
        },
      },
    },
  } as TopLevelSpec;
}
