import { type Backoff, backoffMs } from './backoff.ts';
import { wait } from './wait.ts';

export interface RetryOptions<T> {
  /** The delay between two tries; a function may obey a host's `Retry-After`. `failures`: 1 after the first try. */
  readonly delay: Backoff | ((failures: number, error: unknown) => number);
  /** Whether another try can help after this error. Default: after any. */
  readonly retryIf?: (error: unknown, failures: number) => boolean;
  /** Whether what was returned calls for another try. Default: never. */
  readonly retryValue?: (value: T) => boolean;
  /** Tries in all, the first included. Default: no limit. */
  readonly maxTries?: number;
  /** No try begins later than this after the first. Default: no limit. */
  readonly deadlineMs?: number;
  /** Ends the waiting. The first try is made even if it is aborted. */
  readonly signal?: AbortSignal;
  /** An abort allows one more try at once: for what is lost otherwise. Default: none. */
  readonly lastTryOnAbort?: boolean;
  /** Called before each delay. */
  readonly onRetry?: (error: unknown, delayMs: number, failures: number) => void;
}

/**
 * Does `work` until it succeeds, with a delay after each failure. When no further try is due (not worth it, too many, too
 * late, aborted) it ends as the last try did: with its error, or with its value.
 */
export async function retry<T>(work: () => Promise<T>, options: RetryOptions<T>): Promise<T> {
  const { maxTries = Number.POSITIVE_INFINITY, deadlineMs = Number.POSITIVE_INFINITY, signal } = options;
  const startedAt = performance.now();
  for (let failures = 1; ; failures += 1) {
    const result = await attempt(work);
    if (!isWorthRetrying(result, failures, options) || failures >= maxTries || signal?.aborted)
      return endOf(result);
    const error = 'error' in result ? result.error : undefined;
    const delayMs = delayAfter(failures, error, options.delay);
    if (performance.now() - startedAt + delayMs > deadlineMs) return endOf(result);
    options.onRetry?.(error, delayMs, failures);
    if (await wait(delayMs, signal)) continue;
    return options.lastTryOnAbort ? work() : endOf(result);
  }
}

type Attempt<T> = { readonly value: T } | { readonly error: unknown };

async function attempt<T>(work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    return { error };
  }
}

function isWorthRetrying<T>(result: Attempt<T>, failures: number, options: RetryOptions<T>): boolean {
  return 'error' in result
    ? (options.retryIf?.(result.error, failures) ?? true)
    : (options.retryValue?.(result.value) ?? false);
}

function endOf<T>(result: Attempt<T>): T {
  if ('error' in result) throw result.error;
  return result.value;
}

function delayAfter<T>(failures: number, error: unknown, delay: RetryOptions<T>['delay']): number {
  return typeof delay === 'function' ? delay(failures, error) : backoffMs(delay, failures - 1, Math.random());
}
