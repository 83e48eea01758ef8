/** What a browser can simulate in reasonable time; beyond it the command line is the place. */
import type { Scenario } from '../../sim/model/scenario.ts';
import { weeksPerYear } from '../../sim/model/time.ts';
import { text } from '../text/shell.ts';

/** People × years × futures that are accepted: two hours on two cores, and a little more. */
const mostPersonYears = 60_000_000;
const mostPeople = 20_000;
const mostFutures = 1000;

/** A sentence that says what is too large, or undefined where nothing is. */
export function tooLarge(scenario: Scenario, observedPeople = 0): string | undefined {
  const sizes = [scenario.population['faculty'], scenario.population['residents']];
  const people = observedPeople || sizes.reduce<number>((sum, n) => sum + (Number(n) || 0), 0);
  const years = (scenario.horizon + scenario.warmUp) / weeksPerYear;
  if (people > mostPeople) return text.limits.people(people, mostPeople);
  if (scenario.replicates > mostFutures) {
    return text.limits.futures(scenario.replicates, mostFutures);
  }
  if (people * years * scenario.replicates > mostPersonYears) return text.limits.work;
  return undefined;
}
