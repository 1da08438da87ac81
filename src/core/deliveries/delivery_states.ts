/** `sent` and `dropped` are the end: no transition leads away from them. */
export const deliveryStates = ['queued', 'sending', 'sent', 'dropped'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/**
 * What can happen to a delivery:
 * - `claim`: a process begins an attempt, also when the process that had it is gone;
 * - `record_sent`: Slack shows it;
 * - `mark_unclear`: the attempt has an unclear end, so that the next one begins with a lookup;
 * - `resend`: the lookup is over, and it is sent again within the same attempt;
 * - `requeue`: Slack did not take it;
 * - `defer`: others of its channel go first;
 * - `drop`: Slack refuses the message itself, or nothing is left to say;
 * - `supersede`: a newer message makes it needless, or it waited for too long to be news.
 */
export const deliveryTransitions = [
  'claim',
  'record_sent',
  'mark_unclear',
  'resend',
  'requeue',
  'defer',
  'drop',
  'supersede',
] as const;
export type DeliveryTransition = (typeof deliveryTransitions)[number];

const never = {
  claim: null,
  record_sent: null,
  mark_unclear: null,
  resend: null,
  requeue: null,
  defer: null,
  drop: null,
  supersede: null,
} as const;

/** Where every transition leads from every state; null: not allowed. A trigger of the table guards the ends too. */
const transitions: Readonly<
  Record<DeliveryState, Readonly<Record<DeliveryTransition, DeliveryState | null>>>
> = {
  queued: { ...never, claim: 'sending', defer: 'queued', supersede: 'dropped' },
  sending: {
    claim: 'sending',
    record_sent: 'sent',
    mark_unclear: 'sending',
    resend: 'sending',
    requeue: 'queued',
    defer: null,
    drop: 'dropped',
    supersede: null,
  },
  sent: never,
  dropped: never,
};

/** Null: not allowed, and nothing changes. */
export function stateAfter(state: DeliveryState, transition: DeliveryTransition): DeliveryState | null {
  return transitions[state][transition];
}

/** The states from which a transition is allowed: what an SQL update names. */
export function statesBefore(transition: DeliveryTransition): DeliveryState[] {
  return deliveryStates.filter((state) => stateAfter(state, transition) !== null);
}
