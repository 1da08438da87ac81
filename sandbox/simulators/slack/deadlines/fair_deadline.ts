import type { ProcessorWait } from './processor_wait.ts';

/** The longest extension: an app that never answers is given up, however busy the machine is. */
const MOST_TIMES = 20;
/** A timer that fires later than this was itself held up: what arrived meanwhile has not been read yet. */
const LATE_MS = 50;

export interface Deadline {
  /** How much longer than `ms` was granted, so far. */
  grantedMs(): number;
  cancel(): void;
}

/** Calls `over` after `ms` in which simulator and app had a processor when they wanted one. */
export function fairDeadline(wait: ProcessorWait, ms: number, over: () => void): Deadline {
  const [start, waitedBefore] = [performance.now(), wait.ms()];
  let granted = 0;
  let timer = setTimeout(check, ms, start + ms);
  function check(due: number): void {
    const now = performance.now();
    const waited = Math.min(wait.ms() - waitedBefore, (MOST_TIMES - 1) * ms);
    const left = now - due > LATE_MS ? LATE_MS : start + ms + waited - now;
    if (left <= 0) {
      over();
      return;
    }
    granted = now + left - start - ms;
    timer = setTimeout(check, left, now + left);
  }
  return { grantedMs: () => granted, cancel: () => clearTimeout(timer) };
}
