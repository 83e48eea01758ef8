/**
 * Pictures of every place, in three widths, light and dark: `npm run screenshots` after a build.
 * They are written to `reports/screenshots/`, to be looked at.
 */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serveFolder } from '../../dist/cli/static-server.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'reports/screenshots');
mkdirSync(folder, { recursive: true });

const places = readdirSync(join(root, 'viz'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /^[\w-]+[\\/]place\.ts$/.test(file))
  .map((file) => file.split(/[\\/]/)[0]);

const server = await serveFolder(join(root, 'dist-viz'), 0);
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const context = await browser.newContext({ reducedMotion: 'reduce' });
await context.addInitScript("localStorage.setItem('mentorscape.tour', 'seen')");
const page = await context.newPage();
page.setDefaultTimeout(400_000);
await page.goto(server.url);
// one page for all, so that futures are simulated once; those of the first place take longest
/** Addresses of the pictures, and what is there when a page has all it waits for. */
const ready = { people: '.flows', 'what-if': '.answer.exact' };
const views = [
  {
    name: 'network-two',
    hash: '#/network?beside=today',
    wait: '.net-pair .net-counts >> nth=1',
  },
  { name: 'network', hash: '#/network?beside=none', wait: '.net-counts' },
  ...places
    .filter((place) => place !== 'network')
    .sort()
    .map((place) => ({ name: place, hash: `#/${place}`, wait: ready[place] })),
];
for (const { name, hash, wait } of views) {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await page
    .locator(wait ?? 'h1')
    .first()
    .waitFor();
  if (name.startsWith('network')) {
    await page.getByText('The whole future is there').waitFor();
    const slider = page.getByRole('slider', { name: 'Week' });
    await slider.fill('200');
  }
  for (const width of [1440, 1024, 390]) {
    for (const colorScheme of ['light', 'dark']) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      // the head stays in sight: from further down it would lie across the picture
      await page.evaluate(() => scrollTo(0, 0));
      await page.waitForTimeout(1000);
      const path = join(folder, `${name}-${width}-${colorScheme}.png`);
      await page.screenshot({ path, fullPage: true });
      console.log(path);
    }
  }
}
await browser.close();
await server.close();
