import type { App, ReceiverEvent } from '@slack/bolt';
import type { Surface } from '../../telemetry/metrics.ts';
import { stopwatch, type Telemetry } from '../../telemetry/telemetry.ts';

/** Slack waits so long for an acknowledgement. */
const PATIENCE_S = 3;

/** Tells that a request failed, by its body. */
export type NoteFailure = (body: object) => void;

/**
 * Measures every request where it enters Bolt, over both transports: when it was acknowledged, and when its listener, and
 * so the last word to the person, came to an end.
 */
export function watchRequests(app: App, { metrics }: Telemetry): NoteFailure {
  const process = app.processEvent.bind(app);
  const failed = new WeakSet<object>();
  app.processEvent = async (event) => {
    const surface = surfaceOf(event.body);
    if (surface === null) return process(event);
    const seconds = stopwatch();
    let acknowledged = false;
    const ack: ReceiverEvent['ack'] = async (...answer) => {
      await event.ack(...answer);
      if (acknowledged) return;
      acknowledged = true;
      metrics.acknowledged(surface, seconds() > PATIENCE_S ? 'late' : 'in_time', seconds());
    };
    try {
      await process({ ...event, ack });
    } finally {
      if (!acknowledged) metrics.acknowledged(surface, 'never', seconds());
      metrics.answered(surface, failed.has(event.body) ? 'failed' : 'answered', seconds());
    }
  };
  return (body) => failed.add(body);
}

const surfaces: Readonly<Record<string, Surface>> = {
  block_actions: 'action',
  view_submission: 'submit',
  view_closed: 'close',
  block_suggestion: 'suggestion',
  event_callback: 'event',
};

/** By Slack's own word for it; null for what Greenroom has no listener for. */
function surfaceOf(body: ReceiverEvent['body']): Surface | null {
  if (typeof body.command === 'string') return 'command';
  return (typeof body.type === 'string' && surfaces[body.type]) || null;
}
