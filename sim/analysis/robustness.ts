/** How a policy fares across worlds that nobody can choose: in how many it helps, and what it may cost to be wrong. */
import { shareInterval } from './binomial.ts';
import type { Interval } from './resample.ts';
import { halfWidth, meanOf, quantileOf } from './statistics.ts';

/** What one policy does in one world: paired changes against the baseline, by group, future by future. */
export interface WorldChange {
  readonly world: number;
  /** Changes of everybody, or of the first group. */
  readonly changes: readonly number[];
  readonly byGroup: Readonly<Record<string, readonly number[]>>;
}

/** A policy's record. Gains count in the outcome's better direction. */
export interface Robustness {
  readonly policy: string;
  readonly worlds: number;
  /** Share of worlds in which the mean gain is above 0, with Wilson's interval. */
  readonly helps: number;
  readonly helpsInterval: Interval;
  /** Shares of worlds in which gain or harm is clear: the interval of the mean excludes 0. */
  readonly clearlyHelps: number;
  readonly clearlyHarms: number;
  /** Mean gain over worlds, and in the worst tenth of them. */
  readonly gain: number;
  readonly gainInPoorWorlds: number;
  /** What is lost in a world against the best choice there (doing nothing included). */
  readonly meanRegret: number;
  readonly greatestRegret: number;
  readonly worldOfGreatestRegret: number;
  /** The group with the smallest mean gain, and in what share of worlds it gains. */
  readonly worstGroup: string;
  readonly worstGroupGain: number;
  readonly worstGroupHelps: number;
}

/** Compares policies over the worlds that all of them were tried in. */
export function robustnessOf(
  policies: readonly { readonly policy: string; readonly worlds: readonly WorldChange[] }[],
  better: 'up' | 'down',
): Robustness[] {
  const sign = better === 'up' ? 1 : -1;
  const sets = policies.map(({ worlds }) => new Set(worlds.map(({ world }) => world)));
  const shared = new Set([...sets[0]].filter((world) => sets.every((own) => own.has(world))));
  const tried = policies.map(({ policy, worlds }) => ({
    policy,
    worlds: worlds.filter(({ world }) => shared.has(world)).sort((a, b) => a.world - b.world),
  }));
  const gains = tried.map(({ worlds }) => worlds.map(({ changes }) => sign * meanOf(changes)));
  // doing nothing gains 0 in every world
  const best = gains[0].map((_, k) => Math.max(0, ...gains.map((own) => own[k])));
  return tried.map(({ policy, worlds }, p) => {
    const regrets = gains[p].map((gain, k) => best[k] - gain);
    const greatest = regrets.reduce((at, regret, k) => (regret > regrets[at] ? k : at), 0);
    const helps = gains[p].filter((gain) => gain > 0).length;
    const clear = worlds.map(({ changes }, k) => {
      const half = halfWidth(changes);
      return Math.abs(gains[p][k]) > half ? Math.sign(gains[p][k]) : 0;
    });
    return {
      policy,
      worlds: worlds.length,
      helps: helps / worlds.length,
      helpsInterval: shareInterval(helps, worlds.length),
      clearlyHelps: clear.filter((c) => c > 0).length / worlds.length,
      clearlyHarms: clear.filter((c) => c < 0).length / worlds.length,
      gain: meanOf(gains[p]),
      gainInPoorWorlds: quantileOf(gains[p], 0.1),
      meanRegret: meanOf(regrets),
      greatestRegret: regrets[greatest],
      worldOfGreatestRegret: worlds[greatest]?.world ?? -1,
      ...worstGroupOf(worlds, sign),
    };
  });
}

function worstGroupOf(
  worlds: readonly WorldChange[],
  sign: number,
): Pick<Robustness, 'worstGroup' | 'worstGroupGain' | 'worstGroupHelps'> {
  let worst = { worstGroup: '', worstGroupGain: Number.NaN, worstGroupHelps: Number.NaN };
  for (const group of Object.keys(worlds[0]?.byGroup ?? {})) {
    const gains = worlds
      .map(({ byGroup }) => sign * meanOf(byGroup[group] ?? []))
      .filter((gain) => !Number.isNaN(gain));
    if (gains.length === 0) continue;
    const gain = meanOf(gains);
    if (!(gain >= worst.worstGroupGain)) {
      const helps = gains.filter((own) => own > 0).length / gains.length;
      worst = { worstGroup: group, worstGroupGain: gain, worstGroupHelps: helps };
    }
  }
  return worst;
}
