/** What Vite adds to modules of the page. */
interface ImportMeta {
  glob(
    pattern: string,
    options: { readonly query: '?raw'; readonly import: 'default'; readonly eager: true },
  ): Readonly<Record<string, string>>;
  glob<T>(pattern: string, options: { readonly eager: true }): Readonly<Record<string, T>>;
}

declare module '*.css';

/** Made by `vite.config.ts`. */
declare module 'virtual:mentorscape' {
  export const version: string;
  export const hashes: Readonly<Record<string, string>>;
  export const presets: readonly {
    readonly name: string;
    readonly question: string;
    /** A checked scenario, in which the end of a policy that stays is null. */
    readonly scenario: import('../sim/model/scenario.ts').Scenario;
  }[];
}

/** Parts of Vega that have no types of their own. */
declare module 'vega-dataflow' {
  export const transforms: Record<string, unknown>;
}
declare module 'vega-encode';
declare module 'vega-parser';
declare module 'vega-transforms';
declare module 'vega-view';
declare module 'vega-view-transforms';
