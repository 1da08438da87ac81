const DAY_MS = 24 * 60 * 60_000;

/** For how long owners may object before somebody becomes an owner who asked for it. */
export const OBJECTION_MS = DAY_MS;
/** After an objection the same person asks again after this time at the earliest. */
export const AGAIN_AFTER_OBJECTION_MS = 7 * DAY_MS;
/** Most takeovers that one person waits for at the same time. */
export const MOST_WAITING = 10;

/**
 * How a takeover ended: `objected`; `done`, also when an owner agreed; `withdrawn` by who asked; `void`: there was nothing left to
 * take over, or nobody who could.
 */
export type TakeoverEnd = 'objected' | 'done' | 'withdrawn' | 'void';

/** Somebody asks to become an owner of an app. */
export interface Takeover {
  readonly id: string;
  readonly appId: string;
  /** A Slack user id. */
  readonly askedBy: string;
  readonly askedAt: Date;
  /** When it is carried out, at the earliest. */
  readonly dueAt: Date;
}

/**
 * When a takeover can be carried out whose request Slack has shown since `shownAt` (null: it shows it nowhere yet): owners have had
 * the whole time to object, however long Slack was away.
 */
export function dueOnceShown(takeover: Takeover, shownAt: Date | null, now: Date): Date {
  const from = shownAt ?? now;
  return new Date(Math.max(takeover.dueAt.getTime(), from.getTime() + OBJECTION_MS));
}
