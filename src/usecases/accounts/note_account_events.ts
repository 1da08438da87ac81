import type { AccountEvent } from '../../core/accounts/account_event.ts';
import { noteNewAccountEvents } from '../../store/checks/account_events.ts';
import { hurryNextAccountChecks } from '../../store/checks/linked_accounts.ts';
import { enqueue } from '../../store/jobs.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { somethingWatchesStackOne, takeHintedPoll } from '../../store/profiles/stackone_polls.ts';
import { workspaceIds } from '../../store/workspaces/workspaces.ts';
import type { Context } from '../changes/context.ts';

type Needs = Pick<Context, 'db' | 'clock'>;

/** Polls that webhooks ask for, of all processes together, are this far apart. */
const pollEveryMs = 10_000;
/** As many as one poll reads; a webhook does not say which profile its account belongs to. */
const mostHurried = 100;

/**
 * StackOne reports changed accounts: Greenroom reads the accounts again, soon. One key serves the whole installation and a
 * webhook names no workspace, so this is for each of them (usually there is one). `more`: there were further events, which were
 * not kept. Returns how many events were new; where nothing is watched, nobody knows, and all are. A poll that is cooling down stays so: hints are not believed, nor urgent.
 */
export async function noteAccountEvents(
  ctx: Needs,
  { events, more }: { readonly events: readonly AccountEvent[]; readonly more: boolean },
): Promise<number> {
  let fresh: number | null = null;
  for (const workspaceId of await workspaceIds(ctx.db)) {
    if (!(await somethingWatchesStackOne(ctx.db, workspaceId))) continue;
    const noted = await ctx.db.tx((tx) => noteIn(tx, ctx, workspaceId, events, more));
    fresh = Math.max(fresh ?? 0, noted);
  }
  return fresh ?? events.length;
}

async function noteIn(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  events: readonly AccountEvent[],
  more: boolean,
): Promise<number> {
  const now = ctx.clock.now();
  const fresh = await noteNewAccountEvents(tx, workspaceId, events, now);
  if (fresh === 0 && !more) return 0;
  // Without the workspace's lock, which people wait for. So the row of the poll is locked before environments are, as a poll does.
  const at = await takeHintedPoll(tx, workspaceId, now, pollEveryMs);
  await hurryNextAccountChecks(tx, workspaceId, mostHurried);
  if (at !== null)
    await enqueue(tx, { task: 'poll_stackone', workspaceId }, Math.max(0, at.getTime() - now.getTime()));
  return fresh;
}
