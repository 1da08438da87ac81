import { chosenOwners, type ZoomApp } from '../../core/apps/zoom_app.ts';
import type { Message } from '../../core/deliveries/message.ts';
import { MOST_OWNERS, type OwnerChange, ownersAfter } from '../../core/ownership/owners.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { updateZoomApp } from '../../store/apps/save_zoom_app.ts';
import { goneOwners } from '../../store/ownership/owner_contacts.ts';
import { readOwners, setOwners } from '../../store/ownership/owners.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import type { Context } from '../changes/context.ts';
import { notifyPerson } from '../changes/notify_person.ts';
import { notifyWatchers } from '../changes/notify_watchers.ts';
import { settleTakeover } from '../changes/takeovers/takeover_request.ts';

type Needs = Pick<Context, 'clock' | 'newId'>;

interface NewOwner extends Omit<OwnerChange, 'gone'> {
  readonly how: 'takeover' | 'handover';
  /** A Slack user id, or `greenroom`: nobody objected in time. */
  readonly by: string;
}

/**
 * Makes a person an owner of a locked app, in the caller's transaction: with its event, a line in the thread, and a message to
 * everybody who owned it before or owns it now, but for who did it. Owners whose accounts are gone are let go. A form that was
 * opened before gets a conflict. Returns who owns it no more. `owners_full`: it has as many owners as it may have.
 */
export async function changeOwners(
  tx: Queryable,
  ctx: Needs,
  app: ZoomApp,
  { how, by, joins, leaves }: NewOwner,
): Promise<Result<{ readonly left: readonly string[] }, 'owners_full'>> {
  const { workspaceId, id: appId, name: appName } = app;
  const at = ctx.clock.now();
  const gone = await goneOwners(tx, workspaceId, app.owners);
  const before = chosenOwners(app);
  const owners = ownersAfter(before, { joins, leaves, gone: gone.filter((one) => one !== joins) });
  if (owners.length > MOST_OWNERS && owners.length > before.length) return Err('owners_full');
  await setOwners(tx, { workspaceId, id: appId }, owners);
  // Who was chosen may own it by a user group, too, and stays.
  const after = (await readOwners(tx, workspaceId, [appId])).get(appId) ?? [];
  const left = before.filter((owner) => !after.includes(owner));
  await updateZoomApp(tx, app, by === 'greenroom' ? joins : by, at);
  await appendEvent(tx, {
    ...{ id: ctx.newId(), workspaceId, at, kind: 'owners_changed', actor: by, appId },
    detail: { how, joined: joins, left },
  });
  const isNew = !app.owners.includes(joins);
  await settleTakeover(tx, ctx, app, isNew ? [joins] : [], by === 'greenroom' ? null : by);
  const message: Message = { kind: 'owners_changed', appId, appName, how, by, joined: joins, left };
  await notifyWatchers(tx, ctx, { workspaceId, appId }, [{ where: 'thread', message }]);
  const notified = new Set([...app.owners, joins].filter((owner) => owner !== by && !gone.includes(owner)));
  for (const userId of notified)
    await notifyPerson(tx, ctx, { workspaceId, userId, message: () => message, editSince: at });
  return Ok({ left });
}
