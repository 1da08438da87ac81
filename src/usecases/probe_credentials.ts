import type { Outcome, Reason, Trouble } from '../core/readiness/checks.ts';
import type { Secret } from '../core/secret.ts';
import { STACKONE_ZOOM_REDIRECT } from '../core/stackone.ts';
import type { Environment, ZoomApp } from '../core/zoom_app.ts';
import {
  dropPendingCredentials,
  promotePendingCredentials,
  readCredentials,
  saveProbe,
} from '../store/credentials.ts';
import { appendEvent } from '../store/events.ts';
import { enqueue } from '../store/jobs.ts';
import type { Queryable } from '../store/postgres/database.ts';
import type { ProbeTrust } from '../store/workspaces.ts';
import type { InconclusiveReason, ProbeVerdict } from '../zoom/verdict.ts';
import { calibrate } from './calibrate_probe.ts';
import { lockEnvironment } from './change_app.ts';
import type { Context } from './context.ts';
import { inTurn } from './in_turn.ts';
import { aboutOf, checkOf, recordOutcome } from './record_outcome.ts';
import { tellWatchers } from './tell.ts';

type Needs = Pick<Context, 'db' | 'vault' | 'zoom' | 'clock' | 'newId' | 'log'>;

const dayMs = 24 * 60 * 60_000;
/** Zoom gave no answer: try again after this, unless it asked for longer. Few tries; an outage needs no storm. */
const retryMs = 5 * 60_000;

interface Pair {
  readonly clientId: string;
  readonly sealed: string;
  readonly secret: Secret;
}

/**
 * Asks Zoom about an environment's pair (facts: the consent-free probe), and writes the answer down. A pair that waits
 * to replace the other is asked about first. Safe to run again at any moment.
 */
export async function probeCredentials(
  ctx: Needs,
  input: { readonly workspaceId: string; readonly environmentId: string },
): Promise<void> {
  const pair = await openPair(ctx, input);
  if (pair === null) return;
  const verdict = await ctx.zoom.probeCredentials(pair.clientId, pair.secret, STACKONE_ZOOM_REDIRECT);
  const trust = verdict.verdict === 'accepted' ? await calibrate(ctx, input.workspaceId, pair) : 'untested';
  await inTurn(ctx, input.workspaceId, async (tx) => {
    const locked = await lockEnvironment(tx, input.workspaceId, input.environmentId);
    if (locked === null) return;
    const now = await readCredentials(tx, input.workspaceId, input.environmentId);
    if ((now?.pending ?? now?.current)?.sealed !== pair.sealed) {
      // Replaced while Zoom was asked: the answer is about a pair that nobody means any more.
      await enqueue(tx, { task: 'probe_credentials', ...input });
      return;
    }
    // A person may have confirmed the pair meanwhile: then it is in use, and does not wait any more.
    await writeDown(tx, ctx, locked.app, locked.environment, now?.pending !== null, verdict, trust);
  });
}

async function openPair(
  ctx: Needs,
  { workspaceId, environmentId }: { workspaceId: string; environmentId: string },
): Promise<Pair | null> {
  const stored = await readCredentials(ctx.db, workspaceId, environmentId);
  const pair = stored?.pending ?? stored?.current ?? null;
  if (stored === null || pair === null) return null;
  const opened = ctx.vault.open(pair.sealed, { workspaceId, rowId: environmentId, field: 'client_secret' });
  if (!opened.ok)
    throw new Error(`the secret of environment ${environmentId} cannot be opened: ${opened.error}`);
  return { ...pair, secret: opened.value };
}

async function writeDown(
  tx: Queryable,
  ctx: Needs,
  app: ZoomApp,
  environment: Environment,
  pending: boolean,
  verdict: ProbeVerdict,
  trust: ProbeTrust,
): Promise<void> {
  const at = { workspaceId: app.workspaceId, environmentId: environment.id };
  const now = ctx.clock.now();
  await saveProbe(tx, at, now, nextProbeAt(verdict, trust, now));
  const refusal = refusalOf(verdict);
  if (pending && refusal !== null && checkOf(environment, 'credentials').lastKnown === 'passed') {
    await keepOldPair(tx, ctx, app, environment);
    return;
  }
  const outcome = refusal !== null ? failed(refusal) : outcomeOf(verdict, trust, environment, pending);
  // A refused new pair takes the place of one that did not work either: what is shown is about what was typed last.
  const decided = pending && (outcome.kind === 'passed' || outcome.kind === 'failed');
  if (decided) await promotePendingCredentials(tx, at);
  const { change } = await recordOutcome(tx, ctx, app, environment, 'credentials', outcome, {
    actor: 'greenroom',
  });
  if (decided && change === 'none') await tellSameAnswer(tx, ctx, app, environment, outcome.kind, refusal);
}

