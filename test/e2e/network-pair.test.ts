/** The place "Network" with two futures side by side, and with more people than can be told apart. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runReplicate } from '../../sim/experiment/replicate.ts';
import { experiment, model, scenario as parsed } from '../experiment/scenarios.ts';
import { accessibilityFaults, type House, openHouse, packed, smallScenario } from './visitor.ts';

let house: House;

async function shows(page: Page, selector: string, words: RegExp): Promise<void> {
  await page.locator(selector).filter({ hasText: words }).first().waitFor({ timeout: 90_000 });
}

function filmed(page: Page): Promise<void> {
  return shows(page, '.network', /The whole future is there/);
}

beforeAll(async () => {
  house = await openHouse();
});

afterAll(() => house.close());

test('two futures stand side by side, week for week, and their ties are told apart', async () => {
  const scenario = parsed('', smallScenario);
  const arms = [{ ...scenario, policies: [] }, scenario];
  const own = experiment(arms, { seed: scenario.seed, networks: true });
  const [today, plan] = runReplicate(model, own, 0);
  const ties = (run: typeof today): [senior: number, peer: number] => {
    const { senior, peer } = run.networks[1].layers;
    return [senior.source.length, peer.source.length];
  };
  const { page, complaints, context } = await house.visit(`#/network?s=${packed([smallScenario])}`);
  await page.getByRole('combobox', { name: 'Beside it' }).selectOption('today');
  await filmed(page);
  const text = await page.locator('.network').innerText();
  expect(text).toContain(plan.digest);
  expect(text).toContain(today.digest);
  expect(await page.locator('.net-canvas').count()).toBe(2);
  // at the start nothing differs
  await shows(
    page,
    '.network',
    /Only in “Groups for residents”: 0\. Only in “As it is today”: 0\./,
  );
  await page.getByRole('slider', { name: 'Week' }).focus();
  await page.keyboard.press('End');
  await shows(page, '.net-when', /year 4, week 1/);
  const table = page.getByRole('table', { name: /^Ties by where they stand, year 4, week 1/ });
  const row = async (name: string): Promise<number[]> => {
    const cells = table.locator('tr').filter({ hasText: name }).locator('td').allInnerTexts();
    return (await cells).map(Number);
  };
  const [senior, peer] = [await row('senior tie'), await row('peer tie')];
  expect([senior[0] + senior[1], peer[0] + peer[1]]).toEqual(ties(plan));
  expect([senior[0] + senior[2], peer[0] + peer[2]]).toEqual(ties(today));
  expect(senior[0]).toBeGreaterThan(0);
  expect(peer[1] + peer[2]).toBeGreaterThan(0);
  const all = await row('All');
  await page.getByText('Each tie that differs').click();
  const each = page.getByRole('table', { name: /^Ties in one of the two futures alone/ });
  expect(await each.locator('tbody tr').count()).toBe(all[1] + all[2]);
  await page.getByRole('combobox', { name: 'Ties', exact: true }).selectOption('differing');
  await expect.poll(() => page.url()).toContain('beside=today');
  await expect.poll(() => page.url()).toContain('ties=differing');
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

test('the story goes on in the other future, for the same person', async () => {
  const view = '&beside=today&week=60';
  const { page, complaints, context } = await house.visit(
    `#/network?s=${packed([smallScenario])}${view}`,
  );
  await filmed(page);
  await page.getByRole('searchbox', { name: 'Choose a person' }).fill('faculty full');
  await page.locator('.net-found button').first().click();
  await shows(page, '.net-story', /In “Groups for residents”/);
  await page.getByRole('button', { name: 'The same person in “As it is today”' }).click();
  await shows(page, '.net-story', /In “As it is today”/);
  await page.locator('.net-lines li').first().waitFor();
  await expect.poll(() => page.url()).toContain('side=1');
  expect(complaints).toEqual([]);
  await context.close();
});

test('2,500 people are drawn as groups, which the page says, with all ties counted', async () => {
  const many = smallScenario
    .replace(
      'faculty: 24, residents: 16, departments: 2',
      'faculty: 1500, residents: 1000, departments: 10',
    )
    .replace('horizon: 3 years', 'horizon: 24 weeks')
    .replace('start: year 2', 'start: week 10')
    .replace('warmUp: 2 years', 'warmUp: 26 weeks')
    .replace('replicates: 8', 'replicates: 1');
  const { page, complaints, context } = await house.visit(`#/network?s=${packed([many])}`);
  await shows(page, '.network', /too many to tell apart \(above 2000\)/);
  await filmed(page);
  const counts = await page.locator('.net-counts').innerText();
  const [, people, senior, peer] =
    /^(\d+) people · (\d+) senior ties · (\d+) peer ties/.exec(counts.replaceAll(',', '')) ?? [];
  const picture = page.locator('.net-crowd');
  expect(await picture.locator('.net-group').count()).toBe(20);
  const sizes = (await picture.locator('.net-group-count').allTextContents()).map(Number);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(Number(people));
  await page.getByText('Ties between groups in this week').click();
  const table = page.getByRole('table', { name: /^Ties between groups/ });
  const flows = await table.locator('tbody tr').allInnerTexts();
  const sum = (kind: string): number =>
    flows
      .filter((flow) => flow.includes(kind))
      .reduce((total, flow) => total + Number(flow.trim().split(/\s+/).at(-1)), 0);
  expect(sum('senior tie')).toBe(Number(senior));
  expect(sum('peer tie')).toBe(Number(peer));
  await page.getByRole('combobox', { name: 'Colour' }).selectOption('burnout');
  await shows(page, '.net-key', /Burnout, mean of a group/);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});
