/** mentor-min without the engine: a hand-written program over typed arrays with the same keyed draws. */
import { processId, threefry2x32 } from '../sim/chance/threefry.ts';
import { type State, slots, updateEverybody } from './mentor-min-plain-step.ts';
import type { Start } from './mentor-min-start.ts';

const sampleEvery = 4;
/** In-degrees are counted up to here for the Gini coefficient. */
const histogramSize = 4096;
const processes = ['meet', 'interact', 'burnout'] as const;

/** One run. It is recorded in the weeks in which the engine records: every fourth. */
export class PlainRun {
  readonly start: Start;
  readonly state: State;
  /** Mean burnout, ties and Gini coefficient of each period, each the mean of its samples. */
  readonly rows: Float64Array[] = [];
  week = 0;
  ties = 0;
  private readonly seed: number;
  private readonly every: number;
  private readonly key = new Int32Array(9);
  private readonly histogram = new Int32Array(histogramSize);
  private readonly sums = new Float64Array(3);
  private samples = 0;

  /** `seed`: of the run key (`seed`, 1); `every`: weeks in a recorded period, a multiple of 4. */
  constructor(start: Start, seed: number, every: number) {
    const n = start.people;
    this.start = start;
    this.seed = seed;
    this.every = every;
    this.state = {
      count: new Uint8Array(n),
      target: new Int32Array(n * slots),
      strength: new Float64Array(n * slots),
      inDegree: new Int32Array(n),
      inDegreeNext: new Int32Array(n),
      burnout: start.burnout.slice(),
      burnoutNext: new Float64Array(n),
    };
  }

  runTo(week: number): void {
    while (this.week < week) this.step();
  }

  step(): void {
    const { start, state, key } = this;
    processes.forEach((name, k) => {
      const [word0, word1] = threefry2x32([processId(name), this.week], [this.seed, 1], 13);
      key[3 * k] = word0;
      key[3 * k + 1] = word1;
      key[3 * k + 2] = 0x1bd11bda ^ word0 ^ word1;
    });
    state.inDegreeNext.set(state.inDegree);
    this.ties += updateEverybody(start, state, key);
    state.inDegree.set(state.inDegreeNext);
    const before = state.burnout;
    state.burnout = state.burnoutNext;
    state.burnoutNext = before;
    this.week++;
    if (this.week % sampleEvery === 0) this.sample();
    if (this.week % this.every === 0) this.closePeriod();
  }

  private sample(): void {
    const { histogram, sums, ties } = this;
    const { burnout, inDegree } = this.state;
    const n = burnout.length;
    histogram.fill(0);
    let sum = sums[0];
    let most = 0;
    for (let ego = 0; ego < n; ego++) {
      sum += burnout[ego];
      const degree = inDegree[ego];
      histogram[degree]++;
      if (degree > most) most = degree;
    }
    sums[0] = sum;
    sums[1] += ties;
    let ranked = 0;
    let rank = 0;
    for (let degree = 0; degree <= most; degree++) {
      const people = histogram[degree];
      ranked += degree * (people * rank + (people * (people + 1)) / 2);
      rank += people;
    }
    if (ties > 0) sums[2] += (2 * ranked) / (n * ties) - (n + 1) / n;
    this.samples++;
  }

  private closePeriod(): void {
    const { sums, samples } = this;
    const people = samples * this.start.people;
    this.rows.push(Float64Array.of(sums[0] / people, sums[1] / samples, sums[2] / samples));
    sums.fill(0);
    this.samples = 0;
  }
}
