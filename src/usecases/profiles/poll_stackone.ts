import {
  readStackOnePoll,
  type StackOnePoll,
  somethingWatchesStackOne,
} from '../../store/profiles/stackone_polls.ts';
import type { Context } from '../changes/context.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';
import { matchProfiles } from './match_new_profiles.ts';
import { type RecordedList, recordProfileList } from './record_profile_list.ts';
import { followChanges, noteBaselines } from './update_after_list.ts';

type Needs = Pick<Context, 'db' | 'stackone' | 'clock' | 'newId' | 'settings' | 'log'>;

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
  const isCoolingDown = poll.nextPollAt !== null && poll.nextPollAt > ctx.clock.now();
  const sameKey = poll.keyFingerprint === ctx.settings.stackoneKey;
  const mayForce = input.force === true && !keyStaysRefused(poll, ctx.settings.stackoneKey);
  if (isCoolingDown && sameKey && !mayForce) return;
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

/** Fetches the list and records it. `before`: what the list before this one lacked. */
async function readList(
  ctx: Needs,
  workspaceId: string,
  before: ReadonlySet<string> | null,
): Promise<RecordedList> {
  const outcome = await ctx.stackone.listZoomProfiles();
  return withWorkspaceLock(ctx, workspaceId, (tx) =>
    recordProfileList(tx, ctx, workspaceId, outcome, before),
  );
}

/** StackOne has refused this very key, and would refuse it again. */
export function keyStaysRefused(
  { trouble, keyFingerprint }: Pick<StackOnePoll, 'trouble' | 'keyFingerprint'>,
  key: string | null,
): boolean {
  return (trouble === 'key_refused' || trouble === 'key_forbidden') && keyFingerprint === key;
}
