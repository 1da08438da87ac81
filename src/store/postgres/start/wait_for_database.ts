import { retry } from '../../../concurrency/retry.ts';
import { Err, Ok, type Result } from '../../../core/result.ts';
import type { Log } from '../../../log.ts';
import { fixFor, judgeStart } from './start_errors.ts';

export interface WaitOptions {
  readonly log: Log;
  readonly aborted: AbortSignal;
  /** Called with why it waits, in words for everybody; with null when it waits no more. */
  readonly onWait: (reason: string | null) => void;
  /** What to do about an error that is not listed (start_errors.ts). Migrations that fail do not get better by waiting. */
  readonly unknown: 'wait' | 'throw';
}

const BACKOFF = { firstMs: 500, longestMs: 10_000 };

/**
 * Does `work` as soon as the database is there. Err is a line for people: the configuration is wrong. Throws what is a
 * fault of ours, and the last error when it is aborted.
 */
export async function waitForDatabase<T>(
  options: WaitOptions,
  work: () => Promise<T>,
): Promise<Result<T, string>> {
  const { log, aborted, onWait } = options;
  try {
    const value = await retry(work, {
      delay: BACKOFF,
      signal: aborted,
      retryIf: (error) => isWorthWaiting(error, options),
      onRetry(error) {
        const trouble = judgeStart(error);
        if (trouble.kind === 'fault') return;
        onWait(trouble.reason);
        const reason = error instanceof Error ? error.message : String(error);
        const fix = fixFor(error);
        log.warn(
          { reason: reason || trouble.reason, ...(fix === null ? {} : { fix }) },
          'The database does not answer yet',
        );
      },
    });
    onWait(null);
    return Ok(value);
  } catch (error) {
    const trouble = judgeStart(error);
    if (trouble.kind === 'fault' && !aborted.aborted) return Err(trouble.line);
    throw error;
  }
}

function isWorthWaiting(error: unknown, { unknown }: WaitOptions): boolean {
  const { kind } = judgeStart(error);
  return kind === 'outage' || (kind === 'unknown' && unknown === 'wait');
}
