/** Chromium, Chrome or Edge, driven by playwright-core. */
import { chromium as playwright } from 'playwright-core';
import {
  type Engine,
  findProgram,
  type Page,
  STEP_LIMIT,
  windowsPlaces,
  within,
} from './engine.ts';

// nothing in a test may reach out for updates, components or accounts
const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking'].concat([
  '--disable-component-update',
  '--disable-sync',
]);

function find(): string | undefined {
  return findProgram(
    [
      '/usr/bin/chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ...windowsPlaces('Google/Chrome/Application/chrome.exe'),
      ...windowsPlaces('Microsoft/Edge/Application/msedge.exe'),
    ],
    ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
  );
}

async function open(url: string): Promise<Page> {
  const executablePath = find();
  if (!executablePath) throw new Error('Chromium: not found.');
  const browser = await playwright.launch({ executablePath, args: quiet, timeout: STEP_LIMIT });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(STEP_LIMIT);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.goto(url);
    return {
      problems,
      evaluate: (source) => within('Chromium, evaluate', page.evaluate(source)),
      screenshot: async (file) => {
        await page.screenshot({ path: file, fullPage: true });
      },
      show: async ({ width, height, scheme }) => {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme: scheme });
      },
      close: () => browser.close().catch(() => {}),
    };
  } catch (error) {
    await browser.close().catch(() => {});
    throw error;
  }
}

export const chromium: Engine = {
  name: 'Chromium',
  lookedFor: 'Chromium, Chrome or Edge in their usual places and on the PATH',
  find,
  open,
};
