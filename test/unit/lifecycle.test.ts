import { expect, test } from 'vitest';
import { createLifecycle } from '../../src/lifecycle.ts';
import { recordedLog } from '../harness/log.ts';

test('what was opened last is closed first, one after the other', async () => {
  const { log } = recordedLog();
  const lifecycle = createLifecycle(log);
  const order: string[] = [];
  for (const name of ['database', 'queue', 'slack'])
    lifecycle.onClose(async () => {
      order.push(`${name} begins`);
      await Promise.resolve();
      order.push(`${name} is closed`);
    });
  await lifecycle.close();
  expect(order).toEqual(
    ['slack', 'queue', 'database'].flatMap((name) => [`${name} begins`, `${name} is closed`]),
  );
});

test('one that fails, at once or later, is logged and keeps none from being closed', async () => {
  const { log, lines } = recordedLog();
  const lifecycle = createLifecycle(log);
  const closed: string[] = [];
  lifecycle.onClose(async () => closed.push('first'));
  lifecycle.onClose(() => Promise.reject(new Error('lost')));
  lifecycle.onClose(() => {
    throw new Error('never opened');
  });
  await lifecycle.close();
  expect(closed).toEqual(['first']);
  expect(lines).toHaveLength(2);
});

test('who closes twice waits for the first time; what is opened meanwhile is closed too, and nothing twice', async () => {
  const lifecycle = createLifecycle(recordedLog().log);
  let finish = () => {};
  let times = 0;
  lifecycle.onClose(() => {
    times += 1;
    return new Promise<void>((resolve) => (finish = resolve));
  });
  const first = lifecycle.close();
  let isOver = false;
  const second = lifecycle.close().then(() => (isOver = true));
  await Promise.resolve();
  lifecycle.onClose(async () => (times += 1));
  expect(isOver).toBe(false);
  finish();
  await Promise.all([first, second]);
  expect(times).toBe(2);
});
