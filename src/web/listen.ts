import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Web {
  readonly port: number;
  /** Takes no new requests and waits for the running ones, 5 s at most. Safe to call twice. */
  stop(): Promise<void>;
}

/** Where the port was given. */
type Variable = 'PORT' | 'METRICS_PORT';

/**
 * Slack waits 3 s for an answer, so a request that takes longer to arrive is not from Slack. Node looks for such
 * connections once in `connectionsCheckingInterval`, and answers 408.
 */
const limits = { headersTimeout: 3_000, requestTimeout: 5_000, connectionsCheckingInterval: 1_000 };
/** Further connections are closed at once; a burst of Slack's requests needs a few dozen. */
const MOST_CONNECTIONS = 1_000;

/** Throws an error that names the port and the fix when the port is taken. 0 picks a free one. */
export async function listen(variable: Variable, port: number, handle: RequestListener): Promise<Web> {
  const running = new Set<ServerResponse>();
  const server = createServer(limits, (request, response) => {
    running.add(response);
    response.once('close', () => running.delete(response));
    handle(request, response);
  });
  server.maxConnections = MOST_CONNECTIONS;
  await bind(server, variable, port);
  return { port: portOf(server), stop: () => close(server, running) };
}

function bind(server: Server, variable: Variable, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(inWords(error, variable, port)));
    server.listen(port, resolve);
  });
}

function inWords(error: NodeJS.ErrnoException, variable: Variable, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(`Port ${port} is taken: set ${variable} to a free one, or stop what listens there`, {
      cause: error,
    });
  }
  if (error.code === 'EACCES') {
    return new Error(`Port ${port} may not be used by this user: set ${variable} to 1024 or more`, {
      cause: error,
    });
  }
  return error;
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The web server has no port');
  return address.port;
}

function close(server: Server, running: ReadonlySet<ServerResponse>): Promise<void> {
  // A connection that is kept alive after its last response would be waited for, and a proxy would use it again.
  for (const response of running) if (!response.headersSent) response.setHeader('connection', 'close');
  return new Promise((resolve) => {
    const limit = setTimeout(() => server.closeAllConnections(), 5_000);
    server.close(() => {
      clearTimeout(limit);
      resolve();
    });
    server.closeIdleConnections();
  });
}
