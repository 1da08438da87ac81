import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { pause } from './wait.ts';

/** What stands in front of the replicas in HTTP mode: in turn, and only to those that say they serve people. */
export interface Balancer {
  readonly url: string;
  close(): Promise<void>;
}

const lookEveryMs = 250;

export async function openBalancer(replicas: readonly string[]): Promise<Balancer> {
  const serving = new Set<string>();
  const closing = new AbortController();
  let turn = 0;
  const server = createServer((req, res) => {
    turn += 1;
    const line = replicas.map((_, index) => replicas[(turn + index) % replicas.length] ?? '');
    void handOn(
      req,
      res,
      line.filter((url) => serving.has(url)),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const looking = Promise.all(replicas.map((url) => keepLooking(url, serving, closing.signal)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the balancer has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      closing.abort();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await Promise.all([closed, looking]);
    },
  };
}

async function keepLooking(url: string, serving: Set<string>, closing: AbortSignal): Promise<void> {
  while (!closing.aborted) {
    const reply = await fetch(`${url}/servez`, { signal: AbortSignal.timeout(1_000) }).catch(() => null);
    await reply?.text().catch(() => {});
    if (reply?.ok === true) serving.add(url);
    else serving.delete(url);
    await pause(lookEveryMs, undefined, { signal: closing }).catch(() => {});
  }
}

/** To the first that takes the connection. What was sent once is never sent again: nobody knows what became of it. */
async function handOn(req: IncomingMessage, res: ServerResponse, urls: readonly string[]): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(Buffer.from(part));
  const body = Buffer.concat(parts);
  for (const url of urls) {
    if ((await send(req, res, url, body)) !== 'refused') return;
  }
  if (!res.headersSent) res.writeHead(502);
  res.end();
}

function send(
  req: IncomingMessage,
  res: ServerResponse,
  url: string,
  body: Buffer,
): Promise<'done' | 'refused'> {
  return new Promise((resolve) => {
    const onward = request(
      `${url}${req.url ?? '/'}`,
      { method: req.method ?? 'POST', headers: req.headers, agent: false },
      (answer) => {
        res.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(res);
        answer.on('end', () => resolve('done')).on('error', () => res.destroy());
        answer.on('close', () => resolve('done'));
      },
    );
    onward.on('error', (error) => {
      if ('code' in error && error.code === 'ECONNREFUSED') return resolve('refused');
      if (!res.headersSent) res.writeHead(502);
      res.end();
      resolve('done');
    });
    onward.end(body);
  });
}
