/** The place "Explore", used as a visitor would: two levers, a map, its numbers, and stopping. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { levelText } from '../../report/numbers.ts';
import { comparisonFormat } from '../../report/reading.ts';
import { cellOf, readValue } from '../../sim/analysis/summary.ts';
import { runReplicate } from '../../sim/experiment/replicate.ts';
import { gridOf, numberLevers } from '../../viz/explore/grid.ts';
import { experiment, model, scenario as parsed } from '../experiment/scenarios.ts';
import { accessibilityFaults, type House, openHouse, packed, smallScenario } from './visitor.ts';

let house: House;
const short = smallScenario
  .replace('horizon: 3 years', 'horizon: 2 years')
  .replace('start: year 2', 'start: week 10');

beforeAll(async () => {
  house = await openHouse();
});

afterAll(() => house.close());

test('a map is simulated, its numbers are those of the engine, and it can be stopped', async () => {
  const scenario = parsed('', short);
  const chosen = ['protectedTime/hoursPerWeek', 'peerGroups/meetingsPerMonth'];
  const [across, up] = chosen.map(
    (key) => numberLevers(model).find((lever) => lever.key === key) ?? expect.unreachable(),
  );
  const view = `&across=${across.key}&up=${up.key}&futures=2&outcome=burnout`;
  const { page, complaints, context } = await house.visit(`#/explore?s=${packed([short])}${view}`);
  const run = page.getByRole('button', { name: /^Simulate \d+ futures$/ });
  await run.click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText('Stopped.').waitFor();
  await run.click();
  await page.locator('.explore .chart-drawing svg').waitFor({ timeout: 90_000 });
  await page.getByText('Numbers behind this map').click();
  const first = await page.locator('.explore tbody tr').first().locator('td').first().innerText();

  const cell = gridOf(model, scenario, across, up)[0];
  const outcome = scenario.record.outcomes.includes('burnout')
    ? 'burnout'
    : scenario.record.outcomes[0];
  const values = [0, 1].map((replicate) => {
    const own = experiment([cell.scenario], { seed: scenario.seed });
    const [result] = runReplicate(model, own, replicate);
    const at = cellOf(result.cells, outcome, 'everybody');
    return readValue(result, at, model.outcomes[outcome].over, scenario.record.every);
  });
  const mean = (values[0] + values[1]) / 2;
  expect(first).toBe(levelText(mean, comparisonFormat(model, [], outcome)));
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});
