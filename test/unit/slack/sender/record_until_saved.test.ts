import { describe, expect, test } from 'vitest';
import { recordUntilSaved } from '../../../../src/slack/sender/record_until_saved.ts';

const away = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

describe('writing down that Slack shows a message', () => {
  test('outlives an outage of the database, so that the message is not said twice', async () => {
    let tries = 0;
    await recordUntilSaved(async () => {
      tries += 1;
      if (tries < 3) throw away();
    }, new AbortController().signal);
    expect(tries).toBe(3);
  });

  test('gives up when the process has to end', async () => {
    const ending = new AbortController();
    const writing = recordUntilSaved(async () => {
      throw away();
    }, ending.signal);
    ending.abort();
    await expect(writing).rejects.toThrow('ECONNREFUSED');
  });

  test('does not repeat a mistake of ours', async () => {
    let tries = 0;
    const writing = recordUntilSaved(async () => {
      tries += 1;
      throw new Error('violates check constraint');
    }, new AbortController().signal);
    await expect(writing).rejects.toThrow('constraint');
    expect(tries).toBe(1);
  });
});
