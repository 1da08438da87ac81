/** Most owners of an app. */
export const MOST_OWNERS = 30;

/** A change of who owns an app. */
export interface OwnerChange {
  readonly joins: string;
  /** Who hands it over; null: nobody leaves of their own accord. */
  readonly leaves: string | null;
  /** Owners whose accounts Slack says are deactivated or gone: they are let go. */
  readonly gone: readonly string[];
}

/** The owners after the change, without repetition. */
export function ownersAfter(owners: readonly string[], { joins, leaves, gone }: OwnerChange): string[] {
  const staying = owners.filter((owner) => owner !== leaves && !gone.includes(owner));
  return [...new Set([...staying, joins])];
}
