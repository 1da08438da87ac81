/** How one call to a host ended. A failure of the host or the network is a value, and is not thrown. */
export type HttpOutcome = HttpReply | Unreachable;

export interface HttpReply {
  readonly kind: 'reply';
  readonly status: number;
  /** Names in lower case; a header sent several times is joined with `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed body, or null when it is not JSON (an HTML error page, an empty body). */
  readonly json: unknown;
  /** The beginning of the body as sent, for telling pages apart. Never log it: it may carry what was sent. */
  readonly text: string;
  /** From `Retry-After`, when the host sent one that can be read. */
  readonly retryAfterMs?: number;
}

export interface Unreachable {
  readonly kind: 'unreachable';
  readonly why: 'timeout' | 'network' | 'too_large' | 'circuit_open';
  /** With `circuit_open`: what the failures were that opened it. */
  readonly because?: Failure;
  /** With `circuit_open`: when the host will be tried again. */
  readonly retryAfterMs?: number;
}

/** A failure that counts towards opening the circuit. */
export type Failure = 'timeout' | 'network' | 'server_error';
