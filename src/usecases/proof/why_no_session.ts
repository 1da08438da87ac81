import type { UnknownReason } from '../../core/checks/reasons.ts';
import type { CreatedSession } from '../../stackone/connect/session_types.ts';
import { readStackOneState } from '../../store/profiles/stackone_polls.ts';
import type { Context, Refusal } from '../changes/context.ts';

/** Why there is no connect link. Nothing has changed in any of these cases, and the next try is free. */
export type NoSession =
  | { readonly code: Refusal }
  /** StackOne lists no profile that belongs to the environment. */
  | { readonly code: 'no_profile' }
  | { readonly code: 'profile_disabled' }
  /** `link` without a customer's id and name. */
  | { readonly code: 'no_customer' }
  /** `link_again`: StackOne does not list this account under the profile. */
  | { readonly code: 'account_gone' }
  /** `by`: its maker, who alone may take it up again (`readConnectSession`) or start anew; any owner may give it up (`cancelConnectSession`). */
  | {
      readonly code: 'running';
      readonly by: string;
      readonly until: Date;
      readonly sessionId: string;
    }
  | { readonly code: 'no_key' }
  /** The key may list, so what it lacks is most likely "Platform API: Write". */
  | { readonly code: 'key_read_only' }
  /** 403, and StackOne does not let the key list either: a scope, or the address it may be used from. */
  | { readonly code: 'key_forbidden' }
  | { readonly code: 'key_refused' }
  | { readonly code: 'unavailable'; readonly reason: UnknownReason; readonly retryAfterMs?: number }
  /** StackOne's own words, as they came; empty when it sent none. */
  | { readonly code: 'rejected'; readonly status: number; readonly message: string };

/** A listing that is this old says nothing about the key any more. */
const listedMs = 10 * 60_000;

/** What StackOne's answer means for the person. */
export async function noSession(
  ctx: Pick<Context, 'db' | 'clock'>,
  workspaceId: string,
  made: Exclude<CreatedSession, { kind: 'created' }>,
): Promise<NoSession> {
  switch (made.kind) {
    case 'rejected':
      return { code: 'rejected', status: made.status, message: made.message };
    case 'refused':
      if (made.status === 401) return { code: 'key_refused' };
      return { code: (await listsProfiles(ctx, workspaceId)) ? 'key_read_only' : 'key_forbidden' };
    case 'unavailable': {
      if (made.why === 'not_configured') return { code: 'no_key' };
      const { retryAfterMs } = made;
      const after = retryAfterMs === undefined ? {} : { retryAfterMs };
      return { code: 'unavailable', reason: made.why, ...after };
    }
  }
}

async function listsProfiles(ctx: Pick<Context, 'db' | 'clock'>, workspaceId: string): Promise<boolean> {
  const { trouble, answeredAt } = await readStackOneState(ctx.db, workspaceId);
  return (
    trouble === null && answeredAt !== null && ctx.clock.now().getTime() - answeredAt.getTime() < listedMs
  );
}
