import { once } from 'node:events';
import { connect } from 'node:net';
import { createServer } from 'node:tls';
import { createAuthority } from './certificates.ts';

export interface TlsFront {
  readonly port: number;
  /** The certificate of the CA, for `NODE_EXTRA_CA_CERTS`. */
  readonly caFile: string;
  stop(): Promise<void>;
}

/** Ends TLS for these names with a certificate of a private CA, and leads each to a plain port of 127.0.0.1. */
export async function startTlsFront(ports: Readonly<Record<string, number>>): Promise<TlsFront> {
  const authority = createAuthority();
  const names = Object.keys(ports).map((name) => `DNS:${name}`);
  const sockets = new Set<{ destroy(): void }>();
  const server = createServer(authority.certify(names.join()), (near) => {
    const far = connect(ports[near.servername || ''] ?? 0, '127.0.0.1');
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(end);
      end.on('error', () => {});
      end.once('close', () => {
        sockets.delete(end);
        other.destroy();
      });
      end.pipe(other);
    }
  });
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: address === null || typeof address === 'string' ? 0 : address.port,
    caFile: authority.file,
    async stop() {
      const closed = new Promise((done) => server.close(done));
      for (const socket of sockets) socket.destroy();
      await closed;
      authority.remove();
    },
  };
}
