/** A visitor of the built page in Chromium: a small scenario, waiting for answers, and complaints heard. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import {
  type Browser,
  type BrowserContext,
  type Page,
  chromium as playwright,
} from 'playwright-core';
import { chromium } from './chromium.ts';
import { serve } from './server.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Small enough to be simulated in a second or two. */
export const smallScenario = `mentorscape: 1
model: mentoring
title: Groups for residents
question: What if residents met in groups?
population: { faculty: 24, residents: 16, departments: 2 }
policies:
  - policy: peerGroups
    who: residents
  - policy: protectedTime
    start: year 2
horizon: 3 years
warmUp: 2 years
seed: 7
replicates: 8
`;

/** The text of a link that holds these scenarios. */
export function packed(scenarios: readonly string[], active = 0, version = 1): string {
  const text = JSON.stringify({ scenarios, active });
  return `${version}.${deflateRawSync(text).toString('base64url')}`;
}

/** One browser and one server for a file of tests. */
export interface House {
  readonly url: string;
  /** A page of its own, at an address below the server's; its complaints are collected. */
  visit(hash?: string, options?: VisitOptions): Promise<Visit>;
  close(): Promise<void>;
}

export interface VisitOptions {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  readonly context?: BrowserContext;
  /** Was never here before: the tour has not been seen. */
  readonly newcomer?: boolean;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the console, breaches of the content policy, and requests to anywhere else. */
  readonly complaints: readonly string[];
}

/** Opens the house. */
export async function openHouse(): Promise<House> {
  const executablePath = chromium.find();
  if (!executablePath) throw new Error('Chromium was not found.');
  const server = await serve({ '/': join(root, 'dist-viz') });
  const browser: Browser = await playwright.launch({ executablePath, args: ['--no-sandbox'] });
  return {
    url: server.url,
    visit: async (hash = '', options = {}) => {
      const { width = 1280, height = 900, scheme = 'light', context, newcomer = false } = options;
      const own =
        context ??
        (await browser.newContext({
          viewport: { width, height },
          colorScheme: scheme,
          reducedMotion: 'reduce',
          permissions: ['clipboard-read', 'clipboard-write'],
        }));
      // tips for newcomers would lie over what the tests press
      if (!newcomer) await own.addInitScript("localStorage.setItem('mentorscape.tour', 'seen')");
      const page = await own.newPage();
      page.setDefaultTimeout(30_000);
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        // a browser without a graphics card says how slow it is; the page has no part in it
        if (message.text().includes('GL Driver Message')) return;
        if (message.type() === 'error' || message.type() === 'warning') {
          complaints.push(message.text());
        }
      });
      page.on('request', (request) => {
        const address = request.url();
        if (!address.startsWith(server.url) && !/^(data|blob):/.test(address)) {
          complaints.push(`request to ${address}`);
        }
      });
      await page.goto(server.url + hash);
      return { page, context: own, complaints };
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** Waits until the text of the first element that fits matches. */
export async function says(page: Page, selector: string, pattern: RegExp): Promise<string> {
  await page.locator(selector).filter({ hasText: pattern }).first().waitFor({ timeout: 60_000 });
  return page.locator(selector).first().innerText();
}

/** Waits until all futures are there and the numbers on screen are theirs. */
export async function exact(page: Page): Promise<void> {
  await page.locator('.answer.exact').waitFor({ timeout: 60_000 });
  await says(page, '[data-testid=status]', /^exact/);
}

/** The sentence that answers the question. */
export function answer(page: Page): Promise<string> {
  return page.locator('.answer-first').innerText();
}

/** What the command line prints. */
export function commandLine(folder: string, ...args: readonly string[]): string {
  return execFileSync(process.execPath, [join(root, 'cli/bin.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 120_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** axe-core's findings: what is broken, with the first element of each. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(`axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.length + ' × ' + nodes[0].html.slice(0, 200)))`);
}
