import { expect, test } from 'vitest';
import { createLine } from '../../../../src/store/postgres/client/keyed_mutex.ts';
import { isDatabaseDown } from '../../../../src/store/postgres/client/outage.ts';

test('whoever waited too long is told that the database does not answer, and the next is not kept waiting', async () => {
  const line = createLine(-1);
  const refused = await line('T1', async () => 'done').catch((error: unknown) => error);
  expect(isDatabaseDown(refused)).toBe(true);
});

test('those of another key do not wait', async () => {
  const line = createLine();
  let letGo = () => {};
  const held = line('T1', () => new Promise<void>((resolve) => (letGo = resolve)));
  const behind = line('T1', async () => 'behind');
  expect(await line('T2', async () => 'another')).toBe('another');
  letGo();
  await held;
  expect(await behind).toBe('behind');
});
