/**
 * Does a batch again until one is not full any more; `batch` returns how many it took, of `size` at most. What is left after
 * `most` batches waits for the next run.
 */
export async function inBatches(
  { size, most }: { readonly size: number; readonly most: number },
  batch: (size: number) => Promise<number>,
): Promise<void> {
  for (let count = 0; count < most; count += 1) if ((await batch(size)) < size) return;
}
