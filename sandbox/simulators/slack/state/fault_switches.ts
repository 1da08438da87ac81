import type { Faults } from '../contract.ts';

/** The faults of the simulated Slack, as data; `api/call_faults.ts` reads them before every call. */
export interface FaultSwitches {
  down: 'cut' | '503' | null;
  slow: { ms: number; method: string | null }[];
  limits: RateLimit[];
  failures: Counted<{ method: string; error: string }>[];
  refusals: Refusal[];
  lostReplies: Counted<{ method: string; channel: string | null }>[];
  html: Counted<{ status: number }>[];
  oneMessagePerSecond: boolean;
  historyLimited: boolean;
  /** Milliseconds. */
  lateSubmissions: number;
  /** When each limited method of each team was last answered, by Slack's clock. */
  readonly lastReads: Map<string, number>;
}

interface RateLimit {
  readonly retryAfter: number;
  readonly method: string | null;
  /** `#name` or id. */
  readonly channel: string | null;
  times: number;
}
/** Slack answers with this code; `method` null: every method that posts or edits. */
export interface Refusal {
  readonly error: string;
  readonly method: string | null;
  /** `#name` or id. */
  readonly channel: string | null;
  times: number;
}
type Counted<T> = T & { times: number };

export const clearFaults = (): FaultSwitches => ({
  down: null,
  slow: [],
  limits: [],
  failures: [],
  refusals: [],
  lostReplies: [],
  html: [],
  oneMessagePerSecond: false,
  historyLimited: false,
  lateSubmissions: 0,
  lastReads: new Map(),
});

/** The switches of the faults; `onDown` cuts open connections. */
export const faultsOf = (faults: FaultSwitches, onDown: () => void): Faults => ({
  down: (how = 'cut') => {
    faults.down = how;
    onDown();
  },
  slow: (ms, method) => void faults.slow.push({ ms, method: method ?? null }),
  rateLimited: ({ retryAfter, method, channel, times }) =>
    void faults.limits.push({
      retryAfter,
      method: method ?? null,
      channel: channel ?? null,
      times: times ?? Number.POSITIVE_INFINITY,
    }),
  failNext: (method, error, times = 1) => void faults.failures.push({ method, error, times }),
  refuse: ({ error, channel, method, times }) =>
    void faults.refusals.push({
      error,
      method: method ?? null,
      channel: channel ?? null,
      times: times ?? Number.POSITIVE_INFINITY,
    }),
  allowAgain: (channel) => {
    faults.refusals = faults.refusals.filter((one) => one.channel !== channel);
  },
  loseReplies: (method, times = 1, channel) =>
    void faults.lostReplies.push({ method, times, channel: channel ?? null }),
  html: (times = 1, status = 200) => void faults.html.push({ status, times }),
  oneMessagePerSecond: (on) => {
    faults.oneMessagePerSecond = on;
  },
  historyLimited: (on) => {
    faults.historyLimited = on;
  },
  lateSubmissions: (ms) => {
    faults.lateSubmissions = ms;
  },
  clear: () => {
    Object.assign(faults, clearFaults());
  },
});

/** Uses up one count of the first item that matches. */
export function takeOne<T extends { times: number }>(items: T[], matches: (item: T) => boolean): T | null {
  const found = items.find((item) => item.times > 0 && matches(item));
  if (found === undefined) return null;
  found.times -= 1;
  return found;
}
