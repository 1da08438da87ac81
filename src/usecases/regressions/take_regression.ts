import { isNoOwner } from '../../core/apps/member_status.ts';
import { checkOf } from '../../core/apps/zoom_app.ts';
import type { Message } from '../../core/deliveries/message.ts';
import type { RegressionMessage } from '../../core/deliveries/messages/regression_message.ts';
import { isUuid } from '../../core/id.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { isUserId } from '../../core/slack_ids.ts';
import { appendEvent } from '../../store/apps/events.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { notifyNobodyOf } from '../../store/regressions/people_to_notify.ts';
import { type Regression, readRegressions, saveTaken } from '../../store/regressions/regressions.ts';
import { type Locked, lockEnvironments } from '../changes/change_app.ts';
import type { By, Context } from '../changes/context.ts';
import { notifyPerson } from '../changes/notify_person.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';
import { dueMessage, editRegressionMessages } from './regression_messages.ts';
import { planTakerReminder } from './remind_taker.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'newId' | 'settings' | 'memberStatusesOf'>;
type Found = Locked & { readonly regression: Regression };

/** `over`: it is repaired, or gone with its app. `taken`: somebody else looks after it, since then. */
export type NotTaken =
  | { readonly code: 'over' }
  | { readonly code: 'taken'; readonly by: string; readonly at: Date };

/** "I'll look": anybody of the workspace may; it changes nothing of the app. Nobody else is asked about it any more. Idempotent. */
export function takeRegression(
  ctx: Needs,
  input: By & { readonly regressionId: string },
): Promise<Result<{ readonly changed: boolean }, NotTaken>> {
  const { workspaceId, actor } = input;
  return withWorkspaceLock<Result<{ changed: boolean }, NotTaken>>(ctx, workspaceId, async (tx) => {
    const found = await findOpen(tx, input);
    if (found === null) return Err({ code: 'over' });
    const { takenBy: by, takenAt: at } = found.regression;
    if (by === actor) return Ok({ changed: false });
    if (by !== null && at !== null) return Err({ code: 'taken', by, at });
    await give(tx, ctx, input, found, { by: actor });
    return Ok({ changed: true });
  });
}

/** `no_member`: a bot, a deactivated account, or somebody of another workspace. */
export type NotHandedOver = 'over' | 'no_member';

/** Gives a regression to somebody else, who is sent a direct message about it; taken or not, anybody may. Idempotent. */
export async function handOverRegression(
  ctx: Needs,
  input: By & { readonly regressionId: string; readonly to: string },
): Promise<Result<{ readonly changed: boolean }, NotHandedOver>> {
  const { workspaceId, actor, to } = input;
  const statuses = to === actor ? undefined : await ctx.memberStatusesOf?.([to]);
  // Of what is no person's id Slack may say nothing, and a channel would be sent the message.
  if (!isUserId(to) || isNoOwner(statuses?.get(to) ?? 'unknown')) return Err('no_member');
  return withWorkspaceLock<Result<{ changed: boolean }, NotHandedOver>>(ctx, workspaceId, async (tx) => {
    const found = await findOpen(tx, input);
    if (found === null) return Err('over');
    if (found.regression.takenBy === to) return Ok({ changed: false });
    await give(tx, ctx, input, found, to === actor ? { by: to } : { by: to, from: actor });
    return Ok({ changed: true });
  });
}

async function findOpen(
  tx: Queryable,
  { workspaceId, regressionId }: { readonly workspaceId: string; readonly regressionId: string },
): Promise<Found | null> {
  const [regression] = isUuid(regressionId) ? await readRegressions(tx, workspaceId, [regressionId]) : [];
  if (regression === undefined || regression.endedAt !== null) return null;
  const { environmentId, check } = regression;
  const locked = (await lockEnvironments(tx, workspaceId, [environmentId])).get(environmentId);
  if (locked === undefined || checkOf(locked.environment, check).lastKnown !== 'failed') return null;
  return { ...locked, regression };
}

async function give(
  tx: Queryable,
  ctx: Needs,
  { workspaceId, actor }: By,
  { regression, ...locked }: Found,
  { by, from }: { readonly by: string; readonly from?: string },
): Promise<void> {
  const now = ctx.clock.now();
  await saveTaken(tx, workspaceId, regression.id, { by, at: now });
  await notifyNobodyOf(tx, workspaceId, regression.id);
  await planTakerReminder(tx, ctx, workspaceId, { regressionId: regression.id, userId: by, at: now });
  const { app, environment } = locked;
  await appendEvent(tx, {
    ...{ id: ctx.newId(), workspaceId, at: now, actor, appId: app.id, environmentId: environment.id },
    ...(from === undefined
      ? { kind: 'regression_taken', detail: { check: regression.check } }
      : { kind: 'regression_handed_over', detail: { check: regression.check, to: by } }),
  });
  const taken = { by, at: now.toISOString(), ...(from === undefined ? {} : { from }) };
  const isTaken = (said: RegressionMessage): RegressionMessage => ({ ...said, taken });
  await editRegressionMessages(tx, ctx, workspaceId, regression, isTaken, from === undefined ? null : by);
  if (from === undefined) return;
  const message = (): Message => ({ ...dueMessage(locked, regression), taken });
  await notifyPerson(tx, ctx, { workspaceId, userId: by, message, editSince: now });
}
