import { scrub } from '../../../scrub.ts';
import { codeOf, isDatabaseDown, isPoolerOutage } from '../client/outage.ts';

/**
 * What a failed first use of the database means. `fault`: the configuration is wrong, and waiting does not help; `line`
 * says what to change. `outage`: it passes; `reason` is for everybody's eyes, so it names no host and no user. `unknown`:
 * neither is sure.
 */
export type StartTrouble =
  | { readonly kind: 'fault'; readonly line: string }
  | { readonly kind: 'outage' | 'unknown'; readonly reason: string };

/** A configuration that was seen to be wrong; the message is the line for people. */
export class DatabaseFault extends Error {
  override readonly name = 'DatabaseFault';
}

const TLS_FAILS = 'TLS with the database fails: check host, port and sslmode in DATABASE_URL';

/** By SQLSTATE (Postgres, appendix A) and Node's codes: what only a person can mend. */
const FAULTS = new Map(
  Object.entries({
    '08P01':
      'the database, or the pooler in front of it, does not take the connection: remove from DATABASE_URL (or allow in the pooler) what it names here',
    '28000':
      "the database does not let this user in: check the user in DATABASE_URL, and who may connect from here (pg_hba.conf, or your provider's list of networks)",
    '28P01':
      'the database refuses the password: check user and password in DATABASE_URL; characters such as @ / # % in it must be percent-encoded',
    '3D000':
      'there is no such database: create it (createdb), or correct the name at the end of DATABASE_URL',
    '42501':
      'the user of DATABASE_URL lacks a right: make it the owner of the database, or grant it CREATE on the database and on schema public',
    EINVAL:
      'the address in DATABASE_URL cannot be used: an IPv6 address that begins with fe80 needs its network interface, as in postgres://user:password@/name?host=fe80::1%25eth0',
    EACCES:
      'this user may not open the socket that DATABASE_URL names: run Greenroom as a user who may, or connect over TCP',
    EAFNOSUPPORT: 'this machine does not speak that kind of address: use another host in DATABASE_URL',
    ENOTDIR: 'the folder of the socket in DATABASE_URL is none: correct ?host=',
    ENAMETOOLONG: 'the path of the socket in DATABASE_URL is too long: 107 bytes at most',
    EPROTO: TLS_FAILS,
    ERR_INVALID_URL: 'DATABASE_URL is no address: postgres://user:password@host:5432/name',
    ERR_SOCKET_BAD_PORT: 'the port in DATABASE_URL is none: 1 to 65535',
    ERR_TLS_CERT_ALTNAME_INVALID:
      "the database's certificate is for another host name: use the name it was made for in DATABASE_URL",
    CERT_HAS_EXPIRED: "the database's certificate has expired: renew it, and look at this machine's clock",
    CERT_NOT_YET_VALID: "the database's certificate is not valid yet: look at this machine's clock",
  }),
);

const UNTRUSTED =
  "the database's certificate is not trusted here: add &sslrootcert=<file of the CA> to DATABASE_URL, or sslmode=no-verify if the network between is yours";
const UNTRUSTED_CODES =
  /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_|INVALID_CA|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH)/;

/** node-postgres gives these no code. */
const FAULT_WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /does not support SSL connections/,
    'the database does not speak TLS: remove sslmode and ssl from DATABASE_URL, or switch TLS on in the server',
  ],
  [/client password must be/, 'the database wants a password: put it into DATABASE_URL'],
  [
    /^SASL|Unknown authenticationOk/,
    'the database asks for a way to log in that Greenroom does not know: use scram-sha-256 with a password',
  ],
];

/** For `/readyz`, where the reason is seen by anybody. */
const REASONS = new Map(
  Object.entries({
    ECONNREFUSED: 'nothing listens at the address of DATABASE_URL',
    ENOENT: 'the socket of DATABASE_URL is not there',
    ENOTFOUND: 'the host name of DATABASE_URL is not known (yet)',
    EAI_AGAIN: 'name resolution does not answer',
    ETIMEDOUT: 'no answer',
    EHOSTUNREACH: 'no way to the host of DATABASE_URL',
    ENETUNREACH: 'no way to the host of DATABASE_URL',
    '57P03': 'the server is starting up or recovering',
    '57P01': 'the server is shutting down',
    '53300': 'the server has no connection left',
    '53100': "the server's disk is full",
    '25006': 'the server is read-only',
    '55P03': 'a table is in use',
    '08P01': 'the pooler has no server',
  }),
);

export function judgeStart(error: unknown): StartTrouble {
  if (error instanceof DatabaseFault) return { kind: 'fault', line: error.message };
  if (!(error instanceof Error)) return { kind: 'unknown', reason: 'see the log' };
  // One address of a host that has several: it is enough when one of them may answer later.
  if (error instanceof AggregateError && error.errors.length > 0) {
    const each = error.errors.map(judgeStart);
    return each.find(({ kind }) => kind !== 'fault') ?? each[0] ?? { kind: 'unknown', reason: 'see the log' };
  }
  const words = faultWords(error);
  if (words !== null) return { kind: 'fault', line: lineOf(error, words) };
  return { kind: isDatabaseDown(error) ? 'outage' : 'unknown', reason: reasonOf(error) };
}

/** Which part is missing, without host, user or words of the server. */
export function reasonOf(error: Error): string {
  const code = codeOf(error);
  const words = REASONS.get(code) ?? (/timeout/i.test(error.message) ? 'no answer in time' : 'see the log');
  return code === '' ? words : `${code}: ${words}`;
}

function faultWords(error: Error): string | null {
  const code = codeOf(error);
  if (isPoolerOutage(code, error.message)) return null;
  const known = FAULTS.get(code);
  if (known !== undefined) return known;
  if (UNTRUSTED_CODES.test(code)) return UNTRUSTED;
  if (/^ERR_(SSL|TLS)_/.test(code)) return TLS_FAILS;
  return FAULT_WORDS.find(([pattern]) => pattern.test(error.message))?.[1] ?? null;
}

/** One line, whatever the server says. */
function lineOf(error: Error, words: string): string {
  const said = scrub(error.message).replaceAll(/\s+/g, ' ').slice(0, 200);
  return `The database cannot be used: ${words}. (${[codeOf(error), said].filter(Boolean).join(': ')})`;
}
