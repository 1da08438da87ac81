import { describe, expect, it } from 'vitest';
import { eachInSteps, SCOPES_A_STEP } from '../src/core/scopes/steps.ts';
import { runInSteps } from '../src/event_loop.ts';

/** Counts the turns of the event loop that others get while something runs. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let immediate: NodeJS.Immediate | undefined;
  const next = () => {
    turns += 1;
    immediate = setImmediate(next);
  };
  immediate = setImmediate(next);
  await work;
  clearImmediate(immediate);
  return turns;
}

describe('long work', () => {
  it('lets others go between two of its steps', async () => {
    const items = Array.from({ length: 10 * SCOPES_A_STEP }, (_, at) => at);
    const work = runInSteps(eachInSteps(items, (item) => item * 2));
    expect(await turnsDuring(work)).toBeGreaterThanOrEqual(9);
    expect(await work).toEqual(items.map((item) => item * 2));
  });

  it('fails as the step that fails', async () => {
    const work = runInSteps(
      eachInSteps([1], () => {
        throw new Error('broken');
      }),
    );
    await expect(work).rejects.toThrow('broken');
  });
});
