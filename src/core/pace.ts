/**
 * Slack takes about one message a second in each channel, and bursts, of which it does not say how long they may be. Here a
 * channel may take `burst` calls at once (a minute's worth, so that people hear at once what Slack lets us say at once) and
 * one each `everyMs` in the long run, or from Slack's first objection on. All that need be known of a channel is until when
 * it has been served in advance.
 */
const slacksPace = { everyMs: 1_005, burst: 60 };

export interface Pace {
  /** How long to wait before the next call in this channel. */
  waitMs(channel: string, nowMs: number): number;
  /** A call was answered just now: the next one counts from here, because nobody knows when Slack counted it. */
  spent(channel: string, nowMs: number): void;
  /** Slack says that it was too much: no more bursts until the channel has had time to forget. */
  exhausted(channel: string, nowMs: number): void;
}

export function createPace({ everyMs, burst }: { everyMs: number; burst: number } = slacksPace): Pace {
  const servedUntil = new Map<string, number>();
  const advanceMs = burst * everyMs;
  let lookedThroughMs = 0;

  /** Channels that have caught up are as good as new. */
  function forgetQuiet(nowMs: number): void {
    if (nowMs - lookedThroughMs < advanceMs) return;
    lookedThroughMs = nowMs;
    for (const [channel, until] of servedUntil) if (until <= nowMs) servedUntil.delete(channel);
  }

  return {
    waitMs(channel, nowMs) {
      return Math.max(0, (servedUntil.get(channel) ?? 0) + everyMs - advanceMs - nowMs);
    },
    spent(channel, nowMs) {
      forgetQuiet(nowMs);
      const until = Math.max(servedUntil.get(channel) ?? 0, nowMs) + everyMs;
      const mustWait = until + everyMs - advanceMs > nowMs;
      servedUntil.set(channel, mustWait ? Math.max(until, nowMs + advanceMs) : until);
    },
    exhausted(channel, nowMs) {
      servedUntil.set(channel, nowMs + advanceMs);
    },
  };
}
