import type { CallOutcome, Host } from '../telemetry/metrics.ts';
import { stopwatch, type Telemetry } from '../telemetry/telemetry.ts';
import type { HttpOutcome } from './http_outcome.ts';

/** Counts and times one try. Only how it ended is recorded, nothing of what was sent or answered. */
export async function measureCall(
  { metrics, tracing }: Telemetry,
  host: Host,
  call: () => Promise<HttpOutcome>,
): Promise<HttpOutcome> {
  return tracing.span({ name: `${host} call`, kind: 'client' }, async (span) => {
    const seconds = stopwatch();
    const outcome = await call();
    metrics.hostCall(host, callOutcomeOf(outcome), seconds());
    span.note({ outcome: callOutcomeOf(outcome) });
    return outcome;
  });
}

export function callOutcomeOf(outcome: HttpOutcome): CallOutcome {
  if (outcome.kind === 'unreachable') return outcome.why;
  if (outcome.status === 429) return 'rate_limited';
  if (outcome.status >= 500) return 'server_error';
  return outcome.status >= 400 ? 'refused' : 'ok';
}
