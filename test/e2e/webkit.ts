/** WebKitGTK's MiniBrowser on a virtual screen, driven by plain W3C WebDriver. Linux only. */
import type { ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import {
  Belongings,
  type Engine,
  findProgram,
  type Page,
  pause,
  STEP_LIMIT,
  within,
} from './engine.ts';

/** Distributions keep MiniBrowser in a folder of the library, named by machine and version. */
function findMiniBrowser(): string | undefined {
  for (const base of ['/usr/lib', '/usr/libexec', '/usr/lib64']) {
    if (!existsSync(base)) continue;
    const folders = readdirSync(base).filter((name) => /-linux-gnu|^webkit/.test(name));
    for (const folder of ['', ...folders]) {
      const inner = ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0', ''];
      const found = inner.map((name) => join(base, folder, name, 'MiniBrowser')).find(existsSync);
      if (found) return found;
    }
  }
  return undefined;
}

function findParts(): { driver: string; browser: string; screen: string } | undefined {
  if (process.platform !== 'linux') return undefined;
  const driver = findProgram(['/usr/bin/WebKitWebDriver'], ['WebKitWebDriver']);
  const screen = findProgram(['/usr/bin/Xvfb'], ['Xvfb']);
  const browser = findMiniBrowser();
  return driver && browser && screen ? { driver, browser, screen } : undefined;
}

/** Starts a virtual screen; Xvfb itself picks a free display number and writes it to channel 3. */
async function startScreen(program: string, own: Belongings): Promise<string> {
  const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const screen = own.start(program, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const channel = screen.stdio[3];
  let text = '';
  channel?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  await waitFor('Xvfb', screen, async () => text.includes('\n'));
  return `:${text.trim()}`;
}

async function waitFor(
  what: string,
  child: ChildProcess,
  isReady: () => Promise<boolean>,
): Promise<void> {
  const end = Date.now() + STEP_LIMIT;
  while (!(await isReady())) {
    const ended = child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
    if (ended || Date.now() > end) throw new Error(`${what}: expected it to start, it did not.`);
    await pause(25);
  }
}

/** A port that was free a moment ago: the driver cannot be asked to choose one. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** Sends one WebDriver command. @throws Error with the driver's own words. */
async function send(base: string, method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(base + path, {
    method,
    signal: AbortSignal.timeout(STEP_LIMIT),
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`WebKit, ${method} ${path}: ${JSON.stringify(value)}`);
  return value;
}

/** Starts the driver and one browser; the address of the session. */
async function startSession(own: Belongings): Promise<string> {
  const parts = findParts();
  if (!parts) throw new Error('WebKit: not found.');
  const display = await startScreen(parts.screen, own);
  const home = own.folder();
  const port = await freePort();
  const driver = own.start(parts.driver, ['--host=127.0.0.1', `--port=${port}`], {
    stdio: 'ignore',
    // a home of its own: no profile, cache or desktop service of the user is touched
    env: {
      ...process.env,
      DISPLAY: display,
      GDK_BACKEND: 'x11',
      NO_AT_BRIDGE: '1',
      GSETTINGS_BACKEND: 'memory',
      HOME: home,
      XDG_RUNTIME_DIR: home,
    },
  });
  const base = `http://127.0.0.1:${port}`;
  const status = (): Promise<boolean> =>
    send(base, 'GET', '/status').then(
      () => true,
      () => false,
    );
  await waitFor('WebKitWebDriver', driver, status);
  const wanted = { binary: parts.browser, args: ['--automation'] };
  const session = await send(base, 'POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': wanted } },
  });
  return `${base}/session/${String(Reflect.get(Object(session), 'sessionId'))}`;
}

/** Runs an expression and passes its value, or its error in words, to WebDriver's callback. */
function asyncScript(source: string): string {
  return `const done = arguments[arguments.length - 1];
Promise.resolve().then(() => (${source})).then(
  (value) => done({ value: value === undefined ? null : value }),
  (error) => done({ error: String(error && error.message || error) }));`;
}

async function open(url: string): Promise<Page> {
  const own = new Belongings();
  try {
    const session = await within('WebKit, start', startSession(own));
    const limits = { script: STEP_LIMIT, pageLoad: STEP_LIMIT };
    await send(session, 'POST', '/timeouts', limits);
    await send(session, 'POST', '/url', { url });
    return {
      problems: [], // the driver passes no console on
      evaluate: async (source) => {
        const body = { script: asyncScript(source), args: [] };
        const answer = Object(await send(session, 'POST', '/execute/async', body));
        if ('error' in answer) throw new Error(`WebKit, evaluate: ${answer.error}`);
        return answer.value;
      },
      screenshot: async (file) => {
        const image = await send(session, 'GET', '/screenshot');
        writeFileSync(file, Buffer.from(String(image), 'base64'));
      },
      close: async () => {
        await send(session, 'DELETE', '').catch(() => {});
        await own.release();
      },
    };
  } catch (error) {
    await own.release();
    throw error;
  }
}

export const webkit: Engine = {
  name: 'WebKit',
  lookedFor: 'WebKitWebDriver, MiniBrowser and Xvfb, on Linux',
  find: () => findParts()?.browser,
  open,
};
