import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Web {
  readonly port: number;
  /** Takes no new requests and waits for the running ones, 5 s at most. Safe to call twice. */
  stop(): Promise<void>;
}

/** Where a server listens. */
export interface ListenAddress {
  /** 0 picks a free one. */
  readonly port: number;
  /** An address of this machine or a name of it; null: all of them. */
  readonly host: string | null;
}

/** In which variables port and host were given. */
type Variables = readonly ['PORT', 'HOST'] | readonly ['METRICS_PORT', 'METRICS_HOST'];

/** The message is a line for people that names the variable to change. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen';
}

/**
 * Slack waits 3 s for an answer, so a request that takes longer to arrive is not from Slack. Node looks for such
 * connections once in `connectionsCheckingInterval`, and answers 408.
 */
const limits = { headersTimeout: 3_000, requestTimeout: 5_000, connectionsCheckingInterval: 1_000 };
/** Further connections are closed at once; a burst of Slack's requests needs a few dozen. */
const MOST_CONNECTIONS = 1_000;

/**
 * The newest response of each connection, until it has been sent. By connection: a table with an entry for each request is copied again
 * and again, and keeps the requests of its copies alive until a full garbage collection.
 */
type Running = Map<Socket, ServerResponse | null>;

/** Throws `CannotListen` for what only a person can mend. */
export async function listen(
  variables: Variables,
  address: ListenAddress,
  handle: RequestListener,
): Promise<Web> {
  const running: Running = new Map();
  const server = createServer(limits, (request, response) => {
    const { socket } = request;
    running.set(socket, response);
    response.once('close', () => {
      if (running.get(socket) === response) running.set(socket, null);
    });
    handle(request, response);
  });
  server.on('connection', (socket) => {
    running.set(socket, null);
    socket.once('close', () => running.delete(socket));
  });
  server.maxConnections = MOST_CONNECTIONS;
  await bind(server, variables, address);
  return { port: portOf(server), stop: () => close(server, running) };
}

function bind(server: Server, variables: Variables, { port, host }: ListenAddress): Promise<void> {
  return new Promise((resolve, reject) => {
    // Kept: a connection that cannot be accepted later (EMFILE) is such an event too, and would end the process.
    server.on('error', (error: NodeJS.ErrnoException) => {
      const line = lineOf(error.code, variables, port);
      reject(line === null ? error : new CannotListen(line, { cause: error }));
    });
    server.listen({ port, ...(host === null ? {} : { host }) }, resolve);
  });
}

/** Null for what is not listed. */
function lineOf(code: string | undefined, [portName, hostName]: Variables, port: number): string | null {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken: set ${portName} to a free one, or stop what listens there.`;
    case 'EACCES':
      return `Port ${port} may not be used by this user: set ${portName} to 1024 or more.`;
    case 'EADDRNOTAVAIL':
      return `${hostName} is no address of this machine: set it to one that it has, or leave it empty to listen on all.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${hostName} is a name without an address here: set it to an address of this machine, or leave it empty to listen on all.`;
    case 'EAFNOSUPPORT':
      return `${hostName} is an address of a kind that this machine does not have (IPv6 may be switched off): set it to another.`;
    case 'EINVAL':
      return `${hostName} is an address that needs its network interface, as in fe80::1%eth0.`;
    default:
      return null;
  }
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The web server has no port');
  return address.port;
}

function close(server: Server, running: Running): Promise<void> {
  // A connection that is kept alive after its last response would be waited for, and a proxy would use it again.
  for (const response of running.values()) {
    if (response?.headersSent === false) response.setHeader('connection', 'close');
  }
  return new Promise((resolve) => {
    const limit = setTimeout(() => server.closeAllConnections(), 5_000);
    server.close(() => {
      clearTimeout(limit);
      resolve();
    });
    server.closeIdleConnections();
  });
}
