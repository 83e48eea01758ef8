/** One's own institution and the assumptions: described, brought as a roster, changed, and kept at home. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer, exact, type House, openHouse, packed, root, smallScenario } from './visitor.ts';

let house: House;
const small = packed([smallScenario.replace('replicates: 8', 'replicates: 5')]);

beforeAll(async () => {
  house = await openHouse();
});

afterAll(() => house.close());

const rosters = join(root, 'scenarios/rosters');

test('a roster is previewed, used under pseudonyms, kept on request, forgotten, and never shared', async () => {
  const { page, complaints, context } = await house.visit(`#/institution?s=${small}`);
  const roster = page.getByRole('region', { name: 'Bring a roster' });
  await roster.getByLabel('People (CSV)').setInputFiles(join(rosters, 'example.people.csv'));
  await roster.getByLabel('Ties (CSV)').setInputFiles(join(rosters, 'example.ties.csv'));
  await roster.getByText(/people kept; \d+ mentoring ties and \d+ peer ties/).waitFor();
  const lines = readFileSync(join(rosters, 'example.people.csv'), 'utf8').trim().split('\n');
  await roster.getByText(`${lines.length - 1} of ${lines.length - 1} people kept`).waitFor();
  await roster.getByText('Columns', { exact: true }).first().click();
  await roster.getByRole('combobox', { name: 'gender' }).selectOption('');
  await roster.getByRole('rowheader', { name: 'gender (people)' }).waitFor({ state: 'detached' });
  await roster.getByRole('combobox', { name: 'gender' }).selectOption({ index: 0 });
  await roster.getByRole('button', { name: 'Keep it in this browser' }).click();
  await roster.getByRole('button', { name: 'Use this roster' }).click();
  await page.getByText(`your roster of ${lines.length - 1} people`).waitFor();
  await page.getByRole('link', { name: 'What if' }).click();
  await exact(page);
  const shown = await answer(page);
  expect(shown).toMatch(/^Over 5 pairs of futures/);
  const ids = lines.slice(1).map((line) => line.split(',')[0]);
  const link = page.url();
  expect(link).toContain('s=1.');
  const other = await house.visit(link.slice(house.url.length));
  await other.page.getByText('Links and files never carry people').waitFor();
  const kept = await page.evaluate<string>("localStorage.getItem('mentorscape.roster')");
  expect(ids.filter((id) => kept.includes(`\n${id},`))).toEqual([]);
  await page.getByRole('link', { name: 'Your institution' }).click();
  await page.getByRole('button', { name: 'Forget it' }).click();
  expect(await page.evaluate("localStorage.getItem('mentorscape.roster')")).toBeNull();
  await page.getByRole('button', { name: 'Back to the made-up department' }).click();
  await page.getByText('a made-up department').waitFor();
  expect([...complaints, ...other.complaints]).toEqual([]);
  await context.close();
  await other.context.close();
});

test('a roster that cannot be used is refused with its lines', async () => {
  const { page, complaints, context } = await house.visit(`#/institution?s=${small}`);
  const roster = page.getByRole('region', { name: 'Bring a roster' });
  const people = 'id,role,rank,department,site\n1,<b>boss</b>,full,A,S\n1,faculty,full,A,S\n';
  await roster
    .getByLabel('People (CSV)')
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(people) });
  const alert = roster.getByRole('alert');
  await alert.getByText('This cannot be used yet').waitFor();
  expect(await alert.innerText()).toMatch(/people\.csv:2: .*<b>boss<\/b>/);
  expect(await roster.getByRole('button', { name: 'Use this roster' }).count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});

test('a department is described, and the fit is shown', async () => {
  const { page, complaints, context } = await house.visit(`#/institution?s=${small}`);
  const form = page.getByRole('region', { name: 'Describe your department' });
  for (const [question, value] of [
    ['How many instructors?', '4'],
    ['How many assistant professors?', '6'],
    ['How many associate professors?', '3'],
    ['How many full professors?', '3'],
    ['How many residents and fellows?', '8'],
  ]) {
    await form.getByLabel(question).fill(value);
  }
  await form.getByLabel(/women/).first().fill('45');
  await form.getByRole('button', { name: 'Fit the baseline' }).click();
  await form.getByText(/^Fitting · /).waitFor();
  await form
    .getByText(/figures? met\. The baseline is now your department/)
    .waitFor({ timeout: 90_000 });
  await page.getByRole('link', { name: 'Assumptions' }).click();
  expect(await page.getByRole('textbox', { name: 'Faculty posts' }).inputValue()).toBe('16');
  expect(complaints).toEqual([]);
  await context.close();
});

test('assumptions are searched, changed, tried at both ends, and put back', async () => {
  const { page, complaints, context } = await house.visit(`#/assumptions?s=${small}`);
  await page.getByText('All have their usual values.').waitFor();
  await page.getByRole('searchbox', { name: 'Search' }).fill('hour');
  const rows = page.locator('.assumption');
  const found = await rows.count();
  expect(found).toBeGreaterThan(0);
  const first = rows.first();
  await first.getByRole('button').first().click();
  await first.getByRole('slider').focus();
  await page.keyboard.press('PageUp');
  await page.getByText('1 assumption changed.').waitFor();
  await page.getByLabel('Only what differs from the usual').check();
  expect(await rows.count()).toBe(1);
  await first.getByRole('button', { name: 'Simulate both ends' }).click();
  await first
    .getByText('Average paired difference of the plan in hand')
    .waitFor({ timeout: 60_000 });
  expect(await first.locator('tbody tr').count()).toBeGreaterThan(5);
  await page.getByRole('button', { name: 'Back to the usual values' }).click();
  await page.getByText('All have their usual values.').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
