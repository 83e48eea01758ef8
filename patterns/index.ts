/** All patterns, in the order of the table. */
import { e01 } from './e01-star-collapse.ts';
import { e02 } from './e02-rich-get-richer.ts';
import { e03 } from './e03-segregation.ts';
import { e04 } from './e04-hallway-tipping.ts';
import { e05 } from './e05-buffer-of-shocks.ts';
import { e06 } from './e06-hysteresis.ts';
import { e07 } from './e07-critical-mass.ts';
import { e08 } from './e08-coffees-stop.ts';
import { e09 } from './e09-path-dependence.ts';
import { e10 } from './e10-tax-and-seniors.ts';
import { e11 } from './e11-volunteers.ts';
import { e12 } from './e12-contagion.ts';
import { p01 } from './p01-prevalences.ts';
import { p02 } from './p02-skewed-load.ts';
import { p03 } from './p03-clustering-mixing.ts';
import { p04 } from './p04-mentored-or-not.ts';
import { p05 } from './p05-peers-buffer.ts';
import { p06 } from './p06-balanced-groups.ts';
import { p07 } from './p07-overload.ts';
import { p08 } from './p08-hallway-loss.ts';
import { p09 } from './p09-small-dose.ts';
import { p10 } from './p10-formal-informal.ts';
import { p11 } from './p11-culture-memory.ts';
import { p12 } from './p12-minority-tax.ts';
import { p13 } from './p13-turnover-spiral.ts';
import { p14 } from './p14-stages-take-time.ts';
import { p15 } from './p15-neutral.ts';
import type { Pattern } from './pattern.ts';

export const patterns: readonly Pattern[] = [
  ...[p01, p02, p03, p04, p05, p06, p07, p08, p09, p10, p11, p12, p13, p14, p15],
  ...[e01, e02, e03, e04, e05, e06, e07, e08, e09, e10, e11, e12],
];
