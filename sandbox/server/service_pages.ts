import type { IncomingMessage, ServerResponse } from 'node:http';
import { request } from 'undici';
import type { Sandbox } from './sandbox.ts';

/**
 * What a person clicks through at StackOne and Zoom, under the address of the sandbox: a browser that reaches its page reaches
 * these too. Nothing else of the simulators is handed through.
 */
const PAGES =
  /^\/(?:(zoom)(\/oauth\/(?:authorize|signin|consent))|(stackone)(\/hub\/\w+|\/connect\/oauth2\/zoom\/callback))$/;

export function isServicePage(path: string): boolean {
  return PAGES.test(path);
}

export async function sendServicePage(
  sandbox: Sandbox,
  url: URL,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const [, zoom, zoomPath, , stackonePath] = PAGES.exec(url.pathname) ?? [];
  const { simulators, changes } = sandbox;
  const host = zoom === undefined ? simulators.stackone.url : simulators.zoom.url;
  const { accept = 'text/html', 'content-type': type } = req.headers;
  const answer = await request(`${host}${zoomPath ?? stackonePath ?? ''}${url.search}`, {
    method: req.method === 'POST' ? 'POST' : 'GET',
    headers: { accept, ...(type === undefined ? {} : { 'content-type': type }) },
    body: req.method === 'POST' ? req : null,
  }).catch(() => null);
  const page = answer === null ? null : await answer.body.text().catch(() => null);
  changes.notify();
  if (answer === null || page === null) {
    res.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' }).end('It cannot be reached.');
    return;
  }
  const { location, 'content-type': kind } = answer.headers;
  res.writeHead(answer.statusCode, {
    'cache-control': 'no-store',
    'content-type': typeof kind === 'string' ? kind : 'text/html; charset=utf-8',
    ...(typeof location === 'string' ? { location } : {}),
  });
  res.end(page);
}
