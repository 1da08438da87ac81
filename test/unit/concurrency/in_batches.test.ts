import { expect, test } from 'vitest';
import { inBatches } from '../../../src/concurrency/in_batches.ts';

/** How many rows are left, and how many batches it took. */
async function work(rows: number, most: number): Promise<readonly [left: number, batches: number]> {
  let left = rows;
  let batches = 0;
  await inBatches({ size: 10, most }, async (size) => {
    const taken = Math.min(size, left);
    left -= taken;
    batches += 1;
    return taken;
  });
  return [left, batches];
}

test.each([
  ['nothing', 0, [0, 1]],
  ['less than a batch', 9, [0, 1]],
  ['full batches', 20, [0, 3]],
  ['full batches and a rest', 25, [0, 3]],
])('%s is done in as many batches as it takes', async (_, rows, expected) => {
  expect(await work(rows, 100)).toEqual(expected);
});

test('what is left after the most batches waits for the next run', async () => {
  expect(await work(1_000, 4)).toEqual([960, 4]);
});
