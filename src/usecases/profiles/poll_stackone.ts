import type { Outcome, Trouble } from '../../core/checks/check.ts';
import { judgeAbsence } from '../../core/profiles/missing_profile.ts';
import type { ProfilesOutcome } from '../../stackone/stackone_types.ts';
import { appendEvents } from '../../store/apps/events.ts';
import { takeBaselines } from '../../store/apps/save_environments.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { claimUnannouncedProfiles, readFreeProfiles } from '../../store/profiles/connector_profiles.ts';
import { markDoubted, markRemoved, saveProfileList } from '../../store/profiles/save_profile_list.ts';
import {
  lockStackOnePoll,
  readStackOnePoll,
  type StackOnePoll,
  saveStackOnePoll,
  somethingWatchesStackOne,
} from '../../store/profiles/stackone_polls.ts';
import { lockEnvironments } from '../changes/change_app.ts';
import type { Context } from '../changes/context.ts';
import { notifyAll } from '../changes/notify_watchers.ts';
import { decideOutcome } from '../changes/record_outcome.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';
import { noEffects, writeEffects } from '../changes/write_effects.ts';
import { profileOutcome } from './assign_profile.ts';
import { knowsEveryProfile } from './list_completeness.ts';
import { matchProfiles } from './match_new_profiles.ts';
import { followBack, followTrouble } from './stackone_outage.ts';

type Needs = Pick<Context, 'db' | 'stackone' | 'clock' | 'newId' | 'settings' | 'log'>;

/** Milliseconds before a refused key is tried again, even for a forced poll; a new key is tried at once. */
const refusedPauseMs = 15 * 60_000;
/** Environments that are updated after a changed profile, or get their baseline, in one transaction. */
const atOnce = 100;

/**
 * Lists StackOne's Zoom profiles once for the whole workspace and records what changed. Does nothing while no environment
 * needs it, or during a cool-down. `force`: a person asked for it, so that only the cool-down after a refused key counts.
 */
export async function pollStackone(
  ctx: Needs,
  input: { readonly workspaceId: string; readonly force?: boolean | undefined },
): Promise<void> {
  const { workspaceId } = input;
  const poll = await readStackOnePoll(ctx.db, workspaceId);
  const paused = poll.nextPollAt !== null && poll.nextPollAt > ctx.clock.now();
  const sameKey = poll.keyFingerprint === ctx.settings.stackoneKey;
  const mayForce = input.force === true && !keyStaysRefused(poll, ctx.settings.stackoneKey);
  if (paused && sameKey && !mayForce) return;
  if (!(await somethingWatchesStackOne(ctx.db, workspaceId))) return;
  const first = await readList(ctx, workspaceId, null);
  // Recorded profiles are missing: the list is fetched again at once, before a removal is announced.
  const read = first.missing.size === 0 ? first : await readList(ctx, workspaceId, first.missing);
  if (!first.listed && !read.listed) return;
  // In transactions of their own: a person who changes an app meanwhile waits for at most one batch. If the process dies,
  // the next poll does the rest.
  const baselineAt = read.baselineAt ?? first.baselineAt;
  if (baselineAt !== null) while (await noteBaselines(ctx, workspaceId, baselineAt)) {}
  while (await followChanges(ctx, workspaceId)) {}
  await matchProfiles(ctx, workspaceId);
}

interface Reading {
  /** A list was recorded. */
  readonly listed: boolean;
  /** Profiles that it lacks, and that another list has to lack too before they count as removed. */
  readonly missing: ReadonlySet<string>;
  /** When the list was recorded, if it was complete. */
  readonly baselineAt: Date | null;
}

const nothingRead: Reading = { listed: false, missing: new Set(), baselineAt: null };

/** Fetches the list and records it. `before`: what the list before this one lacked. */
async function readList(
  ctx: Needs,
  workspaceId: string,
  before: ReadonlySet<string> | null,
): Promise<Reading> {
  const outcome = await ctx.stackone.listZoomProfiles();
  return withWorkspaceLock(ctx, workspaceId, (tx) => writeDown(tx, ctx, workspaceId, outcome, before));
}

/** StackOne has refused this very key, and would refuse it again. */
export function keyStaysRefused(
  { trouble, keyFingerprint }: Pick<StackOnePoll, 'trouble' | 'keyFingerprint'>,
  key: string | null,
): boolean {
  return (trouble === 'key_refused' || trouble === 'key_forbidden') && keyFingerprint === key;
}

