import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';

export interface TlsFront {
  readonly port: number;
  /** The certificate of the CA, for `NODE_EXTRA_CA_CERTS`. */
  readonly caFile: string;
  stop(): Promise<void>;
}

/** Ends TLS for these names with certificates of a private CA, and leads each to a plain port of 127.0.0.1. */
export async function startTlsFront(ports: Readonly<Record<string, number>>): Promise<TlsFront> {
  const folder = mkdtempSync(join(tmpdir(), 'greenroom-ca-'));
  const file = (name: string) => join(folder, name);
  issue(file, Object.keys(ports));
  const pair = { key: readFileSync(file('host.key')), cert: readFileSync(file('host.pem')) };
  const sockets = new Set<{ destroy(): void }>();
  const server = createServer(pair, (near) => {
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
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return {
    port: address === null || typeof address === 'string' ? 0 : address.port,
    caFile: file('ca.pem'),
    async stop() {
      const closed = new Promise((done) => server.close(done));
      for (const socket of sockets) socket.destroy();
      await closed;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Writes `ca.pem`, `host.key` and `host.pem`. */
function issue(file: (name: string) => string, names: readonly string[]): void {
  const openssl = (...words: readonly string[]) => execFileSync('openssl', words, { stdio: 'pipe' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const ca = [
    '-keyout',
    file('ca.key'),
    '-out',
    file('ca.pem'),
    '-days',
    '2',
    '-subj',
    '/CN=Greenroom test CA',
  ];
  openssl('req', '-x509', ...key, ...ca);
  openssl('req', ...key, '-keyout', file('host.key'), '-out', file('host.csr'), '-subj', '/CN=host');
  writeFileSync(file('names'), `subjectAltName=${names.map((name) => `DNS:${name}`).join(',')}\n`);
  const signer = ['-CA', file('ca.pem'), '-CAkey', file('ca.key'), '-CAcreateserial', '-days', '2'];
  openssl(
    'x509',
    '-req',
    '-in',
    file('host.csr'),
    ...signer,
    '-extfile',
    file('names'),
    '-out',
    file('host.pem'),
  );
}
