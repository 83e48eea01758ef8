/** The table of patterns, as Markdown: one line for each figure. */
import type { Figure } from './pattern.ts';
import type { Judged } from './verification.ts';

const words = { holds: 'holds', fails: '**fails**', reported: 'reported only' } as const;

/** A number with three significant figures and a true minus sign. */
export function number(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return value.toFixed(decimals).replace('-', '−');
}

function interval({ value, low, high }: Figure): string {
  if (!Number.isFinite(low) || low === high) return number(value);
  return `${number(value)} (${number(low)} to ${number(high)})`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** One line for each pattern. */
export function summaryTable(judged: readonly Judged[]): string {
  const head = ['#', 'pattern', 'what is claimed', 'replicates', 'verdict'];
  return [
    row(head),
    row(head.map(() => '---')),
    ...judged.map(({ pattern, replicates, verdict }) =>
      row([pattern.id, pattern.title, pattern.claim, `${replicates}`, words[verdict]]),
    ),
  ].join('\n');
}

/** Every pattern with its signature, its scenarios and a line for each figure. */
export function figureTables(judged: readonly Judged[], level = '###'): string {
  return judged
    .map(({ pattern, figures, verdict }) => {
      const head = ['figure', 'value (95 % interval)', 'expected', 'verdict'];
      const files = pattern.scenarios.map((name) => `\`${name}.yaml\``).join(', ');
      return [
        `${level} ${pattern.id} ${pattern.title}: ${words[verdict].replaceAll('*', '')}`,
        '',
        `${pattern.signature} Scenarios: ${files}.`,
        '',
        row(head),
        row(head.map(() => '---')),
        ...figures.map((figure) =>
          row([figure.what, interval(figure), figure.expected || '–', words[figure.verdict]]),
        ),
      ].join('\n');
    })
    .join('\n\n');
}

/** How many hold, fail and are reported only. */
export function countsText(judged: readonly Judged[]): string {
  const count = (verdict: string): number => judged.filter((one) => one.verdict === verdict).length;
  return `${count('holds')} hold, ${count('fails')} fail, ${count('reported')} are reported only.`;
}
