import {
  dueReminders,
  nextSecretStep,
  noSecretAge,
  type SecretAge,
} from '../../core/credentials/secret_age.ts';
import type { Message } from '../../core/deliveries/message.ts';
import type { SecretDue } from '../../core/deliveries/messages/personal_message.ts';
import {
  type DueSecret,
  type NextReminder,
  readDueSecrets,
  saveNextReminders,
} from '../../store/checks/secret_ages.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { type Locked, lockEnvironments } from '../changes/change_app.ts';
import type { Context } from '../changes/context.ts';
import { workOnDue } from '../changes/due/work_on_due.ts';
import { notifyPerson } from '../changes/notify_person.ts';
import { aboutOf } from '../changes/record_outcome.ts';
import { type ForOwners, perOwner, togetherMs } from './per_owner.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'log' | 'newId'>;

/** Reminders in one message; what is beyond them is counted. */
const mostNamed = 15;

/**
 * Reminds the owners of secrets that are to be renewed, or replaced in the profile too, `most` environments at a time: one direct
 * message to each owner, and once for each step. Returns how many were due.
 */
export function remindOfSecrets(ctx: Needs, workspaceId: string, most: number): Promise<number> {
  const now = ctx.clock.now();
  return workOnDue<DueSecret>(ctx, workspaceId, {
    read: (db) => readDueSecrets(db, workspaceId, now, most),
    keyOf: ({ environmentId }) => environmentId,
    work: (tx, due) => remindOfAll(tx, ctx, workspaceId, due, now),
    // Nothing is put off: the time at which it is due says which reminder it is.
  });
}

async function remindOfAll(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  due: readonly DueSecret[],
  now: Date,
): Promise<void> {
  const ids = due.map(({ environmentId }) => environmentId);
  const locked = await lockEnvironments(tx, workspaceId, ids);
  const reminders: ForOwners<SecretDue>[] = [];
  const next: NextReminder[] = [];
  for (const { environmentId, dueAt } of due) {
    const found = locked.get(environmentId);
    // Archived: not again.
    const age = found?.environment.secretAge ?? noSecretAge;
    if (found !== undefined) reminders.push(...remindersFor(found, age, dueAt, now));
    next.push({ environmentId, dueAt: nextSecretStep(age, now) });
  }
  await saveNextReminders(tx, workspaceId, next);
  const editSince = new Date(now.getTime() - togetherMs);
  for (const [userId, secrets] of await perOwner(tx, workspaceId, reminders)) {
    const message = (last: Message | null): Message => withReminders(last, secrets);
    await notifyPerson(tx, ctx, { workspaceId, userId, message, editSince });
  }
}

function remindersFor(
  { app, environment }: Locked,
  age: SecretAge,
  dueAt: Date,
  now: Date,
): ForOwners<SecretDue>[] {
  return dueReminders(age, dueAt, now).map((reminder) => {
    const at = (reminder === 'renew' ? age.renewalAt : age.replacedAt) ?? now;
    const isOver = reminder === 'renew' && at <= now;
    const about = aboutOf(app, environment);
    return { appId: app.id, of: { about, reminder: isOver ? 'overdue' : reminder, at: at.toISOString() } };
  });
}

function withReminders(last: Message | null, secrets: readonly SecretDue[]): Message {
  const before = last?.kind === 'secrets_due' ? last : { secrets: [], more: 0 };
  const all = [...before.secrets, ...secrets];
  return {
    kind: 'secrets_due',
    secrets: all.slice(0, mostNamed),
    more: before.more + Math.max(0, all.length - mostNamed),
  };
}
