/** Growth of one person under constant conditions, against the solution in closed form. */
import { describe, expect, it } from 'vitest';
import { faculty, investigator, resident } from '../../../../models/mentoring/codes.ts';
import { growth, paceOf } from '../../../../models/mentoring/processes/growth.ts';
import type { MentoringWorld } from '../../../../models/mentoring/shape.ts';
import { usualCapital } from '../../../../models/mentoring/start-growth.ts';
import { department, draws, seatsOf } from '../small-world.ts';

/** Lives `weeks` weeks of growth alone, the conditions of each person staying as they are. */
function grow(world: MentoringWorld, weeks: number): void {
  const rng = draws();
  for (let week = 0; week < weeks; week++) {
    world.week = week;
    rng.select(7, week);
    growth.run(world, rng);
  }
}

function set(world: MentoringWorld, seat: number, values: Readonly<Record<string, number>>): void {
  const columns = world.people.column as unknown as Record<string, Float64Array>;
  for (const [name, value] of Object.entries(values)) columns[name][seat] = value;
}

describe('competence of a resident', () => {
  const usual = { career: 0.4, psychosocial: 0.6, burnout: 0.42, motivation: 0.5, aptitude: 0 };

  it('grows logistically: its odds multiply by the same factor every week', () => {
    const { world } = department();
    const [seat] = seatsOf(world, resident);
    set(world, seat, { ...usual, competence: 0.08 });
    grow(world, 208);
    const odds = (0.08 / 0.92) * (1 + 1.25 / 52) ** 208;
    expect(world.people.column.competence[seat]).toBeCloseTo(odds / (1 + odds), 10);
    // four years take an intern to about nine tenths
    expect(world.people.column.competence[seat]).toBeGreaterThan(0.88);
  });

  it('grows as much faster with support and aptitude, and slower with burnout, as declared', () => {
    const p = { competenceMotivation: 0, motivationSupport: 0, motivationBurnout: 0 };
    const { world } = department(p);
    const [seat] = seatsOf(world, resident);
    set(world, seat, { ...usual, career: 0.9, burnout: 0.8, aptitude: 1, competence: 0.2 });
    grow(world, 100);
    const speed = 1 + 0.15 + 0.5 * 0.6 * 0.5 - 0.5 * 0.6 * (0.8 - 0.42);
    const odds = (0.2 / 0.8) * (1 + (1.25 / 52) * speed) ** 100;
    expect(world.people.column.competence[seat]).toBeCloseTo(odds / (1 + odds), 10);
  });

  it('never leaves 0 to 1, however fast', () => {
    const { world } = department({ competenceRate: 5, aptitudeEffect: 1 });
    const [quick, slow] = seatsOf(world, resident);
    set(world, quick, { ...usual, aptitude: 5 });
    set(world, slow, { ...usual, aptitude: -5, competence: 0.3 });
    grow(world, 1040);
    expect(world.people.column.competence[quick]).toBeLessThanOrEqual(1);
    expect(world.people.column.competence[slow]).toBe(0.3);
  });
});

describe('career capital of faculty', () => {
  it('approaches pace × memory exponentially', () => {
    const { world } = department();
    const [seat] = seatsOf(world, faculty);
    set(world, seat, { career: 0.8, sponsorship: 0.25, burnout: 0.3, careerCapital: 0 });
    const pace = paceOf(world, seat);
    expect(pace).toBeGreaterThan(1.15);
    grow(world, 520);
    const fade = 1 / (20 * 52);
    const closed = (pace / 52 / fade) * (1 - (1 - fade) ** 520);
    expect(world.people.column.careerCapital[seat]).toBeCloseTo(closed, 8);
  });

  it('is the usual after the usual pace', () => {
    const { world } = department({ capitalSupport: 0, capitalSponsorship: 0, capitalBurnout: 0 });
    const [seat] = seatsOf(world, faculty);
    set(world, seat, { careerCapital: 0 });
    grow(world, 300);
    expect(world.people.column.careerCapital[seat]).toBeCloseTo(usualCapital(world, 300), 8);
  });
});

describe('papers', () => {
  it('come as a Poisson process of the declared rate', () => {
    const { world } = department(
      { capitalSupport: 0, capitalSponsorship: 0, capitalBurnout: 0 },
      'population: { faculty: 400, residents: 0, departments: 2 }\n',
    );
    const seats = seatsOf(world, faculty);
    for (const seat of seats) set(world, seat, { track: investigator, publications: 0 });
    grow(world, 520);
    const counts = seats.map((seat) => world.people.column.publications[seat]);
    const mean = counts.reduce((a, b) => a + b, 0) / counts.length;
    const variance = counts.reduce((a, b) => a + (b - mean) ** 2, 0) / (counts.length - 1);
    // 3 a year over ten years; four standard errors
    expect(Math.abs(mean - 30)).toBeLessThan(4 * Math.sqrt(30 / counts.length));
    expect(Math.abs(variance / mean - 1)).toBeLessThan(4 * Math.sqrt(2 / counts.length));
    expect(world.events.publication.bySlot[0]).toBe(counts.reduce((a, b) => a + b, 0));
  });
});

describe('satisfaction', () => {
  it('relaxes to what support, strain and fairness give', () => {
    const { world } = department({ satisfactionMemory: 10 });
    const everybody = seatsOf(world, faculty);
    for (const seat of [...everybody, ...seatsOf(world, resident)]) {
      set(world, seat, { career: 0.6, psychosocial: 0.6, burnout: 0.4, satisfaction: 0.2 });
      set(world, seat, { unrecognisedHours: 0, hours: 1 });
    }
    const [fair, burdened] = everybody;
    set(world, burdened, { unrecognisedHours: 1 });
    grow(world, 12);
    const target = 0.5 + 0.5 * 0.5 * 1.2;
    const after = (to: number): number => to + (0.2 - to) * 0.9 ** 12;
    expect(world.people.column.satisfaction[fair]).toBeCloseTo(after(target), 10);
    expect(world.people.column.satisfaction[burdened]).toBeCloseTo(after(target - 0.1), 10);
  });
});
