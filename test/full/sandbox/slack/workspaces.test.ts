import { createServer } from 'node:http';
import { App, HTTPReceiver, MemoryInstallationStore } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import {
  acme,
  acmeGroup,
  globex,
  type SimulatedSlack,
  startSlack,
} from '../../../../sandbox/simulators/slack/index.ts';
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

describe('an organisation of two workspaces and one to which the app was not added', () => {
  const shops = {
    name: 'Acme Shops',
    organisation: { name: 'Acme Group' },
    installed: false,
    people: [{ name: 'ivo', realName: 'Ivo' }],
    channels: [{ name: 'zoom-integration', members: ['ivo'], hasBot: true }],
  };

  const forAll = { ...manifest, settings: { ...manifest.settings, org_deploy_enabled: true } };

  it('cannot be had for a manifest that does not allow it', async () => {
    await expect(startSlack({ manifest, workspaces: acmeGroup() })).rejects.toThrow('org_deploy_enabled');
  });

  /** Calls with the token of the organisation; the answer of Slack. */
  async function organised(scopes: readonly string[] = ['chat:write', 'users:read', 'channels:read']) {
    const slack = await startSlack({ manifest: forAll, scopes, workspaces: [...acmeGroup(), shops] });
    stops.push(() => slack.stop());
    const call = async (method: string, args: Record<string, string> = {}): Promise<unknown> => {
      const reply = await fetch(`${slack.apiUrl}${method}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${slack.botToken}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams(args).toString(),
      });
      return reply.json();
    };
    return { slack, labs: slack.workspace('Acme Labs'), shops: slack.workspace('Acme Shops'), call };
  }

  it('has one token and one bot user, and auth.test names the organisation', async () => {
    const { slack, labs, call } = await organised();
    expect(labs).toMatchObject({ botToken: slack.botToken, botUserId: slack.botUserId });
    expect(labs.id).not.toBe(slack.id);
    expect(await call('auth.test')).toMatchObject({
      ok: true,
      team: 'Acme Group',
      team_id: slack.organisationId,
      enterprise_id: slack.organisationId,
      is_enterprise_install: true,
    });
  });

  it('finds the workspace of a call by the channel or the person that it names', async () => {
    const { slack, labs, call } = await organised();
    for (const { workspace, name } of [
      { workspace: slack, name: 'ana' },
      { workspace: labs, name: 'lea' },
    ]) {
      const person = workspace.person(name);
      const posted = { channel: workspace.channelId('#zoom-integration'), text: `hello ${name}` };
      expect(await call('chat.postMessage', posted)).toMatchObject({ ok: true });
      await person.sees('#zoom-integration', `hello ${name}`);
      expect(await call('chat.postMessage', { channel: person.id, text: 'to you' })).toMatchObject({
        ok: true,
      });
      await person.sees('@bot', 'to you');
      expect(await call('users.info', { user: person.id })).toMatchObject({
        user: { team_id: workspace.id, enterprise_user: { enterprise_id: slack.organisationId } },
      });
    }
    expect(slack.person('ana').transcript('#zoom-integration')).not.toContain('lea');
    expect(await call('chat.postMessage', { channel: 'C0NONE', text: 'x' })).toMatchObject({
      error: 'channel_not_found',
    });
  });

  it.each(['conversations.list', 'users.list', 'users.conversations', 'bots.info'])(
    '%s wants to be told for which workspace, and takes only those with the app',
    async (method) => {
      const { slack, labs, shops, call } = await organised();
      expect(await call(method)).toMatchObject({ ok: false, error: 'missing_argument' });
      expect(slack.inspector.violations()).toMatchObject([{ code: 'missing_argument', pointer: '/team_id' }]);
      for (const { id } of [slack, labs])
        expect(await call(method, { team_id: id })).toMatchObject({ ok: true });
      for (const id of [shops.id, 'TELSEWHERE'])
        expect(await call(method, { team_id: id })).toMatchObject({ error: 'team_access_not_granted' });
    },
  );

  it('refuses what concerns a workspace without the app, whose people do not have its commands', async () => {
    const { shops, call } = await organised();
    const posted = { channel: shops.channelId('#zoom-integration'), text: 'hello' };
    expect(await call('chat.postMessage', posted)).toMatchObject({ error: 'team_access_not_granted' });
    expect((await shops.person('ivo').types('#zoom-integration', '/zoom-app')).outcome).toBe('slack');
  });

  it('loses the app everywhere when it is removed', async () => {
    const { labs, call } = await organised();
    await labs.uninstalls();
    expect(await call('auth.test')).toMatchObject({ error: 'account_inactive' });
  });
});
