import { STACKONE_ZOOM_REDIRECT } from '../../core/profiles/zoom_connector.ts';
import type { Secret } from '../../core/secrets/secret.ts';
import { readCredentials, type SealedCredentials, takeDueProbes } from '../../store/apps/credentials.ts';
import type { ProbeTrust } from '../../store/workspaces/workspaces.ts';
import type { Context } from '../changes/context.ts';
import { type AskedPair, recordVerdicts } from '../changes/record_verdicts.ts';
import { secretPlace } from '../secrets/places.ts';
import { calibrate } from './calibrate_probe.ts';

type Needs = Pick<Context, 'db' | 'vault' | 'zoom' | 'clock' | 'newId' | 'log'>;

/** Environments that are claimed, and written in one transaction: a change of an app by a person waits for at most one of these. */
const atOnce = 100;
/** Milliseconds for which a claim holds: if the process dies, its environments are due again after this. */
const leaseMs = 10 * 60_000;

interface Accepted {
  readonly clientId: string;
  readonly secret: Secret;
}

interface Looked {
  readonly asked: AskedPair[];
  /** What an accepted pair proves. */
  readonly trust: ProbeTrust;
  /** Why some could not be probed; their checks do not change. */
  readonly faults: unknown[];
}

/**
 * Probes an environment's pair at Zoom (Z5: without a consent) and records the verdict. A pending pair is probed first.
 * Idempotent.
 */
export async function probeCredentials(
  ctx: Needs,
  input: { readonly workspaceId: string; readonly environmentId: string },
): Promise<void> {
  const stored = await readCredentials(ctx.db, input.workspaceId, [input.environmentId]);
  const looked = await probeAll(ctx, input.workspaceId, stored);
  await recordVerdicts(ctx, input.workspaceId, looked.asked, looked.trust);
  for (const fault of looked.faults) throw fault;
}

/**
 * The same for all that are due, batch by batch, until none is left, Zoom gives no answers, or the process stops. The next
 * batch is probed while the last one is written.
 */
export async function checkCredentials(
  ctx: Needs,
  input: { readonly workspaceId: string; readonly signal?: AbortSignal | undefined },
): Promise<void> {
  const { workspaceId, signal } = input;
  let writing = Promise.resolve();
  for (let away = false; !away && signal?.aborted !== true; ) {
    const now = ctx.clock.now();
    const leased = new Date(now.getTime() + leaseMs);
    const due = await takeDueProbes(ctx.db, workspaceId, now, leased, atOnce);
    if (due.length === 0) break;
    const looked = await probeAll(ctx, workspaceId, due);
    for (const fault of looked.faults) ctx.log.error({ err: fault }, 'Could not ask Zoom about a pair');
    await writing;
    writing = recordVerdicts(ctx, workspaceId, looked.asked, looked.trust);
    writing.catch(() => {}); // awaited in the next round
    away = looked.asked.at(-1)?.verdict.verdict === 'inconclusive';
  }
  await writing;
}

/** As many at a time as Zoom's rate limiter lets through, so that a probe for a person has few others before it. */
async function probeAll(
  ctx: Needs,
  workspaceId: string,
  stored: readonly SealedCredentials[],
): Promise<Looked> {
  const asked: AskedPair[] = [];
  const faults: unknown[] = [];
  const accepted: Accepted[] = [];
  const left = stored.values();
  const ask = async () => {
    for (const credentials of left) {
      try {
        await askAbout(ctx, workspaceId, credentials, asked, accepted);
      } catch (error) {
        faults.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: ctx.zoom.concurrency }, ask));
  const [pair] = accepted;
  const trust = pair === undefined ? 'untested' : await calibrate(ctx, workspaceId, pair);
  return { asked, trust, faults };
}

async function askAbout(
  ctx: Needs,
  workspaceId: string,
  { environmentId, pending, current }: SealedCredentials,
  asked: AskedPair[],
  accepted: Accepted[],
): Promise<void> {
  const pair = pending ?? current;
  // The person keeps the secret, or had it forgotten since this was queued.
  if (pair === null) return;
  const { clientId, sealed } = pair;
  const opened = ctx.vault.open(sealed, secretPlace(workspaceId, environmentId));
  if (!opened.ok) {
    ctx.log.error({ environmentId, why: opened.error }, 'A stored secret cannot be opened');
    asked.push({ environmentId, sealed, verdict: { verdict: 'unopened' } });
    return;
  }
  const verdict = await ctx.zoom.probeCredentials(clientId, opened.value, STACKONE_ZOOM_REDIRECT);
  asked.push({ environmentId, sealed, verdict });
  if (verdict.verdict === 'accepted') accepted.push({ clientId, secret: opened.value });
}
