/**
 * The way through the operator's proxy failed before anything was sent to the host behind it. The message begins with the proxy and
 * holds neither user nor password.
 */
export class ProxyError extends Error {
  /** By which it is known that nothing was sent. */
  readonly code = 'ERR_PROXY';
  /** Nothing came in time; otherwise the proxy refused, or could not be reached. */
  readonly timedOut: boolean;

  constructor(message: string, timedOut = false) {
    super(message);
    this.name = 'ProxyError';
    this.timedOut = timedOut;
  }
}

/** The failure of the proxy among an error and what caused it. */
export function proxyErrorIn(error: unknown): ProxyError | null {
  if (error instanceof ProxyError) return error;
  return error instanceof Error && error.cause !== undefined ? proxyErrorIn(error.cause) : null;
}

/** OpenSSL's words for a chain that ends in a CA that is not trusted: a proxy's own certificate, or one that inspects TLS. */
const UNTRUSTED = new Set([
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

export function isUntrusted(code: string | undefined): boolean {
  return code !== undefined && UNTRUSTED.has(code);
}
