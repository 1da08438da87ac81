/**
 * Slack takes about one message a second in each channel, and bursts, of which it does not say how long they may be. Here a
 * channel may take `burst` calls at once (a minute's worth, so that people hear at once what Slack lets us say at once) and
 * one each `everyMs` in the long run. For as long as a burst stands for, Slack's objection ends bursts in its channel altogether.
 */
const slacksRateLimit = { everyMs: 1_005, burst: 60 };

export interface ChannelRateLimit {
  /** How long to wait before the next call in this channel. */
  waitMs(channel: string, nowMs: number): number;
  /** A call was answered just now: the next one counts from here, because nobody knows when Slack counted it. */
  spent(channel: string, nowMs: number): void;
  /** Slack says that it was too much, and after how long it will listen again. */
  exhausted(channel: string, nowMs: number, afterMs: number): void;
}

interface Spent {
  /** The next call. */
  readonly nextMs: number;
  /** Until when it has been served in advance. */
  readonly servedUntilMs: number;
  /** Until when there are no bursts. */
  readonly strictUntilMs: number;
}

export function createChannelRateLimit({
  everyMs,
  burst,
}: {
  everyMs: number;
  burst: number;
} = slacksRateLimit): ChannelRateLimit {
  const channels = new Map<string, Spent>();
  const advanceMs = burst * everyMs;
  let lookedThroughMs = 0;

  /** Channels that have caught up are as good as new. */
  function forgetQuiet(nowMs: number): void {
    if (nowMs - lookedThroughMs < advanceMs) return;
    lookedThroughMs = nowMs;
    for (const [channel, { servedUntilMs }] of channels) if (servedUntilMs <= nowMs) channels.delete(channel);
  }

  return {
    waitMs: (channel, nowMs) => Math.max(0, (channels.get(channel)?.nextMs ?? 0) - nowMs),
    spent(channel, nowMs) {
      forgetQuiet(nowMs);
      const before = channels.get(channel);
      const servedUntilMs = Math.max(before?.servedUntilMs ?? 0, nowMs) + everyMs;
      const strictUntilMs = before?.strictUntilMs ?? 0;
      const mayBurst = strictUntilMs <= nowMs && servedUntilMs + everyMs <= nowMs + advanceMs;
      channels.set(channel, { nextMs: mayBurst ? nowMs : nowMs + everyMs, servedUntilMs, strictUntilMs });
    },
    exhausted(channel, nowMs, afterMs) {
      const untilMs = nowMs + advanceMs;
      channels.set(channel, {
        nextMs: nowMs + Math.max(afterMs, everyMs),
        servedUntilMs: untilMs,
        strictUntilMs: untilMs,
      });
    },
  };
}
