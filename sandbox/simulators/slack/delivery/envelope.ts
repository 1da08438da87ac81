import type { AckOutcome } from '../contract.ts';
import type { Deadline } from '../deadlines/fair_deadline.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { AckKind } from '../rules/index.ts';

/** A request of Slack to the app, before a transport has wrapped it. */
export interface Envelope {
  /** The Socket Mode type, which also decides the form it takes over HTTP. */
  readonly type: 'slash_commands' | 'interactive' | 'events_api';
  /** Its name in the rules. */
  readonly kind: AckKind;
  /** Its name in the log: `command`, `view_submission`, `event:app_home_opened`. */
  readonly name: string;
  readonly team: string;
  readonly payload: JsonObject;
  readonly retry?: { readonly attempt: number; readonly reason: string };
}

/** Slack reads a body only in answers to these. */
export const takesPayload = ({ kind }: Envelope): boolean =>
  kind === 'slash_commands' || kind === 'view_submission' || kind === 'block_suggestion';

export interface Outcome {
  readonly kind: AckOutcome;
  /** Body of the acknowledgement; null when it was empty. */
  readonly body: JsonObject | null;
  /** HTTP status, where there is one. */
  readonly status: number | null;
}

/** Starts the time that Slack waits; `over` is called at its end. */
export type StartDeadline = (over: () => void) => Deadline;

/** An acknowledgement as a transport saw it. `late` fires when one still arrives after Slack has given up. */
export interface Transport {
  send(envelope: Envelope, deadline: StartDeadline, late: () => void): Promise<Outcome>;
}

/** An empty object, text or nothing at all are the same empty acknowledgement; a plain text is a message. */
export function bodyOf(value: Json | undefined): JsonObject | null {
  if (typeof value === 'string') return value === '' ? null : { text: value };
  return isObject(value) && Object.keys(value).length > 0 ? value : null;
}
