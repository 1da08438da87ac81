import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
};

/** Answers with a file of the built page; false when there is none. */
export async function sendFile(root: string, path: string, res: ServerResponse): Promise<boolean> {
  const wanted = normalize(join(root, path === '/' ? 'index.html' : path));
  if (!wanted.startsWith(root + sep)) return false;
  const body = await readFile(wanted).catch(() => null);
  if (body === null) return false;
  res.writeHead(200, {
    'content-type': TYPES[extname(wanted)] ?? 'application/octet-stream',
    'cache-control': 'no-cache',
    'content-security-policy': POLICY,
  });
  res.end(body);
  return true;
}

/** Content security policy: nothing from the network but pictures of messages, as https addresses or data. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:; connect-src 'self'; base-uri 'none'; form-action 'none'";
