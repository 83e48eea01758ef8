/** Why: every watched decision adds up to what the process decided by, and watching changes nothing. */
import { describe, expect, it } from 'vitest';
import type { Decision, Replay } from '../../sim/analysis/decisions.ts';
import { replay } from '../../sim/analysis/decisions.ts';
import { runReplicate } from '../../sim/experiment/replicate.ts';
import { experiment, model, scenario } from '../experiment/scenarios.ts';

const arm = {
  scenario: scenario(
    'policies:\n  - { policy: protectedTime, start: year 1 week 10 }\n',
    'mentorscape: 1\npopulation: { faculty: 40, residents: 24, departments: 2 }\nhorizon: 6 years\nwarmUp: 2 years\n',
  ),
};
const [usual] = runReplicate(model, experiment([arm.scenario]), 0);
const { atStart } = replay(model, arm, '1', 0, { person: -2 }, { until: 0 });
/** Replays of some people, watched one at a time. */
const replays: (Replay & { readonly person: number })[] = atStart
  .filter((_, k) => k % 8 === 0)
  .map((person) => ({ ...replay(model, arm, '1', 0, { person }), person }));
const decisions: Decision[] = replays.flatMap((each) => each.decisions);

describe('watching', () => {
  it('leaves the run as it is, to the last bit', () => {
    for (const { digest } of replays) expect(digest).toBe(usual.digest);
  });

  it('sees every kind of decision that the model declares', () => {
    const seen = new Set(decisions.map(({ kind }) => kind));
    expect([...seen].sort()).toEqual(Object.keys(model.decisions ?? {}).sort());
  });
});

describe('what befalls a person', () => {
  const spells = model.spells!;
  const turns = replays.map((each) => each.turns);

  it('is told in the order of weeks, and every state begins and ends in turn', () => {
    expect(turns.flat().length).toBeGreaterThan(5);
    for (const own of turns) {
      expect(own.map(({ week }) => week)).toEqual(
        own.map(({ week }) => week).toSorted((a, b) => a - b),
      );
      for (const name of Object.keys(spells)) {
        const states = own.filter(({ spell }) => spell === name).map(({ on }) => on);
        expect(states.every((on, k) => k === 0 || on !== states[k - 1])).toBe(true);
      }
    }
  });

  it('ends with leaving, which is told once', () => {
    const left = turns.filter((own) => own.some(({ spell }) => spell === 'gone'));
    expect(left.length).toBeGreaterThan(0);
    for (const own of left) {
      expect(own.filter(({ spell }) => spell === 'gone').length).toBe(1);
      expect(own.at(-1)?.spell).toBe('gone');
    }
  });

  it('agrees with the state at the end', () => {
    for (const { turns: own, world, person } of replays) {
      const last = own.findLast(({ spell }) => spell === 'mentored');
      if (!last || own.some(({ spell }) => spell === 'gone')) continue;
      const column = world.people.column as unknown as Record<string, Int32Array>;
      const seat = column['person'].indexOf(person);
      expect(column['metMentors'][seat] > 0).toBe(last.on);
    }
  });
});

describe('an explanation', () => {
  it('adds up to the value that was decided by', () => {
    expect(decisions.length).toBeGreaterThan(1000);
    for (const { terms, value } of decisions) {
      const sum = terms.reduce((total, term) => total + term.value, 0);
      expect(Math.abs(sum - value)).toBeLessThan(1e-9);
    }
  });

  it('says yes exactly when the value passes the luck of the moment', () => {
    for (const { yes, value, threshold } of decisions) expect(yes).toBe(value > threshold);
    expect(decisions.some(({ yes }) => yes)).toBe(true);
  });

  it('names every term in words', () => {
    for (const { kind, terms } of decisions) {
      const { words } = model.decisions![kind];
      for (const { name } of terms) expect(words[name]).toBeTruthy();
    }
  });

  it('ranks terms by size', () => {
    for (const { terms } of decisions) {
      const sizes = terms.map(({ value }) => Math.abs(value));
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    }
  });
});

describe('without one term', () => {
  /** A yes that hangs on a term: without it the value stays below the luck of the moment. */
  const hanging = decisions.find(
    ({ kind, yes, value, threshold, terms }) =>
      kind === 'ask' && yes && terms[0].name !== 'density' && value - terms[0].value < threshold,
  )!;
  const { week, kind, person, other } = hanging;
  const term = hanging.terms[0].name;

  it('the decision falls the other way and the future goes another', () => {
    const without = { week, kind, person, other, term };
    const after = replay(model, arm, '1', 0, { person, other }, { without });
    const same = after.decisions.find(
      (each) => each.week === week && each.kind === kind && each.person === person,
    );
    expect(same?.yes).toBe(false);
    expect(same?.value).toBeCloseTo(hanging.value - hanging.terms[0].value, 9);
  });

  it('of a week in which it was not decided, nothing changes', () => {
    const without = { week: 100_000, kind, person, other, term };
    expect(replay(model, arm, '1', 0, { person }, { without }).digest).toBe(usual.digest);
  });
});
