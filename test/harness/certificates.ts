import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate and its key, both in PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** A private certificate authority of one test. */
export interface CertificateAuthority {
  /** A file with its certificate, as `sslrootcert` wants it. */
  readonly file: string;
  /** For these names, as openssl writes them: `DNS:localhost,IP:127.0.0.1`. `days` below 0: it has expired. */
  certify(names: string, days?: number): Certificate;
  remove(): void;
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

export function createAuthority(): CertificateAuthority {
  const folder = mkdtempSync(join(tmpdir(), 'greenroom-authority-'));
  const file = (name: string) => join(folder, name);
  openssl('req', '-x509', ...newKey, '-subj', '/CN=Tests', '-keyout', file('ca.key'), '-out', file('ca.pem'));
  return {
    file: file('ca.pem'),
    certify(names, days = 2) {
      writeFileSync(file('names'), `subjectAltName=${names}`);
      openssl(
        'req',
        '-new',
        ...newKey,
        '-subj',
        '/CN=server',
        '-keyout',
        file('key'),
        '-out',
        file('request'),
      );
      const signed = ['-CA', file('ca.pem'), '-CAkey', file('ca.key'), '-days', String(days)];
      const cert = openssl('x509', '-req', '-in', file('request'), '-extfile', file('names'), ...signed);
      return { cert, key: openssl('pkey', '-in', file('key')) };
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function openssl(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`openssl ${args[0]}: ${stderr}`);
  return stdout;
}
