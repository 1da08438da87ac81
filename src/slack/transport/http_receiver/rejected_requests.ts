import type { Log } from '../../../log.ts';
import type { Metrics, RefusedRequest } from '../../../telemetry/metrics.ts';

/** Anybody can send requests to a public address: one line a minute for each reason is enough. */
const ONE_LINE_MS = 60_000;

const texts: Readonly<Record<RefusedRequest, string>> = {
  no_signature: 'Refused a request without a signature: it is not from Slack',
  wrong_signature:
    "Refused a request with a wrong signature. If Slack's requests fail with dispatch_failed, compare SLACK_SIGNING_SECRET with the app's settings: Basic Information > Signing Secret",
  too_old:
    "Refused a request dated in the past. If it came from Slack, this machine's clock is ahead: synchronise it (NTP)",
  too_new:
    "Refused a request dated in the future. If it came from Slack, this machine's clock is behind: synchronise it (NTP)",
  replayed: 'Refused a request that was carried out before: somebody repeats what they recorded',
  type: 'Refused a request of a content type that Slack does not send',
  too_large: 'Refused a request that is larger than any of Slack',
  malformed: 'Refused a request that is signed, but has not the form of any request of Slack',
  busy: 'Refused a request because too many are being received at the same time',
};

/** Counts refused requests by reason, and logs each reason at most once a minute. */
export function createRefusals(log: Log, metrics: Metrics, now: () => number) {
  const lines = new Map<RefusedRequest, { since: number; more: number }>();
  return (reason: RefusedRequest, details: Readonly<Record<string, unknown>> = {}): void => {
    metrics.requestRefused(reason);
    const last = lines.get(reason);
    // A clock that was set back must not silence the line.
    if (last !== undefined && Math.abs(now() - last.since) < ONE_LINE_MS) {
      last.more += 1;
      return;
    }
    const since = last === undefined || last.more === 0 ? {} : { refusedSinceLastLine: last.more };
    lines.set(reason, { since: now(), more: 0 });
    log.warn({ reason, ...details, ...since }, texts[reason]);
  };
}
