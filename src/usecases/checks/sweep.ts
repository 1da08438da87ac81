import { deleteExpiredDraftSecrets, deleteExpiredDrafts } from '../../store/apps/drafts.ts';
import { deleteCheckRequests } from '../../store/checks/check_requests.ts';
import { deleteOldSessions } from '../../store/proof/poll_sessions.ts';
import { deleteAllDraftSecrets } from '../../store/secrets/stored_secrets.ts';
import { ageAttestations, endEarlierAttestations } from '../ageing/age_attestations.ts';
import { remindOfSecrets } from '../ageing/remind_of_secrets.ts';
import type { Context } from '../changes/context.ts';
import { recoverPoll } from '../proof/queue_poll.ts';
import { secretsPolicy } from '../secrets/secrets_policy.ts';
import { checkEveryMs } from './check_now.ts';
import { remindNotReady } from './remind_not_ready.ts';

const atOnce = 100;
/** Drafts that were not touched for this long are deleted. */
const draftLifeMs = 30 * 24 * 60 * 60_000;
/** Connect sessions are kept for this long, so that it can be looked up what proved a check. */
const sessionLifeMs = 30 * 24 * 60 * 60_000;

/** Sends the reminders that are due and deletes what has expired: by an index, in batches, whatever the number of apps. */
export async function sweep(
  ctx: Pick<Context, 'db' | 'clock' | 'newId' | 'settings'>,
  input: { readonly workspaceId: string },
): Promise<void> {
  const { db, clock } = ctx;
  const { workspaceId } = input;
  await inBatches(() => remindNotReady(ctx, workspaceId, atOnce));
  await inBatches(() => endEarlierAttestations(ctx, workspaceId, atOnce));
  await inBatches(() => ageAttestations(ctx, workspaceId, atOnce));
  await inBatches(() => remindOfSecrets(ctx, workspaceId, atOnce));
  await deleteExpiredDraftSecrets(db, workspaceId, clock.now());
  // Typed into a form that was drawn before.
  if ((await secretsPolicy(ctx, input)) === 'never') await deleteAllDraftSecrets(db, workspaceId);
  const before = (ms: number) => new Date(clock.now().getTime() - ms);
  await inBatches(() => deleteExpiredDrafts(db, workspaceId, before(draftLifeMs), atOnce));
  await inBatches(() => deleteOldSessions(db, workspaceId, before(sessionLifeMs), atOnce));
  await recoverPoll(ctx, workspaceId);
  await inBatches(() => deleteCheckRequests(db, workspaceId, before(checkEveryMs), atOnce));
}

/** Until a batch is not full any more. */
async function inBatches(batch: () => Promise<number>): Promise<void> {
  for (let taken = atOnce; taken === atOnce; ) taken = await batch();
}
