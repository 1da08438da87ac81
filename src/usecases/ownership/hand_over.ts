import type { NoOwner } from '../../core/apps/member_status.ts';
import type { ZoomApp } from '../../core/apps/zoom_app.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { checkOwners } from '../apps/check_owners.ts';
import { changeApp } from '../changes/change_app.ts';
import type { By, Context, Deciding, Refusal } from '../changes/context.ts';
import { changeOwners } from './change_owners.ts';

/** `no_owner`: only a person of the workspace can own an app. `oneself`: it was to be handed over to who hands it over. */
export type ImpossibleHandover =
  | { readonly code: 'owners_full' | 'oneself' }
  | { readonly code: 'no_owner'; readonly why: NoOwner };
export type NoHandover = ImpossibleHandover | { readonly code: Refusal };

/**
 * An owner gives an app to somebody else, and is no owner after that; other owners stay. Who may change its owners without being
 * one (an admin) makes somebody an owner.
 */
export async function handOver(
  ctx: Pick<Context, 'clock' | 'newId' | 'memberStatusesOf' | Deciding>,
  input: By & { readonly appId: string; readonly to: string },
): Promise<Result<ZoomApp, NoHandover>> {
  const { actor, to } = input;
  if (to === actor) return Err({ code: 'oneself' });
  const [refused] = await checkOwners(ctx, { ...input, owners: [to] });
  if (refused !== undefined) return Err({ code: 'no_owner', why: refused.why });
  const result = await changeApp<ZoomApp, 'owners_full'>(ctx, input, 'edit', async (tx, app) => {
    if (!app.owners.includes(actor) && app.owners.includes(to)) return Ok(app);
    const changed = await changeOwners(tx, ctx, app, {
      how: 'handover',
      by: actor,
      joins: to,
      leaves: actor,
    });
    return changed.ok ? Ok(app) : changed;
  });
  if (result.ok) return result;
  return Err(result.error === 'owners_full' ? { code: result.error } : { code: result.error });
}
