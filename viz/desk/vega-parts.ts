/**
 * Vega without what no chart of ours draws: maps, forces, trees, word clouds, regressions. In the page
 * it stands in for the package `vega` (see vite.config.ts), which registers all transforms it has.
 */
import { transforms } from 'vega-dataflow';
import * as encoders from 'vega-encode';
import * as general from 'vega-transforms';
import * as layout from 'vega-view-transforms';

Object.assign(transforms, general, layout, encoders);

export { parse } from 'vega-parser';
/** `Error` is a level of the log; the others are what Vega-Lite takes from `vega`. */
export { Error, hasOwnProperty, isObject, isString, stringValue } from 'vega-util';
export { View } from 'vega-view';
