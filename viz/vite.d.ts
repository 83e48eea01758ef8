/** What Vite adds to modules of the page. */
interface ImportMeta {
  glob(
    pattern: string,
    options: { readonly query: '?raw'; readonly import: 'default'; readonly eager: true },
  ): Readonly<Record<string, string>>;
  glob<T>(pattern: string, options: { readonly eager: true }): Readonly<Record<string, T>>;
}

declare module '*.css';
