import type { AccountEvent } from '../../core/accounts/account_event.ts';
import type { Log } from '../../log.ts';
import type { Metrics } from '../../telemetry/metrics.ts';

/** A profile that is disabled may send an event for each of its accounts; all of them ask for the same one look. */
const MOST_KEPT = 50;
const EVERY_MS = 5_000;

/** Returns how many of the events were new. `more`: there were others, that were not kept. */
export type NoteAccountEvents = (input: {
  readonly events: readonly AccountEvent[];
  readonly more: boolean;
}) => Promise<number>;

export interface HintQueue {
  add(event: AccountEvent): void;
  /** What is added from now on is dropped: polling finds it. Waits for what is being written. */
  stop(): Promise<void>;
}

/**
 * Collects the events of a few seconds and notes them together, the first at once: whatever their number, a process writes once
 * in `EVERY_MS`, and at most `MOST_KEPT` of them. What cannot be written is dropped: it is only a hint.
 */
export function createHintQueue(
  note: NoteAccountEvents,
  { log, metrics, everyMs = EVERY_MS }: { log: Log; metrics: Metrics; everyMs?: number },
): HintQueue {
  let kept = new Map<string, AccountEvent>();
  let more = false;
  let timer: NodeJS.Timeout | null = null;
  let writing = Promise.resolve();
  let stopped = false;

  async function write(): Promise<void> {
    const [events, others] = [[...kept.values()], more];
    kept = new Map();
    more = false;
    if (events.length === 0 && !others) return;
    try {
      const fresh = await note({ events, more: others });
      for (let count = 0; count < fresh; count += 1) metrics.stackoneWebhook('accepted');
      for (let count = fresh; count < events.length; count += 1) metrics.stackoneWebhook('repeated');
    } catch (error) {
      log.warn({ err: error }, "Could not note StackOne's webhooks; the next poll sees what changed");
    }
  }
  function flush(): void {
    timer = setTimeout(() => {
      timer = null;
      if (kept.size > 0 || more) flush();
    }, everyMs);
    timer.unref();
    writing = writing.then(write);
  }
  return {
    add(event) {
      if (stopped) return;
      const key = JSON.stringify([event.name, event.accountId, event.at]);
      if (kept.has(key)) metrics.stackoneWebhook('repeated');
      else if (kept.size < MOST_KEPT) kept.set(key, event);
      else {
        more = true;
        metrics.stackoneWebhook('coalesced');
      }
      if (timer === null) flush();
    },
    async stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await writing;
    },
  };
}
