import { webApi } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import { type Stage, stage } from './support/small_app.ts';

let here: Stage | null = null;
afterEach(async () => {
  await here?.stop();
  here = null;
});

async function start() {
  here = await stage({ transport: 'socket', listen: () => {} });
  const { slack, app } = here;
  const channel = slack.channelId('#zoom-integration');
  const hasty = new webApi.WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
  });
  return {
    slack,
    app,
    hasty,
    faults: slack.faults,
    ana: slack.person('ana'),
    post: (text = 'hello') => app.client.chat.postMessage({ channel, text }),
    hastyPost: () => hasty.chat.postMessage({ channel, text: 'hello' }),
  };
}

describe('faults of Slack', () => {
  it('cuts every connection while it is down, and the app comes back by itself', async () => {
    const { slack, faults, post } = await start();
    faults.down();
    await expect.poll(() => slack.connections()).toBe(0);
    await expect(post()).rejects.toThrow();
    faults.clear();
    await slack.connected();
    await expect(post()).resolves.toMatchObject({ ok: true });
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('answers 503 instead, if wanted', async () => {
    const { faults, post } = await start();
    faults.down('503');
    await expect(post()).rejects.toMatchObject({ statusCode: 503 });
    faults.clear();
  });

  it('limits the rate with Retry-After, for one channel only if so wanted', async () => {
    const { hasty, faults, hastyPost } = await start();
    faults.rateLimited({ retryAfter: 7, channel: '#zoom-integration', times: 1 });
    await expect(hasty.auth.test()).resolves.toMatchObject({ ok: true });
    await expect(hastyPost()).rejects.toMatchObject({ retryAfter: 7 });
    await expect(hastyPost()).resolves.toMatchObject({ ok: true });
  });

  it('limits everything until it clears', async () => {
    const { hasty, faults, hastyPost } = await start();
    faults.rateLimited({ retryAfter: 2 });
    await expect(hastyPost()).rejects.toMatchObject({ retryAfter: 2 });
    await expect(hasty.auth.test()).rejects.toMatchObject({ retryAfter: 2 });
    faults.clear();
    await expect(hasty.auth.test()).resolves.toMatchObject({ ok: true });
  });

  it('takes one message per second and channel when switched on', async () => {
    const { slack, faults, hastyPost } = await start();
    faults.oneMessagePerSecond(true);
    await hastyPost();
    await expect(hastyPost()).rejects.toMatchObject({ retryAfter: 1 });
    slack.advance(1000);
    await expect(hastyPost()).resolves.toMatchObject({ ok: true });
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('fails the next calls of one method', async () => {
    const { faults, post, app } = await start();
    faults.failNext('chat.postMessage', 'internal_error', 2);
    await expect(post()).rejects.toThrow('internal_error');
    await expect(app.client.auth.test()).resolves.toMatchObject({ ok: true });
    await expect(post()).rejects.toThrow('internal_error');
    await expect(post()).resolves.toMatchObject({ ok: true });
  });

  it('loses a reply after the work was done', async () => {
    const { faults, post, ana } = await start();
    faults.loseReplies('chat.postMessage');
    await expect(post('sent anyway')).rejects.toThrow();
    await ana.sees('#zoom-integration', 'sent anyway');
  });

  it('answers with a page of HTML', async () => {
    const { faults, post } = await start();
    faults.html();
    await expect(post()).rejects.toThrow('html');
    faults.html(1, 502);
    await expect(post()).rejects.toMatchObject({ statusCode: 502 });
    await expect(post()).resolves.toMatchObject({ ok: true });
  });

  it('makes one method slow, and leaves the others alone', async () => {
    const { faults, post, app } = await start();
    const order: string[] = [];
    faults.slow(150, 'chat.postMessage');
    const slow = post().then(() => order.push('chat.postMessage'));
    await app.client.auth.test();
    order.push('auth.test');
    await slow;
    expect(order).toEqual(['auth.test', 'chat.postMessage']);
  });
});
