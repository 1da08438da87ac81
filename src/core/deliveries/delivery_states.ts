/** Where a message to Slack stands. `sent` and `dropped` are the end: nothing leads away from them. */
export type DeliveryState = 'queued' | 'sending' | 'sent' | 'dropped';

/**
 * What can happen to it. `take`: a sender begins an attempt. `show`: Slack shows it. `mark_unclear`: nobody saw how the attempt
 * ended. `try_again`: it is about to be sent once more within the same attempt. `put_back`: Slack did not take it. `drop`: Slack
 * refuses the message itself, or nothing is left to say. `supersede`: a newer message says it all.
 */
export const deliverySteps = [
  'take',
  'show',
  'mark_unclear',
  'try_again',
  'put_back',
  'drop',
  'supersede',
] as const;
export type DeliveryStep = (typeof deliverySteps)[number];

export const deliveryStates = ['queued', 'sending', 'sent', 'dropped'] as const satisfies DeliveryState[];

/** Every allowed step and where it leads. */
const transitions: Record<DeliveryState, Partial<Record<DeliveryStep, DeliveryState>>> = {
  queued: { take: 'sending', supersede: 'dropped' },
  sending: {
    // The process that had it is gone: another one takes over, as a new attempt.
    take: 'sending',
    show: 'sent',
    mark_unclear: 'sending',
    try_again: 'sending',
    put_back: 'queued',
    drop: 'dropped',
  },
  sent: {},
  dropped: {},
};

/** Null: not allowed, and nothing changes. */
export function afterStep(state: DeliveryState, step: DeliveryStep): DeliveryState | null {
  return transitions[state][step] ?? null;
}

/** The states a step may come from: what an SQL update has to name. */
export function statesBefore(step: DeliveryStep): DeliveryState[] {
  return deliveryStates.filter((state) => afterStep(state, step) !== null);
}
