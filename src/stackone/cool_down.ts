import type { Clock } from '../core/clock.ts';
import type { Unavailable } from './stackone_types.ts';

/** Obeys `Retry-After`: the budget of a key is shared, so nobody asks again before the time StackOne named. */
export interface Pause {
  /** The answer that asked for patience, while it lasts. */
  current(): Unavailable | undefined;
  begin(answer: Unavailable): void;
}

export function createPause(clock: Clock): Pause {
  let answer: Unavailable | undefined;
  let until = 0;
  return {
    current: () => {
      const left = until - clock.now().getTime();
      return answer && left > 0 ? { ...answer, retryAfterMs: left } : undefined;
    },
    begin: (next) => {
      if (next.retryAfterMs === undefined) return;
      answer = next;
      until = clock.now().getTime() + next.retryAfterMs;
    },
  };
}
