import { unknownReasonIn } from '../../core/checks/stackone_status.ts';
import { newestVersion } from '../../core/drift/connector_version.ts';
import { judgeAbsence } from '../../core/profiles/missing_profile.ts';
import type { ConnectorProfile, ProfilesOutcome } from '../../stackone/stackone_types.ts';
import { saveProfileVersion } from '../../store/drift/connector_polls.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { markDoubted, markRemoved, saveProfileList } from '../../store/profiles/save_profile_list.ts';
import {
  lockStackOnePoll,
  type StackOnePoll,
  saveStackOnePoll,
} from '../../store/profiles/stackone_polls.ts';
import type { Context } from '../changes/context.ts';
import { knowsEveryProfile } from './list_completeness.ts';
import { followBack, followTrouble } from './stackone_outage.ts';

type Needs = Pick<Context, 'clock' | 'newId' | 'settings'>;

/** Milliseconds before a refused key is tried again, even for a forced poll; a new key is tried at once. */
const refusedCoolDownMs = 15 * 60_000;

export interface RecordedList {
  /** A list was recorded. */
  readonly listed: boolean;
  /** Profiles that it lacks, and that another list has to lack too before they count as removed. */
  readonly missing: ReadonlySet<string>;
  /** When the list was recorded, if it was complete. */
  readonly baselineAt: Date | null;
}

const nothingRecorded: RecordedList = { listed: false, missing: new Set(), baselineAt: null };

/** Records what StackOne answered, a list or none, in the caller's transaction. `missingBefore`: what the list before this one lacked. */
export async function recordProfileList(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  outcome: ProfilesOutcome,
  missingBefore: ReadonlySet<string> | null,
): Promise<RecordedList> {
  const before = await lockStackOnePoll(tx, workspaceId);
  const now = ctx.clock.now();
  // Another poll began later and was recorded first: this list is older than the recorded one.
  if (outcome.kind === 'profiles' && before.answeredAt !== null && outcome.fetchedAt < before.answeredAt)
    return nothingRecorded;
  if (outcome.kind !== 'profiles') {
    await writeTrouble(tx, ctx, workspaceId, before, outcome);
    return nothingRecorded;
  }
  const incomplete = outcome.gaps?.incomplete === true;
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
  { profiles, gaps }: Extract<ProfilesOutcome, { kind: 'profiles' }>,
  now: Date,
  missingBefore: ReadonlySet<string> | null,
): Promise<ReadonlySet<string>> {
  const unreadIds = gaps?.unreadIds ?? [];
  await noteProfileVersion(tx, workspaceId, profiles, now);
  const missing = await saveProfileList(tx, workspaceId, profiles, now, unreadIds);
  const reading = {
    complete: gaps?.incomplete !== true,
    empty: profiles.length === 0 && unreadIds.length === 0,
  };
  const absence = judgeAbsence(missing, reading, missingBefore, now);
  await markDoubted(tx, workspaceId, absence.doubted, now);
  await markRemoved(tx, workspaceId, absence.removed, now);
  return new Set(absence.confirm);
}

/** Of the profiles that follow the connector; a list without any says nothing about it. */
async function noteProfileVersion(
  tx: Queryable,
  workspaceId: string,
  profiles: readonly ConnectorProfile[],
  now: Date,
): Promise<void> {
  const following = profiles.filter(({ pinnedVersion }) => pinnedVersion === undefined);
  const newest = newestVersion(following.flatMap(({ connectorVersion }) => connectorVersion ?? []));
  if (newest !== null) await saveProfileVersion(tx, workspaceId, newest, now);
}

async function writeTrouble(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  before: StackOnePoll,
  outcome: Exclude<ProfilesOutcome, { kind: 'profiles' }>,
): Promise<void> {
  const now = ctx.clock.now();
  const trouble = unknownReasonIn(outcome);
  // The time without a configured key does not count as an outage.
  const begins = before.trouble === null || before.trouble === 'not_configured';
  const since = begins && trouble !== before.trouble ? now : (before.troubleSince ?? now);
  const coolDownMs = outcome.kind === 'refused' ? refusedCoolDownMs : (outcome.retryAfterMs ?? 0);
  const poll: StackOnePoll = {
    answeredAt: before.answeredAt,
    trouble,
    troubleSince: since,
    announcedAt: before.announcedAt,
    keyFingerprint: ctx.settings.stackoneKey,
    nextPollAt: coolDownMs > 0 ? new Date(now.getTime() + coolDownMs) : null,
    listDoubtedSince: before.listDoubtedSince,
  };
  const announcedAt = await followTrouble(tx, ctx, workspaceId, before, poll);
  await saveStackOnePoll(tx, workspaceId, { ...poll, announcedAt }, now);
}
