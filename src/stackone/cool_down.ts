import type { Clock } from '../core/clock.ts';
import type { Unavailable } from './stackone_types.ts';

/** Obeys `Retry-After`: the rate limit of a key is shared, so there is no call before the time that StackOne named. */
export interface CoolDown {
  /** The answer that carried the `Retry-After`; undefined once its time is over. */
  current(): Unavailable | undefined;
  begin(answer: Unavailable): void;
}

export function createCoolDown(clock: Clock): CoolDown {
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
