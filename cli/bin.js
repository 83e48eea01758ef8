#!/usr/bin/env node
/** The command `mentorscape`: runs the built program, or says how to build it. */
import { existsSync } from 'node:fs';

const main = new URL('../dist/cli/main.js', import.meta.url);

if (!existsSync(main)) {
  console.error('mentorscape: not built yet. Run `npm ci`, then `npm run build`, and try again.');
  process.exit(2);
}
await import(main.href);
