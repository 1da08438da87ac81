import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { retryCall } from '../../../../src/slack/responses/retry_call.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const refusal = (error: string) => new WebAPIPlatformError({ ok: false, error });
const lost = () => new WebAPIRequestError(new Error('socket hang up'));

/** A call that fails with these errors first; how it ends, how often it was made, and for how long that took. */
async function ended(...errors: Error[]) {
  let calls = 0;
  const began = performance.now();
  const end = retryCall(async () => {
    calls += 1;
    const error = errors[calls - 1];
    if (error !== undefined) throw error;
  }).then(
    () => 'done',
    (error: unknown) => error,
  );
  await vi.runAllTimersAsync();
  return { end: await end, calls, seconds: (performance.now() - began) / 1_000 };
}

test('a call that works is made once', async () => {
  expect(await ended()).toEqual({ end: 'done', calls: 1, seconds: 0 });
});

test.each([
  [1, 1],
  [15, 15],
  [3_600, 15],
])('a rate limit of %s s is waited for, %s s at most', async (retryAfter, seconds) => {
  expect(await ended(new WebAPIRateLimitedError(retryAfter))).toEqual({ end: 'done', calls: 2, seconds });
});

test.each([
  ['a lost connection', lost],
  ['a server error', () => new WebAPIHTTPError(503, '', {})],
])('%s is retried within seconds, four calls in all', async (_, error) => {
  const first = await ended(error());
  expect(first).toMatchObject({ end: 'done', calls: 2 });
  const last = error();
  const all = await ended(error(), error(), error(), last);
  expect(all).toMatchObject({ end: last, calls: 4 });
  expect(all.seconds).toBeLessThanOrEqual(3.5);
});

test('a refusal is not retried, and a closed view needs no update', async () => {
  const error = refusal('expired_trigger_id');
  expect(await ended(error)).toMatchObject({ end: error, calls: 1 });
  expect(await ended(refusal('not_found'))).toMatchObject({ end: 'done', calls: 1 });
  expect(await ended(lost(), refusal('not_found'))).toMatchObject({ end: 'done', calls: 2 });
});
