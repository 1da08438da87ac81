import type { Environment, ZoomApp } from '../../core/apps/zoom_app.ts';
import { nudgeKey, nudgesKey } from '../../core/deliveries/collapse_key.ts';
import type { Message } from '../../core/deliveries/message.ts';
import type { NudgedStep } from '../../core/deliveries/messages/turn_message.ts';
import { Ok, type Result } from '../../core/result.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { readLastMessage } from '../../store/deliveries/direct_messages.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { type DueTurn, dropNudges, readTurnsOf, saveNextNudges } from '../../store/turns/nudges.ts';
import { changeEnvironment } from '../changes/change_app.ts';
import type { By, Context, Deciding, Refusal } from '../changes/context.ts';
import { notifyPerson } from '../changes/notify_person.ts';
import { readPeopleOfTurns } from './people_of_turn.ts';

type Needs = Pick<Context, Deciding | 'clock' | 'newId'>;
type Snoozed = NonNullable<NudgedStep['snoozed']>;

const dayMs = 24 * 60 * 60_000;
/** For how long reminders can be put off; `never`: there are no more of this turn. */
const snoozeMs = { day: dayMs, three_days: 3 * dayMs, week: 7 * dayMs, never: null } as const;
export type Snooze = keyof typeof snoozeMs;
export const snoozes: readonly Snooze[] = ['day', 'three_days', 'week', 'never'];

/**
 * Puts off the reminders of a step, for everybody, or ends them. Whoever may say how things stand may. `action`: the step that was
 * shown; null is returned where it is done, or another one is next. Reminders that stand in Slack say so.
 */
export function snoozeTurn(
  ctx: Needs,
  input: By & { readonly environmentId: string; readonly action: string; readonly snooze: Snooze },
): Promise<Result<{ readonly until: Date | null } | null, Refusal>> {
  const { workspaceId, actor, environmentId, action, snooze } = input;
  return changeEnvironment<{ until: Date | null } | null, never>(
    ctx,
    input,
    'tick',
    async (tx, app, environment) => {
      const [turn] = await readTurnsOf(tx, workspaceId, [environmentId]);
      if (turn === undefined || turn.action !== action) return Ok(null);
      const ms = snoozeMs[snooze];
      const until = ms === null ? null : new Date(ctx.clock.now().getTime() + ms);
      await saveNextNudges(tx, workspaceId, [{ environmentId, nudges: turn.nudges, nudgeAt: until }]);
      await dropNudges(tx, workspaceId, environmentId);
      const detail = { action, until: until?.toISOString() ?? null };
      const at = ctx.clock.now();
      const event = { id: ctx.newId(), workspaceId, at, actor, appId: app.id, environmentId, detail };
      await appendEvent(tx, { ...event, kind: 'nudge_snoozed' });
      const snoozed = { by: actor, until: until?.toISOString() ?? null };
      await noteInMessages(tx, ctx, app, environment, turn, snoozed);
      return Ok({ until });
    },
  );
}

/** The last reminders of it, in threads and direct messages, name who put it off. */
async function noteInMessages(
  tx: Queryable,
  ctx: Needs,
  app: ZoomApp,
  environment: Environment,
  turn: DueTurn,
  snoozed: Snoozed,
): Promise<void> {
  const { workspaceId } = app;
  const { whom } = (await readPeopleOfTurns(tx, workspaceId, [app.id]))(app.id, turn.doer);
  const places = [
    [app.channelId, nudgeKey(environment.id)] as const,
    ...whom.map((userId) => [userId, nudgesKey] as const),
  ];
  for (const [channelId, key] of places) {
    const last = await readLastMessage(tx, { workspaceId, channelId }, key);
    const next = last === null ? null : withSnooze(last.message, environment.id, turn, snoozed);
    if (last === null || next === null) continue;
    await notifyPerson(tx, ctx, {
      workspaceId,
      userId: channelId,
      message: () => next,
      editSince: last.postedAt,
    });
  }
}

/** Null: the message does not name this step. */
function withSnooze(
  message: Message,
  environmentId: string,
  turn: DueTurn,
  snoozed: Snoozed,
): Message | null {
  const isIt = (step: NudgedStep) =>
    step.about.environmentId === environmentId && step.action === turn.action;
  if (message.kind === 'nudge') return isIt(message) ? { ...message, snoozed } : null;
  if (message.kind !== 'nudges' || !message.steps.some(isIt)) return null;
  return { ...message, steps: message.steps.map((step) => (isIt(step) ? { ...step, snoozed } : step)) };
}
