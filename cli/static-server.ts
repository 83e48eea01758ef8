/** Serves the built viewer on this machine only, under its content policy. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

/** The policy that the page names too: no inline code, no foreign address, no `eval`. */
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
};

/** A server that runs until it is closed. */
export interface Served {
  /** Ends with a slash. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves `folder` on 127.0.0.1, and other folders below addresses of their own such as `/sweep/`.
 * @throws Error when the port is taken; 0 takes any free one.
 */
export async function serveFolder(
  folder: string,
  port: number,
  others: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const server = createServer(async (request, response) => {
    const head = {
      'content-security-policy': contentPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    };
    try {
      // the address is resolved first, so that no ../ is left to leave the folder by
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
      const other = Object.keys(others).find((start) => path.startsWith(start));
      const base = normalize(join(other === undefined ? folder : others[other], sep));
      const rest = other === undefined ? path : path.slice(other.length);
      const file = join(base, rest === '' || rest.endsWith('/') ? `${rest}index.html` : rest);
      if (!file.startsWith(base)) throw new Error('outside the folder');
      const body = await readFile(file);
      const type = types[extname(file)] ?? 'application/octet-stream';
      response.writeHead(200, { ...head, 'content-type': type }).end(body);
    } catch {
      response.writeHead(404, { ...head, 'content-type': 'text/plain' }).end('not found');
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const chosen = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${chosen}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
