import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { WebAPIHTTPError, WebAPIRateLimitedError, WebAPIRequestError, WebClient } from '@slack/web-api';
import { afterEach, describe, expect, test } from 'vitest';
import { directOutbound } from '../../../../src/http_client/outbound.ts';
import { slackLogger } from '../../../../src/log.ts';
import { createSlackFetch } from '../../../../src/slack/web_api/slack_fetch.ts';
import { quietLog } from '../../../harness/log.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}/`;
}

/** How a call through Slack's client ends: with its answer, or with the error it throws. */
async function call(url: string, timeout = 5_000): Promise<unknown> {
  const options = { slackApiUrl: url, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout };
  const logger = slackLogger(quietLog);
  const results = [globalThis.fetch, createSlackFetch(60_000, directOutbound)].map((fetch) =>
    new WebClient('xoxb-test', { ...options, logger, fetch })
      .apiCall('api.test', { said: 'ä & b' })
      .catch((error) => error),
  );
  const [theirs, ours] = await Promise.all(results);
  expect(ours?.constructor).toBe(theirs?.constructor);
  if (theirs instanceof Error && ours instanceof Error) expect(ours.message).toBe(theirs.message);
  else expect(ours).toEqual(theirs);
  return ours;
}

describe('Slack’s client says over our own fetch what it says over the one of Node', () => {
  test('an answer', async () => {
    const url = await serve(async (request, response) => {
      const body = await text(request);
      const { authorization, 'content-type': type } = request.headers;
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({ ok: true, body, authorization, type, method: request.method, path: request.url }),
      );
    });
    expect(await call(url)).toMatchObject({ ok: true, method: 'POST', path: '/api.test' });
  });

  test('a page where an answer should be', async () => {
    const url = await serve((_request, response) => void response.writeHead(502).end('<h1>Bad gateway</h1>'));
    expect(await call(url)).toBeInstanceOf(WebAPIHTTPError);
  });

  test('too many requests', async () => {
    const url = await serve(
      (_request, response) => void response.writeHead(429, { 'retry-after': '7' }).end(),
    );
    expect(await call(url)).toMatchObject({ constructor: WebAPIRateLimitedError, retryAfter: 7 });
  });

  test('a redirect, which must not get the token', async () => {
    const url = await serve(
      (_request, response) => void response.writeHead(302, { location: '/there' }).end(),
    );
    expect(await call(url)).toBeInstanceOf(WebAPIRequestError);
  });

  test('a connection that is cut in the middle of the answer', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"ok":', () => response.destroy());
    });
    expect(await call(url)).toBeInstanceOf(Error);
  });

  test('an address without a server: the cause is named', async () => {
    const url = await serve(() => {});
    for (const close of closers.splice(0)) close();
    const error = await call(url);
    expect(error).toBeInstanceOf(WebAPIRequestError);
    expect(error).toMatchObject({ original: { cause: { code: 'ECONNREFUSED' } } });
  });

  test('no answer in time', async () => {
    expect(await call(await serve(() => {}), 100)).toBeInstanceOf(WebAPIRequestError);
  });
});

test('an answer without a limit of the caller is limited by ours', async () => {
  const url = await serve(() => {});
  await expect(
    createSlackFetch(100, directOutbound)(url, { method: 'POST', body: '{}' }),
  ).rejects.toMatchObject({
    name: 'TimeoutError',
  });
});

test('an answer without an end is given up, as one that is cut', async () => {
  const url = await serve((_request, response) => {
    response.writeHead(200);
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(100_000, 'x')));
    };
    response.on('drain', more);
    more();
  });
  const answer = await createSlackFetch(60_000, directOutbound)(url, { method: 'POST', body: '{}' });
  await expect(answer.text()).rejects.toMatchObject({
    message: 'terminated',
    cause: { code: 'UND_ERR_RES_EXCEEDED_MAX_SIZE' },
  });
});
