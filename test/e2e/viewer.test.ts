/** The built page in three browser engines: the same results as in Node, under a strict policy. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest';
import { chromium } from './chromium.ts';
import type { Engine, Page } from './engine.ts';
import { firefox } from './firefox.ts';
import { contentPolicy, serve } from './server.ts';
import { webkit } from './webkit.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** Why the test was not run, in a sentence: read by test/all.js. */
    notRun?: string;
  }
}

interface NodeResult {
  readonly summary: { readonly digest: string; readonly weeks: number };
  /** Fingerprint of each portable function, by name. */
  readonly portable: Readonly<Record<string, string>>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const nodeRun = join(root, 'test/e2e/node-run.js');
/** Kept after the tests, for people to look at. */
const pictures = join(root, 'reports/e2e');

const cases: readonly (readonly [scenario: string, seed: number])[] = [
  ['today', 1],
  ['hybrid', 2],
  ['time-and-groups', 2_147_483_647],
];

let server: Awaited<ReturnType<typeof serve>>;
const pages = new Map<Engine, Promise<Page>>();

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  server = await serve({
    '/': join(root, 'dist-viz'),
    '/dist/': join(root, 'dist'),
    '/test/': join(root, 'test'),
  });
});

afterAll(async () => {
  for (const page of pages.values()) await page.then((opened) => opened.close()).catch(() => {});
  await server.close();
});

/** The engine's page, opened at the first call. Skips the test without the engine; fails in CI. */
function pageIn(engine: Engine, context: TestContext): Promise<Page> {
  if (!engine.find()) {
    const reason = `${engine.name} was not found (looked for ${engine.lookedFor}): its browser tests were not run.`;
    if (process.env['CI']) throw new Error(reason);
    context.task.meta.notRun = reason;
    context.skip(reason);
  }
  const page = pages.get(engine) ?? openReady(engine);
  pages.set(engine, page);
  return page;
}

/** Opens the page and waits for its script: WebKit may call a page loaded before. */
async function openReady(engine: Engine): Promise<Page> {
  const page = await engine.open(server.url);
  await page.evaluate(`new Promise((ready) => {
    const look = () => (globalThis.mentorscape ? ready(true) : setTimeout(look, 20));
    look();
  })`);
  return page;
}

/** What the built engine gives in the main thread of a Node process. */
function inMainThread(scenario: string, seed: number): NodeResult {
  const output = execFileSync(process.execPath, [nodeRun, scenario, String(seed)], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  return JSON.parse(output);
}

/** What it gives in a worker thread. */
function inWorkerThread(scenario: string, seed: number): Promise<NodeResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(nodeRun, { workerData: { scenario, seed } });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('node-run.js: ended without a result.')));
  });
}

function runInPage(page: Page, scenario: string, seed: number): Promise<unknown> {
  return page.evaluate(`mentorscape.run(${JSON.stringify(scenario)}, ${seed})`);
}

test('a worker thread gives what the main thread gives, and seeds and scenarios differ', async () => {
  const digests = new Set<string>();
  for (const [scenario, seed] of cases) {
    const expected = inMainThread(scenario, seed);
    expect(expected.summary.digest).toMatch(/^[0-9a-f]{32}$/);
    expect(await inWorkerThread(scenario, seed)).toEqual(expected);
    digests.add(expected.summary.digest);
  }
  expect(digests.size).toBe(cases.length);
});

test('the page names the same content policy as the server', () => {
  const html = readFileSync(join(root, 'dist-viz/index.html'), 'utf8');
  const named = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(html)?.[1];
  expect(named).toBe(contentPolicy);
});

describe.each([chromium, firefox, webkit])('$name', (engine) => {
  test.for(cases)('runs %s with seed %i to the same bits as Node', async (given, context) => {
    const page = await pageIn(engine, context);
    expect(await runInPage(page, ...given)).toEqual(inMainThread(...given).summary);
  });

  test('computes the portable functions to the same bits as Node', async (context) => {
    const page = await pageIn(engine, context);
    const inPage = await page.evaluate(
      `import('/test/e2e/portable-digests.js').then(({ digests }) => digests())`,
    );
    expect(inPage).toEqual(inMainThread(...cases[0]).portable);
  });

  test('answers the first question without a complaint', async (context) => {
    const page = await pageIn(engine, context);
    const shown = await page.evaluate(`new Promise((resolve) => {
      const look = () => {
        const words = document.querySelector('.answer-first')?.textContent ?? '';
        if (/^Over \\d+ pairs of futures/.test(words)) resolve(words);
        else setTimeout(look, 100);
      };
      look();
    })`);
    expect(shown).toMatch(/in 100/);
    await page.screenshot(join(pictures, `${engine.name.toLowerCase()}.png`));
    expect(page.problems).toEqual([]);
  });

  test('answers a run that fails with an error', async (context) => {
    const page = await pageIn(engine, context);
    await expect(page.evaluate(`mentorscape.run('no-such-scenario', 1)`)).rejects.toThrow(
      /No scenario is called no-such-scenario/,
    );
  });

  // last, because the browser logs it as a problem
  test('refuses an inline script', async (context) => {
    const page = await pageIn(engine, context);
    const refused = await page.evaluate(`new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) =>
        resolve(event.effectiveDirective + ' ' + globalThis.inlineRan));
      const script = document.createElement('script');
      script.textContent = 'globalThis.inlineRan = true';
      document.head.append(script);
    })`);
    expect(refused).toMatch(/^script-src(-elem)? undefined$/);
  });
});

describe('the page in Chromium', () => {
  const views = [1440, 1024, 390].flatMap((width) =>
    (['light', 'dark'] as const).map((scheme) => ({ width, height: 900, scheme })),
  );

  test.for(views)('fits $width px and is accessible, $scheme', async (view, context) => {
    const page = await pageIn(chromium, context);
    await page.show?.(view);
    await page.screenshot(join(pictures, `chromium-${view.width}-${view.scheme}.png`));
    const fits = 'document.documentElement.scrollWidth <= innerWidth';
    expect(await page.evaluate(`[innerWidth, ${fits}]`)).toEqual([view.width, true]);
    await page.evaluate(readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'));
    const rules = `axe.run().then(({ passes, violations }) => ({
      passes: passes.length,
      faults: violations.map(({ id, nodes }) => id + ': ' + nodes[0].html),
    }))`;
    expect(await page.evaluate(rules)).toEqual({ passes: expect.any(Number), faults: [] });
  });
});
