/**
 * Slack takes about one message a second in each channel, and bursts, of which it does not say how long they may be. Here a
 * channel may take `burst` calls at once (a minute's worth, so that people are notified as soon as Slack allows it) and one each
 * `everyMs` in the long run. After a 429 there are no bursts in that channel for as long as a burst counts for.
 */
const slacksRateLimit = { everyMs: 1_005, burst: 60 };

export interface ChannelRateLimit {
  /** How long to wait before the next call in this channel. */
  waitMs(channel: string, nowMs: number): number;
  /** A call was answered just now: the next one counts from here, because it is not known when Slack counted it. */
  spent(channel: string, nowMs: number): void;
  /** Slack answered 429, and takes the next call after this time. */
  exhausted(channel: string, nowMs: number, afterMs: number): void;
}

interface ChannelUse {
  /** When the next call may be made. */
  readonly nextMs: number;
  /** Until when the calls of the past count. */
  readonly usedUntilMs: number;
  /** Until when there are no bursts. */
  readonly noBurstUntilMs: number;
}

export function createChannelRateLimit({
  everyMs,
  burst,
}: {
  everyMs: number;
  burst: number;
} = slacksRateLimit): ChannelRateLimit {
  const channels = new Map<string, ChannelUse>();
  const burstMs = burst * everyMs;
  let cleanedAtMs = 0;

  /** Channels whose calls no longer count are forgotten, so that the map stays small. */
  function deleteQuiet(nowMs: number): void {
    if (nowMs - cleanedAtMs < burstMs) return;
    cleanedAtMs = nowMs;
    for (const [channel, { usedUntilMs }] of channels) if (usedUntilMs <= nowMs) channels.delete(channel);
  }

  return {
    waitMs: (channel, nowMs) => Math.max(0, (channels.get(channel)?.nextMs ?? 0) - nowMs),
    spent(channel, nowMs) {
      deleteQuiet(nowMs);
      const before = channels.get(channel);
      const usedUntilMs = Math.max(before?.usedUntilMs ?? 0, nowMs) + everyMs;
      const noBurstUntilMs = before?.noBurstUntilMs ?? 0;
      const mayBurst = noBurstUntilMs <= nowMs && usedUntilMs + everyMs <= nowMs + burstMs;
      channels.set(channel, { nextMs: mayBurst ? nowMs : nowMs + everyMs, usedUntilMs, noBurstUntilMs });
    },
    exhausted(channel, nowMs, afterMs) {
      const untilMs = nowMs + burstMs;
      channels.set(channel, {
        nextMs: nowMs + Math.max(afterMs, everyMs),
        usedUntilMs: untilMs,
        noBurstUntilMs: untilMs,
      });
    },
  };
}
