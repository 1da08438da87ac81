import type { CheckName } from '../core/checks/check.ts';
import type { SendFailure } from '../core/deliveries/send_failure.ts';

// The values of every label. No other value can be a label.

export const surfaces = ['command', 'action', 'submit', 'close', 'suggestion', 'event', 'shortcut'] as const;
/** `late`: after the 3 s that Slack waits. `never`: left unanswered, so that Slack itself asks to try again. */
export const acknowledgements = ['in_time', 'late', 'never'] as const;
/** Why a request over HTTP was refused (`slack/transport/http_receiver`). */
export const refusedRequests = [
  'no_signature',
  'wrong_signature',
  'too_old',
  'too_new',
  'replayed',
  'type',
  'too_large',
  'malformed',
  'busy',
] as const;
/**
 * What became of a request at `/stackone/webhook` (`web/stackone_webhook`). `repeated`: noted before. `coalesced`: one of so many
 * that it was not noted by itself. `other_connector`: not about Zoom.
 */
export const webhookOutcomes = [
  'accepted',
  'repeated',
  'coalesced',
  'unknown_event',
  'other_connector',
  'malformed',
  'no_signature',
  'wrong_signature',
  'too_large',
  'busy',
  'not_ready',
] as const;
/** `denied`: a person of another workspace, who got an answer that says so. */
export const answerOutcomes = ['answered', 'failed', 'denied'] as const;
export const hosts = ['slack', 'zoom', 'stackone'] as const;
/** `refused`: any other 4xx. `circuit_open`: not asked, because it had just failed several times. */
export const callOutcomes = [
  'ok',
  'refused',
  'rate_limited',
  'server_error',
  'timeout',
  'network',
  'too_large',
  'circuit_open',
] as const;
/** `given_up`: failed for the last time, and is not tried again. */
export const jobOutcomes = ['done', 'failed', 'given_up'] as const;
/** How an attempt to send a delivery ends. The labels are older than the names in code; dashboards and alerts know them. */
export const deliveryOutcomes = {
  sent: 'shown',
  nothing_to_say: 'shown',
  rate_limited: 'later',
  unreachable: 'unreachable',
  unclear_end: 'unclear',
  lookup_pending: 'look_later',
  channel_closed: 'closed_door',
  refused: 'refused',
  target_missing: 'gone',
  token_refused: 'token',
  message_refused: 'never',
  claimed_elsewhere: 'taken_over',
} as const satisfies Record<'sent' | 'nothing_to_say' | SendFailure['kind'], string>;
/** The checks that are repeated by a schedule. */
export const watchedChecks = [
  'credentials',
  'connector_profile',
  'linked_account',
] as const satisfies CheckName[];

export type Surface = (typeof surfaces)[number];
export type Acknowledgement = (typeof acknowledgements)[number];
export type RefusedRequest = (typeof refusedRequests)[number];
export type WebhookOutcome = (typeof webhookOutcomes)[number];
export type AnswerOutcome = (typeof answerOutcomes)[number];
export type Host = (typeof hosts)[number];
export type CallOutcome = (typeof callOutcomes)[number];
export type JobOutcome = (typeof jobOutcomes)[number];
export type DeliveryOutcome = (typeof deliveryOutcomes)[keyof typeof deliveryOutcomes];
export type WatchedCheck = (typeof watchedChecks)[number];

/** Each function is called where the event happens. It never throws and never waits. */
export interface Metrics {
  requestRefused(reason: RefusedRequest): void;
  stackoneWebhook(outcome: WebhookOutcome): void;
  acknowledged(surface: Surface, outcome: Acknowledgement, seconds: number): void;
  /** The person has the answer, or the message that there is none. */
  answered(surface: Surface, outcome: AnswerOutcome, seconds: number): void;
  jobRan(task: string, outcome: JobOutcome, seconds: number): void;
  hostCall(host: Host, outcome: CallOutcome, seconds: number): void;
  circuitOpen(host: Host, open: boolean): void;
  /** `waitedSeconds`: since the change that caused the message. */
  delivery(outcome: DeliveryOutcome, waitedSeconds: number): void;
  /** After an unclear end a message was resent without a lookup: it may stand twice. */
  resentBlindly(): void;
}

const nothing = () => {};

export const noMetrics: Metrics = {
  requestRefused: nothing,
  stackoneWebhook: nothing,
  acknowledged: nothing,
  answered: nothing,
  jobRan: nothing,
  hostCall: nothing,
  circuitOpen: nothing,
  delivery: nothing,
  resentBlindly: nothing,
};
