/** The structure shown on the page: the measures of `run --network`, and counts that add up. */
import { describe, expect, it } from 'vitest';
import { networkReading } from '../../models/mentoring/network.ts';
import { runReplicate } from '../../sim/experiment/replicate.ts';
import { measureStructure } from '../../sim/network/structure.ts';
import { elsewhere, signalsOf } from '../../viz/people/course.ts';
import { accessGroups, mixingGroups, structuresOf } from '../../viz/people/structure.ts';
import { experiment, model, scenario } from '../experiment/scenarios.ts';

const own = scenario(
  '',
  'mentorscape: 1\npopulation: { faculty: 40, residents: 24, departments: 2 }\nhorizon: 1 year\nwarmUp: 1 year\n',
);
const [run] = runReplicate(model, experiment([own], { seed: own.seed, networks: true }), 0);
const [start0, end0, course] = structuresOf(model, { scenario: own, replicate: 0 }, new Map());
const both = [start0, end0];

describe('structure', () => {
  it('has the measures of the kept networks, to the last bit', () => {
    run.networks.forEach((snapshot, k) => {
      expect(both[k].measures).toEqual(measureStructure(snapshot, networkReading, run.seed));
    });
  });

  it('counts every person and every senior tie once', () => {
    const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
    run.networks.forEach((snapshot, k) => {
      const { people, contacts, load, stages, ages } = both[k];
      const seats = [...snapshot.person.keys()].filter((seat) => snapshot.person[seat] >= 0);
      const faculty = seats.filter((seat) => snapshot.value['role'][seat] === 1).length;
      expect([people, sum(contacts), sum(load)]).toEqual([seats.length, seats.length, faculty]);
      const senior = snapshot.layers['senior'].source.length;
      expect([sum(stages), sum(ages)]).toEqual([senior, senior]);
    });
  });

  it('masks groups of fewer than five and gives rows of the mixing that add up to 1', () => {
    for (const { withoutMentor, mixing } of both) {
      expect(withoutMentor).toHaveLength(accessGroups.length);
      expect(withoutMentor[0]).toBeGreaterThanOrEqual(0);
      expect(mixing).toHaveLength(mixingGroups.length);
      for (const row of mixing) {
        if (row.includes(null)) continue;
        expect(row.reduce<number>((a, b) => a + (b ?? 0), 0)).toBeCloseTo(1, 12);
      }
    }
    const few = scenario(
      '',
      'mentorscape: 1\npopulation: { faculty: 6, residents: 4, departments: 1 }\nhorizon: 1 week\nwarmUp: 0 weeks\n',
    );
    const [start] = structuresOf(model, { scenario: few, replicate: 0 }, new Map());
    expect(start.withoutMentor[1]).toBe(null);
  });
});

describe('the course of a future', () => {
  it('accounts for every senior tie of both ends of the year', () => {
    const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
    const at = (end: 'from' | 'to', place: number): number =>
      sum(course.flows.filter((flow) => flow[end] === place).map(({ ties }) => ties));
    // the future lasts a year: its start and end are those of the flow
    start0.stages.forEach((ties, stage) => {
      expect([stage, at('from', stage)]).toEqual([stage, ties]);
    });
    end0.stages.forEach((ties, stage) => {
      expect([stage, at('to', stage)]).toEqual([stage, ties]);
    });
    expect(course.flows.some(({ from, to }) => from === elsewhere && to === elsewhere)).toBe(false);
    // nobody goes back by more than the model lets go
    expect(at('from', elsewhere)).toBeGreaterThan(0);
  });

  it('has no signals before two years, and rising ones for swings that grow', () => {
    expect(course.signals).toEqual([]);
    const growing = Array.from({ length: 78 }, (_, k) => 0.4 + 0.001 * k * Math.sin(k / 3));
    const signals = signalsOf(growing);
    expect(signals[0].week).toBe(25 * 4);
    expect(signals.at(-1)?.variance).toBeGreaterThan(2 * signals[0].variance);
    expect(signalsOf(new Array(30).fill(0.5))[0].autocorrelation).toBe(null);
  });
});
