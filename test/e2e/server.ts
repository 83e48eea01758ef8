/** Serves folders on this machine only, under the content policy the viewer must live with. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

/** No inline code, no foreign address, no `eval`; the page itself names the same policy. */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "worker-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * Starts serving folders on a free port: `{ '/': folder, '/dist/': another }`, the longest fitting
 * address first. `url` ends with a slash.
 */
export async function serve(
  folders: Readonly<Record<string, string>>,
): Promise<{ url: string; close(): Promise<void> }> {
  const prefixes = Object.keys(folders).sort((a, b) => b.length - a.length);
  const server = createServer(async (request, response) => {
    try {
      // the address is resolved first, so that no ../ is left to leave the folder by
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
      const prefix = prefixes.find((start) => path.startsWith(start)) ?? '/';
      const base = normalize(join(folders[prefix] ?? '', sep));
      const rest = path.slice(prefix.length);
      const file = join(base, rest === '' || rest.endsWith('/') ? `${rest}index.html` : rest);
      if (!file.startsWith(base)) throw new Error('outside the folder');
      const body = await readFile(file);
      response.writeHead(200, {
        'content-type': types[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': contentPolicy,
        'x-content-type-options': 'nosniff',
      });
      response.end(body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address)
    throw new Error('server: expected a port, got none.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
