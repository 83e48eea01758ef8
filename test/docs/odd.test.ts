/** The ODD page follows the declarations, and covers every step, policy, parameter and pattern. */
import { describe, expect, test } from 'vitest';
import { mentoring } from '../../models/mentoring/model.ts';
import { models } from '../../models/registry.ts';
import { patterns } from '../../patterns/index.ts';
import { oddPage } from '../../report/odd.ts';
import type { Model } from '../../sim/model/simulation.ts';
import { readDocument } from './markdown.ts';

const model = mentoring as unknown as Model;
const page = oddPage(model);

describe('docs/odd.md', () => {
  test('is what `npm run docs` makes of the declarations', () => {
    expect(readDocument('docs/odd.md')).toBe(page);
  });

  test('has the seven elements of Grimm et al. 2020 in their order', () => {
    const headings = [...page.matchAll(/^## (\d) (.+)$/gm)].map(([, number, name]) => [
      number,
      name,
    ]);
    expect(headings).toEqual([
      ['1', 'Purpose and patterns'],
      ['2', 'Entities, state variables and scales'],
      ['3', 'Process overview and scheduling'],
      ['4', 'Design concepts'],
      ['5', 'Initialisation'],
      ['6', 'Input data'],
      ['7', 'Submodels'],
    ]);
  });

  test('describes every step of the schedule as a submodel, and no step that is gone', () => {
    const steps = model.schedule.flatMap((step) => (step === 'policies' ? [] : [step.name]));
    expect(Object.keys(model.odd?.steps ?? {}).sort()).toEqual(steps.sort());
  });

  test('speaks of the eleven design concepts', () => {
    expect(Object.keys(model.odd?.concepts ?? {})).toEqual([
      ...['Basic principles', 'Emergence', 'Adaptation', 'Objectives', 'Learning', 'Prediction'],
      ...['Sensing', 'Interaction', 'Stochasticity', 'Collectives', 'Observation'],
    ]);
  });

  test('names every variable, parameter, lever, policy, outcome and event', () => {
    const { shape, policies, outcomes, population } = model;
    const names = [
      ...[shape.people, ...Object.values(shape.layers), shape.parameters, population],
      ...[policies, outcomes, shape.events, ...Object.values(policies).map((p) => p.levers)],
    ].flatMap((declared) => Object.keys(declared));
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  test('names every pattern that is verified', () => {
    const ids = patterns.map(({ id }) => id).filter((id) => id.startsWith('P'));
    expect(ids.filter((id) => !page.includes(`${id} `))).toEqual([]);
    expect(ids).toHaveLength(15);
  });

  test('marks magnitudes that are only recalled', () => {
    const line = page.split('\n').find((each) => each.startsWith('| `trainingGain` |'));
    expect(line).toContain('| A, unverified |');
  });
});

test('every model has an ODD description, if only of its declarations', () => {
  for (const each of models) expect(oddPage(each)).toContain(`# ${each.title}: ODD description`);
});
