/** The place "Explore" with a sweep: opened from a store, from chosen and from dropped files, sliced, and refused. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { levelText } from '../../report/numbers.ts';
import { comparisonFormat } from '../../report/reading.ts';
import { model } from '../experiment/scenarios.ts';
import { ask } from '../sweep/stores.ts';
import {
  accessibilityFaults,
  commandLine,
  type House,
  openHouse,
  packed,
  root,
  smallScenario,
} from './visitor.ts';

let house: House;
let folder: string;
const at = (name: string): string => join(folder, name);
const short = smallScenario
  .replace('horizon: 3 years', 'horizon: 1 year')
  .replace('start: year 2', 'start: week 10');
const design = `# Which of the two?
design: 1
base: base.yaml
levers:
  policies.peerGroups.present: [false, true]
uncertainties:
  parameters.causalShare: [0.2, 0.6, 1]
replicates: 3
record: { outcomes: [burnedOut, hasMentor], weeks: last }
seed: 5
`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mentorscape-e2e-'));
  writeFileSync(at('base.yaml'), short);
  writeFileSync(at('design.yaml'), design);
  commandLine(folder, 'sweep', 'design.yaml', '--store', 'small.duckdb');
  commandLine(folder, 'sweep', 'export', '--store', 'small.duckdb', '--parquet', 'out');
  house = await openHouse();
}, 120_000);

afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Means by level, as the page must write them. */
async function means(where: string, by: string): Promise<string[]> {
  const rows = await ask(
    at('small.duckdb'),
    `SELECT avg(value) AS mean FROM results WHERE outcome = 'hasMentor' AND "group" = 'everybody' ${where}
     GROUP BY ${by} ORDER BY ${by}`,
  );
  const format = comparisonFormat(model, [], 'hasMentor');
  return rows.map(({ mean }) => levelText(Number(mean), format));
}

async function slice(page: Page): Promise<string[][]> {
  const rows = await page.getByRole('table', { name: /by / }).locator('tbody tr').all();
  return Promise.all(
    rows.map(async (row) =>
      (await row.locator('th, td').allInnerTexts()).map((cell) => cell.trim()),
    ),
  );
}

const causal = `settings ->> 'parameters.causalShare'`;
const files = ['members', 'final', 'factors'].map((name) => `out/${name}.parquet`);

test('chosen files are sliced by factors and filters, with the numbers of the store', async () => {
  const { page, complaints, context } = await house.visit(`#/explore?s=${packed([short])}`);
  await page.getByLabel('Choose Parquet files').first().setInputFiles(files.map(at));
  await page.getByText('18 runs,').waitFor();
  const panel = page.getByRole('region', { name: 'Open a sweep' });
  await panel.getByRole('combobox', { name: 'Outcome' }).selectOption('hasMentor');
  const across = panel.getByRole('combobox', { name: 'Factor on the axis' });
  await across.selectOption('parameters.causalShare');
  await panel.locator('.chart-drawing svg').waitFor();
  await panel.getByText('Numbers behind this slice').click();
  await expect
    .poll(async () => (await slice(page)).map((row) => row[3]))
    .toEqual(await means('', causal));
  expect((await slice(page)).map(([label, , runs]) => [label, runs])).toEqual([
    ['0.2 share', '6'],
    ['0.6 share', '6'],
    ['1 share', '6'],
  ]);
  // only futures with groups
  await panel.getByText('Only runs with').click();
  await panel
    .getByRole('combobox', { name: /present|switched on|Peer groups/i })
    .first()
    .selectOption({ label: 'true' });
  const filtered = await means(`AND (settings ->> 'policies.peerGroups.present') = 'true'`, causal);
  await expect.poll(async () => (await slice(page)).map((row) => row[3])).toEqual(filtered);
  await panel.getByRole('combobox', { name: 'Group', exact: true }).selectOption('residents');
  await panel
    .getByRole('combobox', { name: 'Factor by colour' })
    .selectOption('policies.peerGroups.present');
  await expect
    .poll(async () => (await slice(page)).map((row) => row[1]))
    .toEqual(['true', 'true', 'true']);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.getByRole('button', { name: 'Close this sweep' }).click();
  await page.getByText('18 runs,').waitFor({ state: 'detached' });
  await context.close();
});

test('dropped files are opened, and what is no sweep is refused with a message', async () => {
  const { page, complaints, context } = await house.visit(`#/explore?s=${packed([short])}`);
  await page.getByRole('heading', { name: 'Open a sweep' }).waitFor();
  const drop = async (names: Readonly<Record<string, Buffer>>): Promise<void> => {
    const given = Object.entries(names).map(([name, bytes]) => [name, bytes.toString('base64')]);
    const transfer = await page.evaluateHandle(`(() => {
      const transfer = new DataTransfer();
      for (const [name, text] of ${JSON.stringify(given)}) {
        transfer.items.add(new File([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], name));
      }
      return transfer;
    })()`);
    await page.locator('.sweep').dispatchEvent('drop', { dataTransfer: transfer });
  };
  const read = (name: string): Buffer => readFileSync(at(`out/${name}.parquet`));
  const refused = page.locator('.sweep [role=alert]');
  const [final, members] = [read('final'), read('members')];
  const cut = final.subarray(0, final.length - 200);
  const twisted = Buffer.from(final);
  for (let k = 40; k < twisted.length - 8; k += 7) twisted[k] ^= 0x5a;
  const footer = Buffer.from(final);
  footer.writeUInt32LE(0x7fffffff, footer.length - 8);
  const hostile: Record<string, Buffer> = {
    'empty.parquet': Buffer.alloc(0),
    'words.parquet': Buffer.from('<script>alert(1)</script>'),
    'zeros.parquet': Buffer.alloc(100_000),
    'cut.parquet': cut,
    'twisted.parquet': twisted,
    'footer.parquet': footer,
    'magic.parquet': Buffer.from('PAR1PAR1'),
    'series.parquet': read('series'),
    'final.parquet': final,
    'members.parquet': members,
    'plans.parquet': read('plans'),
    '<img src=x onerror=alert(1)>.parquet': Buffer.from('no'),
  };
  for (const [name, bytes] of Object.entries(hostile)) {
    await drop({ [name]: bytes });
    await refused.waitFor();
    expect(await refused.innerText()).toMatch(/^These files could not be opened\. .{10,}/);
    expect(await page.locator('.sweep img').count()).toBe(0);
    expect(await page.locator('.sweep table').count()).toBe(0);
    // the next one must not find this one's message
    await drop({ 'members.parquet': members, 'final.parquet': final });
    await page.getByText('18 runs,').waitFor();
  }
  expect(complaints).toEqual([]);
  await context.close();
});

test('`view STORE` serves an export on this machine and opens the page on it', async () => {
  const served = spawn(
    process.execPath,
    [join(root, 'cli/bin.js'), 'view', at('small.duckdb'), '--no-open'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  try {
    const url = await new Promise<string>((resolve, reject) => {
      served.stdout.on('data', (data: Buffer) => resolve(data.toString().trim()));
      served.on('exit', (code) => reject(new Error(`ended with ${code}`)));
    });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#\/explore\?sweep=served$/);
    const { page, context } = await house.visit();
    const foreign: string[] = [];
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      const isOwn = hostname === '127.0.0.1' || protocol === 'data:' || protocol === 'blob:';
      if (!isOwn) foreign.push(request.url());
    });
    await page.goto(url);
    await page.getByText('18 runs,').waitFor();
    expect(foreign).toEqual([]);
    await context.close();
  } finally {
    served.kill();
  }
});
