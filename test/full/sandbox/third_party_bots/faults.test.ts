import { describe, expect, it } from 'vitest';
import { PLACE, playWith, STRANGERS } from './stage.ts';

describe.each(STRANGERS)('$name over $wire', ({ bot, wire }) => {
  it('waits as long as Slack asks when it is too fast, then gets through', async () => {
    const { slack, asks, zoe } = await playWith(bot, wire);
    slack.faults.rateLimited({ retryAfter: 1, method: 'chat.postMessage', times: 1 });
    await asks('card');
    await zoe.sees(PLACE, 'Travel request');
    const [first, second] = slack.inspector.calls('chat.postMessage');
    expect([first?.status, second?.status]).toEqual([429, 200]);
    expect(slack.inspector.violations()).toEqual([]);
  });
});
