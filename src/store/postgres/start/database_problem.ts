import { codeOf, isDatabaseDown, isPoolerOutage } from '../client/outage.ts';

/** What only a person can mend: waiting does not help. */
export type DatabaseFaultKind =
  | 'wrong_password'
  | 'password_missing'
  | 'login_unsupported'
  | 'user_unknown'
  | 'user_may_not_login'
  | 'login_denied'
  | 'encryption_required'
  | 'client_certificate_required'
  | 'not_let_in'
  | 'pooler_refuses'
  | 'pooler_user_unknown'
  | 'database_unknown'
  | 'may_not_connect'
  | 'right_missing'
  | 'not_owner'
  | 'tls_not_offered'
  | 'tls_failed'
  | 'certificate_untrusted'
  | 'certificate_other_host'
  | 'certificate_expired'
  | 'certificate_not_yet_valid'
  | 'socket_forbidden'
  | 'socket_unusable'
  | 'address_unusable';

/** What passes by itself, or may: it is waited for. */
export type DatabaseOutageKind =
  | 'nothing_listens'
  | 'socket_missing'
  | 'host_unknown'
  | 'dns_silent'
  | 'no_answer'
  | 'no_route'
  | 'starting'
  | 'stopping'
  | 'too_many_connections'
  | 'disk_full'
  | 'read_only'
  | 'table_in_use'
  | 'pooler_without_server'
  | 'connection_lost';

interface Row<Kind extends string> {
  readonly kind: Kind;
  /** SQLSTATE (Postgres, appendix A) or Node's code. */
  readonly code?: RegExp;
  readonly says?: RegExp;
}

/** The first row that fits counts. */
const faults: readonly Row<DatabaseFaultKind>[] = [
  { kind: 'pooler_refuses', code: /^08P01$/ },
  // Postgres 13 said "SSL off". A server that demands TLS says nothing else of it.
  {
    kind: 'encryption_required',
    code: /^28000$/,
    says: /no encryption|SSL off|SSL (is|connection) required/i,
  },
  { kind: 'encryption_required', says: /connection is insecure|(ssl|tls) (connection )?(is )?required/i },
  { kind: 'client_certificate_required', code: /^28000$/, says: /client certificate/i },
  { kind: 'client_certificate_required', code: /^ERR_SSL_.*(CERTIFICATE_REQUIRED|UNKNOWN_CA)$/ },
  { kind: 'user_unknown', code: /^28000$/, says: /does not exist/i },
  { kind: 'user_may_not_login', code: /^28000$/, says: /not permitted to log in/i },
  { kind: 'login_denied', code: /^28000$/, says: /authentication failed/i },
  { kind: 'not_let_in', code: /^28000$/ },
  { kind: 'wrong_password', code: /^28P01$/ },
  // Supabase's pooler, with SQLSTATE XX000.
  { kind: 'pooler_user_unknown', says: /tenant(?: or |\/)user\b/i },
  { kind: 'database_unknown', code: /^3D000$/ },
  { kind: 'may_not_connect', code: /^42501$/, says: /CONNECT privilege/ },
  { kind: 'not_owner', code: /^42501$/, says: /must be owner/i },
  { kind: 'right_missing', code: /^42501$/ },
  { kind: 'certificate_other_host', code: /^(ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/ },
  { kind: 'certificate_expired', code: /^CERT_HAS_EXPIRED$/ },
  { kind: 'certificate_not_yet_valid', code: /^CERT_NOT_YET_VALID$/ },
  {
    kind: 'certificate_untrusted',
    code: /^(DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|CERT_|INVALID_CA|PATH_LENGTH_)/,
  },
  { kind: 'tls_failed', code: /^(EPROTO|ERR_(SSL|TLS|OSSL)_.*)$/ },
  { kind: 'socket_forbidden', code: /^EACCES$/ },
  { kind: 'socket_unusable', code: /^(ENOTDIR|ENAMETOOLONG)$/ },
  { kind: 'address_unusable', code: /^(EINVAL|EAFNOSUPPORT|ERR_INVALID_URL|ERR_SOCKET_BAD_PORT)$/ },
  // node-postgres gives these no code.
  { kind: 'tls_not_offered', says: /does not support SSL connections/ },
  { kind: 'password_missing', says: /client password must be/ },
  { kind: 'login_unsupported', says: /^SASL|Unknown authenticationOk/ },
];

const outages: readonly Row<DatabaseOutageKind>[] = [
  { kind: 'pooler_without_server', code: /^08P01$/ },
  { kind: 'nothing_listens', code: /^ECONNREFUSED$/ },
  { kind: 'socket_missing', code: /^ENOENT$/ },
  { kind: 'host_unknown', code: /^ENOTFOUND$/ },
  { kind: 'dns_silent', code: /^EAI_AGAIN$/ },
  { kind: 'no_route', code: /^(EHOSTUNREACH|ENETUNREACH|ENETDOWN)$/ },
  { kind: 'starting', code: /^57P03$/ },
  { kind: 'stopping', code: /^57P0[12]$/ },
  { kind: 'too_many_connections', code: /^53300$/ },
  { kind: 'disk_full', code: /^53100$/ },
  { kind: 'read_only', code: /^25006$/ },
  { kind: 'table_in_use', code: /^55P03$/ },
  { kind: 'no_answer', code: /^ETIMEDOUT$/ },
  { kind: 'no_answer', says: /timeout/i },
];

export type DatabaseProblem =
  | { readonly is: 'fault'; readonly kind: DatabaseFaultKind }
  | { readonly is: 'outage'; readonly kind: DatabaseOutageKind }
  | { readonly is: 'unknown' };

/** What an error of the first use of a database means; `unknown` where that is not sure. */
export function databaseProblemOf(error: unknown): DatabaseProblem {
  if (!(error instanceof Error)) return { is: 'unknown' };
  // One address of a host that has several: it is enough when one of them may answer later.
  if (error instanceof AggregateError && error.errors.length > 0) {
    const each = error.errors.map(databaseProblemOf);
    return each.find(({ is }) => is !== 'fault') ?? each[0] ?? { is: 'unknown' };
  }
  const code = codeOf(error);
  const fault = isPoolerOutage(code, error.message) ? undefined : faults.find((row) => fits(row, error));
  if (fault !== undefined) return { is: 'fault', kind: fault.kind };
  if (!isDatabaseDown(error)) return { is: 'unknown' };
  return { is: 'outage', kind: outageKindOf(error) ?? 'connection_lost' };
}

/** Null when the error is none that is listed. */
export function outageKindOf(error: Error): DatabaseOutageKind | null {
  return outages.find((row) => fits(row, error))?.kind ?? null;
}

function fits({ code, says }: Row<string>, error: Error): boolean {
  const detail = 'detail' in error && typeof error.detail === 'string' ? error.detail : '';
  return (code?.test(codeOf(error)) ?? true) && (says?.test(`${error.message} ${detail}`) ?? true);
}
