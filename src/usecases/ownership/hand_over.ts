import { isNoOwner, type NoOwner } from '../../core/apps/member_status.ts';
import { chosenOwners, type ZoomApp } from '../../core/apps/zoom_app.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { isUserId } from '../../core/slack_ids.ts';
import { changeApp } from '../changes/change_app.ts';
import type { By, Context, Deciding, Refusal } from '../changes/context.ts';
import { changeOwners } from './change_owners.ts';

/** `no_owner`: only a person of the workspace can own an app. `oneself`: it was to be handed over to who hands it over. */
export type ImpossibleHandover =
  | { readonly code: 'owners_full' | 'oneself' }
  | { readonly code: 'no_owner'; readonly why: NoOwner };
export type NoHandover = ImpossibleHandover | { readonly code: Refusal };

export interface HandedOver {
  readonly app: ZoomApp;
  /** Who handed it over owned it, and does not any more. */
  readonly leaves: boolean;
  /** They owned it before, and who names them has nothing to give: nothing was changed, and nobody is told. */
  readonly ownedIt: boolean;
  /** Did Slack say that the new owner is a person of this workspace? */
  readonly isChecked: boolean;
}

/**
 * An owner gives an app to somebody else, and is no owner after that; other owners stay. Who may change its owners without being
 * one (an admin) makes somebody an owner. Whom Slack says nothing of, may be one.
 */
export async function handOver(
  ctx: Pick<Context, 'clock' | 'newId' | 'memberStatusesOf' | Deciding>,
  input: By & { readonly appId: string; readonly to: string },
): Promise<Result<HandedOver, NoHandover>> {
  const { actor, to } = input;
  if (to === actor) return Err({ code: 'oneself' });
  const status = isUserId(to) ? ((await ctx.memberStatusesOf?.([to]))?.get(to) ?? 'unknown') : 'not_found';
  if (isNoOwner(status)) return Err({ code: 'no_owner', why: status });
  const isChecked = status === 'member';
  const result = await changeApp<HandedOver, 'owners_full'>(ctx, input, 'edit', async (tx, app) => {
    const chosen = chosenOwners(app);
    if (chosen.includes(to) && !chosen.includes(actor))
      return Ok({ app, leaves: false, ownedIt: true, isChecked });
    const changed = await changeOwners(tx, ctx, app, {
      how: 'handover',
      by: actor,
      joins: to,
      leaves: actor,
    });
    if (!changed.ok) return changed;
    return Ok({ app, leaves: changed.value.left.includes(actor), ownedIt: false, isChecked });
  });
  if (result.ok) return result;
  return Err({ code: result.error });
}
