import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';

/** What the proxy does with a request for a tunnel. */
export type ProxyConduct =
  | { readonly kind: 'works' }
  /** Accepts the connection and the request, and says nothing. */
  | { readonly kind: 'silent' }
  /** 407, 403, 502 ... */
  | { readonly kind: 'answers'; readonly status: number }
  /** Opens the tunnel and passes nothing on: TLS never begins. */
  | { readonly kind: 'swallows' }
  | { readonly kind: 'closes' }
  /** No HTTP at all. */
  | { readonly kind: 'babbles' };

/** An HTTP proxy that does CONNECT and nothing else. Names are known to nobody but it. */
export interface ConnectProxy {
  /** `http://127.0.0.1:PORT`, without user and password. */
  readonly url: string;
  readonly port: number;
  /** Targets that were asked for, in their order: `slack.test:443`. */
  readonly asked: readonly string[];
  /** Connections to the proxy that are open now. */
  open(): number;
  /** For new tunnels. */
  conducts(conduct: ProxyConduct): void;
  /** New tunnels to these targets are answered with 502, and those that exist break. */
  refuses(targets: readonly string[]): void;
  /** Tunnels that exist pass nothing on any more, in either direction, nothing says so, and the proxy closes none. */
  hold(): void;
  /** Every connection breaks. */
  cut(): void;
  stop(): Promise<void>;
}

export interface ConnectProxyOptions {
  /** Where a target really is: `slack.test:443` -> a port of 127.0.0.1. Others are connected to as they are named. */
  readonly hosts?: Readonly<Record<string, number>>;
  /** `user:password`; without it nobody is asked for any. */
  readonly credentials?: string;
  readonly port?: number;
}

interface Tunnel {
  readonly target: string;
  readonly near: Socket;
  readonly far: Socket;
}

export async function startConnectProxy(options: ConnectProxyOptions = {}): Promise<ConnectProxy> {
  const { hosts = {}, credentials } = options;
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const tunnels = new Set<Tunnel>();
  let conduct: ProxyConduct = { kind: 'works' };
  let refused: readonly string[] = [];
  const expected = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`;

  const tunnel = (target: string, near: Socket) => {
    const { hostname, port } = new URL(`http://${target}`);
    const known = hosts[target];
    const far = connect(known ?? Number(port || 80), known === undefined ? hostname : '127.0.0.1');
    far.once('connect', () => {
      near.write('HTTP/1.1 200 Connection established\r\n\r\n');
      near.pipe(far);
      far.pipe(near);
      tunnels.add({ target, near, far });
    });
    far.once('error', () => refuse(near, 502));
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
  };

  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(405).end();
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => sockets.delete(socket));
    if (conduct.kind === 'babbles') socket.end('220 mail.example.com ESMTP\r\n');
  });
  server.on('connect', ({ url = '', headers }: IncomingMessage, near: Socket) => {
    asked.push(url);
    if (expected !== undefined && headers['proxy-authorization'] !== expected) refuse(near, 407);
    else if (refused.includes(url)) refuse(near, 502);
    else if (conduct.kind === 'works') tunnel(url, near);
    else if (conduct.kind === 'answers') refuse(near, conduct.status);
    else if (conduct.kind === 'closes') near.end();
    else {
      if (conduct.kind === 'swallows') near.write('HTTP/1.1 200 Connection established\r\n\r\n');
      // Read, or the end of the connection would not be noticed.
      near.resume().once('end', () => near.destroy());
    }
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    asked,
    open: () => sockets.size,
    conducts: (next) => {
      conduct = next;
    },
    refuses: (targets) => {
      refused = targets;
      for (const { target, near } of tunnels) if (targets.includes(target)) near.destroy();
    },
    hold() {
      for (const { near, far } of tunnels) {
        // Read and dropped, so that it is seen when the other side gives up.
        near.unpipe(far);
        far.unpipe(near);
        near.resume().once('end', () => near.destroy());
        far.resume();
      }
    },
    cut,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      cut();
      await closed;
    },
  };
}

function refuse(near: Socket, status: number): void {
  near.end(`HTTP/1.1 ${status} No\r\nproxy-authenticate: Basic realm="x"\r\ncontent-length: 2\r\n\r\nno`);
}
