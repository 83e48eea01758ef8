/**
 * Frozen outputs of the chance layer: a change here changes every run of every model, and belongs in
 * a commit of type `model` only.
 */

import { describe, expect, it } from 'vitest';
import {
  beta,
  categorical,
  exponential,
  gamma,
  logNormal,
  poisson,
} from '../../sim/chance/distributions.ts';
import { cos, exp, log, pow, sigmoid, sin, tanh } from '../../sim/chance/portable.ts';
import { replicateSeed, runKey, sequential } from '../../sim/chance/seeds.ts';
import { processId, Rng } from '../../sim/chance/threefry.ts';
import { Digest } from '../../sim/data/digest.ts';

describe('frozen', () => {
  it('seeds', () => {
    expect(runKey('frozen')).toEqual({ key0: 804056570, key1: 317099136 });
    expect(replicateSeed('frozen', 3)).toBe('c9461f4e284082b3ed14805f23f010ea');
    const sequence = sequential('frozen');
    expect([sequence.next(), sequence.int(1000)]).toEqual([0.32376551777665885, 891]);
    expect(sequence.shuffle([1, 2, 3, 4, 5, 6])).toEqual([5, 6, 1, 3, 4, 2]);
  });

  it('draws', () => {
    const { key0, key1 } = runKey('frozen');
    const rng = new Rng(key0, key1);
    rng.select(processId('meet'), -7);
    expect(rng.uniform(1)).toBe(0.42598194535821676);
    expect(rng.uniform(1, 2)).toBe(0.06727552181109786);
    expect(rng.uniform(1, 2, 3)).toBe(0.2759682317264378);
    expect(rng.second()).toBe(0.34668136946856976);
    expect(rng.uniform53(1, 2, 3)).toBe(0.2759682318071558);
    expect(rng.pair(9, 4, 1)).toBe(0.8872035988606513);
    expect(rng.normal(1, 2, 3)).toBe(-0.5948608874279181);
    rng.select(processId('meet'), 8);
    expect(rng.uniform(1)).toBe(0.9510480759199709);
  });

  it('distributions', () => {
    const rng = new Rng(1, 2);
    rng.select(3, 4);
    expect(exponential(0.3, 2)).toBe(0.7133498882100802);
    expect(logNormal(0.3, 2, 0.5)).toBe(1.5387138795861157);
    expect(poisson(0.3, 12)).toBe(10);
    expect(poisson(0.3, 1200)).toBe(1182);
    expect(categorical(0.3, [0.1, 0.1, 0.4])).toBe(1);
    expect(gamma(rng, 5, 0.4)).toBe(0.6353724261109628);
    expect(gamma(rng, 5, 4)).toBe(5.485816407141723);
    expect(beta(rng, 5, 2, 3)).toBe(0.34671172286925606);
  });

  it('portable functions, bit by bit over 4,000 arguments', () => {
    const digest = new Digest();
    const rng = new Rng(5, 6);
    for (let ego = 0; ego < 4000; ego++) {
      const x = 40 * rng.uniform53(ego) - 20;
      const y = 3 * rng.second();
      for (const f of [exp, sin, cos, tanh, sigmoid]) digest.number(f(x));
      digest.number(log(y + 1e-9));
      digest.number(pow(y, x));
      digest.number(rng.normal(ego));
    }
    expect(digest.hex()).toBe('cfd4fe5a1eb8de1aa6f4856406a020a9');
  });
});
