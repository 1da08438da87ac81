import { createServer } from 'node:http';
import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callFailureFrom } from '../../../../src/slack/sender/call_failure.ts';

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

describe('what a failed call means for the message', () => {
  let answer: Answer | null = null;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      if (answer === null) request.socket.destroy();
      else response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  let client: WebClient;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    client = new WebClient('xoxb-test', {
      slackApiUrl: `http://127.0.0.1:${port}/`,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    });
  });
  afterAll(() => server.close());

  const meaning = async (given: Answer | null): Promise<unknown> => {
    answer = given;
    return client.chat.postMessage({ channel: 'C1', text: 'Hello' }).catch(callFailureFrom);
  };
  const refused = (error: string): Answer => ({
    status: 200,
    body: JSON.stringify({ ok: false, error }),
    headers: { 'content-type': 'application/json' },
  });

  test.each([
    ['not_in_channel', { kind: 'channel_closed', code: 'not_in_channel' }],
    ['is_archived', { kind: 'channel_closed', code: 'is_archived' }],
    ['is_inactive', { kind: 'channel_closed', code: 'is_inactive' }],
    ['message_not_found', { kind: 'target_missing', code: 'message_not_found' }],
    ['token_revoked', { kind: 'token_refused', code: 'token_revoked' }],
    ['internal_error', { kind: 'unclear_end' }],
    ['ratelimited', { kind: 'rate_limited', afterMs: 30_000 }],
    ['msg_too_long', { kind: 'message_refused', code: 'msg_too_long' }],
    ['message_limit_exceeded', { kind: 'refused', code: 'message_limit_exceeded' }],
    ['team_access_not_granted', { kind: 'refused', code: 'team_access_not_granted' }],
    [
      'restricted_action_thread_only_channel',
      { kind: 'channel_closed', code: 'restricted_action_thread_only_channel' },
    ],
    ['a_code_of_next_year', { kind: 'refused', code: 'a_code_of_next_year' }],
  ])('%s', async (error, expected) => {
    expect(await meaning(refused(error))).toEqual(expected);
  });

  test('a limit is obeyed to the second', async () => {
    const limited = { ...refused('ratelimited'), status: 429, headers: { 'retry-after': '7' } };
    expect(await meaning(limited)).toEqual({ kind: 'rate_limited', afterMs: 7_000 });
  });

  test.each([
    ['a cut connection', null],
    ['a page with 503', { status: 503, body: '<h1>Down</h1>' }],
    ['a page with 200, which the SDK takes for an error code', { status: 200, body: '<h1>Proxy</h1>' }],
    ['nothing at all with 200', { status: 200, body: '' }],
    ['"no" without a reason', { status: 200, body: '{"ok":false}' }],
    ['"no" with a reason that is none', { status: 200, body: '{"ok":false,"error":{"code":7}}' }],
    [
      '"no" with an endless reason',
      { status: 200, body: JSON.stringify({ ok: false, error: 'x'.repeat(5_000) }) },
    ],
  ])('%s says nothing about the message: it is tried again', async (_what, given) => {
    expect(await meaning(given)).toEqual({ kind: 'unclear_end' });
  });
});
