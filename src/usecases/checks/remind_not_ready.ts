import { checkOf } from '../../core/apps/zoom_app.ts';
import { reminderKey } from '../../core/deliveries/collapse_key.ts';
import type { Message } from '../../core/deliveries/message.ts';
import {
  countReminders,
  postponeAsks,
  readDueAsks,
  saveAskAgainAt,
} from '../../store/apps/save_environments.ts';
import { waitingKeys } from '../../store/deliveries/direct_messages.ts';
import { readOwners } from '../../store/ownership/owners.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { type Locked, lockEnvironments } from '../changes/change_app.ts';
import type { Context } from '../changes/context.ts';
import { workOnDue } from '../changes/due/work_on_due.ts';
import { aboutOf } from '../changes/record_outcome.ts';
import { appsWithOpenChannel } from '../changes/watches/open_own_channels.ts';
import { noEffects, writeEffects } from '../changes/write_effects.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'log' | 'newId' | 'settings'>;

/** Reminds of "not ready yet" where that is due, in the thread of the card, `most` environments at a time. Returns how many were due. */
export function remindNotReady(ctx: Needs, workspaceId: string, most: number): Promise<number> {
  const now = ctx.clock.now();
  const next = new Date(now.getTime() + ctx.settings.remindAfterMs);
  return workOnDue<string>(ctx, workspaceId, {
    read: (db) => readDueAsks(db, workspaceId, now, most),
    keyOf: (environmentId) => environmentId,
    async work(tx, due) {
      await postponeAsks(tx, workspaceId, due, next);
      const locked = [...(await lockEnvironments(tx, workspaceId, due)).values()];
      const settled = locked.filter(isReady).map(({ environment }) => environment.id);
      await saveAskAgainAt(tx, workspaceId, settled, null);
      const waiting = locked.filter((one) => !isReady(one));
      await ask(tx, ctx, workspaceId, waiting);
    },
    putOff: (tx, environmentId, until) => postponeAsks(tx, workspaceId, [environmentId], until),
  });
}

const isReady = ({ environment }: Locked): boolean =>
  checkOf(environment, 'test_status').reason !== 'not_ready';

/** Most reminders in a row without a change; the owners are notified that it was the last one. */
const mostReminders = 7;

/**
 * None where Greenroom cannot post: in a closed channel they would pile up and be sent all at once. A queued one is superseded
 * (core/deliveries/collapse_key.ts), and not counted: it was not read.
 */
async function ask(tx: Queryable, ctx: Needs, workspaceId: string, asked: readonly Locked[]): Promise<void> {
  const appIds = asked.map(({ app }) => app.id);
  const openApps = await appsWithOpenChannel(tx, workspaceId, appIds);
  const open = asked.filter(({ app }) => openApps.has(app.id));
  if (open.length === 0) return;
  const ids = open.map(({ environment }) => environment.id);
  const waiting = await waitingKeys(tx, workspaceId, ids.map(reminderKey));
  const fresh = ids.filter((id) => !waiting.includes(reminderKey(id)));
  const counted = await countReminders(tx, workspaceId, fresh);
  const last = fresh.filter((id) => (counted.get(id) ?? 0) > mostReminders);
  await saveAskAgainAt(tx, workspaceId, last, null);
  const owners = await readOwners(tx, workspaceId, appIds);
  const effects = noEffects();
  for (const { app, environment } of open) {
    const isLast = last.includes(environment.id);
    if (fresh.includes(environment.id)) {
      effects.events.push({
        id: ctx.newId(),
        at: ctx.clock.now(),
        kind: isLast ? 'stopped_asking' : 'asked_again',
        actor: 'greenroom',
        appId: app.id,
        environmentId: environment.id,
      });
    }
    const shared = { about: aboutOf(app, environment), owners: owners.get(app.id) ?? [] };
    const missing = checkOf(environment, 'test_status').detail.missing ?? [];
    const message: Message = isLast
      ? { kind: 'stopped_asking', ...shared }
      : { kind: 'ask_again', ...shared, missing };
    effects.notifications.push({
      appId: app.id,
      messages: [{ where: 'thread', message }],
      ownChannelOnly: true,
    });
  }
  await writeEffects(tx, ctx, workspaceId, effects);
}
