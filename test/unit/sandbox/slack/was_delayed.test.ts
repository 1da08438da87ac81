import { describe, expect, test } from 'vitest';
import { wasDelayed } from '../../../../sandbox/simulators/slack/deadlines/was_delayed.ts';
import { submits } from '../../../e2e/submits.ts';

describe('a submission', () => {
  test.each([
    { ms: 2_600, waitedMs: 0, delayed: false },
    { ms: 2_600, waitedMs: 600, delayed: false },
    { ms: 2_600, waitedMs: 650, delayed: true },
    { ms: 2_600, waitedMs: 4_000, delayed: true },
    { ms: 0, waitedMs: 0, delayed: false },
    { ms: null, waitedMs: 0, delayed: false },
  ])('that took $ms ms, $waitedMs of them waiting for a processor, was delayed: $delayed', (entry) => {
    expect(wasDelayed(entry)).toBe(entry.delayed);
  });

  const form = (delays: readonly boolean[], text = 'Greenroom could not finish in time') => {
    let presses = 0;
    return {
      submit: async () => {
        presses += 1;
        return presses > delays.length ? ('updated' as const) : ('errors' as const);
      },
      text: () => text,
      wasDelayed: () => delays[presses - 1] ?? false,
      presses: () => presses,
    };
  };

  test('is repeated in a story while the machine delays it', async () => {
    const modal = form([true, true]);
    expect(await submits(modal)).toBe('updated');
    expect(modal.presses()).toBe(3);
  });

  test('is not repeated when the machine did not delay it, however busy it was before', async () => {
    const modal = form([true, false]);
    expect(await submits(modal)).toBe('errors');
    expect(modal.presses()).toBe(2);
  });

  test('is not repeated for another error', async () => {
    const modal = form([true], 'Give it a name');
    expect(await submits(modal)).toBe('errors');
    expect(modal.presses()).toBe(1);
  });
});
