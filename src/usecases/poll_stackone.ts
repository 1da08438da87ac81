import type { Trouble } from '../core/readiness/checks.ts';
import type { ProfilesOutcome } from '../stackone/outcomes.ts';
import { readProfiles, saveProfileList } from '../store/connector_profiles.ts';
import { takeBaselines } from '../store/environments.ts';
import { appendEvent } from '../store/events.ts';
import type { Queryable } from '../store/postgres/database.ts';
import {
  lockStackOnePoll,
  readStackOnePoll,
  type StackOnePoll,
  saveStackOnePoll,
  somethingWatchesStackOne,
} from '../store/stackone_polls.ts';
import { profileOutcome } from './assign_profile.ts';
import { lockEnvironment } from './change_app.ts';
import type { Context } from './context.ts';
import { inTurn } from './in_turn.ts';
import { matchProfiles } from './match_profiles.ts';
import { recordOutcome } from './record_outcome.ts';
import { followBack, followTrouble } from './stackone_trouble.ts';

type Needs = Pick<Context, 'db' | 'stackone' | 'clock' | 'newId' | 'settings' | 'log'>;

/** A refused key is not tried every half minute; a new key or `/zoom-app check` ends the pause at once. */
const refusedPauseMs = 15 * 60_000;

/**
 * Lists StackOne's Zoom profiles once for the whole workspace and writes down what changed. Does nothing while nobody
 * waits, or while StackOne asked for a pause.
 */
export async function pollStackone(
  ctx: Needs,
  input: { readonly workspaceId: string; readonly force?: boolean | undefined },
): Promise<void> {
  const { workspaceId } = input;
  const poll = await readStackOnePoll(ctx.db, workspaceId);
  const paused = poll.nextPollAt !== null && poll.nextPollAt > ctx.clock.now();
  const sameKey = poll.keyFingerprint === ctx.settings.stackoneKey;
  if (paused && sameKey && input.force !== true) return;
  if (!(await somethingWatchesStackOne(ctx.db, workspaceId))) return;
  const outcome = await ctx.stackone.listZoomProfiles();
  await inTurn(ctx, workspaceId, (tx) => writeDown(tx, ctx, workspaceId, outcome));
}

async function writeDown(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  outcome: ProfilesOutcome,
): Promise<void> {
  const before = await lockStackOnePoll(tx, workspaceId);
  const now = ctx.clock.now();
  // Another poll began later and was written down first: what this one saw is older than what is known.
  if (outcome.kind === 'profiles' && before.answeredAt !== null && outcome.fetchedAt < before.answeredAt)
    return;
  if (outcome.kind !== 'profiles') {
    await writeTrouble(tx, ctx, workspaceId, before, outcome);
    return;
  }
  const answered: StackOnePoll = {
    answeredAt: now,
    trouble: null,
    troubleSince: null,
    announcedAt: null,
    keyFingerprint: ctx.settings.stackoneKey,
    nextPollAt: null,
  };
  await saveStackOnePoll(tx, workspaceId, answered, now);
  // Said first: what happened meanwhile is news of a StackOne that is back.
  if (before.trouble !== null) await followBack(tx, ctx, workspaceId, before);
  const { changedIds } = await saveProfileList(tx, workspaceId, outcome.profiles, now);
  await noteBaselines(tx, ctx, workspaceId);
  await followChanges(tx, ctx, workspaceId, changedIds);
  await matchProfiles(tx, ctx, workspaceId);
}

async function noteBaselines(tx: Queryable, ctx: Needs, workspaceId: string): Promise<void> {
  for (const environmentId of await takeBaselines(tx, workspaceId, ctx.clock.now())) {
    await appendEvent(tx, {
      id: ctx.newId(),
      workspaceId,
      at: ctx.clock.now(),
      kind: 'baseline_taken',
      actor: 'greenroom',
      environmentId,
    });
  }
}

/** Profiles that belong to an environment and were disabled, enabled, removed or brought back. */
async function followChanges(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  changedIds: readonly string[],
): Promise<void> {
  for (const profile of await readProfiles(tx, workspaceId, changedIds)) {
    if (profile.environmentId === null) continue;
    const locked = await lockEnvironment(tx, workspaceId, profile.environmentId);
    if (locked === null) continue;
    const { app, environment } = locked;
    const outcome = profileOutcome(profile);
    await recordOutcome(tx, ctx, app, environment, 'connector_profile', outcome, { actor: 'greenroom' });
  }
}

async function writeTrouble(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  before: StackOnePoll,
  outcome: Exclude<ProfilesOutcome, { kind: 'profiles' }>,
): Promise<void> {
  const now = ctx.clock.now();
  const trouble = troubleOf(outcome);
  // A key that was missing until now is no outage that has lasted.
  const begins = before.trouble === null || before.trouble === 'not_configured';
  const since = begins && trouble !== before.trouble ? now : (before.troubleSince ?? now);
  const pauseMs = outcome.kind === 'refused' ? refusedPauseMs : (outcome.retryAfterMs ?? 0);
  const poll: StackOnePoll = {
    answeredAt: before.answeredAt,
    trouble,
    troubleSince: since,
    announcedAt: before.announcedAt,
    keyFingerprint: ctx.settings.stackoneKey,
    nextPollAt: pauseMs > 0 ? new Date(now.getTime() + pauseMs) : null,
  };
  const announcedAt = await followTrouble(tx, ctx, workspaceId, before, poll);
  await saveStackOnePoll(tx, workspaceId, { ...poll, announcedAt }, now);
}

function troubleOf(outcome: Exclude<ProfilesOutcome, { kind: 'profiles' }>): Trouble {
  if (outcome.kind === 'unavailable') return outcome.why;
  return outcome.status === 401 ? 'key_refused' : 'key_forbidden';
}
