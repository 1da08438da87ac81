import type { Socket } from 'node:net';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isDatabaseDown } from '../../../../../src/store/postgres/client/outage.ts';
import { DatabaseFault, fixFor, judgeStart } from '../../../../../src/store/postgres/start/start_errors.ts';
import { waitForDatabase } from '../../../../../src/store/postgres/start/wait_for_database.ts';
import { recordedLog } from '../../../../harness/log.ts';
import { createPlainDatabase } from '../../../../harness/postgres.ts';
import { refusal, startRefusingPostgres } from '../../../../harness/refusing_postgres.ts';

const coded = (code: string, message = 'no') => Object.assign(new Error(message), { code });

describe('what a failed first use of the database means', () => {
  it.each<[string, string, RegExp]>([
    [
      '28000',
      'no pg_hba.conf entry for host "10.0.0.1", user "u", database "d", no encryption',
      /sslmode=verify-full/,
    ],
    [
      '28000',
      'no pg_hba.conf entry for host "10.0.0.1", user "u", database "d", SSL off',
      /sslmode=verify-full/,
    ],
    [
      '28000',
      'pg_hba.conf rejects connection for host "10.0.0.1", user "u", database "d", no encryption',
      /sslmode/,
    ],
    [
      '28000',
      'no pg_hba.conf entry for host "10.0.0.1", user "u", database "d", SSL encryption',
      /list of networks/,
    ],
    ['28000', 'connection requires a valid client certificate', /sslcert=/],
    ['28000', 'role "u" does not exist', /CREATE ROLE/],
    ['28000', 'role "u" is not permitted to log in', /ALTER ROLE/],
    ['28000', 'Peer authentication failed for user "u"', /scram-sha-256/],
    ['XX000', 'Tenant or user not found', /postgres\.<project>/],
    ['XX000', 'connection is insecure (try using `sslmode=require`)', /sslmode=verify-full/],
    ['42501', 'must be owner of table event', /REASSIGN OWNED/],
    ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'x', /sslkey=/],
    ['ERR_OSSL_PEM_NO_START_LINE', 'x', /TLS/],
    ['CERT_NOT_YET_VALID', 'x', /clock/],
    ['CERT_REVOKED', 'x', /not trusted/],
    ['08P01', 'unsupported startup parameter: options', /unsupported startup parameter: options/],
    ['08P01', 'no such database: x', /no such database/],
    ['08P01', 'bouncer config error', /DATABASE_URL/],
    ['08P01', 'something never seen', /does not take the connection/],
    ['28P01', 'password authentication failed for user "u"', /percent-encoded/],
    ['28000', 'no pg_hba.conf entry', /pg_hba/],
    ['3D000', 'database "x" does not exist', /createdb/],
    ['42501', 'permission denied for schema public', /CREATE.*permission denied for schema public/],
    ['EINVAL', 'connect EINVAL fe80::1:5432', /network interface/],
    ['EACCES', 'connect EACCES /run/x', /socket/],
    ['ENOTDIR', 'x', /socket/],
    ['ERR_INVALID_URL', 'Invalid URL', /DATABASE_URL/],
    ['ERR_SOCKET_BAD_PORT', 'Port should be', /port/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate', /sslrootcert/],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'x', /sslrootcert/],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'x', /sslrootcert/],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'x', /sslrootcert/],
    ['CERT_UNTRUSTED', 'x', /sslrootcert/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'x', /another host name/],
    ['CERT_HAS_EXPIRED', 'x', /expired/],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'x', /TLS/],
    ['', 'The server does not support SSL connections', /does not speak TLS/],
    ['', 'SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string', /wants a password/],
    ['', 'Unknown authenticationOk message type 7', /scram-sha-256/],
  ])('%s %s: a fault that only a person can mend, in one line', (code, message, line) => {
    const trouble = judgeStart(coded(code, message));
    expect(trouble.kind === 'fault' && trouble.line).toMatch(line);
    expect(trouble.kind === 'fault' && trouble.line).not.toContain('\n');
  });

  it.each([
    ['ECONNREFUSED', 'x'],
    ['ENOTFOUND', 'getaddrinfo ENOTFOUND db'],
    ['EAI_AGAIN', 'x'],
    ['ENOENT', 'connect ENOENT /run/.s.PGSQL.5432'],
    ['ETIMEDOUT', 'x'],
    ['ECONNRESET', 'x'],
    ['57P03', 'the database system is starting up'],
    ['57P01', 'x'],
    ['53300', 'sorry, too many clients already'],
    ['53100', 'x'],
    ['25006', 'x'],
    ['08006', 'x'],
    ['08001', 'x'],
    ['08P01', 'server login has been failing, try again later (server_login_retry)'],
    ['08P01', 'query_wait_timeout'],
    ['08P01', 'client_login_timeout (server down)'],
    ['08P01', 'no more connections allowed (max_client_conn)'],
    ['08P01', 'server DNS lookup failed'],
    ['08P01', 'database "x" is disabled'],
    ['', 'timeout expired'],
    ['', 'Connection terminated unexpectedly'],
  ])('%s %s: an outage, which passes', (code, message) => {
    expect(judgeStart(coded(code, message)).kind).toBe('outage');
  });

  it.each([
    coded('XX000', 'internal error'),
    coded('99999', 'from the future'),
    coded('EUNHEARDOF'),
    coded('constructor'),
    new Error(''),
    'no error at all',
    undefined,
    { code: '28P01', port: 5432 },
  ])('%s: unknown, so nothing is claimed', (error) => {
    expect(judgeStart(error)).toEqual({ kind: 'unknown', reason: expect.stringContaining('see the log') });
  });

  it.each<[string, string, RegExp]>([
    ['53300', 'sorry, too many clients already', /max_connections/],
    ['53300', 'too many connections for role "u"', /limit of the role/],
    ['53100', 'could not extend file: No space left on device', /free or add some/],
    ['25006', 'cannot execute CREATE TABLE in a read-only transaction', /primary/],
    ['ENOTFOUND', 'getaddrinfo ENOTFOUND db', /check host/],
    ['', 'Connection terminated due to connection timeout', /firewalls/],
  ])('%s %s: an outage with something to do, which the log says', (code, message, fix) => {
    expect(fixFor(coded(code, message))).toMatch(fix);
  });

  it.each(['28P01', '28000', '3D000', 'CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID', '53200', '57P04'])(
    '%s of a new connection is an outage for people while Greenroom runs',
    (code) => {
      expect(isDatabaseDown(coded(code))).toBe(true);
    },
  );

  it.each(['42501', '42P01', '23505', 'XX000', '22001'])('%s of a statement is none', (code) => {
    expect(isDatabaseDown(coded(code))).toBe(false);
  });

  it('tells everybody the reason, and nobody the host, the user or the words of the server', () => {
    const trouble = judgeStart(coded('57P03', 'db.internal says no to alice'));
    expect(trouble).toEqual({ kind: 'outage', reason: '57P03: the server is starting up or recovering' });
  });

  it('of a host with several addresses waits as long as one of them may come', () => {
    const both = (...errors: Error[]) => judgeStart(new AggregateError(errors, 'all failed')).kind;
    expect(both(coded('EINVAL'), coded('ECONNREFUSED'))).toBe('outage');
    expect(both(coded('EINVAL'), coded('EINVAL'))).toBe('fault');
  });

  it('makes one line of many, and holds secrets back', () => {
    const trouble = judgeStart(coded('28000', `no\n  postgres://u:hunter2@h/x\n${'x'.repeat(10_000)}`));
    expect(trouble.kind === 'fault' && trouble.line.length).toBeLessThan(600);
    expect(JSON.stringify(trouble)).not.toMatch(/hunter2|\\n/);
  });
});

