/**
 * Speed of the viewer in Chromium on this machine: `npm run bench:viewer`. Latencies are wall time;
 * tasks of the main thread are given in wall time and in the thread's own time, which other work on
 * the machine does not lengthen.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { serveFolder } from '../../dist/cli/static-server.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rounds = Number(process.argv[2] ?? 20);
/** Long enough for the desk and both engines to come to rest. */
const rest = 300;

const server = await serveFolder(join(root, 'dist-viz'), 0);
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});

const sorted = (values) => [...values].sort((a, b) => a - b);
const quantile = (values, p) => Math.round(sorted(values)[Math.ceil(p * values.length) - 1] ?? 0);

/** Sizes of what a first visit loads. */
function sizes() {
  const folder = join(root, 'dist-viz/assets');
  const all = readdirSync(folder).map((name) => ({
    name,
    gzip: gzipSync(readFileSync(join(folder, name))).length / 1000,
  }));
  const sum = (files) => Math.round(files.reduce((total, { gzip }) => total + gzip, 0));
  return {
    beforeChartsKb: sum(all.filter(({ name }) => !/^(drawing|parse)-/.test(name))),
    allKb: sum(all),
    files: all.map(({ name, gzip }) => `${name} ${gzip.toFixed(1)}`),
  };
}

async function open() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript("localStorage.setItem('mentorscape.tour', 'seen')");
  const page = await context.newPage();
  page.setDefaultTimeout(180_000);
  return { context, page };
}

/** From a cold cache to a page whose levers answer. */
async function start() {
  const { context, page } = await open();
  const begin = performance.now();
  await page.goto(server.url);
  await page.getByRole('switch').first().waitFor();
  const interactive = performance.now() - begin;
  await page
    .locator('.answer-first')
    .getByText(/in 100|future/)
    .first()
    .waitFor();
  const firstAnswer = performance.now() - begin;
  await context.close();
  return { interactive: Math.round(interactive), firstAnswer: Math.round(firstAnswer) };
}

/** Moves a lever and waits for the first answer that belongs to it, many times; all cached but the plan. */
async function levers() {
  const { context, page } = await open();
  await page.goto(server.url);
  await page.locator('.answer.exact').waitFor();
  await page.waitForTimeout(1000);
  const client = await context.newCDPSession(page);
  const tasks = [];
  client.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) if (event.name === 'RunTask' && event.ph === 'X') tasks.push(event);
  });
  const mainThread = [];
  client.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) {
      if (event.name === 'thread_name' && event.args.name === 'CrRendererMain')
        mainThread.push(event);
    }
  });
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'],
    },
  });
  const slider = page.getByRole('slider', { name: 'Protected hours' });
  const first = [];
  for (let k = 0; k < rounds; k++) {
    await slider.focus();
    first.push(
      await page.evaluate(
        (up) =>
          new Promise((resolve) => {
            const answer = document.querySelector('.answer');
            const words = () => answer.querySelector('.answer-first').textContent;
            const before = words();
            const begin = performance.now();
            const look = () => {
              const stale = answer.querySelector('.stale') !== null;
              if (!stale && words() !== before) resolve(performance.now() - begin);
              else requestAnimationFrame(look);
            };
            document.activeElement.dispatchEvent(
              new KeyboardEvent('keydown', { key: up ? 'ArrowRight' : 'ArrowUp', bubbles: true }),
            );
            requestAnimationFrame(look);
          }),
        k % 2 === 0,
      ),
    );
    await page.waitForTimeout(rest);
  }
  const begin = performance.now();
  await slider.press('ArrowRight');
  await page.waitForFunction(() =>
    / (3\d|40) of 40/.test(document.querySelector('[data-testid=status]').textContent),
  );
  const thirty = performance.now() - begin;
  const ended = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve));
  await client.send('Tracing.end');
  await ended;
  const own = tasks.filter((task) =>
    mainThread.some(({ pid, tid }) => pid === task.pid && tid === task.tid),
  );
  await context.close();
  const wall = own.map(({ dur }) => dur / 1000);
  const cpu = own.map(({ tdur = 0 }) => tdur / 1000);
  return {
    leverToFirstAnswerMs: {
      median: quantile(first, 0.5),
      p95: quantile(first, 0.95),
      all: first.map(Math.round),
    },
    thirtyPairsMs: Math.round(thirty),
    mainThread: {
      tasks: own.length,
      over50Wall: wall.filter((ms) => ms > 50).length,
      over50Cpu: cpu.filter((ms) => ms > 50).length,
      longestWallMs: Math.round(Math.max(0, ...wall)),
      longestCpuMs: Math.round(Math.max(0, ...cpu)),
    },
  };
}

const result = { sizes: sizes(), start: await start(), ...(await levers()) };
await browser.close();
await server.close();
console.log(JSON.stringify(result, null, 2));
writeFileSync(join(root, 'bench/build/viewer.json'), JSON.stringify(result, null, 2));
