import type { ServerResponse } from 'node:http';
import type { OpenSlack } from '../simulators/slack/start.ts';

/** Notifies every open page of changes; many changes within a short time are one notification. */
export interface Changes {
  /** Something beside Slack changed: a fault, the process. */
  notify(): void;
  /** Responds with an endless stream of server-sent events. */
  follow(res: ServerResponse): void;
  close(): void;
}

const BATCH_MS = 25;
/** How often the record of traffic is polled for new entries while a page is open. */
const POLL_MS = 200;

export function watchChanges(slack: OpenSlack): Changes {
  const followers = new Set<ServerResponse>();
  let waiting: NodeJS.Timeout | null = null;
  const send = () => {
    waiting = null;
    for (const res of followers) res.write('event: change\ndata: {}\n\n');
  };
  const notify = () => {
    if (followers.size > 0) waiting ??= setTimeout(send, BATCH_MS);
  };
  const forget = slack.onChange(notify);
  const stopPolling = onTraffic(slack, notify);
  return {
    notify,
    follow: (res) => {
      res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      res.write('retry: 500\n\nevent: change\ndata: {}\n\n');
      followers.add(res);
      res.on('close', () => followers.delete(res));
    },
    close: () => {
      forget();
      stopPolling();
      if (waiting !== null) clearTimeout(waiting);
      for (const res of followers) res.end();
    },
  };
}

function onTraffic(slack: OpenSlack, notify: () => void): () => void {
  let before = '';
  const poll = () => {
    const entries = slack.inspector.entries();
    const open = entries.slice(-50).filter((entry) => entry.ms === null).length;
    const now = `${entries.at(-1)?.id ?? 0} ${open} ${slack.inspector.violations().length}`;
    if (now !== before) notify();
    before = now;
  };
  const timer = setInterval(poll, POLL_MS);
  timer.unref();
  return () => clearInterval(timer);
}
