/** The place "What if", used as a visitor would: levers, answers, charts, and numbers of the command line. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { models } from '../../models/registry.ts';
import { levelText } from '../../report/numbers.ts';
import { comparisonFormat } from '../../report/reading.ts';
import { groupLabel } from '../../report/vocabulary.ts';
import { futuresText } from '../../report/words.ts';
import type { Comparison } from '../../sim/analysis/paired.ts';
import {
  answer,
  commandLine,
  exact,
  type House,
  openHouse,
  packed,
  says,
  smallScenario,
} from './visitor.ts';

let house: House;
const small = `#/what-if?s=${packed([smallScenario])}`;
const folder = mkdtempSync(join(tmpdir(), 'mentorscape-e2e-'));

beforeAll(async () => {
  house = await openHouse();
});

afterAll(() => house.close());

async function saved(page: Page, press: () => Promise<void>): Promise<string> {
  const waiting = page.waitForEvent('download');
  await press();
  const download = await waiting;
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

describe('numbers', () => {
  test('are those of the command line, in the table, in the answer and in the report', async () => {
    const { page, complaints, context } = await house.visit(small);
    await exact(page);
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const dialog = page.getByRole('dialog');
    const today = await saved(page, () =>
      dialog.getByRole('button', { name: /today\.yaml/ }).click(),
    );
    const plan = await saved(page, () =>
      dialog.getByRole('button', { name: /groups-for-residents\.yaml/ }).click(),
    );
    const report = await saved(page, () =>
      dialog.getByRole('button', { name: 'Download the report' }).click(),
    );
    const inBrowser = readFileSync(report, 'utf8');
    const args = ['compare', 'today.yaml', 'groups-for-residents.yaml'];
    expect([today, plan].every((path) => path.startsWith(folder))).toBe(true);
    const printed = commandLine(folder, ...args, '--json');
    const { comparisons } = JSON.parse(printed) as { comparisons: Comparison[] };
    rmSync(report);
    commandLine(folder, ...args, '--report', 'what-if.html');
    expect(inBrowser).toBe(readFileSync(join(folder, 'what-if.html'), 'utf8'));
    await page.keyboard.press('Escape');

    const shown = await answer(page);
    expect(inBrowser).toContain(shown);
    const [model] = models;
    const section = page.getByRole('region', { name: 'For whom' });
    await section.getByText('Numbers behind this chart').click();
    const rows = await section.locator('tbody tr').all();
    const cells = await Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
    const own = comparisons.filter(({ outcome }) => outcome === 'hasMentor');
    const format = comparisonFormat(model, comparisons, 'hasMentor');
    expect(cells.map((row) => [row[0], row[1], row[2], row[4]])).toEqual(
      own.map((c) => [
        groupLabel(c.group),
        levelText(c.baseline, format),
        levelText(c.value, format),
        futuresText(c, format, true),
      ]),
    );
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('levers', () => {
  test('answer when they are moved, with undo, redo, reset and replay', async () => {
    const { page, complaints, context } = await house.visit(small);
    await exact(page);
    const before = await answer(page);
    const lever = page.getByRole('slider', { name: 'Protected hours' });
    expect(await lever.getAttribute('aria-valuetext')).toBe('1 h/week');
    await lever.focus();
    await page.keyboard.press('PageUp');
    expect(Number(await lever.inputValue())).toBeGreaterThan(1);
    await page.locator('.answer.preview').waitFor();
    await exact(page);
    const after = await answer(page);
    expect(after).not.toBe(before);
    await page.getByRole('button', { name: 'Undo' }).click();
    await exact(page);
    expect(await answer(page)).toBe(before);
    await page.getByRole('button', { name: 'Redo' }).click();
    await exact(page);
    expect(await answer(page)).toBe(after);
    await page.getByRole('button', { name: 'Replay the last change' }).click();
    expect(await lever.inputValue()).toBe('1');
    await page.getByText(after, { exact: true }).waitFor();
    const number = page.getByRole('textbox', { name: 'Protected hours' });
    await number.fill('2.5');
    await number.press('Enter');
    expect(await lever.inputValue()).toBe('2.5');
    await page.getByRole('button', { name: 'Reset Protected hours' }).click();
    expect(await lever.inputValue()).toBe('1');
    await page.getByRole('button', { name: 'About Protected hours' }).click();
    const about = page.getByRole('dialog');
    expect(await about.innerText()).toMatch(
      /Evidence D: assumption[\s\S]*Plausible: 0.2 to 4[\s\S]*Source: /,
    );
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('switch policies on and off, start them later, and drag the start along the axis', async () => {
    const { page, complaints, context } = await house.visit(small);
    await exact(page);
    await page.getByRole('switch', { name: 'Hybrid work' }).click();
    await page.getByText('3 policies switched on').waitFor();
    await page.getByRole('switch', { name: 'Hybrid work' }).click();
    await page.getByText('2 policies switched on').waitFor();
    await page.getByRole('button', { name: 'More about Peer groups' }).click();
    await page.getByLabel('Starts in year, Peer groups').selectOption('2');
    const handle = page.getByRole('slider', { name: 'Start of Peer groups' });
    await expect.poll(() => handle.getAttribute('aria-valuetext')).toBe('in year 2');
    await handle.scrollIntoViewIfNeeded();
    const box = await handle.boundingBox();
    if (!box) throw new Error('the handle is not on screen');
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width / 2, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 60, y, { steps: 4 });
    await page.mouse.up();
    await expect
      .poll(async () => Number(await handle.getAttribute('aria-valuenow')))
      .toBeGreaterThan(60);
    await handle.focus();
    await page.keyboard.press('Home');
    await expect.poll(() => handle.getAttribute('aria-valuetext')).toBe('in year 1');
    await page.getByRole('button', { name: 'Switch all off' }).click();
    await page.getByText('Nothing is switched on yet').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('previews', () => {
  test('give a direction first, a range from five pairs on, and can be stopped', async () => {
    const slow = smallScenario.replace('replicates: 8', 'replicates: 200');
    const { page, complaints, context } = await house.visit(`#/what-if?s=${packed([slow])}`);
    await says(page, '[data-testid=status]', /^first look/);
    const early = await page.locator('.card').first().innerText();
    expect(early).toMatch(/[↑↓]|no difference|…/);
    expect(early).not.toMatch(/[+−]\d+(\.\d+)? to/);
    await says(page, '[data-testid=status]', /^refining/);
    await says(page, '.card', /\d to [+−]?\d|to 0/);
    await page.getByRole('button', { name: 'Stop' }).click();
    await says(page, '[data-testid=status]', /^exact · \d+ of \d+/);
    const status = await page.getByTestId('status').innerText();
    expect(Number(/(\d+) of/.exec(status)?.[1])).toBeLessThan(200);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('charts', () => {
  test('are read by keyboard, have a table, and leave as SVG, PNG and CSV', async () => {
    const { page, complaints, context } = await house.visit(small);
    await exact(page);
    const chart = page.getByRole('slider', { name: /arrow keys/ }).first();
    await chart.focus();
    await page.keyboard.press('End');
    expect(await chart.getAttribute('aria-valuetext')).toMatch(
      /^Year 3: Today \d+ \(\d+ to \d+\); Groups for residents \d+/,
    );
    const svg = readFileSync(
      await saved(page, () =>
        page.getByRole('button', { name: 'SVG, hasMentor-over-years' }).click(),
      ),
      'utf8',
    );
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg).not.toContain('currentColor');
    const png = readFileSync(
      await saved(page, () =>
        page.getByRole('button', { name: 'PNG, hasMentor-over-years' }).click(),
      ),
    );
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const section = page.getByRole('region', { name: /over the years$/ });
    await section.getByText('Numbers behind this chart').first().click();
    const csv = readFileSync(
      await saved(page, () => section.getByRole('button', { name: 'CSV' }).first().click()),
      'utf8',
    );
    expect(csv.split('\n')[0]).toBe('Year,Today,Nine of ten,Groups for residents,Nine of ten');
    expect(csv.split('\n')).toHaveLength(4);
    await section.getByRole('button', { name: 'Copy' }).first().click();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied.split('\n')[1]).toBe(csv.split('\n')[1].replaceAll(',', '\t'));
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('follow the outcome, the group, the years and the futures that are chosen', async () => {
    const { page, complaints, context } = await house.visit(small);
    await exact(page);
    await page.getByRole('button', { name: /People who are burned out/ }).click();
    await page.getByRole('combobox', { name: 'Group' }).selectOption('residents');
    await page.getByRole('heading', { name: /^Residents who are burned out/ }).waitFor();
    await page.getByRole('combobox', { name: 'Years ahead' }).selectOption('2');
    await page.getByRole('combobox', { name: 'Futures' }).selectOption('10');
    await exact(page);
    expect(await page.getByTestId('status').innerText()).toBe('exact · 10 of 10');
    await page.getByRole('button', { name: 'Choose outcomes' }).click();
    await page.getByRole('checkbox', { name: /^Vacant faculty posts/ }).click();
    await page.getByRole('button', { name: 'Close' }).click();
    await exact(page);
    await page.getByRole('button', { name: /^Vacant faculty posts/ }).waitFor();
    expect(page.url()).toMatch(/outcome=burnedOut&group=residents/);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('questions', () => {
  test('come from a gallery, and up to four plans stand side by side', async () => {
    const { page, complaints, context } = await house.visit(small);
    await exact(page);
    await page.getByRole('button', { name: 'Choose a question' }).click();
    const gallery = page.getByRole('dialog');
    expect(await gallery.getByRole('listitem').count()).toBeGreaterThan(2);
    await gallery
      .getByRole('button', { name: /^Compare: What if everybody worked two days/ })
      .click();
    await exact(page);
    const table = page.getByRole('region', { name: 'All plans side by side' });
    const heads = await table.locator('thead th').allInnerTexts();
    expect(heads).toEqual(['Outcome', 'Today', 'Groups for residents', 'Hybrid, two days at home']);
    await page.getByRole('button', { name: 'Compare with another plan' }).click();
    await page.getByRole('button', { name: 'Compare with another plan' }).click();
    expect(await page.getByRole('button', { name: 'Compare with another plan' }).count()).toBe(0);
    await page
      .getByRole('button', { name: 'Remove Hybrid, two days at home', exact: true })
      .click();
    await page.getByRole('button', { name: 'Compare with another plan' }).waitFor();
    expect(await page.locator('.plan').count()).toBe(3);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

test('a scenario file that the page wrote is read by the command line', () => {
  const file = join(folder, 'own.yaml');
  writeFileSync(file, smallScenario);
  expect(commandLine(folder, 'validate', 'own.yaml')).toMatch(/own\.yaml/);
});
