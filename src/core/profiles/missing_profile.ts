/** Decides when a connector profile that is missing from a list counts as removed. */

/** A profile that was there, as the last reading found it. */
export interface Missing {
  readonly id: string;
  readonly owned: boolean;
  readonly doubtedSince: Date | null;
}

export interface Reading {
  /** The list is complete: its total fits and every row could be read. */
  readonly complete: boolean;
  /** It has no profile at all. */
  readonly empty: boolean;
}

export interface Absence {
  /** Fetch the list once more, now: one list is not enough. */
  readonly confirm: readonly string[];
  /** Its row is deleted. */
  readonly doubted: readonly string[];
  readonly removed: readonly string[];
}

/**
 * If several profiles in use vanish at once and none is left, a fault of StackOne's is likelier than a clean-up: such a list
 * must stay the same for this time. It covers two polls.
 */
export const emptiedForMs = 60_000;

/**
 * A profile is removed when two complete lists in a row lack it. `before`: what the list just before this one lacked; null
 * when this is the first.
 */
export function judgeAbsence(
  missing: readonly Missing[],
  reading: Reading,
  before: ReadonlySet<string> | null,
  now: Date,
): Absence {
  const ids = missing.map(({ id }) => id);
  if (!reading.complete) return { confirm: [], doubted: ids, removed: [] };
  if (before === null) return { confirm: ids, doubted: [], removed: [] };
  const confirmed = missing.filter(({ id }) => before.has(id));
  const emptied = reading.empty && confirmed.filter(({ owned }) => owned).length > 1;
  if (!emptied) return { confirm: [], doubted: [], removed: confirmed.map(({ id }) => id) };
  const since = now.getTime() - emptiedForMs;
  const isOld = ({ doubtedSince }: Missing) => doubtedSince !== null && doubtedSince.getTime() <= since;
  return {
    confirm: [],
    doubted: confirmed.filter((one) => !isOld(one)).map(({ id }) => id),
    removed: confirmed.filter(isOld).map(({ id }) => id),
  };
}
