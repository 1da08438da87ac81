export interface Faults {
  /** Slack cannot be reached: connections are cut (default) or answered with 503. Sockets drop. */
  down(how?: 'cut' | '503'): void;
  /** Every call (or one method) takes this much longer. */
  slow(ms: number, method?: string): void;
  /** 429 with Retry-After for everything, one method, or one channel (`#name`). `times`: default until `clear`. */
  rateLimited(limit: { retryAfter: number; method?: string; channel?: string; times?: number }): void;
  /** The next calls of a method are refused with a Slack error code. */
  failNext(method: string, error: string, times?: number): void;
  /**
   * Calls to a channel (`#name`, an id, or a person's id for the direct messages) are answered with this error code, whatever it
   * is: of one method, or of all that post and edit. Until `clear`, `allowAgain`, or for `times` calls.
   */
  refuse(refusal: { error: string; channel?: string; method?: string; times?: number }): void;
  /** Takes back what `refuse` set up for this channel. */
  allowAgain(channel: string): void;
  /**
   * The next calls of a method (to a channel: `#name`, or an id) are carried out, but the answer never arrives: the connection
   * is cut.
   */
  loseReplies(method: string, times?: number, channel?: string): void;
  /** The next calls are answered with a page of HTML. */
  html(times?: number, status?: number): void;
  /** One message per second and channel, else 429. Off by default. */
  oneMessagePerSecond(on: boolean): void;
  /** conversations.history and .replies as commercial apps outside the Marketplace get them: once a minute, 15 messages. */
  historyLimited(on: boolean): void;
  /** The acknowledgement of a submitted form takes effect so much later: calls that the app makes meanwhile come before it. */
  lateSubmissions(ms: number): void;
  /** All of the above away. */
  clear(): void;
}
