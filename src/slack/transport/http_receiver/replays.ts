import { WINDOW_S } from './judge_head.ts';

/** A signature is accepted from `WINDOW_S` before its timestamp to `WINDOW_S` after it. */
const WINDOW_MS = 2 * WINDOW_S * 1_000;
/** At most about 20 MB. One process cannot answer more requests than this in ten minutes. */
const MOST = 100_000;
/** Slack waits 3 s for a response, so its immediate retries arrive within this time. */
const AT_ONCE_MS = 3_000;

/**
 * Which signed requests were accepted already. A request that somebody recorded stays correctly signed for five minutes; it
 * must not be carried out a second time. Slack's own retries have a timestamp, and so a signature, of their own.
 *
 * Kept in memory per process: a table for all replicas would need a write before every acknowledgement. A replay to another
 * replica, or after a restart, has no effect: Slack takes a trigger once, and use cases are idempotent.
 */
export interface Replays {
  /** Remembers the signature. False when it was accepted before. */
  accept(signature: string, nowMs: number): boolean;
  /** Was it first accepted so shortly ago that Slack itself may have sent the same bytes again? */
  isRecent(signature: string, nowMs: number): boolean;
  /** The request failed: Slack may repeat it within the same second, with the same signature. */
  forget(signature: string): void;
}

/** `most`: how many are remembered; the oldest go first. */
export function createReplays(most = MOST): Replays {
  const acceptedAt = new Map<string, number>();
  return {
    accept(signature, nowMs) {
      const before = acceptedAt.get(signature);
      if (before !== undefined && nowMs - before <= WINDOW_MS) return false;
      forgetOld(acceptedAt, nowMs, most);
      acceptedAt.set(signature, nowMs);
      return true;
    },
    isRecent: (signature, nowMs) => nowMs - (acceptedAt.get(signature) ?? 0) <= AT_ONCE_MS,
    forget: (signature) => void acceptedAt.delete(signature),
  };
}

/**
 * May this request be carried out? A suggestion may twice, if at once: its payload holds nothing that changes, so who opens a
 * select two times in a second sends the same bytes. Everything else has an id or a trigger of its own.
 */
export function isNew(
  replays: Replays,
  signature: string,
  { type }: { readonly type?: unknown },
  nowMs: number,
): boolean {
  const known = !replays.accept(signature, nowMs);
  return !known || (type === 'block_suggestion' && replays.isRecent(signature, nowMs));
}

/** A map keeps the order of insertion: the oldest come first. */
function forgetOld(acceptedAt: Map<string, number>, nowMs: number, most: number): void {
  for (const [signature, at] of acceptedAt) {
    if (nowMs - at <= WINDOW_MS && acceptedAt.size < most) return;
    acceptedAt.delete(signature);
  }
}
