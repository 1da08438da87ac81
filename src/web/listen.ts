import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Web {
  readonly port: number;
  /** Takes no new requests and waits for the running ones, 5 s at most. */
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
  const server = createServer(limits, handle);
  server.maxConnections = MOST_CONNECTIONS;
  await bind(server, variable, port);
  return { port: portOf(server), stop: () => close(server) };
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
