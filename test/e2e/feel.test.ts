/** What a visitor is told: the tour, the glossary, who is left out, what it costs; and a theme that stays. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { models } from '../../models/registry.ts';
import { harmsOf } from '../../report/harm.ts';
import { outcomeTitle } from '../../report/vocabulary.ts';
import type { Comparison } from '../../sim/analysis/paired.ts';
import { commandLine, exact, type House, openHouse, packed, smallScenario } from './visitor.ts';

/** Something that is bad for many: nobody meets by chance any more. */
const everybodyAway = smallScenario
  .replace(
    /policies:[\s\S]*?horizon/,
    'policies:\n  - { policy: hybridWork, daysAtHome: 5 }\nhorizon',
  )
  .replace('Groups for residents', 'Everybody away');

let house: House;

beforeAll(async () => {
  house = await openHouse();
});

afterAll(() => house.close());

test('a tour of at most five steps is shown once, and again when asked for', async () => {
  const { page, complaints, context } = await house.visit('', { newcomer: true });
  const next = page.getByRole('button', { name: 'Next', exact: true });
  await next.waitFor();
  let steps = 1;
  for (; await next.isVisible(); steps++) await next.click();
  expect(steps).toBeGreaterThan(2);
  expect(steps).toBeLessThanOrEqual(5);
  await page.getByRole('button', { name: 'Done' }).click();
  expect(await page.locator('.tour').count()).toBe(0);
  await page.reload();
  await page.locator('h1').first().waitFor();
  expect(await page.locator('.tour').count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});

test('words of the glossary are explained under the pointer and by keyboard', async () => {
  const { page, complaints, context } = await house.visit(`#/what-if?s=${packed([smallScenario])}`);
  await exact(page);
  const term = page.locator('.answer .term').first();
  await term.hover();
  await page.locator('.tip').waitFor();
  const meaning = await page.locator('.tip').innerText();
  expect(meaning.length).toBeGreaterThan(20);
  await page.keyboard.press('Escape');
  await page.mouse.move(0, 0);
  await page.locator('.tip').waitFor({ state: 'detached' });
  await term.focus();
  await page.keyboard.press('Enter');
  await page.locator('.tip').filter({ hasText: meaning }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('groups that fare worse are named, and the costs are those of the command line', async () => {
  const { page, complaints, context } = await house.visit(`#/what-if?s=${packed([everybodyAway])}`);
  await exact(page);
  const folder = mkdtempSync(join(tmpdir(), 'mentorscape-feel-'));
  writeFileSync(join(folder, 'away.yaml'), everybodyAway);
  writeFileSync(
    join(folder, 'today.yaml'),
    everybodyAway.replace(/policies:[\s\S]*?horizon/, 'horizon').replace('Everybody away', 'Today'),
  );
  const args = ['compare', 'today.yaml', 'away.yaml'];
  const { comparisons } = JSON.parse(commandLine(folder, ...args, '--json')) as {
    comparisons: Comparison[];
  };
  const [model] = models;
  const harmed = [...new Set(harmsOf(model, comparisons).map((h) => h.comparison.outcome))];
  expect(harmed.length).toBeGreaterThan(0);
  const warning = page.getByRole('region', { name: 'Who might be left out' });
  const named = await warning.locator('li strong').allInnerTexts();
  expect([...new Set(named)].sort()).toEqual(harmed.map((o) => outcomeTitle(model, o)).sort());
  const costs = page.getByRole('region', { name: 'What it costs' }).locator('p').first();
  expect(commandLine(folder, ...args)).toContain((await costs.innerText()).replace(/\.$/, ''));
  expect(complaints).toEqual([]);
  await context.close();
});

test('the theme that was chosen stays', async () => {
  const { page, complaints, context } = await house.visit();
  const ink = (): Promise<string> => page.evaluate('getComputedStyle(document.body).color');
  const light = await ink();
  const tool = page.getByRole('button', { name: /press for/ });
  for (let k = 0; k < 3 && (await ink()) === light; k++) await tool.click();
  const dark = await ink();
  expect(dark).not.toBe(light);
  await page.reload();
  await page.locator('h1').first().waitFor();
  expect(await ink()).toBe(dark);
  expect(complaints).toEqual([]);
  await context.close();
});
