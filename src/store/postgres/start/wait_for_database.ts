import { setTimeout as wait } from 'node:timers/promises';
import { Err, Ok, type Result } from '../../../core/result.ts';
import type { Log } from '../../../log.ts';
import { judgeStart } from './start_errors.ts';

export interface Waiting {
  readonly log: Log;
  readonly aborted: AbortSignal;
  /** Told why it waits, in words for everybody; null when it waits no more. */
  readonly onWait: (reason: string | null) => void;
  /** What to do about an error that nobody has listed. Migrations that fail do not get better by waiting. */
  readonly unknown: 'wait' | 'throw';
}

/**
 * Does `work` as soon as the database is there. Err is a line for people: the configuration is wrong. Throws what is a
 * fault of ours, and when it is aborted.
 */
export async function waitForDatabase<T>(
  options: Waiting,
  work: () => Promise<T>,
): Promise<Result<T, string>> {
  const { log, aborted } = options;
  for (let pauseMs = 500; ; pauseMs = Math.min(pauseMs * 2, 10_000)) {
    try {
      const value = await work();
      options.onWait(null);
      return Ok(value);
    } catch (error) {
      if (aborted.aborted) throw error;
      const trouble = judgeStart(error);
      if (trouble.kind === 'fault') return Err(trouble.line);
      if (trouble.kind === 'unknown' && options.unknown === 'throw') throw error;
      options.onWait(trouble.reason);
      const reason = error instanceof Error ? error.message : String(error);
      log.warn({ reason: reason || trouble.reason }, 'The database does not answer yet');
      await wait(pauseMs, undefined, { signal: aborted });
    }
  }
}
