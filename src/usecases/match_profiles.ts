import {
  appKeysFor,
  type Match,
  matchByName,
  matchOnlyCandidate,
  type Suitor,
} from '../core/readiness/match.ts';
import {
  anyTwoWaiting,
  lockProfile,
  readCandidateProfiles,
  type StoredProfile,
  type Waiting,
  waitingByName,
  waitingForProfiles,
} from '../store/connector_profiles.ts';
import { queueCard } from '../store/deliveries.ts';
import { appendEvent } from '../store/events.ts';
import type { Queryable } from '../store/postgres/database.ts';
import { askedProfileIds, insertQuestion } from '../store/profile_questions.ts';
import { takeProfile } from './assign_profile.ts';
import { lockEnvironment } from './change_app.ts';
import type { Context } from './context.ts';

type Needs = Pick<Context, 'clock' | 'newId'>;

/** More new profiles than this at once are looked at in the next polls. */
const candidatesAtOnce = 50;
/** A stray profile is asked about in this many channels at most, those closest to needing one first. */
const channelsAsked = 10;

/**
 * Finds owners for new profiles: by name, then as the only one for the only one that waits, and asks the channels about
 * the rest, once. Costs a few queries, however many environments wait.
 */
export async function matchProfiles(tx: Queryable, ctx: Needs, workspaceId: string): Promise<void> {
  const candidates = await readCandidateProfiles(tx, workspaceId, candidatesAtOnce);
  if (candidates.length === 0) return;
  const named = await takeMatches(tx, ctx, workspaceId, await namedMatches(tx, workspaceId, candidates));
  const unnamed = candidates.filter((candidate) => !named.has(candidate.id));
  const suitors = await suitorsOf(tx, workspaceId, unnamed);
  const wanted = unnamed.filter((candidate) => suitors.some((suitor) => suitor.profileId === candidate.id));
  const lone = matchOnlyCandidate(wanted, suitors, await anyTwoWaiting(tx, workspaceId));
  const taken = await takeMatches(tx, ctx, workspaceId, lone);
  await ask(
    tx,
    ctx,
    workspaceId,
    suitors.filter((suitor) => !taken.has(suitor.profileId)),
  );
}

async function namedMatches(
  tx: Queryable,
  workspaceId: string,
  candidates: readonly StoredProfile[],
): Promise<Match[]> {
  const ids = candidates.map((candidate) => candidate.id);
  const keys = candidates.flatMap((candidate) => appKeysFor(candidate.name));
  return matchByName(candidates, await waitingByName(tx, workspaceId, ids, keys));
}

async function suitorsOf(
  tx: Queryable,
  workspaceId: string,
  candidates: readonly StoredProfile[],
): Promise<(Waiting & Suitor)[]> {
  if (candidates.length === 0) return [];
  const ids = candidates.map((candidate) => candidate.id);
  return waitingForProfiles(tx, workspaceId, ids, 1000);
}

/** Returns the ids of the profiles that found their environment. */
async function takeMatches(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  matches: readonly Match[],
): Promise<Set<string>> {
  const taken = new Set<string>();
  for (const match of matches) {
    const locked = await lockEnvironment(tx, workspaceId, match.environmentId);
    const profile = await lockProfile(tx, workspaceId, match.profileId);
    if (locked === null || profile === null || profile.environmentId !== null) continue;
    await takeProfile(tx, ctx, locked.app, locked.environment, profile, match.how, 'greenroom');
    taken.add(profile.id);
  }
  return taken;
}

async function ask(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  suitors: readonly Waiting[],
): Promise<void> {
  const channels = [...new Set(suitors.map((suitor) => suitor.channelId))].slice(0, channelsAsked);
  for (const channelId of channels) {
    const here = suitors.filter((suitor) => suitor.channelId === channelId).map((suitor) => suitor.profileId);
    const ids = [...new Set(here)];
    const asked = new Set(await askedProfileIds(tx, workspaceId, channelId, ids));
    const profileIds = ids.filter((id) => !asked.has(id));
    if (profileIds.length > 0) await askChannel(tx, ctx, workspaceId, channelId, profileIds);
  }
}

async function askChannel(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  channelId: string,
  profileIds: readonly string[],
): Promise<void> {
  const id = ctx.newId();
  const now = ctx.clock.now();
  await insertQuestion(tx, { workspaceId, id, channelId, profileIds }, now);
  await appendEvent(tx, {
    id: ctx.newId(),
    workspaceId,
    at: now,
    kind: 'profile_question_asked',
    actor: 'greenroom',
    detail: { questionId: id, channelId, profileIds },
  });
  const card = { id: ctx.newId(), subject: 'profile_question' as const, subjectId: id };
  await queueCard(tx, { workspaceId, channelId }, card, now);
}
