import type { CallOutcome, Host } from '../telemetry/metrics.ts';
import { stopwatch, type Telemetry } from '../telemetry/telemetry.ts';
import type { OutsideOutcome } from './outcome.ts';

/** Counts and times one try. Nothing of what was sent or answered is told, only how it ended. */
export async function watchCall(
  { metrics }: Telemetry,
  host: Host,
  call: () => Promise<OutsideOutcome>,
): Promise<OutsideOutcome> {
  const seconds = stopwatch();
  const outcome = await call();
  metrics.outsideCall(host, wordFor(outcome), seconds());
  return outcome;
}

export function wordFor(outcome: OutsideOutcome): CallOutcome {
  if (outcome.kind === 'unreachable') return outcome.why;
  if (outcome.status === 429) return 'rate_limited';
  if (outcome.status >= 500) return 'server_error';
  return outcome.status >= 400 ? 'refused' : 'ok';
}
