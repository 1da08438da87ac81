import type { Delivery } from '../../core/deliveries/delivery.ts';
import { isDirectMessage } from '../../core/slack_ids.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { readZoomApps } from '../../store/apps/zoom_apps.ts';
import { markDropped } from '../../store/deliveries/delivery_transitions.ts';
import { ownersWatchedIn } from '../../store/deliveries/paused_channels.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import type { Context } from '../changes/context.ts';
import { notifyPerson } from '../changes/notify_person.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'newId'>;

/** Most owners of the channel's apps who are notified when the delivery was about no app with an owner. */
const mostOwners = 20;
/** Several dropped in this time share one direct message. */
const oneMessageMs = 60 * 60_000;

/** What it was about is gone, so that nothing is left to say. False: claimed by another attempt. */
export function dropEmptyDelivery(ctx: Pick<Needs, 'db'>, delivery: Delivery): Promise<boolean> {
  return markDropped(ctx.db, delivery, { reason: 'nothing_to_say', refusedAt: null });
}

/**
 * Slack refuses the message itself, so that another attempt would not help: it is dropped and counted, and the owners are notified
 * which one it was. `code`: Slack's error code (core/deliveries/slack_error_codes.ts). False when another attempt has claimed the
 * delivery: nothing has changed then.
 */
export async function dropDelivery(
  ctx: Needs,
  { delivery, code }: { readonly delivery: Delivery; readonly code: string },
): Promise<boolean> {
  const now = ctx.clock.now();
  return ctx.db.tx(async (tx) => {
    const { workspaceId, channelId, message } = delivery;
    if (!(await markDropped(tx, delivery, { reason: code, refusedAt: now }))) return false;
    const appId = appOf(delivery);
    const [app] = appId === null ? [] : await readZoomApps(tx, workspaceId, [appId]);
    if (app !== undefined) {
      await appendEvent(tx, {
        id: ctx.newId(),
        workspaceId,
        at: now,
        kind: 'message_dropped',
        actor: 'greenroom',
        appId: app.id,
        detail: { channelId, why: code, message: message?.kind ?? 'card' },
      });
    }
    // Another direct message would be refused too.
    if (isDirectMessage(channelId)) return true;
    const owners = app?.owners ?? (await ownersIn(tx, workspaceId, channelId));
    for (const userId of owners.slice(0, mostOwners)) {
      await notifyPerson(tx, ctx, {
        workspaceId,
        userId,
        editSince: new Date(now.getTime() - oneMessageMs),
        message: (last) => ({
          kind: 'message_dropped',
          channelId,
          why: code,
          said: message,
          appId: app?.id ?? null,
          appName: app?.name ?? null,
          others: last?.kind === 'message_dropped' ? last.others + 1 : 0,
        }),
      });
    }
    return true;
  });
}

async function ownersIn(tx: Queryable, workspaceId: string, channelId: string): Promise<string[]> {
  const owners = await ownersWatchedIn(tx, workspaceId, channelId, { people: mostOwners, names: 1 });
  return owners.map(({ userId }) => userId);
}

/** The Zoom app that it was about. */
function appOf({ message, subject, subjectId }: Delivery): string | null {
  if (message !== null && 'about' in message) return message.about.appId;
  if (message !== null && 'appId' in message) return message.appId;
  return subject === 'zoom_app' ? subjectId : null;
}
