/** The place "Assumptions", read as a doubter would: the effect of moving a number, shipped and with its range. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { differenceText } from '../../report/numbers.ts';
import { comparisonFormat } from '../../report/reading.ts';
import { model } from '../experiment/scenarios.ts';
import {
  accessibilityFaults,
  type House,
  openHouse,
  packed,
  root,
  smallScenario,
} from './visitor.ts';

let house: House;
const shipped = JSON.parse(readFileSync(join(root, 'viz/assumptions/sensitivity.json'), 'utf8'));

beforeAll(async () => {
  house = await openHouse();
});

afterAll(() => house.close());

test('every number of the model has an effect from the shipped result', () => {
  const numbers = Object.entries(model.shape.parameters).filter(([, spec]) => 'plausible' in spec);
  const missing = numbers
    .map(([name]) => name)
    .filter((name) => !Object.hasOwn(shipped.effects, name));
  expect(missing).toEqual([]);
  expect(shipped.replicates).toBeGreaterThan(4);
  expect(shipped.source).toMatch(/^[0-9a-f]{64}$/);
});

test('an assumption says what moving it does, with a range, and where the result is from', async () => {
  const { page, complaints, context } = await house.visit(
    `#/assumptions?s=${packed([smallScenario])}`,
  );
  const { title } = model.shape.parameters['contactsPerMonth'];
  await page.getByRole('searchbox').fill('contactsPerMonth');
  await page
    .getByRole('button', { name: new RegExp(`^${title}`) })
    .first()
    .click();
  const table = page.getByRole('table', {
    name: 'Change from the usual value, with its 95 % interval',
  });
  const row = table.locator('tr').filter({ hasText: 'Have a mentor' });
  const format = comparisonFormat(model, [], 'hasMentor');
  const expected = shipped.effects['contactsPerMonth'].hasMentor.map(
    ([, mean, half]: [number, number, number]) =>
      `${differenceText(mean, format)} (${differenceText(mean - half, format)} to ${differenceText(mean + half, format)})`,
  );
  expect(await row.locator('td').allInnerTexts()).toEqual(expected);
  expect(expected).toHaveLength(2);
  await page.getByText(/a department of 64 people, 3 years, .* 6 pairs of futures/).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});
