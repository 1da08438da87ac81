import { appKeysFor, type Match, matchByName, matchOnlyCandidate } from '../core/readiness/match.ts';
import { lockProfile, type StoredProfile } from '../store/connector_profiles.ts';
import { queueCard } from '../store/deliveries.ts';
import { appendEvent } from '../store/events.ts';
import type { Queryable } from '../store/postgres/database.ts';
import { askedProfileIds, insertQuestion } from '../store/profile_questions.ts';
import {
  anyTwoWaiting,
  readCandidateProfiles,
  waitingByName,
  waitingForProfiles,
  waitingOf,
} from '../store/profile_suitors.ts';
import { zoomAppsNamed } from '../store/zoom_apps.ts';
import { takeProfile } from './assign_profile.ts';
import { lockEnvironment } from './change_app.ts';
import type { Context } from './context.ts';

type Needs = Pick<Context, 'clock' | 'newId'>;

/** A name is looked up for so many free profiles, the newest ones. */
const candidatesAtOnce = 1000;
/** More new profiles than this at once are asked about in the next polls. */
const askedAtOnce = 50;
/** A registration that nobody has touched for so long waits for nothing. */
const draftLifeMs = 60 * 60_000;
/** A stray profile is asked about in this many channels at most, those closest to needing one first. */
const channelsAsked = 10;

/**
 * Finds owners for new profiles: by name, then as the only one for the only one that waits, and asks the channels about
 * the rest, once. Costs a few queries, however many environments wait and however many profiles stay nobody's.
 */
export async function matchProfiles(tx: Queryable, ctx: Needs, workspaceId: string): Promise<void> {
  const candidates = await readCandidateProfiles(tx, workspaceId, candidatesAtOnce);
  if (candidates.length === 0) return;
  const named = await takeMatches(tx, ctx, workspaceId, await namedMatches(tx, workspaceId, candidates));
  const unnamed = candidates.filter((candidate) => !named.has(candidate.id));
  const lone = await takeMatches(tx, ctx, workspaceId, await loneMatch(tx, ctx, workspaceId, unnamed));
  await ask(
    tx,
    ctx,
    workspaceId,
    unnamed.filter((candidate) => !lone.has(candidate.id)).map((candidate) => candidate.id),
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

/** One profile for one that waits; not where its name is that of another app, whoever waits. */
async function loneMatch(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  candidates: readonly StoredProfile[],
): Promise<Match[]> {
  const draftsSince = new Date(ctx.clock.now().getTime() - draftLifeMs);
  const waiting = candidates.length === 0 ? [] : await anyTwoWaiting(tx, workspaceId, draftsSince);
  const [environmentId, another] = waiting;
  if (environmentId === undefined || another !== undefined) return [];
  const ids = candidates.map((candidate) => candidate.id);
  const suitors = await waitingOf(tx, workspaceId, ids, environmentId);
  const wanted = candidates.filter((candidate) => suitors.some((one) => one.profileId === candidate.id));
  const namesakes = await zoomAppsNamed(
    tx,
    workspaceId,
    wanted.flatMap((candidate) => appKeysFor(candidate.name)),
  );
  const anothers = namesakes.some((id) => suitors.every((suitor) => suitor.appId !== id));
  return anothers ? [] : matchOnlyCandidate(wanted, suitors, waiting);
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

/** Asks about profiles that nobody was asked about before, in the channels of environments they are new to. */
async function ask(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  profileIds: readonly string[],
): Promise<void> {
  const asked = new Set(await askedProfileIds(tx, workspaceId, profileIds));
  const unasked = profileIds.filter((id) => !asked.has(id)).slice(0, askedAtOnce);
  if (unasked.length === 0) return;
  const waiting = await waitingForProfiles(tx, workspaceId, unasked, 1000);
  const channels = [...new Set(waiting.map((one) => one.channelId))].slice(0, channelsAsked);
  for (const channelId of channels) {
    const here = new Set(waiting.filter((one) => one.channelId === channelId).map((one) => one.profileId));
    const ids = unasked.filter((id) => here.has(id));
    await askChannel(tx, ctx, workspaceId, channelId, ids);
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
