/** Stock Firefox, driven by puppeteer-core over WebDriver BiDi. */
import puppeteer, { type Browser } from 'puppeteer-core';
import {
  Belongings,
  type Engine,
  findProgram,
  type Page,
  STEP_LIMIT,
  windowsPlaces,
  within,
} from './engine.ts';

function find(): string | undefined {
  return findProgram(
    [
      '/usr/bin/firefox-esr',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      ...windowsPlaces('Mozilla Firefox/firefox.exe'),
    ],
    ['firefox-esr', 'firefox'],
  );
}

async function open(url: string): Promise<Page> {
  const executablePath = find();
  if (!executablePath) throw new Error('Firefox: not found.');
  const own = new Belongings();
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    const kill = () => browser?.process()?.kill('SIGKILL');
    await within('Firefox, close', browser?.close() ?? Promise.resolve()).catch(kill);
    await own.release();
  };
  try {
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless: true,
      userDataDir: own.folder(),
      timeout: STEP_LIMIT,
      protocolTimeout: STEP_LIMIT,
    });
    const page = await browser.newPage();
    page.setDefaultTimeout(STEP_LIMIT);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.goto(url);
    return {
      problems,
      evaluate: (source) => within('Firefox, evaluate', page.evaluate(source)),
      screenshot: async (file) => {
        await page.screenshot({ path: `${file.replace(/\.png$/, '')}.png` });
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

export const firefox: Engine = {
  name: 'Firefox',
  lookedFor: 'Firefox in its usual places and on the PATH',
  find,
  open,
};
