import { retry } from '../../../concurrency/retry.ts';
import { ELSE_SET_URL, EmbeddedUnavailable } from './unavailable.ts';

/** Waits for the server to get where it should; a crash recovery may take its time. */
export async function pollUntil(
  condition: () => boolean | Promise<boolean>,
  withinMs = 60_000,
): Promise<void> {
  const isMet = await retry(async () => condition(), {
    delay: () => 20,
    deadlineMs: withinMs,
    retryIf: () => false,
    retryValue: (met) => !met,
  });
  if (isMet) return;
  throw new EmbeddedUnavailable(
    `The embedded database did not answer within ${withinMs / 1_000} s: see its postgres.log, ${ELSE_SET_URL}.`,
  );
}
