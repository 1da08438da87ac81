import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { masked, type RequestBook } from './fault_requests.ts';
import type { Answer, FaultSwitches } from './faults.ts';

export interface Incoming {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/** An answer, and what the request log may say about the request. */
export interface Answered extends Answer {
  readonly notes?: Readonly<Record<string, string>>;
}

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

export interface Host {
  readonly faults: FaultSwitches;
  readonly book: RequestBook;
  readonly now: () => Date;
  readonly port: number;
  readonly answer: (incoming: Incoming) => Answered | Promise<Answered>;
  /** What the log may say of a request that a fault answers. */
  readonly notes: (incoming: Incoming) => Readonly<Record<string, string>>;
}

/** A simulated host on 127.0.0.1: faults first, then the host's own answer. */
export async function serve(host: Host): Promise<Served> {
  const closing = new AbortController();
  const server = http.createServer((req, res) => {
    // Taken before: a request whose reading was broken off has no socket any more.
    const { socket } = req;
    handle(host, closing.signal, req, res).catch(() => socket.destroy());
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(host.port, '127.0.0.1', done);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => {
      closing.abort();
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      return closed;
    },
  };
}

async function handle(host: Host, closing: AbortSignal, req: http.IncomingMessage, res: http.ServerResponse) {
  const incoming = await read(req);
  if (host.faults.delayMs() > 0) await wait(host.faults.delayMs(), undefined, { signal: closing });
  if (host.faults.isDown()) {
    write(host, incoming, null, host.notes(incoming));
    req.socket.resetAndDestroy();
    return;
  }
  const prescribed = host.faults.takeAnswer(incoming.path);
  const answered = prescribed ? { ...prescribed, notes: host.notes(incoming) } : await host.answer(incoming);
  write(host, incoming, answered.status, answered.notes ?? {});
  send(res, answered, host.faults.isCut());
}

/** Characters; the real services' limits are not documented. A longer body ends its connection. */
const LONGEST_BODY = 1_000_000;

async function read(req: http.IncomingMessage): Promise<Incoming> {
  const url = new URL(req.url ?? '/', 'http://127.0.0.1');
  let body = '';
  req.setEncoding('utf8');
  for await (const chunk of req) {
    body += chunk;
    if (body.length > LONGEST_BODY) throw new Error('The body of a request is too long');
  }
  return {
    method: req.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: req.headers,
    body,
  };
}

function send(res: http.ServerResponse, answer: Answer, cut: boolean): void {
  const type = answer.html === undefined ? 'application/json;charset=UTF-8' : 'text/html;charset=UTF-8';
  const text = answer.html ?? (answer.body === undefined ? '' : JSON.stringify(answer.body));
  res.writeHead(answer.status, {
    'content-type': type,
    'content-length': Buffer.byteLength(text),
    ...answer.headers,
  });
  if (!cut) {
    res.end(text);
    return;
  }
  res.write(text.slice(0, Math.floor(text.length / 2)), () => res.destroy());
}

function write(host: Host, incoming: Incoming, status: number | null, notes: Record<string, string>): void {
  const query = Object.fromEntries(
    [...new Set(incoming.query.keys())].map((name) => [name, shown(name, incoming.query.getAll(name))]),
  );
  host.book.write({
    at: host.now(),
    method: incoming.method,
    path: incoming.path,
    query,
    userAgent: incoming.headers['user-agent'],
    status,
    notes,
  });
}

const SECRET_PARAMETERS = new Set(['code', 'token', 'refresh_token', 'client_secret', 'access_token']);

function shown(name: string, values: string[]): string[] {
  return SECRET_PARAMETERS.has(name) ? values.map(masked) : values;
}
