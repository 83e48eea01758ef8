/** Evaluations name outcomes that the model has. */
import { describe, expect, it } from 'vitest';
import { models } from '../../models/registry.ts';

const mentoring = models.find(({ name }) => name === 'mentoring')!;

describe('evaluations', () => {
  it('are a logic model, Kirkpatrick levels and CIPP', () => {
    const { logic, kirkpatrick, cipp } = mentoring.evaluations!;
    expect(logic.levels.map(({ title }) => title)).toEqual([
      'Inputs',
      'Activities',
      'Outputs',
      'Outcomes',
      'Impact',
    ]);
    expect(kirkpatrick.levels).toHaveLength(4);
    expect(cipp.levels).toHaveLength(4);
  });

  it('name outcomes of the model, each once in a level', () => {
    const names = Object.keys(mentoring.outcomes);
    for (const { levels } of Object.values(mentoring.evaluations!)) {
      for (const { outcomes } of levels) {
        expect(names).toEqual(expect.arrayContaining([...outcomes]));
        expect(new Set(outcomes).size).toBe(outcomes.length);
      }
    }
  });
});