/** The new pair is answered like the one before: no check changes, and still somebody waits to hear it. */
async function tellSameAnswer(
  tx: Queryable,
  ctx: Needs,
  app: ZoomApp,
  environment: Environment,
  answer: Outcome['kind'],
  refusal: Reason | null,
): Promise<void> {
  const { workspaceId } = app;
  const about = aboutOf(app, environment);
  await appendEvent(tx, {
    id: ctx.newId(),
    workspaceId,
    at: ctx.clock.now(),
    kind: 'check_changed',
    actor: 'greenroom',
    appId: app.id,
    environmentId: environment.id,
    detail: { check: 'credentials', change: answer, from: answer, to: answer, reason: refusal },
  });
  await tellWatchers(tx, ctx, { workspaceId, appId: app.id }, [
    {
      where: 'thread',
      message:
        refusal === null
          ? { kind: 'check_repaired', about, check: 'credentials' }
          : { kind: 'check_failed', about, check: 'credentials', reason: refusal },
    },
  ]);
}

/** The new pair is refused while the old one works: it goes, the old one stays in use, and the owners are told. */
async function keepOldPair(tx: Queryable, ctx: Needs, app: ZoomApp, environment: Environment): Promise<void> {
  const at = { workspaceId: app.workspaceId, environmentId: environment.id };
  await dropPendingCredentials(tx, at);
  // An outage had taken the old pair out of sight: look at it again now that Zoom answers.
  if (checkOf(environment, 'credentials').status === 'unknown') {
    await enqueue(tx, { task: 'probe_credentials', ...at });
  }
  const about = aboutOf(app, environment);
  const reason: Reason = 'new_secret_refused';
  await appendEvent(tx, {
    id: ctx.newId(),
    ...at,
    at: ctx.clock.now(),
    kind: 'check_changed',
    actor: 'greenroom',
    appId: app.id,
    detail: { check: 'credentials', change: 'none', reason },
  });
  await tellWatchers(tx, ctx, { workspaceId: app.workspaceId, appId: app.id }, [
    { where: 'thread', message: { kind: 'check_failed', about, check: 'credentials', reason } },
  ]);
}

function refusalOf(verdict: ProbeVerdict): Reason | null {
  if (verdict.verdict === 'refused') return 'invalid_credentials';
  return verdict.verdict === 'disabled' ? 'app_disabled' : null;
}

function failed(reason: Reason): Outcome {
  return { kind: 'failed', evidence: 'verified', reason };
}

function outcomeOf(
  verdict: ProbeVerdict,
  trust: ProbeTrust,
  environment: Environment,
  pending: boolean,
): Outcome {
  if (verdict.verdict !== 'accepted') {
    return {
      kind: 'unknown',
      why: verdict.verdict === 'inconclusive' ? troubleOf(verdict.reason) : 'unexpected_reply',
    };
  }
  if (trust === 'trusted') return { kind: 'passed', evidence: 'verified' };
  const check = checkOf(environment, 'credentials');
  // What a person confirmed is not taken back because Zoom, once more, did not contradict it.
  if (!pending && check.lastKnown === 'passed' && check.attestedBy !== null) {
    return { kind: 'passed', evidence: 'attested', by: check.attestedBy };
  }
  return { kind: 'pending', reason: 'not_contradicted' };
}

const troubles: Record<InconclusiveReason, Trouble> = {
  redirect_mismatch: 'unexpected_reply',
  unsupported_grant: 'unexpected_reply',
  token_issued: 'unexpected_reply',
  rate_limited: 'rate_limited',
  timeout: 'timeout',
  server_error: 'server_error',
  network: 'network',
  not_json: 'not_json',
  unexpected_reply: 'unexpected_reply',
};

function troubleOf(reason: InconclusiveReason): Trouble {
  return troubles[reason];
}

function nextProbeAt(verdict: ProbeVerdict, trust: ProbeTrust, now: Date): Date {
  if (verdict.verdict === 'inconclusive') {
    return new Date(now.getTime() + Math.max(retryMs, verdict.retryAfterMs ?? 0));
  }
  // Accepted, but Zoom gave no answer when asked about the altered secret: that is worth another try soon.
  const halfAnswered = verdict.verdict === 'accepted' && trust === 'untested';
  return new Date(now.getTime() + (halfAnswered ? retryMs : dayMs));
}
