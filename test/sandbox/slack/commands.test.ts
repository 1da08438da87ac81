import { afterEach, describe, expect, it } from 'vitest';
import { type Stage, stage, TRANSPORTS } from './support/small_app.ts';

let here: Stage | null = null;
afterEach(async () => {
  await here?.stop();
  here = null;
});

describe.each(TRANSPORTS)('a slash command over %s', (transport) => {
  it('is answered to the typist only', async () => {
    here = await stage({
      transport,
      listen: (app) => {
        app.command('/zoom-app', async ({ ack, command }) => ack(`You asked for ${command.text}`));
      },
    });
    const { slack } = here;
    const typed = await slack.person('ana').types('#zoom-integration', '/zoom-app list');
    expect(typed.outcome).toBe('acked');
    expect(typed.message?.text()).toBe('You asked for list');
    expect(slack.person('ana').transcript('#zoom-integration')).toBe(
      'Greenroom (only you):\n  You asked for list',
    );
    expect(slack.person('zoe').transcript('#zoom-integration')).toBe('');
    expect(slack.inspector.violations()).toEqual([]);
  });
});
