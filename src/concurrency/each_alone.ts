/** For how long an item that could not be worked on is put off: short, as the reason may be a lock that was not had in time. */
export const putOffMs = 10 * 60_000;

/**
 * Does `work` for each item, one after the other. One that fails does not hold up those behind it, and is put off, so that it does not
 * stand before them in the next run either. Throws the first error once every item was tried, and at once when putting off fails:
 * then the others would fail too.
 */
export async function eachAlone<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  putOff: (item: T) => Promise<unknown> = async () => {},
): Promise<void> {
  const errors: unknown[] = [];
  for (const item of items) {
    try {
      await work(item);
    } catch (error) {
      errors.push(error);
      await putOff(item);
    }
  }
  if (errors.length > 0) throw errors[0];
}

/**
 * Works on all items at once, which costs less; where that fails, on each alone. `failedTogether` gets the error where none failed alone:
 * nothing is thrown then, and a fault of the work on many would show only in its cost.
 */
export async function allOrEachAlone<T>(
  items: readonly T[],
  work: (items: readonly T[]) => Promise<void>,
  putOff: (item: T) => Promise<unknown>,
  failedTogether: (error: unknown) => void,
): Promise<void> {
  if (items.length === 0) return;
  try {
    await work(items);
  } catch (error) {
    await eachAlone(items, (item) => work([item]), putOff);
    failedTogether(error);
  }
}
