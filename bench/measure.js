/** Runs benchmark programs, each in a process of its own, and sums up their lines of JSON. */
import { spawnSync } from 'node:child_process';

/** The lines of JSON that a command writes. @throws Error when it fails. */
export function linesOf(file, args) {
  const { status, stdout, stderr } = spawnSync(file, args.map(String), {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(`${file} ${args.join(' ')} failed:\n${stderr}`);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** The same for a compiled program in Node. */
export function nodeLines(program, args, flags = []) {
  return linesOf(process.execPath, [...flags, program, ...args]);
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Mean and standard error. */
export function meanOf(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}

/**
 * Runs every program in turn, `rounds` times. `programs` maps names to functions that give lines
 * with `ns` and perhaps `rssMB`; the last line counts, which is the warmest. Ratios to each `base`
 * are taken inside a round.
 */
export function inRounds(programs, rounds, bases) {
  const ns = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  const rss = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(programs)) {
      const last = run().at(-1);
      ns[name].push(last.ns);
      rss[name] = Math.max(rss[name] ?? 0, last.rssMB ?? 0);
    }
  }
  return Object.entries(ns).map(([name, each]) => ({
    program: name,
    ns: median(each),
    lowest: Math.min(...each),
    highest: Math.max(...each),
    rssMB: rss[name],
    ratio: Object.fromEntries(
      bases
        .filter((base) => ns[base])
        .map((base) => [base, median(each.map((value, round) => value / ns[base][round]))]),
    ),
  }));
}

/** Text in columns: the first to the left, the others to the right. */
export function table(rows) {
  const widths = rows[0].map((_, k) => Math.max(...rows.map((row) => row[k].length)));
  return rows
    .map((row) =>
      row
        .map((cell, k) => (k === 0 ? cell.padEnd(widths[k]) : cell.padStart(widths[k])))
        .join('  '),
    )
    .join('\n');
}
