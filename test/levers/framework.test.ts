/** The framework of policies: budget cuts, who comes forward, and when programmes take people in. */
import { describe, expect, it } from 'vitest';
import { cuttable } from '../../models/mentoring/policies/budget-cut.ts';
import { isIntake } from '../../models/mentoring/policies/intake.ts';
import { reachOf } from '../../models/mentoring/policies/reach.ts';
import type { MentoringWorld } from '../../models/mentoring/shape.ts';
import { Rng } from '../../sim/chance/threefry.ts';
import { inForceAt } from '../../sim/model/in-force.ts';
import { arm, model } from '../behaviour/department.ts';

/** What befalls an institution, which no cut of a budget can undo. */
const events = ['budgetCut', 'hiringFreeze', 'retirements'];

describe('a budget cut', () => {
  it('can name every programme', () => {
    const programmes = Object.keys(model.policies).filter((name) => !events.includes(name));
    expect(cuttable.filter((name) => name !== 'all')).toEqual(programmes);
  });

  const inForce = (text: string, week: number) => {
    const { policies } = arm(`policies:\n${text}`).scenario;
    const dated = policies.map((set) => ({ set, policy: model.policies[set.policy] }));
    return inForceAt(dated, week).map(({ strength, left }) => [strength, left]);
  };

  it('scales the policies it names while it lasts, and no other cut', () => {
    const text = `  - { policy: nearPeer }
  - { policy: peerGroups, ramp: 4 }
  - { policy: budgetCut, cuts: peerGroups, keeps: 0.5, start: 1, end: 3 }
  - { policy: budgetCut, keeps: 0.8, start: 2, end: 3 }
`;
    expect(inForce(text, 0)).toEqual([
      [1, 1],
      [0.25, 1],
      [0, 1],
      [0, 1],
    ]);
    expect(inForce(text, 1)).toEqual([
      [1, 1],
      [0.25, 0.5],
      [1, 1],
      [0, 1],
    ]);
    expect(inForce(text, 2)[0]).toEqual([0.8, 0.8]);
    expect(inForce(text, 2)[1][1]).toBeCloseTo(0.4, 12);
    expect(inForce(text, 3)).toEqual([
      [1, 1],
      [1, 1],
      [0, 1],
      [0, 1],
    ]);
  });

  it('deepens over its ramp', () => {
    const text = '  - { policy: nearPeer }\n  - { policy: budgetCut, ramp: 4, start: 2 }\n';
    const left = [1, 2, 3, 4, 5].map((week) => inForce(text, week)[0][0]);
    expect(left).toEqual([1, 0.75, 0.5, 0.25, 0]);
  });
});

/** A world of people who differ in strain and initiative only. */
function crowd(n: number): MentoringWorld {
  const rng = new Rng(1, 2);
  const draw = (k: number) => Float64Array.from({ length: n }, (_, seat) => rng.normal(seat, 0, k));
  const column = {
    ...{ person: new Int32Array(n), role: new Uint8Array(n) },
    ...{ external: new Uint8Array(n), isolated: new Uint8Array(n), withheld: new Uint8Array(n) },
    ...{ chanceKey: Uint32Array.from({ length: n }, (_, seat) => seat) },
    ...{ strainTrait: draw(1), lnInitiative: draw(2).map((value) => value * 0.7) },
  };
  const people = { size: n, column };
  return { people, parameter: { initiativeSpread: 0.7 } } as unknown as MentoringWorld;
}

describe('who comes forward', () => {
  const n = 20_000;
  const world = crowd(n);
  const { strainTrait, lnInitiative } = world.people.column;
  const need = Array.from(
    { length: n },
    (_, k) => (strainTrait[k] - lnInitiative[k] / 0.7) * Math.SQRT1_2,
  );
  const taking = (uptake: 'assigned' | 'voluntary', selfSelection: number, coverage: number) => {
    const reach = { who: 'everyone' as const, coverage, uptake, selfSelection };
    const covers = reachOf(world, new Rng(3, 4), reach, 1);
    return need.flatMap((value, seat) => (covers(seat) ? [value] : []));
  };
  const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;

  it.each([0.1, 0.4, 0.8])('is the share %f that the lever says, however they come', (share) => {
    for (const uptake of ['assigned', 'voluntary'] as const) {
      expect(taking(uptake, -0.3, share).length / n).toBeCloseTo(share, 1);
    }
  });

  it('needs it less, as the correlation says, where taking part is voluntary', () => {
    expect(mean(taking('assigned', -0.3, 0.5))).toBeCloseTo(0, 1);
    // half of a bivariate normal: r √(2/π) below the mean
    expect(mean(taking('voluntary', -0.3, 0.5))).toBeCloseTo(-0.3 * Math.sqrt(2 / Math.PI), 1);
    expect(mean(taking('voluntary', -0.9, 0.5))).toBeCloseTo(-0.9 * Math.sqrt(2 / Math.PI), 1);
  });

  it('is the same people and more at a larger share', () => {
    const reach = { who: 'everyone' as const, uptake: 'voluntary' as const, selfSelection: -0.3 };
    const rng = new Rng(3, 4);
    const few = reachOf(world, rng, { ...reach, coverage: 0.3 }, 1);
    const more = reachOf(world, rng, { ...reach, coverage: 0.6 }, 0.8);
    for (let seat = 0; seat < 2000; seat++) if (few(seat)) expect(more(seat)).toBe(true);
  });
});

describe('a programme takes people in', () => {
  const weeksOf = (start: number, ramp: number, month: number) =>
    Array.from({ length: 120 }, (_, week) => week).filter((week) => {
      const inForce = { start, end: Number.POSITIVE_INFINITY, ramp, strength: 1, left: 1 };
      return week >= start && isIntake(week, inForce, month);
    });

  it('at its start and every July, or so many months later', () => {
    expect(weeksOf(20, 0, 0)).toEqual([20, 52, 104]);
    expect(weeksOf(0, 0, 6)).toEqual([26, 78]);
  });

  it('every four weeks while its ramp lasts', () => {
    expect(weeksOf(20, 12, 0)).toEqual([20, 24, 28, 32, 52, 104]);
  });
});
