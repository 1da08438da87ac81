import type { Message } from '../../core/deliveries/message.ts';
import type { Subject } from '../../store/apps/cards.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { ownersWatchedIn } from '../../store/apps/watches.ts';
import { readZoomApps } from '../../store/apps/zoom_apps.ts';
import { type Attempt, markDropped } from '../../store/deliveries/delivery_transitions.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import type { Context } from '../changes/context.ts';
import { notifyPerson } from '../changes/notify_person.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'newId'>;

export interface RefusedMessage extends Attempt {
  readonly channelId: string;
  /** Slack's error code: about the message itself (core/deliveries/slack_error_codes.ts). */
  readonly code: string;
  readonly subject: Subject | null;
  readonly subjectId: string | null;
  /** Null: a card. */
  readonly message: Message | null;
}

/** Where nobody owns what it was about, so many owners of the channel's apps are told. */
const mostOwners = 20;
/** Several in a row are told in one direct message. */
const sameTroubleMs = 60 * 60_000;

/**
 * Slack refuses a message itself, so that trying again would not help: it is left out, counted, and the owners are told which one.
 * False when another attempt has it by now: nothing has changed then.
 */
export async function dropDelivery(ctx: Needs, refused: RefusedMessage): Promise<boolean> {
  const now = ctx.clock.now();
  return ctx.db.tx(async (tx) => {
    const { workspaceId, channelId, code, message } = refused;
    if (!(await markDropped(tx, refused, { trouble: code, refusedAt: now }))) return false;
    const appId = appOf(refused);
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
    // What was a direct message itself would be refused again.
    if (/^[UWD]/.test(channelId)) return true;
    const owners = app?.owners ?? (await ownersIn(tx, workspaceId, channelId));
    for (const userId of owners.slice(0, mostOwners)) {
      await notifyPerson(tx, ctx, {
        workspaceId,
        userId,
        editSince: new Date(now.getTime() - sameTroubleMs),
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

/** The Zoom app it spoke of. */
function appOf({ message, subject, subjectId }: RefusedMessage): string | null {
  if (message !== null && 'about' in message) return message.about.appId;
  if (message !== null && 'appId' in message) return message.appId;
  return subject === 'zoom_app' ? subjectId : null;
}
