/** When a connector profile that a list lacks is taken for removed. */

/** A profile that was there, as the last reading found it. */
export interface Missing {
  readonly id: string;
  readonly owned: boolean;
  readonly doubtedSince: Date | null;
}

export interface Reading {
  /** The list adds up and every row of it was read: what it lacks is lacking. */
  readonly complete: boolean;
  /** It has no profile at all. */
  readonly empty: boolean;
}

export interface Absence {
  /** Ask once more, now: one reading is not enough. */
  readonly confirm: readonly string[];
  /** Not known any more. */
  readonly doubted: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Several profiles in use that vanish at once, and nothing left, are rather a fault of StackOne's than a clean-up: such
 * a list has to stay like this. The time covers two polls, and is short beside what it takes to notice a clean-up by hand.
 */
export const emptiedForMs = 60_000;

/**
 * A profile is removed when two complete readings in a row lack it. `before`: what the reading just before this one
 * lacked; null when this is the first.
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
