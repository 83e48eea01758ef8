/** Links, files and what is kept: the same view and numbers again, and nothing hostile let in. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostileFiles, hostileLinks } from './hostile.ts';
import { answer, exact, type House, openHouse, packed, smallScenario } from './visitor.ts';

let house: House;
const small = `#/what-if?s=${packed([smallScenario])}`;

beforeAll(async () => {
  house = await openHouse();
});

afterAll(() => house.close());

test('a link reproduces the view and the numbers', async () => {
  const { page, complaints, context } = await house.visit(small);
  await exact(page);
  await page.getByRole('button', { name: /People who are burned out/ }).click();
  await page.getByRole('slider', { name: 'Protected hours' }).focus();
  await page.keyboard.press('ArrowRight');
  await exact(page);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: 'Copy the link' }).click();
  await page.getByText('The link is copied.').waitFor();
  const link = await page.evaluate<string>('navigator.clipboard.readText()');
  expect(link.length).toBeLessThan(1000);
  await page.keyboard.press('Escape');
  const other = await house.visit(link.slice(house.url.length));
  await exact(other.page);
  expect(await answer(other.page)).toBe(await answer(page));
  expect(await other.page.locator('.card[aria-pressed=true]').innerText()).toBe(
    await page.locator('.card[aria-pressed=true]').innerText(),
  );
  expect(await other.page.getByRole('slider', { name: 'Protected hours' }).inputValue()).toBe(
    await page.getByRole('slider', { name: 'Protected hours' }).inputValue(),
  );
  expect([...complaints, ...other.complaints]).toEqual([]);
  await context.close();
  await other.context.close();
});

test('scenarios are kept in this browser, opened again and forgotten', async () => {
  const { page, complaints, context } = await house.visit(small);
  await exact(page);
  const before = await answer(page);
  await page.getByRole('button', { name: 'My scenarios' }).click();
  await page.getByText('Nothing is kept yet').waitFor();
  await page.getByLabel('Name').fill('For Monday <b>');
  await page.getByRole('button', { name: 'Keep what is on screen' }).click();
  await page.getByText('For Monday <b>', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Switch all off' }).click();
  await page.getByText('Nothing is switched on yet').waitFor();
  await page.waitForURL((address) => address.href !== house.url + small);
  await page.reload();
  await page.getByText('Nothing is switched on yet').waitFor();
  await page.getByRole('button', { name: 'My scenarios' }).click();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await exact(page);
  expect(await answer(page)).toBe(before);
  await page.getByRole('button', { name: 'My scenarios' }).click();
  await page.getByRole('button', { name: 'Forget For Monday <b>' }).click();
  await page.getByText('Nothing is kept yet').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

describe('hostile input', () => {
  test('of links is refused with a message, and the page works on', async () => {
    const { page, complaints, context } = await house.visit('#/what-if');
    await page.locator('.answer').waitFor();
    const open: string[] = [];
    for (const [name, hash] of hostileLinks) {
      await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
      const shown = await page
        .getByRole('alert')
        .getByText(/link|scenario/i)
        .first()
        .waitFor({ timeout: 5000 })
        .then(
          () => true,
          () => false,
        );
      if (!shown) open.push(name);
      else await page.getByRole('button', { name: 'Close' }).click();
    }
    expect(open).toEqual([]);
    expect(await page.evaluate('[globalThis.hacked, ({}).polluted]')).toEqual([
      undefined,
      undefined,
    ]);
    expect(await page.locator('img, script[src^="data:"], iframe').count()).toBe(0);
    expect(await page.locator('h1').innerText()).toMatch(/^What if faculty had an hour/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('of files is refused with a message, or shown as text', async () => {
    const { page, complaints, context } = await house.visit(small);
    await exact(page);
    const open: string[] = [];
    await page.getByRole('button', { name: 'My scenarios' }).click();
    const dialog = page.getByRole('dialog');
    for (const [name, text] of hostileFiles) {
      await dialog.getByLabel('Open a scenario file').setInputFiles({
        name,
        mimeType: 'application/yaml',
        buffer: Buffer.from(text),
      });
      const refused = dialog.getByRole('alert').getByText(`${name} was not opened`);
      const shown = await refused.waitFor({ timeout: 8000 }).then(
        () => true,
        () => false,
      );
      if (!shown) open.push(name);
    }
    expect(open).toEqual([]);
    expect(await page.evaluate('[globalThis.hacked, ({}).polluted]')).toEqual([
      undefined,
      undefined,
    ]);
    const markup = smallScenario
      .replace('Groups for residents', '"<img src=x onerror=hacked=1>"')
      .replace('What if residents met in groups?', '"<script>hacked=1</script>?"');
    await dialog.getByLabel('Open a scenario file').setInputFiles({
      name: '<svg onload=hacked=1>.yaml',
      mimeType: 'application/yaml',
      buffer: Buffer.from(markup),
    });
    await page.getByRole('heading', { name: '<script>hacked=1</script>?' }).waitFor();
    await exact(page);
    expect(await page.evaluate('globalThis.hacked')).toBeUndefined();
    expect(await page.locator('img').count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
