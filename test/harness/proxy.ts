import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** The line between Greenroom and its database, which can be pulled out. */
export interface TcpProxy {
  /** Where the near end is plugged in. */
  readonly port: number;
  /** Every connection breaks, and new ones are refused. */
  cut(): void;
  /** Nothing arrives any more, in either direction, and nothing says so. */
  hold(): void;
  mend(): void;
  close(): Promise<void>;
}

/** A TCP port on 127.0.0.1 that leads to a unix socket. */
export async function startProxy(to: string): Promise<TcpProxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let state: 'whole' | 'cut' | 'held' = 'whole';
  const server = createServer((near) => {
    if (state === 'cut') {
      near.resetAndDestroy();
      return;
    }
    const far = connect(to);
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const end of pair) {
      end.on('error', () => {});
      end.once('close', () => {
        for (const other of pair) other.destroy();
        pairs.delete(pair);
      });
    }
    near.pipe(far);
    far.pipe(near);
    if (state === 'held') holdBack(pair);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the cable has no port');
  const cut = () => {
    for (const [near, far] of pairs) {
      near.resetAndDestroy();
      far.destroy();
    }
  };
  return {
    port: address.port,
    cut() {
      state = 'cut';
      cut();
    },
    hold() {
      state = 'held';
      for (const pair of pairs) holdBack(pair);
    },
    mend() {
      // What was held back for long is not delivered late: such a connection is dead.
      if (state === 'held') cut();
      state = 'whole';
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      cut();
      await closed;
    },
  };
}

function holdBack([near, far]: readonly [Socket, Socket]): void {
  near.unpipe(far).pause();
  far.unpipe(near).pause();
}
