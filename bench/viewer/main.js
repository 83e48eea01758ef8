/**
 * Speed of the viewer in Chromium on this machine: `npm run bench:viewer [-- ROUNDS]`. Latencies are
 * wall time; tasks of the main thread are given in wall time and in the thread's own time, which
 * other work on the machine does not lengthen.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serveFolder } from '../../dist/cli/static-server.js';
import { countLoaded, sizeOfAll } from './sizes.js';
import { cpuOf, lengths, startTrace } from './trace.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'dist-viz');
const rounds = Number(process.argv[2] ?? 20);
/** Long enough for the desk and both engines to come to rest. */
const rest = 300;

const server = await serveFolder(folder, 0);
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});

const sorted = (values) => [...values].sort((a, b) => a - b);
const quantile = (values, p) => Math.round(sorted(values)[Math.ceil(p * values.length) - 1] ?? 0);
const load = () => loadavg()[0].toFixed(1);

async function open() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript("localStorage.setItem('mentorscape.tour', 'seen')");
  const page = await context.newPage();
  page.setDefaultTimeout(240_000);
  return { context, page };
}

/** From a cold cache to a page whose levers answer, to the first answer, and to all pairs. */
async function start() {
  const { context, page } = await open();
  const counted = countLoaded(context, folder);
  const endTrace = await startTrace(context, page);
  const begin = performance.now();
  const since = () => Math.round(performance.now() - begin);
  await page.goto(server.url);
  await page.getByRole('switch').first().waitFor();
  const interactive = since();
  await page
    .locator('.answer-first')
    .getByText(/in 100|future/)
    .first()
    .waitFor();
  const firstAnswer = since();
  await page.locator('.chart-drawing svg').first().waitFor();
  const firstChart = since();
  const { main, firstPaint = 0 } = await endTrace();
  await page.locator('.answer.exact').waitFor();
  const exact = since();
  await context.close();
  return {
    loaded: counted(),
    cold: { interactive, firstAnswer, firstChart, exact },
    mainThreadAfterFirstPaint: lengths(main.filter((task) => task.start > firstPaint)),
  };
}

/** Moves a lever and waits for the first answer that belongs to it, many times; all cached but the plan. */
async function levers() {
  const { context, page } = await open();
  await page.goto(server.url);
  await page.locator('.answer.exact').waitFor();
  await page.waitForTimeout(1000);
  const slider = page.getByRole('slider', { name: 'Protected hours' });
  const first = [];
  const endMoves = await startTrace(context, page);
  for (let k = 0; k < rounds; k++) {
    await slider.focus();
    first.push(
      await page.evaluate(
        (key) =>
          new Promise((resolve) => {
            const answer = document.querySelector('.answer');
            const begin = performance.now();
            let wasStale = false;
            // the words may be those of the answer before: what counts is that they hold again
            const look = () => {
              const stale = answer.querySelector('.stale') !== null;
              if (wasStale && !stale) resolve(performance.now() - begin);
              else requestAnimationFrame(look);
              wasStale = stale;
            };
            document.activeElement.dispatchEvent(
              new KeyboardEvent('keydown', { key, bubbles: true }),
            );
            requestAnimationFrame(look);
          }),
        k % 2 === 0 ? 'ArrowRight' : 'ArrowUp',
      ),
    );
    await page.waitForTimeout(rest);
  }
  const moves = await endMoves();
  await page.locator('.answer.exact').waitFor();
  await page.waitForTimeout(1000);
  const endPairs = await startTrace(context, page);
  const begin = performance.now();
  await slider.press('ArrowRight');
  await page.waitForFunction(() =>
    / (3\d|40) of 40/.test(document.querySelector('[data-testid=status]').textContent),
  );
  const thirty = performance.now() - begin;
  const { main, workers } = await endPairs();
  await context.close();
  return {
    leverToFirstAnswerMs: {
      median: quantile(first, 0.5),
      p95: quantile(first, 0.95),
      all: first.map(Math.round),
    },
    thirtyPairs: {
      ms: Math.round(thirty),
      cpu: { mainThread: Math.round(cpuOf(main)), workers },
    },
    mainThread: lengths([...moves.main, ...main]),
  };
}

/** Goes through a filmed future week by week: the page's own work, and the time to the next picture. */
async function scrub() {
  const { context, page } = await open();
  await page.goto(`${server.url}#/network`);
  await page.getByText(/The whole future is there/).waitFor();
  // the futures of the place "What if" are simulated meanwhile
  await page.waitForTimeout(2000);
  const weeks = 60;
  const endTrace = await startTrace(context, page);
  const steps = await page.getByRole('slider', { name: 'Week' }).evaluate(async (slider, count) => {
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const times = [];
    for (let week = 1; week <= count; week++) {
      await frame();
      const begin = performance.now();
      write.call(slider, String(week));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      const script = performance.now() - begin;
      // drawn in the first frame, shown when the second begins
      await frame();
      await frame();
      times.push({ script, shown: performance.now() - begin });
    }
    return times;
  }, weeks);
  const { main } = await endTrace();
  await context.close();
  const shown = steps.map((step) => step.shown);
  return {
    mainThreadCpuAWeekMs: Math.round(cpuOf(main) / weeks),
    toNextPictureMs: { median: quantile(shown, 0.5), p95: quantile(shown, 0.95) },
    tasks: lengths(main),
  };
}

const before = load();
const result = {
  sizes: sizeOfAll(folder),
  start: await start(),
  ...(await levers()),
  scrub: await scrub(),
};
await browser.close();
await server.close();
const all = { ...result, loadOfMachine: [before, load()] };
console.log(JSON.stringify(all, null, 2));
mkdirSync(join(root, 'bench/build'), { recursive: true });
writeFileSync(join(root, 'bench/build/viewer.json'), JSON.stringify(all, null, 2));
