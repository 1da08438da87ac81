import { setTimeout as wait } from 'node:timers/promises';

export interface Patience {
  readonly firstMs: number;
  readonly mostMs: number;
}

/** How long to wait between tries to reach Slack: 1 s, 2 s, 4 s ... 30 s. */
export const slackPatience: Patience = { firstMs: 1_000, mostMs: 30_000 };

/** The pause before try number `tries` (0 = the first repetition), with some scatter so that replicas spread. */
export function pauseMs(patience: Patience, tries: number): number {
  const full = Math.min(patience.mostMs, patience.firstMs * 2 ** Math.min(tries, 16));
  return full * (0.75 + Math.random() / 4);
}

/** Waits, or returns early (false) when the signal says so. */
export async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  return wait(ms, true, { signal }).catch(() => false);
}
