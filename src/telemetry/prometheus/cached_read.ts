/**
 * A value that is read at most once in `everyMs`, by one reader at a time, however many ask. A read that fails, or takes
 * longer than `timeoutMs`, is null: a scrape must neither wait for a database that does not answer nor show an old value
 * as a new one.
 */
export function cachedRead<T>(
  read: () => Promise<T>,
  limits: { readonly everyMs: number; readonly timeoutMs: number },
  now: () => number = () => performance.now(),
): () => Promise<T | null> {
  let value: T | null = null;
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | null = null;

  const begin = (): Promise<void> =>
    read()
      .then(
        (fresh) => {
          value = fresh;
        },
        () => {
          value = null;
        },
      )
      .finally(() => {
        readAt = now();
        reading = null;
      });

  return async () => {
    if (reading === null && now() - readAt < limits.everyMs) return value;
    reading ??= begin();
    return (await within(reading, limits.timeoutMs)) ? value : null;
  };
}

async function within(work: Promise<void>, mostMs: number): Promise<boolean> {
  let limit: NodeJS.Timeout | undefined;
  const tooLong = new Promise<false>((resolve) => {
    limit = setTimeout(() => resolve(false), mostMs);
  });
  const inTime = await Promise.race([work.then(() => true), tooLong]);
  clearTimeout(limit);
  return inTime;
}
