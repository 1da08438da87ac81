import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWith } from './needs.ts';

/** Stories that need certificates. */
export const describeWithCertificates = describeWith('openssl');

/** A certificate and its key, both in PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** A private certificate authority of one test. */
export interface CertificateAuthority {
  /** A file with its certificate, as `sslrootcert` and `NODE_EXTRA_CA_CERTS` want it. */
  readonly file: string;
  /** For these names, as openssl writes them: `DNS:localhost,IP:127.0.0.1`. `days` below 0: it has expired. */
  certify(names: string, days?: number): Certificate;
  remove(): void;
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

export function createAuthority(): CertificateAuthority {
  const folder = mkdtempSync(join(tmpdir(), 'greenroom-authority-'));
  const file = (name: string) => join(folder, name);
  const to = (name: string) => ['-keyout', file(`${name}.key`), '-out', file(`${name}.pem`)];
  openssl('req', '-x509', ...newKey, '-subj', '/CN=Tests', ...to('ca'));
  return {
    file: file('ca.pem'),
    certify(names, days = 2) {
      writeFileSync(file('names'), `subjectAltName=${names}`);
      openssl('req', '-new', ...newKey, '-subj', '/CN=server', ...to('request'));
      const signer = ['-CA', file('ca.pem'), '-CAkey', file('ca.key'), '-CAcreateserial'];
      const signed = [...signer, '-days', String(days), '-extfile', file('names')];
      const cert = openssl('x509', '-req', '-in', file('request.pem'), ...signed);
      return { cert, key: openssl('pkey', '-in', file('request.key')) };
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function openssl(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`openssl ${args[0]}: ${stderr}`);
  return stdout;
}
