import { describe, expect, test } from 'vitest';
import { recordUntilSaved } from '../../../../src/usecases/deliveries/record_delivery.ts';

const outage = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
const running = () => ({ signal: new AbortController().signal });

describe('recording what has happened to a delivery', () => {
  test('outlives an outage of the database, so that the message is not sent twice', async () => {
    let tries = 0;
    await recordUntilSaved(running(), async () => {
      tries += 1;
      if (tries < 3) throw outage();
    });
    expect(tries).toBe(3);
  });

  test('tries once more and gives up when the process has to end', async () => {
    const ending = new AbortController();
    let tries = 0;
    const recording = recordUntilSaved(ending, async () => {
      tries += 1;
      // After this try has failed, while it waits for the next one.
      setImmediate(() => ending.abort());
      throw outage();
    });
    await expect(recording).rejects.toThrow('ECONNREFUSED');
    expect(tries).toBe(2);
  });

  test('does not repeat a mistake of ours', async () => {
    let tries = 0;
    const recording = recordUntilSaved(running(), async () => {
      tries += 1;
      throw new Error('violates check constraint');
    });
    await expect(recording).rejects.toThrow('constraint');
    expect(tries).toBe(1);
  });
});
