import { checkOf, type Environment } from '../../core/apps/zoom_app.ts';
import type { Outcome } from '../../core/checks/check.ts';
import { isProven } from '../../core/checks/keep_proof.ts';
import type { Reason } from '../../core/checks/reasons.ts';
import {
  dropPendingCredentials,
  type Probe,
  promotePendingCredentials,
  readCredentials,
  saveProbes,
} from '../../store/apps/credentials.ts';
import { enqueueAll } from '../../store/jobs.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import type { ProbeTrust } from '../../store/workspaces/workspaces.ts';
import { type Locked, lockEnvironments } from './change_app.ts';
import type { Context } from './context.ts';
import { aboutOf, decideOutcome } from './record_outcome.ts';
import { startSecretAge } from './start_secret_age.ts';
import { type CredentialsVerdict, failureReason, nextProbeAt, outcomeOf } from './verdict_outcome.ts';
import { withWorkspaceLock } from './workspace_lock.ts';
import { type Effects, noEffects, writeEffects } from './write_effects.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'newId'>;

/** Zoom's verdict on the pair of an environment, with the sealed secret that was used. */
export interface AskedPair {
  readonly environmentId: string;
  readonly sealed: string;
  readonly verdict: CredentialsVerdict;
}

/** Beside what every change writes: what becomes of the pairs, and which environments are probed again. */
interface Verdicts extends Effects {
  readonly probes: Omit<Probe, 'moved'>[];
  readonly promoted: string[];
  readonly dropped: string[];
  readonly again: string[];
}

/**
 * Records Zoom's verdicts on the pairs of some environments, in one transaction and with one statement for each table.
 * Idempotent. `trust`: what an accepted pair proves in this workspace.
 */
export async function recordVerdicts(
  ctx: Needs,
  workspaceId: string,
  asked: readonly AskedPair[],
  trust: ProbeTrust,
): Promise<void> {
  if (asked.length === 0) return;
  await withWorkspaceLock(ctx, workspaceId, async (tx) => {
    const ids = asked.map(({ environmentId }) => environmentId);
    const locked = await lockEnvironments(tx, workspaceId, ids);
    const pairs = await readCredentials(tx, workspaceId, ids);
    const stored = new Map(pairs.map((pair) => [pair.environmentId, pair]));
    const verdicts: Verdicts = { ...noEffects(), probes: [], promoted: [], dropped: [], again: [] };
    for (const { environmentId, sealed, verdict } of asked) {
      const found = locked.get(environmentId);
      const now = stored.get(environmentId);
      if (found === undefined || now === undefined) continue;
      const pair = now.pending ?? now.current;
      // Forgotten while Zoom was asked: what was to stay of the check was decided then, and there is nothing to ask with.
      if (pair === null) continue;
      // The pair was replaced while Zoom was asked: the verdict is about an old one.
      if (pair.sealed !== sealed) verdicts.again.push(environmentId);
      // A person may have attested the pair meanwhile: then it is in use and no longer pending.
      else decide(ctx, verdicts, found, now.pending !== null, verdict, trust);
    }
    await write(tx, ctx, workspaceId, verdicts);
    // Rare: each was entered by a person.
    const inUse = verdicts.promoted.flatMap((id) => locked.get(id) ?? []);
    for (const { environment } of inUse) await startSecretAge(tx, environment, ctx.clock.now());
  });
}

async function write(tx: Queryable, ctx: Needs, workspaceId: string, verdicts: Verdicts): Promise<void> {
  const { probes, promoted, dropped, again, stages, ...effects } = verdicts;
  const moved = new Map(stages.map((one) => [one.environmentId, one]));
  await saveProbes(
    tx,
    workspaceId,
    probes.map((probe) => ({ ...probe, moved: moved.get(probe.environmentId) ?? null })),
  );
  await promotePendingCredentials(tx, workspaceId, promoted);
  await dropPendingCredentials(tx, workspaceId, dropped);
  await writeEffects(tx, ctx, workspaceId, { ...effects, stages: [] });
  await enqueueAll(
    tx,
    again.map((environmentId) => ({ task: 'probe_credentials', workspaceId, environmentId })),
  );
}

