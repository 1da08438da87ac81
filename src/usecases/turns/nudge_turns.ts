import type { NudgedStep } from '../../core/deliveries/messages/turn_message.ts';
import { nextAllowedTime } from '../../core/reminders/allowed_time.ts';
import { cannotBeSeen, isLastNudge, isReminded, nextNudge } from '../../core/turns/nudges.ts';
import { nextStepOf } from '../../core/turns/turn.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import {
  addPersonNudges,
  type DueTurn,
  type NextNudge,
  type PersonNudge,
  readDueTurns,
  saveNextNudges,
} from '../../store/turns/nudges.ts';
import { type Locked, lockEnvironments } from '../changes/change_app.ts';
import type { Context } from '../changes/context.ts';
import { workOnDue } from '../changes/due/work_on_due.ts';
import { aboutOf } from '../changes/record_outcome.ts';
import { readReminderTimes } from '../changes/reminders/reminder_times.ts';
import { appsWithOpenChannel } from '../changes/watches/open_own_channels.ts';
import { type Effects, noEffects, writeEffects } from '../changes/write_effects.ts';
import { type PeopleOfTurn, readPeopleOfTurns } from './people_of_turn.ts';
import { releaseGoneStepAdmins } from './step_admins.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'log' | 'newId' | 'settings' | 'memberStatusesOf'>;

/** While nobody can see whether a step was done, it is looked at again after this. */
const unseenMs = 6 * 60 * 60_000;

/** What reminders write, beside what every change does. */
interface Nudges {
  readonly effects: Effects;
  readonly next: NextNudge[];
  readonly direct: PersonNudge[];
}

/** What is the same for all that are due. */
interface Known {
  readonly now: Date;
  readonly unitMs: number;
  /** When a message in a channel is allowed. */
  readonly allowedAt: Date;
  /** Apps with a channel that takes messages. */
  readonly open: ReadonlySet<string>;
  readonly peopleOf: PeopleOfTurn;
}

/**
 * Reminds whoever's turn it is, `most` turns at a time: the first time in the thread of the card, then directly (`sendNudges`). Judged
 * by the checks of now: what is done, or asked about otherwise, is not reminded of. Returns how many were due.
 */
export function nudgeTurns(ctx: Needs, workspaceId: string, most: number): Promise<number> {
  const now = ctx.clock.now();
  return workOnDue<DueTurn>(ctx, workspaceId, {
    read: (db) => readDueTurns(db, workspaceId, now, most),
    keyOf: ({ environmentId }) => environmentId,
    prepare: () => releaseGoneStepAdmins(ctx, workspaceId),
    work: (tx, due) => nudgeAll(tx, ctx, workspaceId, due, now),
    putOff: (tx, { environmentId, nudges }, nudgeAt) =>
      saveNextNudges(tx, workspaceId, [{ environmentId, nudges, nudgeAt }]),
  });
}

async function nudgeAll(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  due: readonly DueTurn[],
  now: Date,
): Promise<void> {
  const ids = due.map(({ environmentId }) => environmentId);
  const locked = await lockEnvironments(tx, workspaceId, ids);
  const known = await readKnown(tx, ctx, workspaceId, [...locked.values()], now);
  const nudges: Nudges = { effects: noEffects(), next: [], direct: [] };
  for (const turn of due) nudge(ctx, nudges, known, turn, locked.get(turn.environmentId));
  await addPersonNudges(tx, workspaceId, nudges.direct, now);
  await saveNextNudges(tx, workspaceId, nudges.next);
  await writeEffects(tx, ctx, workspaceId, nudges.effects);
}

async function readKnown(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  locked: readonly Locked[],
  now: Date,
): Promise<Known> {
  const { timeZone, quietHours, remindAfterMs } = await readReminderTimes(tx, ctx, workspaceId);
  const appIds = [...new Set(locked.map(({ app }) => app.id))];
  return {
    now,
    unitMs: remindAfterMs,
    allowedAt: nextAllowedTime(now, timeZone, quietHours),
    open: await appsWithOpenChannel(tx, workspaceId, appIds),
    peopleOf: await readPeopleOfTurns(tx, workspaceId, appIds),
  };
}

function nudge(ctx: Needs, nudges: Nudges, known: Known, turn: DueTurn, found: Locked | undefined): void {
  const { environmentId } = turn;
  const nudgeAt = found === undefined ? null : whenAllowed(known, turn, found);
  if (found === undefined || nudgeAt === null || nudgeAt > known.now) {
    nudges.next.push({ environmentId, nudges: turn.nudges, nudgeAt });
    return;
  }
  const how = isForThread(known, turn, found) ? 'thread' : 'direct';
  const { whom, passOn } = known.peopleOf(found.app.id, turn.doer);
  if (how === 'thread') inThread(nudges, found, { ...stepOf(found, turn, passOn), whom });
  else nudges.direct.push(...directly(turn, whom));
  nudges.effects.events.push(eventOf(ctx, found, turn, how));
  const count = turn.nudges + 1;
  nudges.next.push({ environmentId, nudges: count, nudgeAt: nextNudge(count, known.now, known.unitMs) });
}

/** When people may be reminded of it: now, later, or (null) not at all, as the checks are. */
function whenAllowed(known: Known, turn: DueTurn, found: Locked): Date | null {
  const step = nextStepOf(found.environment);
  if (step !== null && !isReminded(found.environment, step)) return null;
  // Another step, as StackOne cannot be asked; what is done was worked out before.
  const isUnclear = step?.action !== turn.action || cannotBeSeen(found.environment, step);
  if (isUnclear) return new Date(known.now.getTime() + unseenMs);
  return isForThread(known, turn, found) ? known.allowedAt : known.now;
}

/** The first reminder is; not where the app's channel takes no messages. */
const isForThread = ({ open }: Known, { nudges }: DueTurn, { app }: Locked): boolean =>
  nudges === 0 && open.has(app.id);

function inThread(
  nudges: Nudges,
  { app }: Locked,
  step: NudgedStep & { readonly whom: readonly string[] },
): void {
  nudges.effects.notifications.push({
    appId: app.id,
    messages: [{ where: 'thread', message: { kind: 'nudge', ...step } }],
    ownChannelOnly: true,
  });
}

function directly({ environmentId, nudges }: DueTurn, whom: readonly string[]): PersonNudge[] {
  return whom.map((userId) => ({ userId, environmentId, isLast: isLastNudge(nudges) }));
}

export function stepOf({ app, environment }: Locked, turn: DueTurn, passOn: boolean): NudgedStep {
  const { action, doer, since } = turn;
  const step = { about: aboutOf(app, environment), action, doer, since: since.toISOString() };
  return passOn ? { ...step, passOn } : step;
}

function eventOf(
  ctx: Needs,
  { app, environment }: Locked,
  { action, nudges }: DueTurn,
  how: 'thread' | 'direct',
): Effects['events'][number] {
  return {
    ...{ id: ctx.newId(), at: ctx.clock.now(), kind: 'nudged', actor: 'greenroom' },
    ...{ appId: app.id, environmentId: environment.id },
    detail: { action, how, ...(isLastNudge(nudges) ? { last: true } : {}) },
  };
}
