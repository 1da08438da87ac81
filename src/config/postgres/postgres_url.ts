import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { z } from 'zod';
import { connectionUrlOf, isSslMode, sslModeNames } from './postgres_tls.ts';

const SHAPE =
  'is no address that can be read: postgres://user:password@host:5432/name, where characters such as @ / # ? % [ ] in user and password are percent-encoded';
const ZONE =
  'has an IPv6 address that begins with fe80, and does not say at which network interface: leave the host out and end with ?host=fe80::1%25eth0';
/** The longest path of a Unix socket on Linux, in bytes. */
const longestSocket = 107;

/** What node-postgres would only find out while connecting, or never say: judged before anything is started. */
export const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
  .refine((url) => !/\s/.test(url), 'must not contain spaces')
  .superRefine((url, context) => {
    const problem = /^postgres(ql)?:\/\/\S+$/.test(url) ? problemOf(url) : null;
    if (problem !== null) context.addIssue({ code: 'custom', message: problem });
  })
  .transform(connectionUrlOf);

function problemOf(url: string): string | null {
  if (hasZone(url)) return ZONE;
  const mode = new URLSearchParams(url.split('?')[1] ?? '').get('sslmode');
  if (mode !== null && !isSslMode(mode)) return `has an sslmode that does not exist: ${sslModeNames}`;
  const read = readAddress(url);
  if (typeof read === 'string') return read;
  const { host, port } = read;
  if (!(Number.isInteger(port) && port >= 1 && port <= 65_535)) return 'has a port other than 1 to 65535';
  if (host.includes(',')) return 'names several hosts: give one, or a name that leads to the one in charge';
  if (/^fe[89ab][0-9a-f]:/i.test(host) && !host.includes('%')) return ZONE;
  if (host.startsWith('/') && Buffer.byteLength(`${host}/.s.PGSQL.${port}`) > longestSocket)
    return 'names a folder for the socket whose path is too long: 107 bytes at most, with the socket';
  return null;
}

/** A `%` within the brackets of an IPv6 address: the zone of a link-local one. */
function hasZone(url: string): boolean {
  const [address = ''] = url.split('?', 1);
  return address
    .split('[')
    .slice(1)
    .some((rest) => rest.split(']', 1)[0]?.includes('%') === true);
}

/** Files that can be read, and hold something else: node-postgres would find out while connecting, or trust nobody. */
function tlsFilesProblem(url: string): string | null {
  const asked = new URLSearchParams(connectionUrlOf(url).split('?')[1] ?? '');
  const contentOf = (name: string) => {
    const path = asked.get(name);
    return path ? readFileSync(path, 'utf8') : undefined;
  };
  const [ca, cert, key] = [contentOf('sslrootcert'), contentOf('sslcert'), contentOf('sslkey')];
  try {
    if (ca !== undefined) new X509Certificate(ca);
  } catch {
    return 'names a file in sslrootcert that holds no certificate in PEM (-----BEGIN CERTIFICATE-----)';
  }
  return isPair(cert, key)
    ? null
    : 'names a certificate and a key (sslcert, sslkey) that are no pair in PEM without a passphrase';
}

function isPair(cert: string | undefined, key: string | undefined): boolean {
  if (cert === undefined && key === undefined) return true;
  try {
    return new X509Certificate(cert ?? '').checkPrivateKey(createPrivateKey(key ?? ''));
  } catch {
    return false;
  }
}

/** As node-postgres reads it; a file of a certificate is read, too. */
function readAddress(url: string): pg.Client | string {
  try {
    const client = new pg.Client({ connectionString: connectionUrlOf(url) });
    return tlsFilesProblem(url) ?? client;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ERR_INVALID_URL' || error instanceof URIError) return SHAPE;
    if (/^E[A-Z]+$/.test(code))
      return `names a file (sslrootcert, sslcert or sslkey) that cannot be read (${code})`;
    return 'has TLS settings that do not fit together: see sslmode, sslrootcert and sslnegotiation';
  }
}