async function writeDown(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  outcome: ProfilesOutcome,
  missingBefore: ReadonlySet<string> | null,
): Promise<Reading> {
  const before = await lockStackOnePoll(tx, workspaceId);
  const now = ctx.clock.now();
  // Another poll began later and was recorded first: this list is older than the recorded one.
  if (outcome.kind === 'profiles' && before.answeredAt !== null && outcome.fetchedAt < before.answeredAt)
    return nothingRead;
  if (outcome.kind !== 'profiles') {
    await writeTrouble(tx, ctx, workspaceId, before, outcome);
    return nothingRead;
  }
  const incomplete = outcome.doubt?.absence === true;
  const answered: StackOnePoll = {
    answeredAt: now,
    trouble: null,
    troubleSince: null,
    announcedAt: null,
    keyFingerprint: ctx.settings.stackoneKey,
    nextPollAt: null,
    listDoubtedSince: incomplete ? (before.listDoubtedSince ?? now) : null,
  };
  await saveStackOnePoll(tx, workspaceId, answered, now);
  // The recovery is announced first, then what has changed meanwhile.
  if (before.trouble !== null) await followBack(tx, ctx, workspaceId, before);
  const missing = await saveList(tx, workspaceId, outcome, now, missingBefore);
  return { listed: true, missing, baselineAt: knowsEveryProfile(answered, now) ? now : null };
}

/**
 * Returns what the list lacks and another list has to lack too. `now`: the time of the list and of the baseline that it sets;
 * with two times, profiles of the list would be newer than the baseline.
 */
async function saveList(
  tx: Queryable,
  workspaceId: string,
  { profiles, doubt }: Extract<ProfilesOutcome, { kind: 'profiles' }>,
  now: Date,
  missingBefore: ReadonlySet<string> | null,
): Promise<ReadonlySet<string>> {
  const unreadIds = doubt?.unreadIds ?? [];
  const missing = await saveProfileList(tx, workspaceId, profiles, now, unreadIds);
  const reading = {
    complete: doubt?.absence !== true,
    empty: profiles.length === 0 && unreadIds.length === 0,
  };
  const absence = judgeAbsence(missing, reading, missingBefore, now);
  await markDoubted(tx, workspaceId, absence.doubted, now);
  await markRemoved(tx, workspaceId, absence.removed, now);
  return new Set(absence.confirm);
}

/** Sets the baseline of environments that waited for a first list: its profiles are not new for them. Returns whether some are left. */
function noteBaselines(ctx: Needs, workspaceId: string, at: Date): Promise<boolean> {
  return withWorkspaceLock(ctx, workspaceId, async (tx) => {
    const taken = await takeBaselines(tx, workspaceId, at, atOnce);
    const kind = 'baseline_taken';
    await appendEvents(
      tx,
      workspaceId,
      taken.map(({ environmentId }) => ({ id: ctx.newId(), at, kind, actor: 'greenroom', environmentId })),
    );
    // Profiles that were created during an outage are not announced, but the cards must offer them: nothing else would
    // redraw them.
    if (taken.length > 0 && (await readFreeProfiles(tx, workspaceId, 1)).length > 0) {
      const appIds = [...new Set(taken.map(({ appId }) => appId))];
      await notifyAll(
        tx,
        ctx,
        workspaceId,
        appIds.map((appId) => ({ appId, messages: [] })),
      );
    }
    return taken.length === atOnce;
  });
}

/** Profiles that belong to an environment and were disabled, enabled, removed or brought back. Returns whether some are left. */
function followChanges(ctx: Needs, workspaceId: string): Promise<boolean> {
  return withWorkspaceLock(ctx, workspaceId, async (tx) => {
    const profiles = await claimUnannouncedProfiles(tx, workspaceId, atOnce);
    if (profiles.length === 0) return false;
    const ids = profiles.flatMap((profile) => profile.environmentId ?? []);
    const locked = await lockEnvironments(tx, workspaceId, ids);
    const effects = noEffects();
    for (const profile of profiles) {
      const found = locked.get(profile.environmentId ?? '');
      if (found === undefined) continue;
      const doubted = profile.removedAt === null && profile.doubtedSince !== null;
      const outcome: Outcome = doubted
        ? { kind: 'unknown', why: 'unexpected_reply' }
        : profileOutcome(profile);
      const by = { actor: 'greenroom' };
      decideOutcome(ctx, effects, found.app, found.environment, 'connector_profile', outcome, by);
    }
    await writeEffects(tx, ctx, workspaceId, effects);
    return profiles.length === atOnce;
  });
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
  // The time without a configured key does not count as an outage.
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
    listDoubtedSince: before.listDoubtedSince,
  };
  const announcedAt = await followTrouble(tx, ctx, workspaceId, before, poll);
  await saveStackOnePoll(tx, workspaceId, { ...poll, announcedAt }, now);
}

function troubleOf(outcome: Exclude<ProfilesOutcome, { kind: 'profiles' }>): Trouble {
  if (outcome.kind === 'unavailable') return outcome.why;
  return outcome.status === 401 ? 'key_refused' : 'key_forbidden';
}
