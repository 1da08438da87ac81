import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { parseStorage } from '../../src/config/config.ts';
import { connectionUrlOf, type TlsMode, tlsModeOf } from '../../src/config/postgres/postgres_tls.ts';
import { createAuthority, describeWithCertificates } from '../harness/certificates.ts';

/** How node-postgres verifies, given what it makes of an address. */
function verified(url: string): TlsMode {
  const client = new pg.Client({ connectionString: url });
  const ssl: unknown = client.ssl;
  if (ssl === false) return 'off';
  if (typeof ssl !== 'object' || ssl === null) return ssl === true ? 'full' : 'off';
  if ('rejectUnauthorized' in ssl && ssl.rejectUnauthorized === false) return 'unverified';
  return 'checkServerIdentity' in ssl ? 'ca' : 'full';
}

describeWithCertificates('the TLS of DATABASE_URL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'greenroom-tls-files-'));
  beforeAll(() => {
    const authority = createAuthority();
    const [{ cert, key }, other] = [authority.certify('DNS:h'), authority.certify('DNS:h')];
    copyFileSync(authority.file, join(folder, 'ca.pem'));
    authority.remove();
    const files = { 'cert.pem': cert, 'key.pem': key, 'other.pem': other.key };
    for (const [name, text] of Object.entries({ ...files, 'empty.pem': '', 'text.pem': 'no certificate' }))
      writeFileSync(join(folder, name), text);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const CA = `sslrootcert=${folder}/ca.pem`;
  it.each<[string, TlsMode]>([
    ['', 'off'],
    ['application_name=x', 'off'],
    ['sslmode=disable', 'off'],
    [`sslmode=disable&${CA}`, 'off'],
    ['ssl=false', 'off'],
    ['ssl=0', 'off'],
    ['sslmode=no-verify', 'unverified'],
    ['ssl=no-verify', 'unverified'],
    ['ssl=true', 'full'],
    ['ssl=1', 'full'],
    ['sslmode=allow', 'full'],
    ['sslmode=prefer', 'full'],
    ['sslmode=require', 'full'],
    [`sslmode=require&${CA}`, 'full'],
    ['sslmode=require&channel_binding=require', 'full'],
    ['sslmode=verify-ca', 'full'],
    [`sslmode=verify-ca&${CA}`, 'ca'],
    [`${CA}&sslmode=verify-ca&application_name=a%20b`, 'ca'],
    ['sslmode=verify-ca&sslrootcert=system', 'full'],
    ['sslmode=verify-full', 'full'],
    ['sslmode=verify-full&sslrootcert=system', 'full'],
    [`sslmode=verify-full&${CA}`, 'full'],
    [CA, 'full'],
    ['sslnegotiation=direct', 'full'],
    ['sslnegotiation=direct&sslmode=require', 'full'],
    ['uselibpqcompat=true', 'off'],
    ['uselibpqcompat=true&sslmode=prefer', 'unverified'],
    ['uselibpqcompat=true&sslmode=require', 'unverified'],
    ['uselibpqcompat=true&sslmode=no-verify', 'unverified'],
    [`uselibpqcompat=true&sslmode=require&${CA}`, 'ca'],
    [`uselibpqcompat=true&sslmode=verify-ca&${CA}`, 'ca'],
    ['uselibpqcompat=true&sslmode=verify-full', 'full'],
  ])('%s means %s, for node-postgres too, and without a warning of its own', (query, mode) => {
    const warns = vi.spyOn(process, 'emitWarning').mockReturnValue();
    const url = `postgres://u:p%25%40@h:6543/x${query === '' ? '' : `?${query}`}`;
    expect(tlsModeOf(url)).toBe(mode);
    const read = parseStorage({ DATABASE_URL: url });
    const { database } = read.ok ? read.value : { database: null };
    const given = database?.kind === 'external' ? database.url.reveal() : JSON.stringify(read);
    expect(given).toBe(connectionUrlOf(url));
    expect(verified(given)).toBe(mode);
    expect(connectionUrlOf(given)).toBe(given);
    const { host, port, user, password, database: name } = new pg.Client({ connectionString: given });
    expect([host, port, user, password, name]).toEqual(['h', 6543, 'u', 'p%@', 'x']);
    expect(warns).not.toHaveBeenCalled();
    warns.mockRestore();
  });

  it.each([
    ['sslmode=verfy-full', /sslmode that does not exist: disable, .*verify-full/],
    ['sslmode=', /sslmode that does not exist/],
    [`sslmode=verify-full&sslrootcert=${folder}/text.pem`, /sslrootcert that holds no certificate/],
    [`sslmode=verify-full&sslrootcert=${folder}/empty.pem`, /sslrootcert that holds no certificate/],
    [`sslcert=${folder}/cert.pem&sslkey=${folder}/other.pem`, /no pair/],
    [`sslcert=${folder}/text.pem&sslkey=${folder}/key.pem`, /no pair/],
    [`sslcert=${folder}/cert.pem`, /no pair/],
    [`sslrootcert=${folder}/none.pem`, /cannot be read \(ENOENT\)/],
  ])('%s is refused in one line', (query, line) => {
    const read = parseStorage({ DATABASE_URL: `postgres://u:hunter2@h/x?${query}` });
    const lines = read.ok ? [] : read.error.map((problem) => problem.line);
    expect(lines).toEqual([expect.stringMatching(line)]);
    expect(lines.join()).not.toMatch(/hunter2|\n/);
  });

  it('takes a client certificate with its key', () => {
    const url = `postgres://h/x?sslcert=${folder}/cert.pem&sslkey=${folder}/key.pem`;
    expect(parseStorage({ DATABASE_URL: url }).ok).toBe(true);
  });
});
