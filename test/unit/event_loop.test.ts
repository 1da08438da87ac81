import { describe, expect, it } from 'vitest';
import { eachInChunks, SCOPES_PER_CHUNK } from '../../src/core/scopes/chunks.ts';
import { runInChunks, runOneByOne } from '../../src/event_loop.ts';

/** Counts the turns of the event loop that others get while something runs. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let runs = 0;
  let immediate: NodeJS.Immediate | undefined;
  const next = () => {
    runs += 1;
    immediate = setImmediate(next);
  };
  immediate = setImmediate(next);
  await work;
  clearImmediate(immediate);
  return runs;
}

describe('long work', () => {
  it('lets others go between two of its steps', async () => {
    const items = Array.from({ length: 10 * SCOPES_PER_CHUNK }, (_, at) => at);
    const work = runInChunks(eachInChunks(items, (item) => item * 2));
    expect(await turnsDuring(work)).toBeGreaterThanOrEqual(9);
    expect(await work).toEqual(items.map((item) => item * 2));
  });

  it('lets others go before each of several', async () => {
    const done: number[] = [];
    const works = Array.from({ length: 5 }, (_, at) => () => done.push(at));
    const work = runOneByOne(works);
    expect(done).toEqual([]);
    expect(await turnsDuring(work)).toBeGreaterThanOrEqual(4);
    expect(done).toEqual([0, 1, 2, 3, 4]);
  });

  it('fails as the step that fails', async () => {
    const work = runInChunks(
      eachInChunks([1], () => {
        throw new Error('broken');
      }),
    );
    await expect(work).rejects.toThrow('broken');
  });
});
