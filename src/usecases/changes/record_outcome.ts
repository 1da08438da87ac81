import { isDeepStrictEqual } from 'node:util';
import { checkOf, type Environment, type ZoomApp } from '../../core/apps/zoom_app.ts';
import { applyOutcome, type Change } from '../../core/checks/apply_outcome.ts';
import type { Check, CheckName, Outcome } from '../../core/checks/check.ts';
import type { CheckDetail } from '../../core/checks/check_detail.ts';
import { type Damping, dampingOf } from '../../core/checks/flap_damping.ts';
import { type Stage, stageOf } from '../../core/checks/stage.ts';
import type { About } from '../../core/deliveries/messages/message_facts.ts';
import type { LockedApp } from '../../store/apps/zoom_apps.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import type { Context } from './context.ts';
import { type Announcement, changeMessages, stageMessages, withDamping } from './outcome_messages.ts';
import { type Effects, noEffects, writeEffects } from './write_effects.ts';

export interface Recorded {
  readonly change: Change;
  readonly check: Check;
  readonly stage: Stage;
  readonly environment: Environment;
}

/** What a person or a poll adds to an outcome. */
export interface OutcomeOptions {
  readonly actor: string;
  /** Replaces the general message about the change (for example by "the profile was created"). */
  readonly instead?: (stage: Stage) => Announcement;
  /** Follows the messages about the change. */
  readonly also?: Announcement;
}

/**
 * The one place where a check changes: check, event, stage and the messages it causes, in the caller's transaction.
 * The app must be locked by the caller (`lockZoomApp`), so that two outcomes never overtake each other.
 */
export async function recordOutcome(
  tx: Queryable,
  ctx: Pick<Context, 'clock' | 'newId'>,
  app: LockedApp,
  environment: Environment,
  name: CheckName,
  outcome: Outcome,
  options: OutcomeOptions,
): Promise<Recorded> {
  const effects = noEffects();
  const recorded = decideOutcome(ctx, effects, app, environment, name, outcome, options);
  await writeEffects(tx, ctx, app.workspaceId, effects);
  return recorded;
}

/** Decides what an outcome changes and adds it to `effects`, for callers that write many at once. */
export function decideOutcome(
  ctx: Pick<Context, 'clock' | 'newId'>,
  effects: Effects,
  app: LockedApp,
  environment: Environment,
  name: CheckName,
  outcome: Outcome,
  options: OutcomeOptions,
): Recorded {
  const now = ctx.clock.now();
  const before = checkOf(environment, name);
  const { check: found, change } = applyOutcome(before, outcome, now);
  const { damping, swings } = dampingOf(before, change, now);
  const check = swings.length === 0 ? found : { ...found, detail: { ...found.detail, swings } };
  effects.checks.push({ environmentId: environment.id, check });

  const checks = environment.checks.map((one) => (one.name === name ? check : one));
  // Rejecting a profile ends "live": the environment waits for the right one.
  const gaveUp = name === 'connector_profile' && change === 'reset';
  const wasLive = environment.liveAt !== null && !gaveUp;
  const stage = stageOf(checks, { wasLive, archived: app.archivedAt !== null });
  const liveAt = stage === 'live' ? (environment.liveAt ?? now) : wasLive ? environment.liveAt : null;
  if (stage !== environment.stage || liveAt !== environment.liveAt) {
    effects.stages.push({ environmentId: environment.id, stage, liveAt });
  }

  if (hasChanged(before, check)) {
    effects.events.push(
      ...eventsOf(ctx, app, environment, { before, check, change, stage, damping, options }),
    );
    const messages = [
      ...changeMessages(aboutOf(app, environment), before, check, change, options.instead?.(stage)),
      ...(options.also === undefined ? [] : [options.also]),
      ...stageMessages(aboutOf(app, environment), environment.stage, stage),
    ];
    const kept = withRegression(ctx, effects, { damping, actor: options.actor }, messages);
    effects.notifications.push({ appId: app.id, messages: withDamping(damping, kept) });
    if (before.lastKnown === 'failed' && check.lastKnown !== 'failed')
      effects.repaired.push({ environmentId: environment.id, check: name });
  } else if (before.detail.retry?.inVain !== check.detail.retry?.inVain) {
    // The card now offers to attest instead.
    effects.notifications.push({ appId: app.id, messages: [] });
  }
  return { change, check, stage, environment: { ...environment, checks, stage, liveAt } };
}

/** What broke is kept, so that somebody is asked about it until it is taken or repaired (usecases/regressions). */
function withRegression(
  ctx: Pick<Context, 'clock' | 'newId'>,
  effects: Effects,
  { damping, actor }: { readonly damping: Damping; readonly actor: string },
  messages: readonly Announcement[],
): Announcement[] {
  return messages.map(({ where, message }) => {
    if (message.kind !== 'regressed') return { where, message };
    const id = ctx.newId();
    effects.regressions.push({
      ...{ id, environmentId: message.about.environmentId, check: message.check },
      ...{ startedAt: ctx.clock.now(), announced: damping !== 'quiet' },
      reportedBy: actor === 'greenroom' ? null : actor,
    });
    return { where, message: { ...message, regressionId: id } };
  });
}

export function aboutOf(
  app: Pick<ZoomApp, 'id' | 'name'>,
  environment: Pick<Environment, 'id' | 'kind'>,
): About {
  return { appId: app.id, appName: app.name, environmentId: environment.id, environment: environment.kind };
}

/** The same outcome again changes times only: no event, no message, no new card. */
function hasChanged(before: Check, after: Check): boolean {
  return (
    before.status !== after.status ||
    before.reason !== after.reason ||
    before.evidence !== after.evidence ||
    before.attestedBy !== after.attestedBy ||
    before.expiresAt?.getTime() !== after.expiresAt?.getTime() ||
    !isDeepStrictEqual(shownOf(before.detail), shownOf(after.detail))
  );
}

/** A changed time of the next retry is not worth a message, nor are StackOne's other words for the same reason. */
function shownOf({ retry: _retry, notActive = [], onlyActive: _id, ...detail }: CheckDetail): object {
  return { ...detail, notActive: notActive.map(({ description: _words, ...state }) => state) };
}

/** Numbers only: names of customers could not be removed from the history. */
function accountCount({ detail: { active, accounts } }: Check): { active?: number; accounts?: number } {
  return active === undefined || accounts === undefined ? {} : { active, accounts };
}

function eventsOf(
  ctx: Pick<Context, 'clock' | 'newId'>,
  app: LockedApp,
  environment: Environment,
  what: {
    before: Check;
    check: Check;
    change: Change;
    stage: Stage;
    damping: Damping;
    options: OutcomeOptions;
  },
): Effects['events'] {
  const { before, check, change, stage, damping, options } = what;
  const common = {
    at: ctx.clock.now(),
    actor: options.actor,
    appId: app.id,
    environmentId: environment.id,
  };
  const { name, status: to, reason, evidence } = check;
  const changed = {
    ...common,
    id: ctx.newId(),
    kind: 'check_changed' as const,
    detail: {
      check: name,
      change,
      from: before.status,
      to,
      reason,
      evidence,
      ...accountCount(check),
      ...(damping === 'quiet' ? { damped: true } : {}),
    },
  };
  if (stage === environment.stage) return [changed];
  const moved = { from: environment.stage, to: stage };
  return [changed, { ...common, id: ctx.newId(), kind: 'stage_changed' as const, detail: moved }];
}
