import { afterEach, describe, expect, it } from 'vitest';
import { text } from '../../../unit/sandbox/slack/support/views.ts';
import { manifest } from './support/manifest.ts';
import { type Recipe, type Stage, stage, TRANSPORTS } from './support/small_app.ts';

let here: Stage | null = null;
afterEach(async () => {
  await here?.stop();
  here = null;
});

const home = (words: string) => ({
  type: 'home' as const,
  blocks: [
    { type: 'header', text: text(words) },
    {
      type: 'actions',
      block_id: 'acts',
      elements: [{ type: 'button', action_id: 'register', text: text('Register a Zoom app'), value: 'r' }],
    },
  ],
});

const publishes: Recipe['listen'] = (app) => {
  let visits = 0;
  app.event('app_home_opened', async ({ event, client }) => {
    visits += 1;
    await client.views.publish({ user_id: event.user, view: home(`Visit ${visits}`) });
  });
  app.action('register', async ({ ack, client, body }) => {
    await ack();
    if ('view' in body) await client.views.publish({ user_id: body.user.id, view: home('Registered') });
  });
};

describe.each(TRANSPORTS)('App Home over %s', (transport) => {
  it('shows what the app publishes when a person opens it, each time anew', async () => {
    here = await stage({ transport, listen: publishes });
    const { slack } = here;
    const ana = slack.person('ana');
    expect((await ana.opensHome()).text()).toBe('Visit 1\n[Register a Zoom app]');
    const second = await ana.opensHome();
    expect(second.text()).toContain('Visit 2');
    expect(await second.press('Register a Zoom app')).toBe('acked');
    await second.sees('Registered');
    const [first, again] = slack.inspector.deliveries('event:app_home_opened').map((one) => one.request);
    expect(first).toMatchObject({
      type: 'event_callback',
      team_id: slack.id,
      authorizations: [{ team_id: slack.id, is_bot: true, is_enterprise_install: false }],
      event: { type: 'app_home_opened', user: ana.id, tab: 'home', channel: expect.stringMatching(/^D/) },
    });
    expect(first).not.toHaveProperty('event.view');
    expect(again).toHaveProperty('event.view.hash');
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('says on screen that nothing was published', async () => {
    here = await stage({ transport, slack: { limits: { timeoutMs: 200 } }, listen: () => {} });
    await expect(here.slack.person('ana').opensHome()).rejects.toThrow('did not publish the Home of Ana');
  });

  it('refuses a stale hash, a wrong person, and everything when the manifest has no Home', async () => {
    here = await stage({ transport, listen: () => {} });
    const { client } = here.app;
    const user_id = here.slack.person('ana').id;
    const view = home('One');
    await client.views.publish({ user_id, view });
    await expect(client.views.publish({ user_id, view, hash: '1.old' })).rejects.toThrow('hash_conflict');
    await expect(client.views.publish({ user_id: 'U0NOBODY', view })).rejects.toThrow('user_not_found');
    await here.stop();
    const features = { ...manifest.features, app_home: { home_tab_enabled: false } };
    here = await stage({ transport, slack: { manifest: { ...manifest, features } }, listen: () => {} });
    const elsewhere = here.app.client.views.publish({ user_id: here.slack.person('ana').id, view });
    await expect(elsewhere).rejects.toThrow('not_enabled');
  });
});
