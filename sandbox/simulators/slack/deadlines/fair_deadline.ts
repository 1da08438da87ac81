import type { ProcessorWait } from './processor_wait.ts';

/** The longest extension: an app that never answers is given up, however busy the machine is. */
const MOST_TIMES = 20;
/** A timer that fires later than this was itself held up: what arrived meanwhile has not been read yet. */
const LATE_MS = 50;
/** So often at most: on a machine that always holds it up, a deadline ends too. */
const MOST_LATE = 20;

/** How much longer than `ms` may be taken that began when so much had been waited for a processor. */
export function extensionMs(wait: ProcessorWait, waitedBefore: number, ms: number): number {
  return Math.min(wait.ms() - waitedBefore, (MOST_TIMES - 1) * ms);
}

export interface Deadline {
  /** How much longer than `ms` was granted, so far. */
  grantedMs(): number;
  cancel(): void;
}

/**
 * Calls `over` after `ms` in which simulator and app had a processor when they wanted one. What they computed themselves
 * is no excuse: an app in this process that blocks the event loop is as late as one in a process of its own.
 */
export function fairDeadline(wait: ProcessorWait, ms: number, over: () => void): Deadline {
  const [start, waitedBefore] = [performance.now(), wait.ms()];
  let granted = 0;
  let timesLate = 0;
  let timer = arm(ms, start);

  function arm(left: number, now: number) {
    return setTimeout(check, left, now + left, wait.ownMs());
  }
  function wasHeldUp(now: number, due: number, ownBefore: number): boolean {
    if (timesLate === MOST_LATE || now - due - (wait.ownMs() - ownBefore) <= LATE_MS) return false;
    timesLate += 1;
    return true;
  }
  function check(due: number, ownBefore: number): void {
    const now = performance.now();
    const end = start + ms + extensionMs(wait, waitedBefore, ms);
    const left = wasHeldUp(now, due, ownBefore) ? LATE_MS : end - now;
    if (left <= 0) {
      over();
      return;
    }
    granted = now + left - start - ms;
    timer = arm(left, now);
  }
  return { grantedMs: () => granted, cancel: () => clearTimeout(timer) };
}
