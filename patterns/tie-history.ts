/** Follows senior ties from their first week: rapport at ages, stages reached, and the end. */
import type { MentoringWorld } from '../models/mentoring/shape.ts';

/** The life of one tie as far as it was followed. */
export interface TieLife {
  readonly origin: number;
  readonly started: number;
  /** Rapport at each of the ages asked for; 0 once ended, absent while too young. */
  readonly rapport: number[];
  /** Weeks after the start at which each stage was first reached. */
  readonly reached: number[];
  /** Stage in which it was last seen. */
  stage: number;
  /** Week in which it was missed; −1 while it lasts. */
  ended: number;
}

/** Call `follow` every week from the week after `since` on. */
export class TieHistory {
  readonly lives: TieLife[] = [];
  private present = new Map<string, TieLife>();
  private readonly since: number;
  private readonly ages: readonly number[];

  /** Follows ties that start in week `since` or later; reads rapport at `ages`, in weeks. */
  constructor(since: number, ages: readonly number[] = []) {
    this.since = since;
    this.ages = ages;
  }

  follow(world: MentoringWorld): void {
    const { column, size } = world.ties.senior;
    const { person } = world.people.column;
    const { source, target, started, ended, origin, rapport, tieStage } = column;
    const seen = new Map<string, TieLife>();
    for (let tie = 0; tie < size; tie++) {
      if (ended[tie] !== 0 || started[tie] < this.since) continue;
      const key = `${person[source[tie]]} ${person[target[tie]]} ${started[tie]}`;
      let life = this.present.get(key);
      if (!life) {
        life = {
          origin: origin[tie],
          started: started[tie],
          rapport: [],
          reached: [],
          stage: 0,
          ended: -1,
        };
        this.lives.push(life);
      }
      life.stage = tieStage[tie];
      while (life.reached.length <= life.stage) life.reached.push(world.week - started[tie]);
      this.readAges(world.week, life, rapport[tie]);
      seen.set(key, life);
    }
    for (const [key, life] of this.present) {
      if (!seen.has(key)) life.ended = world.week;
    }
    for (const life of this.lives) if (life.ended >= 0) this.readAges(world.week, life, 0);
    this.present = seen;
  }

  private readAges(week: number, life: TieLife, rapport: number): void {
    const age = week - life.started;
    while (life.rapport.length < this.ages.length && age >= this.ages[life.rapport.length]) {
      life.rapport.push(rapport);
    }
  }
}
