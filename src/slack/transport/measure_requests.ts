import type { App, ReceiverEvent } from '@slack/bolt';
import { own } from '../../core/own_property.ts';
import type { Surface } from '../../telemetry/metrics.ts';
import { stopwatch, type Telemetry } from '../../telemetry/telemetry.ts';
import type { NoteRequest } from '../requests/requests.ts';
import type { InFlight } from './in_flight_requests.ts';

/** For how long Slack waits for an acknowledgement. */
const TIMEOUT_S = 3;

export interface WatchedRequests {
  readonly noteFailure: NoteRequest;
  /** Its person belongs to another workspace. */
  readonly noteDenied: NoteRequest;
}

/**
 * Counts and measures every request where it enters Bolt, over both transports: when it was acknowledged, and when its
 * handler ended, which is after the last message to the person.
 */
export function measureRequests(
  app: App,
  inFlight: InFlight,
  { metrics, tracing }: Telemetry,
): WatchedRequests {
  const processed = app.processEvent.bind(app);
  const process: App['processEvent'] = (event) => inFlight.run(() => processed(event));
  const failed = new WeakSet<object>();
  const denied = new WeakSet<object>();
  const outcomeOf = (body: object) =>
    failed.has(body) ? 'failed' : denied.has(body) ? 'denied' : 'answered';
  app.processEvent = async (event) => {
    const surface = surfaceOf(event.body);
    if (surface === null) return process(event);
    const seconds = stopwatch();
    let acknowledged = false;
    const ack: ReceiverEvent['ack'] = async (...answer) => {
      await event.ack(...answer);
      if (acknowledged) return;
      acknowledged = true;
      metrics.acknowledged(surface, seconds() > TIMEOUT_S ? 'late' : 'in_time', seconds());
    };
    try {
      const start = { name: `${surface} ${nameIn(event.body)}`, kind: 'server' } as const;
      await tracing.span(start, async (span) => {
        await process({ ...event, ack });
        span.note({ failed: failed.has(event.body) });
      });
    } finally {
      if (!acknowledged) metrics.acknowledged(surface, 'never', seconds());
      metrics.answered(surface, outcomeOf(event.body), seconds());
    }
  };
  return { noteFailure: (body) => failed.add(body), noteDenied: (body) => denied.add(body) };
}

const surfaces: Readonly<Record<string, Surface>> = {
  block_actions: 'action',
  view_submission: 'submit',
  view_closed: 'close',
  block_suggestion: 'suggestion',
  event_callback: 'event',
  shortcut: 'shortcut',
  message_action: 'shortcut',
};

/** By Slack's name of its type; null for a request without a handler. */
function surfaceOf(body: ReceiverEvent['body']): Surface | null {
  if (typeof body.command === 'string') return 'command';
  return (typeof body.type === 'string' && own(surfaces, body.type)) || null;
}

/** Our own name for what was used: a command, an `action_id` without its `#` part, a `callback_id`, an event. */
function nameIn(body: ReceiverEvent['body']): string {
  const { command, action_id, actions, view, event, callback_id } = body;
  const given: unknown =
    command ?? action_id ?? actions?.[0]?.action_id ?? event?.type ?? view?.callback_id ?? callback_id;
  return typeof given === 'string' ? given.replace(/#.*/s, '') : 'unknown';
}
