import { eachAlone } from '../concurrency/each_alone.ts';
import { inBatches } from '../concurrency/in_batches.ts';
import { deleteExpiredDrafts } from '../store/apps/drafts.ts';
import { deleteCheckRequests } from '../store/checks/check_requests.ts';
import { deleteEndedTakeovers } from '../store/ownership/takeovers.ts';
import { isDatabaseDown } from '../store/postgres/client/outage.ts';
import { deleteOldSessions } from '../store/proof/poll_sessions.ts';
import { deleteAllDraftSecrets, deleteExpiredDraftSecrets } from '../store/secrets/draft_secrets.ts';
import { ageAttestations, endEarlierAttestations } from './ageing/age_attestations.ts';
import { remindOfSecrets } from './ageing/remind_of_secrets.ts';
import type { Context } from './changes/context.ts';
import { checkEveryMs } from './checks/check_now.ts';
import { remindNotReady } from './checks/remind_not_ready.ts';
import { queueMissingJobs } from './deliveries/queue_missing_jobs.ts';
import { carryOutTakeovers } from './ownership/carry_out_takeovers.ts';
import { refreshOwnerContacts } from './ownership/refresh_owner_contacts.ts';
import { refreshUserGroups } from './ownership/refresh_user_groups.ts';
import { recoverPoll } from './proof/queue_poll.ts';
import { askAboutRegressions } from './regressions/ask_about_regressions.ts';
import { notifyOfRegressions } from './regressions/notify_of_regressions.ts';
import { secretsPolicy } from './secrets/secrets_policy.ts';
import { sendDigests } from './turns/digest/send_digests.ts';
import { nudgeTurns } from './turns/nudge_turns.ts';
import { sendNudges } from './turns/send_nudges.ts';
import { updateTurns } from './turns/update_turns.ts';

/** A run that finds more than it can do in these leaves the rest to the next one. */
const batches = { size: 100, most: 1_000 };
/** Drafts that were not touched for this long are deleted. */
const draftLifeMs = 30 * 24 * 60 * 60_000;
/** Takeovers that ended are kept for this long; what became of them stays in the history. */
const takeoverLifeMs = 30 * 24 * 60 * 60_000;
/** Owners whom Slack is asked about in each run: it takes about a hundred such questions a minute. */
const ownersAtOnce = 20;
/** User groups that are listed in each run: Slack takes about twenty such calls a minute. */
const groupsAtOnce = 5;
/** As many people as Slack says something of at once (slack/authorize/people.ts). */
const peopleBatches = { size: 50, most: 20 };
/** Connect sessions are kept for this long, so that it can be looked up what proved a check. */
const sessionLifeMs = 30 * 24 * 60 * 60_000;

type Needs = Pick<
  Context,
  'db' | 'clock' | 'log' | 'newId' | 'settings' | 'memberStatusesOf' | 'admins' | 'timeZonesOf' | 'userGroups'
>;

/**
 * Sends the reminders that are due and deletes what has expired: by an index, in batches, whatever the number of apps. A step that fails
 * does not hold up the others.
 */
export async function sweep(
  context: Needs & Pick<Context, 'speaksFor'>,
  input: { readonly workspaceId: string },
): Promise<void> {
  const { workspaceId } = input;
  const ctx = context.speaksFor?.(workspaceId) === false ? withoutSlack(context) : context;
  const { db, clock } = ctx;
  const before = (ms: number) => new Date(clock.now().getTime() - ms);
  const steps: (() => Promise<void>)[] = [
    () => inBatches(batches, (size) => askAboutRegressions(ctx, workspaceId, size)),
    () => inBatches(peopleBatches, (size) => notifyOfRegressions(ctx, workspaceId, size)),
    () => inBatches(batches, (size) => remindNotReady(ctx, workspaceId, size)),
    () => inBatches(batches, (size) => endEarlierAttestations(ctx, workspaceId, size)),
    () => inBatches(batches, (size) => ageAttestations(ctx, workspaceId, size)),
    () => inBatches(batches, (size) => remindOfSecrets(ctx, workspaceId, size)),
    () => inBatches(batches, (size) => updateTurns(ctx, workspaceId, size)),
    () => inBatches(batches, (size) => nudgeTurns(ctx, workspaceId, size)),
    () => inBatches(peopleBatches, (size) => sendNudges(ctx, workspaceId, size)),
    () => inBatches(batches, (size) => sendDigests(ctx, workspaceId, size)),
    () => deleteExpiredDraftSecrets(db, workspaceId, clock.now()),
    () => deleteNeedlessDraftSecrets(ctx, workspaceId),
    () => inBatches(batches, (size) => deleteExpiredDrafts(db, workspaceId, before(draftLifeMs), size)),
    () => inBatches(batches, (size) => deleteOldSessions(db, workspaceId, before(sessionLifeMs), size)),
    () => inBatches(batches, (size) => deleteEndedTakeovers(db, workspaceId, before(takeoverLifeMs), size)),
    async () => void (await refreshOwnerContacts(ctx, workspaceId, ownersAtOnce)),
    () => refreshUserGroups(ctx, workspaceId, groupsAtOnce),
    () => inBatches(peopleBatches, (size) => carryOutTakeovers(ctx, workspaceId, size)),
    () => recoverPoll(ctx, workspaceId),
    () => queueMissingJobs(ctx, workspaceId),
    () => inBatches(batches, (size) => deleteCheckRequests(db, workspaceId, before(checkEveryMs), size)),
  ];
  await eachAlone(steps, async (step) => {
    try {
      await step();
    } catch (err) {
      // Of all that fail only the first one is thrown.
      if (!isDatabaseDown(err)) ctx.log.error({ err, workspaceId }, 'A step of the sweep failed');
      throw err;
    }
  });
}

/** A workspace that the token does not belong to, as of an earlier installation: to this Slack its people do not exist. */
function withoutSlack({ db, clock, log, newId, settings, admins }: Needs): Needs {
  return { db, clock, log, newId, settings, ...(admins && { admins }) };
}

/** Typed into a form that was drawn before the workspace chose to keep none. */
async function deleteNeedlessDraftSecrets(
  ctx: Parameters<typeof secretsPolicy>[0],
  workspaceId: string,
): Promise<void> {
  if ((await secretsPolicy(ctx, { workspaceId })) === 'never')
    await deleteAllDraftSecrets(ctx.db, workspaceId);
}
