import type { LogEntry } from '../contract.ts';

/** With less, an app that gave up would have given up on a quiet machine as well. */
const SHARE = 1 / 4;

/** Whether a delivery took so long because simulator and app waited for a processor. */
export const wasDelayed = ({ ms, waitedMs }: Pick<LogEntry, 'ms' | 'waitedMs'>): boolean =>
  ms !== null && waitedMs > 0 && waitedMs >= SHARE * ms;
