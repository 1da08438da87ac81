import { checkOf, type Environment } from '../../core/apps/zoom_app.ts';
import { isOver } from '../../core/checks/ageing.ts';
import type { Outcome } from '../../core/checks/check.ts';
import { isProven } from '../../core/checks/keep_proof.ts';
import type { Reason, UnknownReason } from '../../core/checks/reasons.ts';
import type { ProbeTrust } from '../../store/workspaces/workspaces.ts';
import type { InconclusiveReason, ProbeVerdict } from '../../zoom/probe_verdict.ts';

const dayMs = 24 * 60 * 60_000;
/** Zoom gave no answer: retry after this, unless it asked for longer. Long enough not to add load during an outage. */
const retryMs = 5 * 60_000;
/** A lost vault key may be configured again at the next start; a retry makes no call to a host. */
const unopenedMs = 60 * 60_000;

/** `unopened`: Zoom was not asked, because the vault has lost the key that sealed the secret. */
export type CredentialsVerdict = ProbeVerdict | { readonly verdict: 'unopened' };

/** Why the pair fails, where Zoom refused it. */
export function failureReason(verdict: CredentialsVerdict): Reason | null {
  if (verdict.verdict === 'refused') return 'invalid_credentials';
  return verdict.verdict === 'disabled' ? 'app_disabled' : null;
}

/** What any other verdict means for the check of the credentials. `pending`: the pair is not in use yet. */
export function outcomeOf(
  verdict: CredentialsVerdict,
  trust: ProbeTrust,
  environment: Environment,
  { pending, nextTryAt, now }: { readonly pending: boolean; readonly nextTryAt: Date; readonly now: Date },
): Outcome {
  if (verdict.verdict === 'unopened') return { kind: 'unknown', why: 'secret_unreadable' };
  if (verdict.verdict !== 'accepted') {
    const why = verdict.verdict === 'inconclusive' ? unknownReasonOf[verdict.reason] : 'unexpected_reply';
    return { kind: 'unknown', why, nextTryAt };
  }
  if (trust === 'trusted') return { kind: 'passed', evidence: 'verified' };
  const check = checkOf(environment, 'credentials');
  // StackOne has shown that the pair works, and Zoom did not contradict it.
  if (!pending && isProven(check)) return { kind: 'passed', evidence: 'verified' };
  // An attestation is kept until its end when Zoom, once more, did not contradict it.
  if (!pending && check.lastKnown === 'passed' && check.attestedBy !== null) {
    if (isOver(check, now)) return { kind: 'expired' };
    const { attestedBy: by, expiresAt, knownAt } = check;
    return { kind: 'passed', evidence: 'attested', by, expiresAt, saidAt: knownAt ?? now };
  }
  return { kind: 'pending', reason: 'not_contradicted' };
}

const unknownReasonOf: Record<InconclusiveReason, UnknownReason> = {
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

/** When the pair is probed again. */
export function nextProbeAt(verdict: CredentialsVerdict, trust: ProbeTrust, now: Date): Date {
  if (verdict.verdict === 'unopened') return new Date(now.getTime() + unopenedMs);
  if (verdict.verdict === 'inconclusive') {
    return new Date(now.getTime() + Math.max(retryMs, verdict.retryAfterMs ?? 0));
  }
  // Accepted, but the calibration got no answer: retried soon.
  const halfAnswered = verdict.verdict === 'accepted' && trust === 'untested';
  return new Date(now.getTime() + (halfAnswered ? retryMs : dayMs));
}