async function speaks(answer: (socket: Socket) => void): Promise<string> {
  const server = await startRefusingPostgres(answer);
  onTestFinished(() => server.close());
  return server.address;
}

async function connecting(url: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on('error', () => {});
  return client.connect().then(
    () => null,
    (error: unknown) => error,
  );
}

describe('over a real socket', () => {
  it.each([
    ['08P01', 'fault'],
    ['28P01', 'fault'],
    ['57P03', 'outage'],
    ['ZZZZZ', 'unknown'],
  ])('a server that refuses with %s: %s', async (code, kind) => {
    const url = await speaks((socket) => socket.end(refusal(code, 'for a reason')));
    expect(judgeStart(await connecting(url)).kind).toBe(kind);
  });

  it('a server that hangs up, or speaks something else, is no fault and no success', async () => {
    const other = await speaks((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const silent = await speaks((socket) => socket.end());
    for (const url of [other, silent]) expect(judgeStart(await connecting(url)).kind).not.toBe('fault');
  });

  it('a server without TLS, when TLS is asked for', async () => {
    const url = await speaks((socket) => socket.end('N'));
    expect(judgeStart(await connecting(`${url}?sslmode=no-verify`)).kind).toBe('fault');
  });
});

describe('waiting for the database', () => {
  const waiting = (work: () => Promise<unknown>, unknown: 'wait' | 'throw' = 'wait') => {
    const { log, lines } = recordedLog();
    const reasons: (string | null)[] = [];
    const aborting = new AbortController();
    onTestFinished(() => aborting.abort());
    const onWait = (reason: string | null) => void reasons.push(reason);
    const done = waitForDatabase({ log, aborted: aborting.signal, onWait, unknown }, work);
    return { done, reasons, lines, abort: () => aborting.abort() };
  };

  it('goes on until it is there, and says why meanwhile', async () => {
    let tries = 0;
    const { done, reasons, lines } = waiting(async () => {
      tries += 1;
      if (tries === 1) throw coded('57P03');
      return 'there';
    });
    expect(await done).toEqual({ ok: true, value: 'there' });
    expect(reasons).toEqual(['57P03: the server is starting up or recovering', null]);
    expect(lines.join()).toContain('The database does not answer yet');
  });

  it('ends at once with the line of a fault', async () => {
    const { done } = waiting(() => Promise.reject(new DatabaseFault('Change this.')));
    expect(await done).toEqual({ ok: false, error: 'Change this.' });
  });

  it('throws a fault of ours in a migration, and waits for what nobody knows before it', async () => {
    const odd = coded('42601', 'syntax error');
    await expect(waiting(() => Promise.reject(odd), 'throw').done).rejects.toBe(odd);
    const { done, reasons, abort } = waiting(() => Promise.reject(odd));
    abort();
    await expect(done).rejects.toThrow();
    expect(reasons).toEqual([]);
  });

  it('a failed migration for lack of rights is a fault with the fix', async () => {
    const test = await createPlainDatabase();
    onTestFinished(() => test.drop());
    await test.db.query('create role no_rights login');
    const lacking = new pg.Client({ ...test.connection, user: 'no_rights' });
    lacking.on('error', () => {});
    await lacking.connect();
    const error = await lacking.query('create table public.x ()').catch((caught: unknown) => caught);
    await lacking.end();
    await test.db.query('drop role no_rights');
    expect(judgeStart(error)).toMatchObject({ kind: 'fault', line: expect.stringContaining('42501') });
  });
});
