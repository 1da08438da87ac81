import { Logger } from 'graphile-worker';
import type { Log } from '../../../log.ts';
import { scrub } from '../../../scrub.ts';

/** graphile-worker's messages in our log. Its "info" (one line per finished job) is our debug. */
export function workerLogger(log: Log): Logger {
  return new Logger((scope) => (level, message) => {
    const where = scope.label ?? 'queue';
    if (level === 'error') log.error({ where }, scrub(message));
    else if (level === 'warning') log.warn({ where }, scrub(message));
    else if (level === 'info') log.debug({ where }, scrub(message));
  });
}
