/** What StackOne's platform webhooks report of a linked account; there are no others (O18). */
export const accountEventNames = ['account.created', 'account.updated', 'account.deleted'] as const;
export type AccountEventName = (typeof accountEventNames)[number];

/**
 * A hint that an account has changed. Nothing in it is believed: the accounts are read again. `at`: by StackOne's clock; null
 * when it was not sent, and then a repetition cannot be told from a second event.
 */
export interface AccountEvent {
  readonly name: AccountEventName;
  readonly accountId: string;
  readonly at: Date | null;
}
