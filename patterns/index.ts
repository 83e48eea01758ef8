/** All patterns, in the order of the table. */
import { p01 } from './p01-prevalences.ts';
import { p02 } from './p02-skewed-load.ts';
import { p03 } from './p03-clustering-mixing.ts';
import { p04 } from './p04-mentored-or-not.ts';
import { p05 } from './p05-peers-buffer.ts';
import { p07 } from './p07-overload.ts';
import { p08 } from './p08-hallway-loss.ts';
import { p10 } from './p10-formal-informal.ts';
import { p13 } from './p13-turnover-spiral.ts';
import type { Pattern } from './pattern.ts';

export const patterns: readonly Pattern[] = [p01, p02, p03, p04, p05, p07, p08, p10, p13];
