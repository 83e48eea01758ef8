/** All patterns, in the order of the table. */
import { p01 } from './p01-prevalences.ts';
import { p02 } from './p02-skewed-load.ts';
import { p03 } from './p03-clustering-mixing.ts';
import { p04 } from './p04-mentored-or-not.ts';
import { p05 } from './p05-peers-buffer.ts';
import type { Pattern } from './pattern.ts';

export const patterns: readonly Pattern[] = [p01, p02, p03, p04, p05];
