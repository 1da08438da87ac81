import {
  appKeysFor,
  type Match,
  matchByName,
  matchOnlyCandidate,
} from '../../core/profiles/match_profiles.ts';
import { zoomAppsNamed } from '../../store/apps/zoom_apps.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { readProfiles, type StoredProfile } from '../../store/profiles/connector_profiles.ts';
import {
  anyTwoWaiting,
  readCandidateProfiles,
  stillWaiting,
  waitingByName,
} from '../../store/profiles/profile_candidates.ts';
import { lockEnvironments } from '../changes/change_app.ts';
import type { Context } from '../changes/context.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';
import { askAboutProfiles, notAskedAbout } from './ask_about_profiles.ts';
import { type PlannedAssignment, takeProfiles } from './take_profiles.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'newId'>;

/** Most unassigned profiles whose names are looked up in a poll, the newest ones. */
const candidatesAtOnce = 1000;
/** Profiles that are assigned in one transaction. */
const takenAtOnce = 100;
/** A draft that was not touched for this long does not count as waiting. */
const draftLifeMs = 60 * 60_000;

/**
 * Assigns new profiles: by name, then as the only candidate, and asks the channels about the rest, once. Costs a few queries,
 * whatever the number of waiting environments and unassigned profiles, and takes the workspace lock only if there is something
 * to write.
 */
export async function matchProfiles(ctx: Needs, workspaceId: string): Promise<void> {
  const candidates = await readCandidateProfiles(ctx.db, workspaceId, candidatesAtOnce);
  if (candidates.length === 0) return;
  const matches = await namedMatches(ctx.db, workspaceId, candidates);
  for (let done = 0; done < matches.length; done += takenAtOnce) {
    const some = matches.slice(done, done + takenAtOnce);
    await withWorkspaceLock(ctx, workspaceId, (tx) => takeMatches(tx, ctx, workspaceId, some));
  }
  const named = new Set(matches.map((match) => match.profileId));
  await placeOthers(
    ctx,
    workspaceId,
    candidates.filter((candidate) => !named.has(candidate.id)),
  );
}

async function namedMatches(
  db: Queryable,
  workspaceId: string,
  candidates: readonly StoredProfile[],
): Promise<Match[]> {
  const wanted = candidates.flatMap(({ id, name }) =>
    appKeysFor(name).map((appKey) => ({ profileId: id, appKey })),
  );
  return matchByName(candidates, await waitingByName(db, workspaceId, wanted));
}

/** Profiles that no name assigns. Read before the workspace lock is taken, and again under it. */
async function placeOthers(
  ctx: Needs,
  workspaceId: string,
  unnamed: readonly StoredProfile[],
): Promise<void> {
  const ids = unnamed.map((candidate) => candidate.id);
  const somethingToDo = async (db: Queryable) => ({
    lone: await loneMatch(db, ctx, workspaceId, unnamed),
    unasked: await notAskedAbout(db, workspaceId, ids),
  });
  const { lone, unasked } = await somethingToDo(ctx.db);
  if (lone.length === 0 && unasked.length === 0) return;
  await withWorkspaceLock(ctx, workspaceId, async (tx) => {
    const now = await somethingToDo(tx);
    const taken = await takeMatches(tx, ctx, workspaceId, now.lone);
    await askAboutProfiles(
      tx,
      ctx,
      workspaceId,
      now.unasked.filter((id) => !taken.has(id)),
    );
  });
}

/** The only new profile for the only waiting environment; not where its name is that of another app. */
async function loneMatch(
  db: Queryable,
  ctx: Pick<Context, 'clock'>,
  workspaceId: string,
  candidates: readonly StoredProfile[],
): Promise<Match[]> {
  const draftsSince = new Date(ctx.clock.now().getTime() - draftLifeMs);
  const waiting = candidates.length === 0 ? [] : await anyTwoWaiting(db, workspaceId, draftsSince);
  const [environmentId, another] = waiting;
  if (environmentId === undefined || another !== undefined) return [];
  const pairs = candidates.map(({ id }) => ({ profileId: id, environmentId }));
  const waitingEnvironments = await stillWaiting(db, workspaceId, pairs);
  const wanted = candidates.filter((candidate) =>
    waitingEnvironments.some((one) => one.profileId === candidate.id),
  );
  const namesakes = await zoomAppsNamed(
    db,
    workspaceId,
    wanted.flatMap((candidate) => appKeysFor(candidate.name)),
  );
  const anothers = namesakes.some((id) =>
    waitingEnvironments.every((waitingEnvironment) => waitingEnvironment.appId !== id),
  );
  return anothers ? [] : matchOnlyCandidate(wanted, waitingEnvironments, waiting);
}

/** Returns the ids of the profiles that were assigned. */
async function takeMatches(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  matches: readonly Match[],
): Promise<Set<string>> {
  if (matches.length === 0) return new Set();
  const fitting = await stillWaiting(tx, workspaceId, matches);
  const howOf = new Map(matches.map((match) => [match.profileId, match.how]));
  const environmentIds = fitting.map((one) => one.environmentId);
  const locked = await lockEnvironments(tx, workspaceId, environmentIds);
  const profileIds = fitting.map((one) => one.profileId);
  const profiles = new Map((await readProfiles(tx, workspaceId, profileIds)).map((one) => [one.id, one]));
  const planned = fitting.flatMap(({ profileId, environmentId }): PlannedAssignment[] => {
    const [found, profile, how] = [locked.get(environmentId), profiles.get(profileId), howOf.get(profileId)];
    if (found === undefined || profile === undefined || how === undefined) return [];
    return [{ ...found, profile, how }];
  });
  await takeProfiles(tx, ctx, workspaceId, planned, 'greenroom');
  return new Set(planned.map(({ profile }) => profile.id));
}
