import type { BatchLoaderOptions } from '../../../concurrency/batch_loader.ts';

const DOWN_CODES = new Set([
  // Node, while connecting or on a dead socket. ENOENT: the unix socket is gone.
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ENOENT'],
  ...['EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'ENOTFOUND', 'EAI_AGAIN'],
  // Postgres (appendix A): connection exceptions, without 08P01.
  ...['08000', '08001', '08003', '08004', '08006', '08007'],
  // Shutting down, crashed, starting up, idle session or transaction ended, too many
  // connections, read-only after a failover, statement timeout, and a full disk, which passes as an outage does.
  ...['57P01', '57P02', '57P03', '57P05', '25P03', '53300', '25006', '57014', '53100'],
  // Out of memory or of a configured limit, and a disk that fails.
  ...['53000', '53200', '53400', '58030'],
  // New connections are refused: a changed password, right or name. Statements do not end with these.
  ...['28000', '28P01', '3D000', '57P04'],
]);

/** TLS of a new connection, as OpenSSL and Node name its failures: a certificate may expire, or change, while we run. */
const TLS_CODES =
  /^(EPROTO$|ERR_(SSL|TLS|OSSL)_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|INVALID_CA$|PATH_LENGTH_|HOSTNAME_MISMATCH$)/;

// node-postgres gives these no code; the last is Postgres' 55000, which can mean other things too.
const DOWN_WORDS =
  /connection terminated|connection ended|timeout expired|timeout exceeded when trying to connect|query read timeout|connection error and is not queryable|client was closed|not currently accepting connections|does not support SSL connections/i;

// PgBouncer gives nearly everything that it says itself the code 08P01 (protocol violation), outages too: these.
const POOLER_OUTAGE_WORDS =
  /server[ _]login|server down|server (connection|conn |dns)|server connections dropped|(connect|query|query_wait|client_login|idle transaction|server idle)[ _]timeout|no more connections allowed|too many|shut(ting)? ?down|starting up|recovery mode|is (disabled|paused)|paus(ed|ing)|suspend|configuration changed|lifetime over|cannot connect|connection refused|crashed/i;

/** True when the database cannot be reached or cannot answer now (try again later); false for a mistake of ours. */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.some(isDatabaseDown)) return true;
  const code = codeOf(error);
  if (DOWN_CODES.has(code) || TLS_CODES.test(code)) return true;
  if (isPoolerOutage(code, error.message) || DOWN_WORDS.test(error.message)) return true;
  return error.cause !== undefined && isDatabaseDown(error.cause);
}

/**
 * For a batch loader that asks the database. One key that cannot be loaded must not spoil its batch; while the database is away,
 * each key alone would fail too. A full queue means that the database is too slow, which is an outage for the caller.
 */
export const databaseBatches: BatchLoaderOptions = {
  retryEach: (error) => !isDatabaseDown(error),
  // `isDatabaseDown` knows these words.
  queueFullError: () => new Error('timeout expired: too many callers wait for a batch'),
};

export function isPoolerOutage(code: string, message: string): boolean {
  return code === '08P01' && POOLER_OUTAGE_WORDS.test(message);
}

/** SQLSTATE, or Node's name for the failure; '' where there is none. */
export function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
