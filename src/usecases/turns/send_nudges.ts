import { eachAlone, putOffMs } from '../../concurrency/each_alone.ts';
import type { Message } from '../../core/deliveries/message.ts';
import type { NudgedStep } from '../../core/deliveries/messages/turn_message.ts';
import { nextStepOf } from '../../core/turns/turn.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { peopleToNudge, postponeNudges, readTurnsOf, takeNudges } from '../../store/turns/nudges.ts';
import { lockEnvironments } from '../changes/change_app.ts';
import type { Context } from '../changes/context.ts';
import { notifyPerson } from '../changes/notify_person.ts';
import { allowedTimes } from '../changes/reminders/reminder_times.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';
import { stepOf } from './nudge_turns.ts';
import { readPeopleOfTurns } from './people_of_turn.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'newId' | 'settings' | 'timeZonesOf'>;

/** Steps that are named in one message; what is beyond them is counted. */
const mostNamed = 10;
/** Reminders of one person that are gathered at once. */
const mostGathered = 500;
/** What becomes due within this time is one message, which is edited. */
const togetherMs = 10 * 60_000;

/**
 * Sends people what waits for them: one direct message each, about all of their apps, when it is not night there; `most` people at a
 * time. Returns how many there were.
 */
export async function sendNudges(ctx: Needs, workspaceId: string, most: number): Promise<number> {
  const now = ctx.clock.now();
  const people = await peopleToNudge(ctx.db, workspaceId, now, most);
  const allowed = await allowedTimes(ctx, workspaceId, people, now);
  await eachAlone(
    people,
    (userId) => {
      const allowedAt = allowed.get(userId) ?? now;
      return withWorkspaceLock(ctx, workspaceId, (tx) =>
        allowedAt > now
          ? postponeNudges(tx, workspaceId, userId, allowedAt)
          : sendTo(tx, ctx, workspaceId, userId),
      );
    },
    (userId) => postponeNudges(ctx.db, workspaceId, userId, new Date(now.getTime() + putOffMs)),
  );
  return people.length;
}

async function sendTo(tx: Queryable, ctx: Needs, workspaceId: string, userId: string): Promise<void> {
  const taken = await takeNudges(tx, workspaceId, userId, mostGathered);
  const last = new Set(taken.filter(({ isLast }) => isLast).map(({ environmentId }) => environmentId));
  const ids = taken.map(({ environmentId }) => environmentId);
  const locked = await lockEnvironments(tx, workspaceId, ids);
  const appIds = [...locked.values()].map(({ app }) => app.id);
  const peopleOf = await readPeopleOfTurns(tx, workspaceId, appIds);
  const steps = (await readTurnsOf(tx, workspaceId, ids)).flatMap((turn): NudgedStep[] => {
    const found = locked.get(turn.environmentId);
    // Done meanwhile.
    if (found === undefined || nextStepOf(found.environment)?.action !== turn.action) return [];
    const { whom, passOn } = peopleOf(found.app.id, turn.doer);
    // Somebody else's by now.
    if (!whom.includes(userId)) return [];
    const step = stepOf(found, turn, passOn);
    return [last.has(turn.environmentId) ? { ...step, isLast: true } : step];
  });
  if (steps.length === 0) return;
  const message = (before: Message | null): Message => withSteps(before, steps);
  const editSince = new Date(ctx.clock.now().getTime() - togetherMs);
  await notifyPerson(tx, ctx, { workspaceId, userId, message, editSince });
}

/** What the last message names, and these; what waited longest first. */
function withSteps(last: Message | null, steps: readonly NudgedStep[]): Message {
  const before = last?.kind === 'nudges' ? last : { steps: [], more: 0 };
  const isNew = ({ about }: NudgedStep) =>
    !steps.some((step) => step.about.environmentId === about.environmentId);
  const all = [...before.steps.filter(isNew), ...steps].sort((one, other) =>
    one.since < other.since ? -1 : 1,
  );
  return {
    kind: 'nudges',
    steps: all.slice(0, mostNamed),
    more: before.more + Math.max(0, all.length - mostNamed),
  };
}
