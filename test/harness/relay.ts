import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Stands between a proxy and a replica, and counts the requests. */
export interface Relay {
  readonly url: string;
  /** Requests for `path` that were answered, or whose connection ended: the proxy knows their result. */
  ended(path: string): number;
  close(): Promise<void>;
}

export async function startRelay(replica: string): Promise<Relay> {
  const { hostname, port } = new URL(replica);
  const ended: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.once('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
    let path: string | undefined;
    const end = () => {
      if (path !== undefined) ended.push(path);
      path = undefined;
    };
    near.on('data', (part) => {
      path = /^[A-Z]+ (\S+) HTTP/.exec(part.toString('latin1'))?.[1] ?? path;
    });
    far.on('data', (part) => {
      if (part.toString('latin1').startsWith('HTTP/')) end();
    });
    near.once('close', end);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the relay has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    ended: (path) => ended.filter((each) => each === path).length,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
