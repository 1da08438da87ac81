const DOWN_CODES = new Set([
  // Node, while connecting or on a dead socket. ENOENT: the unix socket is gone.
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ENOENT'],
  ...['EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'ENOTFOUND', 'EAI_AGAIN'],
  // Postgres (appendix A): shutting down, crashed, starting up, idle session or transaction ended, too many
  // connections, read-only after a failover, statement timeout, and a full disk, which passes as an outage does.
  ...['57P01', '57P02', '57P03', '57P05', '25P03', '53300', '25006', '57014', '53100'],
]);

// node-postgres gives these no code; the last is Postgres' 55000, which can mean other things too.
const DOWN_WORDS =
  /connection terminated|connection ended|timeout expired|timeout exceeded when trying to connect|query read timeout|connection error and is not queryable|client was closed|not currently accepting connections/i;

/** True when the database cannot be reached or cannot answer now (try again later); false for a mistake of ours. */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.some(isDatabaseDown)) return true;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (DOWN_CODES.has(code) || code.startsWith('08') || DOWN_WORDS.test(error.message)) return true;
  return error.cause !== undefined && isDatabaseDown(error.cause);
}