function decide(
  ctx: Needs,
  verdicts: Verdicts,
  { app, environment }: Locked,
  pending: boolean,
  verdict: CredentialsVerdict,
  trust: ProbeTrust,
): void {
  const environmentId = environment.id;
  const now = ctx.clock.now();
  const nextTryAt = nextProbeAt(verdict, trust, now);
  verdicts.probes.push({ environmentId, probedAt: now, nextProbeAt: nextTryAt });
  const refusal = failureReason(verdict);
  if (pending && refusal !== null && checkOf(environment, 'credentials').lastKnown === 'passed') {
    keepOldPair(ctx, verdicts, { app, environment });
    return;
  }
  if (!pending && keepsProven(environment, verdict, trust)) return;
  const found: Outcome =
    refusal !== null
      ? { kind: 'failed', evidence: 'verified', reason: refusal }
      : outcomeOf(verdict, trust, environment, { pending, nextTryAt, now });
  // What was proven of the old pair says nothing about the new one.
  const outcome: Outcome = pending && found.kind === 'passed' ? { ...found, isNew: true } : found;
  // A refused pending pair replaces one that did not work either: the check is about what was entered last.
  const decided = pending && (outcome.kind === 'passed' || outcome.kind === 'failed');
  if (decided) verdicts.promoted.push(environmentId);
  const by = { actor: 'greenroom' };
  const { change } = decideOutcome(ctx, verdicts, app, environment, 'credentials', outcome, by);
  if (decided && change === 'none')
    notifyUnchanged(ctx, verdicts, { app, environment }, outcome.kind, refusal);
}

/**
 * StackOne has shown that the pair works, and this verdict says less: neither that Zoom accepts it, nor that it refuses it. The
 * check stays as it is.
 */
function keepsProven(environment: Environment, verdict: CredentialsVerdict, trust: ProbeTrust): boolean {
  const check = checkOf(environment, 'credentials');
  const isWeaker =
    failureReason(verdict) === null && !(verdict.verdict === 'accepted' && trust === 'trusted');
  return isWeaker && check.status === 'passed' && isProven(check);
}

/** The new pair has the status of the one before: no check changes, but the person who entered it is notified. */
function notifyUnchanged(
  ctx: Needs,
  verdicts: Verdicts,
  locked: Locked,
  answer: Outcome['kind'],
  refusal: Reason | null,
): void {
  const about = aboutOf(locked.app, locked.environment);
  const detail = { change: answer, from: answer, to: answer, reason: refusal };
  recordAndNotify(ctx, verdicts, locked, detail, [
    {
      where: 'thread',
      message:
        refusal === null
          ? { kind: 'check_repaired', about, check: 'credentials' }
          : { kind: 'check_failed', about, check: 'credentials', reason: refusal },
    },
  ]);
}

/** The new pair is refused while the old one works: it is deleted, the old one stays in use, and the owners are notified. */
function keepOldPair(ctx: Needs, verdicts: Verdicts, locked: Locked): void {
  const { app, environment } = locked;
  verdicts.dropped.push(environment.id);
  // The old pair's check is unknown since an outage: probe it again now that Zoom answers.
  if (checkOf(environment, 'credentials').status === 'unknown') verdicts.again.push(environment.id);
  const about = aboutOf(app, environment);
  const reason: Reason = 'new_secret_refused';
  recordAndNotify(ctx, verdicts, locked, { change: 'none', reason }, [
    { where: 'thread', message: { kind: 'check_failed', about, check: 'credentials', reason } },
  ]);
}

function recordAndNotify(
  ctx: Needs,
  verdicts: Verdicts,
  { app, environment }: Locked,
  detail: Record<string, unknown>,
  messages: Effects['notifications'][number]['messages'],
): void {
  verdicts.events.push({
    id: ctx.newId(),
    at: ctx.clock.now(),
    kind: 'check_changed',
    actor: 'greenroom',
    appId: app.id,
    environmentId: environment.id,
    detail: { check: 'credentials', ...detail },
  });
  verdicts.notifications.push({ appId: app.id, messages });
}
