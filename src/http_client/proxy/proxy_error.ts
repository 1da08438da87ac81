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
