import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { afterWhatArrives, requestArrived } from '../../../../src/slack/transport/turns.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** Wants to go on; notes the name when it may. */
function wanting(names: readonly string[]): string[] {
  const gone: string[] = [];
  for (const name of names) void afterWhatArrives().then(() => gone.push(name));
  return gone;
}

test('while requests keep arriving nobody opens a modal; then a few at a time, in their order', async () => {
  const gone = wanting(['a', 'b', 'c', 'd', 'e']);
  for (let arriving = 0; arriving < 20; arriving += 1) {
    requestArrived();
    await turn();
  }
  expect(gone).toEqual([]);
  const seen = [];
  while (gone.length < 5) {
    await turn();
    seen.push(gone.join(''));
  }
  expect(seen).toContain('ab');
  expect(seen).toContain('abcd');
  expect(gone.join('')).toBe('abcde');
});

test('whoever has waited for a second goes on, whatever else arrives', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const gone = wanting(['early']);
  requestArrived();
  await turn();
  expect(gone).toEqual([]);
  vi.advanceTimersByTime(1_000);
  requestArrived();
  await turn();
  await turn();
  expect(gone).toEqual(['early']);
});
