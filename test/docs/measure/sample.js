/** What `npm start` prints, shortened to the rows that README.md shows. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Outcomes that are shown, by the beginning of their title. */
const shown = ['Have a mentor', 'Burned out', 'Leave in a year', 'Cost of programmes'];

/** The output of `npm start` without its report, shortened. */
export function sample() {
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const [, ...args] = scripts.start.replace(/ --report \S+| --force/g, '').split(' ');
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return ['```text', ...shorten(stdout.trimEnd().split('\n')), '```'].join('\n');
}

/**
 * Headings, and the rows of the outcomes shown: all of them in the first comparison, the first two
 * later. A row without a title belongs to the one before.
 */
export function shorten(lines) {
  let comparisons = 0;
  let keep = true;
  return lines.filter((line) => {
    if (/ paired futures?$/.test(line)) comparisons++;
    else if (line !== '' && !line.startsWith('Outcome')) {
      const titles = comparisons > 1 ? shown.slice(0, 2) : shown;
      if (!line.startsWith(' ')) keep = titles.some((title) => line.startsWith(title));
      return keep;
    }
    return true;
  });
}
