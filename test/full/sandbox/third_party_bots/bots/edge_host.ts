import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { ExecutionContext } from 'slack-edge';
import { WebSocket } from 'undici';
import { vi } from 'vitest';
import type { Stop } from './bot.ts';

/** What slack-edge expects of the place where it runs: an edge runtime, with everything on the globals. */

const SLACK = 'https://slack.com/api/';

/**
 * slack-edge knows one address of the Web API and takes no other, so fetch leads it to the simulator. WebSocket is a global from
 * Node 22 on. `vi.unstubAllGlobals` takes both back.
 */
export function edgeRuntime(apiUrl: string): void {
  const realFetch = globalThis.fetch;
  const led: typeof fetch = async (input, init) => {
    if (!(input instanceof Request) || !input.url.startsWith(SLACK)) return realFetch(input, init);
    const { method, headers } = input;
    return realFetch(input.url.replace(SLACK, apiUrl), { method, headers, body: await input.text() });
  };
  vi.stubGlobal('fetch', led);
  vi.stubGlobal('WebSocket', WebSocket);
}

/**
 * What runs beside an acknowledgement: an edge platform keeps the process until it is done. `settled` waits for all of it, and
 * rejects when some of it failed.
 */
export class Background implements ExecutionContext {
  readonly #running: Promise<unknown>[] = [];

  waitUntil(work: Promise<unknown>): void {
    this.#running.push(work);
    // Told by `settled`; until then it is nobody's.
    work.catch(() => {});
  }

  async settled(): Promise<void> {
    await Promise.all(this.#running);
  }
}

type Run = (request: Request) => Promise<Response>;

async function asRequest(req: IncomingMessage): Promise<Request> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(Buffer.from(part));
  const headers = Object.entries(req.headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  const url = `http://${req.headers.host}${req.url}`;
  const method = req.method ?? 'GET';
  return new Request(url, { method, headers, ...(method === 'GET' ? {} : { body: Buffer.concat(parts) }) });
}

async function answer(run: Run, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const response = await run(await asRequest(req));
  res.writeHead(response.status, Object.fromEntries(response.headers));
  res.end(await response.text());
}

/** Serves a fetch handler over HTTP, as an edge platform does. */
export async function serve(run: Run): Promise<{ origin: string; stop: Stop }> {
  const server = createServer((req, res) => {
    answer(run, req, res).catch((error: unknown) => res.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${port}`, stop };
}
