/** Choices that nothing beats: the Pareto front of cost and outcomes, and how sure its members are. */
import type { Resampling } from './resample.ts';
import { bootstrap } from './resample.ts';
import { meanOf } from './statistics.ts';

/** What is wanted of one outcome. */
export interface Aim {
  readonly outcome: string;
  readonly better: 'up' | 'down';
}

/** One choice: means of the aims, whether it is on the front, and in which share of redrawn futures. */
export interface FrontMember {
  readonly choice: number;
  readonly means: readonly number[];
  readonly onFront: boolean;
  /** 0 to 1. */
  readonly sureness: number;
  /** A choice that is at least as good in every aim and better in one; −1 on the front. */
  readonly beatenBy: number;
}

/**
 * The front of `values[choice][aim][future]`. Futures with the same number share their luck, so
 * they are drawn again together.
 */
export function paretoFront(
  aims: readonly Aim[],
  values: readonly (readonly (readonly number[])[])[],
  resampling: Resampling,
): FrontMember[] {
  const signs = aims.map(({ better }) => (better === 'up' ? 1 : -1));
  const means = values.map((own) => own.map(meanOf));
  const beaten = beatenBy(means, signs);
  const futures = Math.min(...values.flatMap((own) => own.map(({ length }) => length)));
  const counts: number[] = values.map(() => 0);
  let draws = 0;
  if (futures >= 2) {
    bootstrap(
      futures,
      (rows) => {
        const drawn = values.map((own) => own.map((series) => meanAt(series, rows)));
        beatenBy(drawn, signs).forEach((by, choice) => {
          if (by < 0) counts[choice]++;
        });
        draws++;
        return [];
      },
      resampling,
    );
  }
  return means.map((own, choice) => ({
    choice,
    means: own,
    onFront: beaten[choice] < 0,
    sureness: draws === 0 ? Number.NaN : counts[choice] / draws,
    beatenBy: beaten[choice],
  }));
}

function meanAt(series: readonly number[], rows: Int32Array): number {
  let sum = 0;
  for (let k = 0; k < rows.length; k++) sum += series[rows[k]];
  return sum / rows.length;
}

/** For every choice one that beats it, −1 where none does. */
function beatenBy(means: readonly (readonly number[])[], signs: readonly number[]): number[] {
  return means.map((own) =>
    means.findIndex((other) => {
      let better = false;
      for (let aim = 0; aim < signs.length; aim++) {
        const gain = signs[aim] * (other[aim] - own[aim]);
        if (!(gain >= 0)) return false;
        if (gain > 0) better = true;
      }
      return better;
    }),
  );
}
