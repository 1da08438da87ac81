import { appendEvent } from '../../store/apps/events.ts';
import { queueCard } from '../../store/deliveries/queue_deliveries.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { waitingForProfiles } from '../../store/profiles/profile_candidates.ts';
import { askedProfileIds, insertQuestion } from '../../store/profiles/profile_questions.ts';
import type { Context } from '../changes/context.ts';

type Needs = Pick<Context, 'clock' | 'newId'>;

/** Most questions in one poll; other new profiles are asked about in the next polls. */
const askedAtOnce = 50;
/** Most environments that are read to find the channels for a question. */
const environmentsAsked = 200;
/** Most channels in which a profile is asked about: first those whose environments are closest to needing one. */
const channelsAsked = 10;

/** Profiles without a question so far; at most what one poll asks about. */
export async function notAskedAbout(
  db: Queryable,
  workspaceId: string,
  profileIds: readonly string[],
): Promise<string[]> {
  const asked = new Set(await askedProfileIds(db, workspaceId, profileIds));
  return profileIds.filter((id) => !asked.has(id)).slice(0, askedAtOnce);
}

/** Asks about profiles without a question so far, in the channels of environments for which they are new. */
export async function askAboutProfiles(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  unasked: readonly string[],
): Promise<void> {
  if (unasked.length === 0) return;
  const anywhere = { channelId: null, environments: environmentsAsked };
  const waiting = await waitingForProfiles(tx, workspaceId, unasked, anywhere);
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
