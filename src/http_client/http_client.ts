import { retry } from '../concurrency/retry.ts';
import type { Clock } from '../core/clock.ts';
import { trimEnd } from '../core/text/trim_end.ts';
import type { Host } from '../telemetry/metrics.ts';
import { noTelemetry, type Telemetry } from '../telemetry/telemetry.ts';
import { type CircuitLimits, createCircuit } from './circuit_breaker.ts';
import type { HttpOutcome } from './http_outcome.ts';
import { callOutcomeOf, measureCall } from './measured_call.ts';
import { directOutbound, type Outbound } from './outbound.ts';
import { createRateLimiter } from './rate_limiter.ts';
import { type Call, send } from './send_request.ts';

export interface HttpClientOptions {
  /** Its name in metrics and traces. */
  readonly host: Host;
  /** Of the host, with an optional path before every path: `https://api.stackone.com`. */
  readonly baseUrl: string;
  /** `Greenroom/<version>`; O15: StackOne may answer 403 without one, and undici sends none by itself. */
  readonly userAgent: string;
  readonly clock: Clock;
  /** Of one attempt, in all; 10 s. */
  readonly timeoutMs?: number;
  readonly concurrency?: number;
  readonly minIntervalMs?: number;
  /** Of a body, in bytes; 5 MB. */
  readonly maxBodyBytes?: number;
  /** How often a GET is repeated after a network failure or a 5xx; once. A POST never is. */
  readonly retries?: number;
  readonly circuit?: CircuitLimits;
  readonly log?: HttpClientLog;
  readonly telemetry?: Telemetry;
  /** How connections are opened; directly. */
  readonly outbound?: Outbound;
}

/** Called when a host stops or starts answering, with nothing of what was sent. */
export interface HttpClientLog {
  warn(fields: Record<string, unknown>, message: string): void;
}

export type Query = Readonly<Record<string, string | number | readonly string[]>>;

export interface HttpClient {
  get(path: string, options?: { headers?: Record<string, string>; query?: Query }): Promise<HttpOutcome>;
  postForm(
    path: string,
    options: { headers?: Record<string, string>; form: Readonly<Record<string, string>> },
  ): Promise<HttpOutcome>;
  /** Asked once, whatever comes: what a call without an answer has done is not known. */
  postJson(path: string, options: { headers?: Record<string, string>; body: object }): Promise<HttpOutcome>;
  /** Waits for the calls in progress. */
  close(): Promise<void>;
}

const CIRCUIT: CircuitLimits = { failures: 5, restMs: 30_000 };
/** Of the one or two repetitions that a caller waits for. */
const RETRY_BACKOFF = { firstMs: 300, longestMs: 1_000 };

export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { clock, host, concurrency = 16, timeoutMs = 10_000, telemetry = noTelemetry } = options;
  const base = trimEnd(options.baseUrl, (character) => character === '/');
  const outbound = options.outbound ?? directOutbound;
  const dispatcher = outbound.createDispatcher({
    connections: concurrency,
    maxResponseSize: options.maxBodyBytes ?? 5_000_000,
  });
  const rateLimiter = createRateLimiter({ concurrency, minIntervalMs: options.minIntervalMs ?? 0 });
  const circuit = createCircuit(options.circuit ?? CIRCUIT, clock, (change) => {
    telemetry.metrics.circuitOpen(host, change.now === 'open');
    const proxy = outbound.proxyOf(base);
    const through = proxy === null ? {} : { proxy };
    options.log?.warn({ host: base, ...through, ...change }, 'outside host: the circuit changed');
  });
  const sendTraced = (call: Call) =>
    measureCall(telemetry, host, () => send({ dispatcher, timeoutMs, clock }, call));
  const ask = async (call: Call, retries: number): Promise<HttpOutcome> => {
    const outcome = await rateLimiter.run(() => circuit.run(() => repeat(retries, () => sendTraced(call))));
    if (callOutcomeOf(outcome) === 'circuit_open') telemetry.metrics.hostCall(host, 'circuit_open', 0);
    return outcome;
  };
  const always = { accept: 'application/json', 'user-agent': options.userAgent };
  const post = (path: string, type: string, body: string, headers: Record<string, string> = {}) => {
    const all = { ...headers, ...always, 'content-type': type };
    return ask({ method: 'POST', url: `${base}${path}`, headers: all, body }, 0);
  };

  return {
    get: (path, { headers = {}, query = {} } = {}) => {
      const url = `${base}${path}${search(query)}`;
      return ask({ method: 'GET', url, headers: { ...headers, ...always } }, options.retries ?? 1);
    },
    postForm: (path, { headers, form }) =>
      post(path, 'application/x-www-form-urlencoded', new URLSearchParams(form).toString(), headers),
    postJson: (path, { headers, body }) => post(path, 'application/json', JSON.stringify(body), headers),
    close: async () => {
      if (!dispatcher.closed) await dispatcher.close();
    },
  };
}

/**
 * Not undici's retry interceptor: that one resumes a broken body with a Range request, which could join the halves of
 * two different pages of a listing.
 */
function repeat(retries: number, attempt: () => Promise<HttpOutcome>): Promise<HttpOutcome> {
  return retry(attempt, {
    delay: RETRY_BACKOFF,
    maxTries: retries + 1,
    retryIf: () => false,
    retryValue: isWorthRetrying,
  });
}

/** A time-out is not repeated (the caller has waited enough), nor is a call to a host that sent `Retry-After`. */
function isWorthRetrying(outcome: HttpOutcome): boolean {
  if (outcome.kind === 'reply') return outcome.status >= 500 && outcome.retryAfterMs === undefined;
  return outcome.why === 'network';
}

function search(query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const values = typeof value === 'object' ? value : [String(value)];
    for (const one of values) parameters.append(name, one);
  }
  return parameters.size === 0 ? '' : `?${parameters}`;
}
