/** The place "People", read as a visitor would: groups of all futures, structure of one. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { networkReading } from '../../models/mentoring/network.ts';
import { runReplicate } from '../../sim/experiment/replicate.ts';
import { measureStructure } from '../../sim/network/structure.ts';
import { experiment, model, scenario as parsed } from '../experiment/scenarios.ts';
import {
  accessibilityFaults,
  exact,
  type House,
  openHouse,
  packed,
  smallScenario,
} from './visitor.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});

afterAll(() => house.close());

function measureRow(page: Page, title: string): Promise<string[]> {
  const table = page.getByRole('table', { name: 'Measures of the network' });
  return table.locator('tr').filter({ hasText: title }).first().locator('td').allInnerTexts();
}

test('measures are those of the command line, and every panel has a table', async () => {
  const scenario = parsed('', smallScenario);
  const arms = [{ ...scenario, policies: [] }, scenario];
  const own = experiment(arms, { seed: scenario.seed, networks: true });
  const [today, plan] = runReplicate(model, own, 0);
  const value = (run: typeof today, at: number, name: string): string => {
    const all = measureStructure(run.networks[at], networkReading, run.seed);
    const found = all.find((measure) => measure.name === name)?.value ?? Number.NaN;
    return Number.isInteger(found) ? `${found}` : found.toPrecision(3);
  };
  const { page, complaints, context } = await house.visit(`#/what-if?s=${packed([smallScenario])}`);
  await exact(page);
  await page.evaluate(`location.hash = '#/people'`);
  await page.getByRole('heading', { name: 'Measures of the network' }).waitFor();
  for (const [title, name] of [
    ['Density', 'density'],
    ['Clustering', 'clustering'],
    ['Efficiency', 'efficiency'],
  ]) {
    const [, ...cells] = await measureRow(page, title);
    expect(cells).toEqual([value(today, 0, name), value(today, 1, name), value(plan, 1, name)]);
  }
  expect(
    await page.getByRole('region', { name: 'Who has no mentor' }).first().innerText(),
  ).toContain('How to read it');
  // every panel says how it is read, and has its numbers behind it
  for (const name of [
    'How mentoring is spread over faculty',
    'How many ties people have',
    'Stages of senior ties',
    'How long ties have lasted',
    'Where senior ties went in the last year',
    'Early-warning signals',
    'Who is tied to whom',
    'Measures of the network',
  ]) {
    const panel = page.getByRole('region', { name, exact: true }).first();
    expect(await panel.innerText()).toMatch(/How to read it: /);
    expect(await panel.locator('table').count()).toBeGreaterThan(0);
  }
  const flows = page
    .getByRole('region', { name: 'Where senior ties went in the last year' })
    .first();
  await flows.getByText('Numbers').click();
  const rows = await flows.locator('tbody tr').allInnerTexts();
  const kept = (side: string): number =>
    rows
      .filter((row) => row.startsWith(`${side}:`) && !row.includes(' – over'))
      .reduce((sum, row) => sum + Number(row.trim().split(/\s+/).at(-1)), 0);
  expect(kept('Today')).toBe(today.networks[1].layers['senior'].source.length);
  expect(kept('With the plan')).toBe(plan.networks[1].layers['senior'].source.length);
  expect(await page.getByRole('img', { name: /^Variance of mean burnout/ }).count()).toBe(1);
  const types = page.getByRole('table', { name: /^Measures of the network/ });
  expect(await types.innerText()).toMatch(/Entrepreneurial|Traditional|Receptive|Opportunistic/i);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});
