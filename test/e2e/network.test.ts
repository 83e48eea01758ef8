/** The place "Network", used as a visitor would: play, step, scrub, choose somebody, read why. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { replay } from '../../sim/analysis/decisions.ts';
import { runReplicate } from '../../sim/experiment/replicate.ts';
import { experiment, model, scenario as parsed } from '../experiment/scenarios.ts';
import { accessibilityFaults, type House, openHouse, packed, smallScenario } from './visitor.ts';

let house: House;
const small = `#/network?s=${packed([smallScenario])}`;
const scenario = parsed('', smallScenario);
const own = experiment([scenario], { seed: scenario.seed, networks: true });
const [run] = runReplicate(model, own, 0);

/** Waits for an element with the words; no code of the test is evaluated, as the page's policy demands. */
async function shows(page: Page, selector: string, words: RegExp): Promise<void> {
  await page.locator(selector).filter({ hasText: words }).first().waitFor({ timeout: 60_000 });
}

function filmed(page: Page): Promise<void> {
  return shows(page, '.network', /The whole future is there/);
}

beforeAll(async () => {
  house = await openHouse();
});

afterAll(() => house.close());

test('people and ties are those of the engine, and the digest says it is the same run', async () => {
  const { page, complaints, context } = await house.visit(small);
  await filmed(page);
  expect(await page.locator('.network').innerText()).toContain(run.digest);
  const [start, end] = run.networks;
  const words = (k: typeof start): string =>
    `${k.person.filter((id) => id >= 0).length} people · ${k.layers['senior'].source.length} senior ties · ${k.layers['peer'].source.length} peer ties`;
  expect(await page.locator('.net-counts').innerText()).toContain(words(start));
  await page.getByRole('slider', { name: 'Week' }).focus();
  await page.keyboard.press('End');
  await shows(page, '.net-when', /year 4, week 1/);
  expect(await page.locator('.net-counts').innerText()).toContain(words(end));
  expect(words(end)).not.toBe(words(start));
  await page.locator('.net-canvas canvas').first().waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('time is played, stopped, stepped and scrubbed, by mouse and by keys', async () => {
  const { page, complaints, context } = await house.visit(small);
  await filmed(page);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await shows(page, '.net-when', /year 1, week ([5-9]|\d\d)/);
  await page.getByRole('button', { name: 'Pause' }).click();
  const week = page.getByRole('slider', { name: 'Week' });
  await week.fill('30');
  expect(await page.locator('.net-when').innerText()).toBe('year 1, week 31');
  await page.getByRole('button', { name: 'One week on' }).click();
  await page.getByRole('button', { name: 'One week on' }).click();
  await page.getByRole('button', { name: 'One week back' }).click();
  expect(await page.locator('.net-when').innerText()).toBe('year 1, week 32');
  await week.focus();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowRight');
  expect(await page.locator('.net-when').innerText()).toBe('year 2, week 33');
  await expect.poll(() => page.url()).toContain('week=84');
  expect(complaints).toEqual([]);
  await context.close();
});

test('somebody is found by keyboard, and the story is that of the decision ledger', async () => {
  const { page, complaints, context } = await house.visit(small);
  await filmed(page);
  await page.getByRole('searchbox', { name: 'Choose a person' }).focus();
  await page.keyboard.type('resident PGY 1 department 2');
  await page.getByText(/fit “resident pgy 1 department 2”/).waitFor();
  const found = page.locator('.net-found button').first();
  const name = await found.innerText();
  await found.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name, level: 2 }).waitFor();
  await page.locator('.net-lines li').first().waitFor();
  const person = Number(name.replace('Person ', ''));
  const { decisions, turns } = replay(model, { scenario }, scenario.seed, 0, { person });
  const yes = decisions.filter((decision) => decision.yes);
  expect(yes.length).toBeGreaterThan(0);
  const told = await page.locator('.net-lines li').count();
  expect(told).toBe(Math.min(40, yes.length + turns.length));
  // what befell the person stands between the decisions
  const words = `${yes[0].kind}: person ${yes[0].person}`;
  const first = page.locator('.net-lines li').filter({ hasText: words }).first();
  await first.locator('summary').click();
  expect(await first.locator('pre').innerText()).toContain(yes[0].terms[0].name);
  await page.getByRole('combobox', { name: 'Colour' }).selectOption('burnout');
  await page.getByRole('combobox', { name: 'Size' }).selectOption('load');
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

test('a link keeps future, week and person, and what it has wrong does no harm', async () => {
  const bad = '&week=-5&person=<b>x&colour=__proto__&future=1e9&plan=77';
  const { page, complaints, context } = await house.visit(`${small}${bad}`);
  await filmed(page);
  expect(await page.locator('.net-when').innerText()).toBe('year 1, week 1');
  expect(await page.getByRole('combobox', { name: 'Colour' }).inputValue()).toBe('role');
  expect(await page.getByRole('spinbutton', { name: 'Future' }).inputValue()).toBe('0');
  expect(complaints).toEqual([]);
  await context.close();
});
