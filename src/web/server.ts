import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import helmet from 'helmet';

export interface WebOptions {
  /** 0 picks a free one. */
  readonly port: number;
  readonly version: string;
  /** Everything under /slack/, raw: the door there reads and verifies the body itself. */
  readonly slack?: RequestListener | undefined;
  /** What must be true before traffic may come, by name: `{ database: true, slack: false }`. */
  readonly readiness: () => Promise<Readonly<Record<string, boolean>>>;
}

export interface Web {
  readonly port: number;
  /** Takes no new requests and waits for the running ones, 5 s at most. */
  stop(): Promise<void>;
}

/** The one HTTP server of the process. Throws an error that names the port and the fix when the port is taken. */
export async function startWeb(options: WebOptions): Promise<Web> {
  const pages = pagesOf(options);
  const server = createServer((request, response) => {
    if (options.slack !== undefined && request.url?.startsWith('/slack/')) options.slack(request, response);
    else pages(request, response);
  });
  await listen(server, options.port);
  return { port: portOf(server), stop: () => close(server) };
}

function pagesOf(options: WebOptions): Express {
  const pages = express();
  pages.use(helmet());
  pages.get('/healthz', (_request, response) => {
    response.json({ alive: true, version: options.version });
  });
  pages.get('/readyz', async (_request, response) => {
    const parts = await options.readiness().catch(() => ({ readiness: false }));
    const missing = Object.entries(parts).flatMap(([name, ready]) => (ready ? [] : [name]));
    response.status(missing.length === 0 ? 200 : 503).json({ ready: missing.length === 0, missing, parts });
  });
  pages.use((_request, response) => {
    response.status(404).type('text/plain').send('There is nothing here.\n');
  });
  return pages;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(inWords(error, port)));
    server.listen(port, resolve);
  });
}

function inWords(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(`Port ${port} is taken: set PORT to a free one, or stop what listens there`, {
      cause: error,
    });
  }
  if (error.code === 'EACCES') {
    return new Error(`Port ${port} may not be used by this user: set PORT to 1024 or more`, { cause: error });
  }
  return error;
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The web server has no port');
  return address.port;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => server.closeAllConnections(), 5_000);
    server.close(() => {
      clearTimeout(limit);
      resolve();
    });
    server.closeIdleConnections();
  });
}
