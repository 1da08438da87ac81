import { isNoOwner, type MemberStatus } from '../apps/member_status.ts';

/** Why an owner cannot be written to: what Slack says of the account, or that it takes no direct message to this person. */
export const unreachableWhys = ['deactivated', 'not_found', 'external', 'bot', 'refused'] as const;
export type UnreachableWhy = (typeof unreachableWhys)[number];

/** What is known of an owner before Slack is asked. */
export interface OwnerContact {
  readonly userId: string;
  /** Null: can be written to, as far as is known. */
  readonly unreachableWhy: UnreachableWhy | null;
  /** When Slack last refused a direct message to this person, as a matter of the person. */
  readonly refusedAt: Date | null;
}

/** For so long a refused direct message counts; while one waits, it is tried again and again. */
const REFUSED_FOR_MS = 24 * 60 * 60_000;

/**
 * Why an owner cannot be reached, from what Slack says of the account now; null: can be reached. Where it says nothing, what it said
 * before stays; a refusal counts for its time and no longer, as without `users:read` nothing else would end it.
 */
export function whyUnreachable(
  { unreachableWhy, refusedAt }: OwnerContact,
  status: MemberStatus,
  now: Date,
): UnreachableWhy | null {
  if (isNoOwner(status)) return status;
  if (refusedAt !== null && refusedAt.getTime() > now.getTime() - REFUSED_FOR_MS) return 'refused';
  return status === 'member' || unreachableWhy === 'refused' ? null : unreachableWhy;
}
