import type { Clock } from '../../core/clock.ts';

export interface Seconds {
  stop(): void;
}

/** Seconds that a busy process was late for are made up for; longer ago is left out. */
const mostLateMs = 5_000;

/**
 * Calls `onSecond` for every second of `clock`, in order and each once, however late its timers are. When the clock was
 * moved forward it goes on with the present second; when it was moved back, so that seconds come again, it calls
 * `onMovedBack` first.
 */
export function everySecondOf(
  clock: Clock,
  listener: { onSecond(second: Date): void; onMovedBack(): void },
): Seconds {
  const present = () => Math.floor(clock.now().getTime() / 1_000) * 1_000;
  let last = present();
  let timer: NodeJS.Timeout;

  function tick(): void {
    const second = present();
    if (second < last) {
      // By a second or less the clock was only corrected: no second is reported twice.
      if (last - second > 1_000) {
        listener.onMovedBack();
        last = second;
      }
    } else {
      if (second - last > mostLateMs) last = second - 1_000;
      for (let next = last + 1_000; next <= second; next += 1_000) listener.onSecond(new Date(next));
      last = second;
    }
    arm();
  }

  function arm(): void {
    // A timer may fire a little early.
    timer = setTimeout(tick, 1_002 - (clock.now().getTime() % 1_000));
  }

  arm();
  return { stop: () => clearTimeout(timer) };
}
