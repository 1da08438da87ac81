import { createServer } from 'node:http';
import { App, HTTPReceiver, MemoryInstallationStore } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import { acme, globex, type SimulatedSlack, startSlack } from '../../../../sandbox/simulators/slack/index.ts';
import { manifest } from './support/manifest.ts';
import { silent } from './support/small_app.ts';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

/** An app for many workspaces, installed through OAuth. */
async function installable(slack: SimulatedSlack): Promise<string> {
  const server = createServer((req, res) => receiver.requestListener(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  stops.push(() => new Promise((resolve) => server.close(resolve)));
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
  const installationStore = new MemoryInstallationStore();
  const receiver = new HTTPReceiver({
    signingSecret: slack.signingSecret,
    clientId: slack.clientId,
    clientSecret: slack.clientSecret,
    stateSecret: 'state',
    scopes: ['commands', 'chat:write'],
    installationStore,
    redirectUri: `${origin}/slack/oauth_redirect`,
    installerOptions: {
      clientOptions,
      authorizationUrl: `${slack.url}oauth/v2/authorize`,
      redirectUriPath: '/slack/oauth_redirect',
    },
    logger: silent,
  });
  const app = new App({ receiver, logger: silent, convoStore: false, clientOptions });
  app.command('/zoom-app', async ({ ack, client, command }) => {
    await ack();
    await client.chat.postMessage({ channel: command.channel_id, text: `hello ${command.team_domain}` });
  });
  return origin;
}

describe('two workspaces', () => {
  it('keep their people, tokens and messages apart', async () => {
    const slack = await startSlack({ manifest, workspaces: [acme(), globex()] });
    stops.push(() => slack.stop());
    const other = slack.workspace('Globex');
    expect(other.botToken).not.toBe(slack.botToken);
    expect(() => slack.person('gil')).toThrow('Nobody called gil works at Acme');
    const post = (token: string, channel: string) =>
      fetch(`${slack.apiUrl}chat.postMessage`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ channel, text: 'hello' }).toString(),
      }).then((response) => response.json());
    const theirs = other.channelId('#zoom-integration');
    expect(await post(slack.botToken, theirs)).toMatchObject({ error: 'channel_not_found' });
    expect(await post(other.botToken, theirs)).toMatchObject({ ok: true });
    await other.person('hana').sees('#zoom-integration', 'hello');
    expect(slack.person('ana').transcript('#zoom-integration')).toBe('');
  });

  it('install the app through its own page, each with its own token', async () => {
    const workspaces = [
      { ...acme(), installed: false },
      { ...globex(), installed: false },
    ];
    const slack = await startSlack({ manifest, workspaces });
    stops.push(() => slack.stop());
    const origin = await installable(slack);
    slack.deliverTo(`${origin}/slack/events`);
    expect((await slack.person('ana').types('#zoom-integration', '/zoom-app')).outcome).toBe('slack');
    for (const workspace of [slack, slack.workspace('Globex')]) {
      const done = await workspace.installsFrom(`${origin}/slack/install`);
      expect(done.status).toBe(200);
    }
    await slack.person('ana').types('#zoom-integration', '/zoom-app');
    await slack.workspace('Globex').person('gil').types('#zoom-integration', '/zoom-app');
    await slack.person('ana').sees('#zoom-integration', 'hello acme');
    await slack.workspace('Globex').person('gil').sees('#zoom-integration', 'hello globex');
    expect(slack.inspector.violations()).toEqual([]);
    expect(JSON.stringify(slack.inspector.entries())).not.toContain(slack.clientSecret);
  });

  it('call the app by the name in its manifest', async () => {
    const name = 'Coffee Helper';
    const display_information = { name: 'Coffee' };
    const features = { ...manifest.features, bot_user: { display_name: name, always_online: true } };
    const strange = { ...manifest, display_information, features };
    const slack = await startSlack({ manifest: strange, limits: { eventRetryMs: [] } });
    stops.push(() => slack.stop());
    const ana = slack.person('ana');
    await slack.invitesBot('#general');
    await ana.types('#general', `hello @${name}`);
    expect(ana.transcript('#general')).toContain(`@${name} has joined the channel`);
    expect((await ana.sees('#general', /^hello/)).text()).toBe(`hello @${name}`);
    const response = await fetch(`${slack.apiUrl}auth.test`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.botToken}` },
    });
    expect(await response.json()).toMatchObject({ ok: true, user: 'coffeehelper' });
  });
});
