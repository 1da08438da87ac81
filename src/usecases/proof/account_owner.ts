import type { Environment, ZoomApp } from '../../core/apps/zoom_app.ts';
import { type ConnectSession, LONGEST_CUSTOMER } from '../../core/proof/connect_session.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { wellFormedText } from '../../core/text/well_formed.ts';
import type { Context } from '../changes/context.ts';
import { type NoSession, noSession } from './why_no_session.ts';

/** Whose account StackOne is told that it is. */
export interface AccountOwner {
  readonly ownerId: string;
  readonly ownerName: string;
  readonly type: 'TEST' | 'PRODUCTION';
}

/**
 * `prove`: a test account of the environment's own. `link`: the customer's, as an owner typed it. `link_again`: as StackOne lists
 * the account, which it keeps.
 */
export async function accountOwnerOf(
  ctx: Pick<Context, 'stackone' | 'db' | 'clock'>,
  of: { readonly session: ConnectSession; readonly app: ZoomApp; readonly environment: Environment },
): Promise<Result<AccountOwner, NoSession>> {
  const { session, app, environment } = of;
  switch (session.purpose) {
    case 'prove':
      return Ok({
        ownerId: `greenroom-${environment.id}`,
        ownerName: `Greenroom: ${app.name}`,
        type: 'TEST',
      });
    case 'link':
      if (session.customer === null) return Err({ code: 'no_customer' });
      return Ok({ ownerId: session.customer.id, ownerName: session.customer.name, type: 'PRODUCTION' });
    case 'link_again':
      return ofAccount(ctx, session);
  }
}

/** What a person typed about a customer, without blanks around it; null when StackOne would not take it. */
export function customerIn(typed: ConnectSession['customer'] | undefined): ConnectSession['customer'] {
  const id = wellFormedText(typed?.id ?? '').trim();
  const name = wellFormedText(typed?.name ?? '').trim();
  const fits = (text: string) => text !== '' && text.length <= LONGEST_CUSTOMER;
  return fits(id) && fits(name) ? { id, name } : null;
}

async function ofAccount(
  ctx: Pick<Context, 'stackone' | 'db' | 'clock'>,
  session: ConnectSession,
): Promise<Result<AccountOwner, NoSession>> {
  const listed = await ctx.stackone.listAccounts(session.profileId);
  if (listed.kind !== 'accounts') return Err(await noSession(ctx, session.workspaceId, listed));
  // Where StackOne does not tie accounts to profiles, it may be another app's, which a consent would move to this profile.
  const account = listed.accounts.find(
    ({ id, profileId }) => id === session.accountId && profileId === session.profileId,
  );
  if (account === undefined) return Err({ code: 'account_gone' });
  const { ownerId = account.id, ownerName = ownerId, type } = account;
  return Ok({ ownerId, ownerName, type: type?.toLowerCase() === 'test' ? 'TEST' : 'PRODUCTION' });
}
