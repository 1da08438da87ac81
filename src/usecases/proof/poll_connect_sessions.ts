import type { UnknownReason } from '../../core/checks/reasons.ts';
import type { ConnectSession } from '../../core/proof/connect_session.ts';
import type { ConnectSessionOutcome } from '../../stackone/connect/session_types.ts';
import { claimDueSessions, nextSessionPoll } from '../../store/proof/poll_sessions.ts';
import type { Context } from '../changes/context.ts';
import { type PolledSession, recordPolls } from './record_polls.ts';

type Needs = Pick<Context, 'db' | 'stackone' | 'clock' | 'newId' | 'connectSessionEnded' | 'log'>;

const atOnce = 20;
const askedAtOnce = 4;
/** Milliseconds for which a claim holds: if the process dies, its sessions are due again after this. */
const leaseMs = 2 * 60_000;

/**
 * Asks StackOne how the sessions that are due have ended, records it, and queues the next poll. Costs nothing while no session is
 * open: then no job is queued. May run twice: what is announced is announced in the transaction that ends the session.
 */
export async function pollConnectSessions(
  ctx: Needs,
  input: { readonly workspaceId: string; readonly signal?: AbortSignal | undefined },
): Promise<void> {
  const { workspaceId, signal } = input;
  for (let claimed = atOnce; claimed === atOnce && signal?.aborted !== true; ) {
    const now = ctx.clock.now();
    const leased = new Date(now.getTime() + leaseMs);
    const polled = (await nextSessionPoll(ctx.db, workspaceId))?.count ?? 0;
    const due = await claimDueSessions(ctx.db, workspaceId, now, leased, atOnce);
    claimed = due.length;
    const seen = await readAll(ctx, due);
    // Also without any: the next poll is queued in it.
    await recordPolls(ctx, workspaceId, seen, polled);
  }
}

/** What StackOne answers about one session only: the others are asked all the same. */
const ofOneSession: ReadonlySet<UnknownReason> = new Set(['unexpected_reply', 'bad_request']);

/** Stops asking when StackOne gives no answer at all: the others would not get one either. */
async function readAll(ctx: Needs, due: readonly ConnectSession[]): Promise<PolledSession[]> {
  const seen: PolledSession[] = [];
  const waiting = due.values();
  let outage: ConnectSessionOutcome | null = null;
  const ask = async () => {
    for (const session of waiting) {
      const outcome: ConnectSessionOutcome = outage ?? (await read(ctx, session));
      if (outcome.kind === 'unavailable' && !ofOneSession.has(outcome.why)) outage = outcome;
      seen.push({ session, outcome });
    }
  };
  await Promise.all(Array.from({ length: askedAtOnce }, ask));
  return seen;
}

async function read(ctx: Needs, { stackoneId }: ConnectSession): Promise<ConnectSessionOutcome> {
  return stackoneId === null ? { kind: 'gone' } : ctx.stackone.readConnectSession(stackoneId);
}
