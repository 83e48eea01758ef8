/** Every place for everybody: axe-core in light and dark, on a phone and a desktop, and by keyboard alone. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  accessibilityFaults,
  exact,
  type House,
  openHouse,
  packed,
  root,
  smallScenario,
} from './visitor.ts';

let house: House;
const small = packed([smallScenario.replace('replicates: 8', 'replicates: 5')]);

/** Places are found by their folders, as the page finds them. */
const places = readdirSync(join(root, 'viz'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /^[\w-]+[\\/]place\.ts$/.test(file))
  .map((file) => file.split(/[\\/]/)[0]);

beforeAll(async () => {
  house = await openHouse();
});

afterAll(() => house.close());

test('there are places', () => {
  expect(places).toContain('what-if');
});

test.for(
  (['light', 'dark'] as const).flatMap((scheme) => [390, 1440].map((width) => ({ scheme, width }))),
)('no place has a fault, $scheme at $width px, and none is wider than the screen', async (view) => {
  const { page, complaints, context } = await house.visit(`#/what-if?s=${small}`, view);
  await exact(page);
  const faults: string[] = [];
  for (const place of places) {
    await page.evaluate(`location.hash = '#/${place}'`);
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    faults.push(...(await accessibilityFaults(page)).map((fault) => `${place}: ${fault}`));
    const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    if (Number(wide) > 0) faults.push(`${place}: ${wide} px wider than the screen`);
  }
  if (view.width < 900) {
    await page.evaluate(`location.hash = '#/what-if'`);
    await page.getByRole('button', { name: /^Policies and levers/ }).click();
    await page.getByRole('dialog').waitFor();
    faults.push(...(await accessibilityFaults(page)).map((fault) => `levers: ${fault}`));
  }
  expect(faults).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

test('the main path is walked by keyboard alone', async () => {
  const { page, complaints, context } = await house.visit(`#/what-if?s=${small}`);
  await exact(page);
  /** Presses Tab until the element with this name has the focus. */
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let k = 0; k < 120; k++) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate<string>(`(() => {
        const e = document.activeElement;
        const labelled = e?.getAttribute('aria-labelledby');
        return e?.getAttribute('aria-label') ??
          (labelled ? document.getElementById(labelled)?.textContent : e?.textContent) ?? '';
      })()`);
      if (name.test(focused)) return;
    }
    throw new Error(`Tab never came to ${name}`);
  };
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the page');
  await page.keyboard.press('Enter');
  await tabTo(/^Choose a question/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await tabTo(/^Hybrid work$/);
  await page.keyboard.press('Space');
  await page.getByText('3 policies switched on').waitFor();
  await tabTo(/^Days at home$/);
  await page.keyboard.press('Shift+Tab');
  await exact(page);
  await tabTo(/^Burnout/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /^Burnout/ }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('2 policies switched on').waitFor();
  await page.keyboard.press('Control+Shift+z');
  await page.getByText('3 policies switched on').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
