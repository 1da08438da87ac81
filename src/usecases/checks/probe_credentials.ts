import { STACKONE_ZOOM_REDIRECT } from '../../core/profiles/stackone_zoom.ts';
import type { Secret } from '../../core/secrets/secret.ts';
import { readCredentials, type SealedCredentials, takeDueProbes } from '../../store/apps/credentials.ts';
import type { ProbeTrust } from '../../store/workspaces/workspaces.ts';
import type { Context } from '../changes/context.ts';
import { type Asked, recordVerdicts } from '../changes/record_verdicts.ts';
import { calibrate } from './calibrate_probe.ts';

type Needs = Pick<Context, 'db' | 'vault' | 'zoom' | 'clock' | 'newId' | 'log'>;

/** So many are taken, and written down in one transaction: a person who changes an app waits for one of these at most. */
const atOnce = 100;
/** Environments that were taken and not written down (the process died) are due again after this. */
const leaseMs = 10 * 60_000;

interface Accepted {
  readonly clientId: string;
  readonly secret: Secret;
}

interface Looked {
  readonly asked: Asked[];
  /** What an accepted pair proves. */
  readonly trust: ProbeTrust;
  /** Why some could not be asked about; they stay as they are. */
  readonly faults: unknown[];
}

/**
 * Asks Zoom about an environment's pair (Z5: without a consent) and records the answer. A pair that waits
 * to replace the other is asked about first. Safe to run again at any moment.
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
 * The same for all whose time has come, batch by batch, until none is left, Zoom gives no answers, or the process stops.
 * The next batch is asked about while the last one is written down.
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

/** Asks about as many at a time as Zoom's budget lets through: what a person asks for stands behind few others. */
async function probeAll(
  ctx: Needs,
  workspaceId: string,
  stored: readonly SealedCredentials[],
): Promise<Looked> {
  const asked: Asked[] = [];
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
  asked: Asked[],
  accepted: Accepted[],
): Promise<void> {
  const pair = pending ?? current;
  if (pair === null) return;
  const { clientId, sealed } = pair;
  const opened = ctx.vault.open(sealed, { workspaceId, rowId: environmentId, field: 'client_secret' });
  if (!opened.ok) {
    ctx.log.error({ environmentId, why: opened.error }, 'A stored secret cannot be opened');
    asked.push({ environmentId, sealed, verdict: { verdict: 'unopened' } });
    return;
  }
  const verdict = await ctx.zoom.probeCredentials(clientId, opened.value, STACKONE_ZOOM_REDIRECT);
  asked.push({ environmentId, sealed, verdict });
  if (verdict.verdict === 'accepted') accepted.push({ clientId, secret: opened.value });
}
