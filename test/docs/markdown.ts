/** Fenced blocks of the documents, with the heading they stand under. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A fenced block. For ` ```ts models/minimal/model.ts ` the language is `ts`, the path what follows. */
export interface Block {
  readonly language: string;
  readonly path: string;
  readonly text: string;
  /** The second-level heading above it. */
  readonly section: string;
  /** Where the block begins in the document, from 1. */
  readonly line: number;
}

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A document of the repository, with plain line ends. */
export function readDocument(path: string): string {
  return readFileSync(`${root}/${path}`, 'utf8').replaceAll('\r\n', '\n');
}

/** All fenced blocks of a document, in order. */
export function blocksOf(document: string): Block[] {
  const blocks: Block[] = [];
  let section = '';
  let open: { language: string; path: string; line: number; lines: string[] } | undefined;
  document.split('\n').forEach((line, k) => {
    if (open) {
      if (line !== '```') open.lines.push(line);
      else {
        const { lines, ...where } = open;
        blocks.push({ ...where, text: `${lines.join('\n')}\n`, section });
        open = undefined;
      }
      return;
    }
    section = /^## +(.+)$/.exec(line)?.[1] ?? section;
    const fence = /^```(\S+) *(.*)$/.exec(line);
    if (fence) open = { language: fence[1], path: fence[2], line: k + 1, lines: [] };
  });
  if (open) throw new Error(`the block that begins on line ${open.line} is not closed`);
  return blocks;
}

/** The commands of a shell block: one a line, a line that ends in \ goes on, `#` begins a note. */
export function commandsOf(block: Block): string[] {
  return block.text
    .replaceAll(/\\\n */g, '')
    .split('\n')
    .map((line) => line.replace(/ +#.*$/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
