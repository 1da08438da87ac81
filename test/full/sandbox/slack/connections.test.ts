import { createServer, type IncomingHttpHeaders } from 'node:http';
import { App, SocketModeReceiver } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import { startSlack } from '../../../../sandbox/simulators/slack/index.ts';
import { manifest } from './support/manifest.ts';
import { type Stage, silent, stage, TRANSPORTS } from './support/small_app.ts';

let here: Stage | null = null;
afterEach(async () => {
  await here?.stop();
  here = null;
});

/** Reconnecting takes a while on a busy machine. */
const longTimeout = { timeout: 10_000 };

/** Another replica of the app on the same workspace. */
async function replica({ slack }: Stage, listen: (app: App) => void, clientPingTimeout = 5000): Promise<App> {
  const clientOptions = { slackApiUrl: slack.apiUrl };
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logger: silent,
    clientPingTimeout,
    installerOptions: { clientOptions: { ...clientOptions } },
  });
  const app = new App({
    receiver,
    token: slack.botToken,
    logger: silent,
    convoStore: false,
    deferInitialization: true,
    clientOptions,
  });
  listen(app);
  await app.init();
  await app.start();
  return app;
}

describe('Socket Mode', () => {
  it('sends each event to one of several connections', async () => {
    const heard: string[] = [];
    const by = (name: string) => (app: App) =>
      void app.command('/zoom-app', async ({ ack }) => {
        heard.push(name);
        await ack();
      });
    here = await stage({ transport: 'socket', listen: by('one') });
    const other = await replica(here, by('two'));
    await here.slack.connected(2);
    const ana = here.slack.person('ana');
    for (let n = 0; n < 4; n += 1) await ana.types('#general', '/zoom-app');
    expect(heard.toSorted()).toEqual(['one', 'one', 'two', 'two']);
    await other.stop();
  });

  it('asks the app to reconnect, and works again afterwards', async () => {
    here = await stage({
      transport: 'socket',
      listen: (app) => void app.command('/zoom-app', async ({ ack }) => ack('here')),
    });
    const { slack } = here;
    slack.refreshSockets();
    expect(slack.connections()).toBe(0);
    await slack.connected();
    expect((await slack.person('ana').types('#general', '/zoom-app')).message?.text()).toBe('here');
  });

  it('turns away one connection too many, until another one has left', async () => {
    const answer = (app: App) => void app.command('/zoom-app', async ({ ack }) => ack('here'));
    here = await stage({ transport: 'socket', slack: { limits: { sockets: 1 } }, listen: answer });
    const { slack } = here;
    const coming = replica(here, answer, 300);
    await expect
      .poll(() => slack.inspector.calls('apps.connections.open').length, longTimeout)
      .toBeGreaterThan(2);
    expect(slack.connections()).toBe(1);
    await here.app.stop();
    const other = await coming;
    expect((await slack.person('ana').types('#general', '/zoom-app')).message?.text()).toBe('here');
    await other.stop();
  });

  it('is opened again by an app that receives nothing on it any more', async () => {
    here = await stage({
      transport: 'socket',
      listen: (app) => void app.command('/zoom-app', async ({ ack }) => ack('here')),
    });
    const { slack } = here;
    slack.stopsPinging(true);
    await expect
      .poll(() => slack.inspector.calls('apps.connections.open').length, longTimeout)
      .toBeGreaterThan(1);
    slack.stopsPinging(false);
    await slack.connected();
    await expect
      .poll(
        async () => (await slack.person('ana').types('#general', '/zoom-app')).message?.text(),
        longTimeout,
      )
      .toBe('here');
  });

  it('sends an event again when the connection was gone', async () => {
    const joined: string[] = [];
    here = await stage({
      transport: 'socket',
      slack: { limits: { eventRetryMs: [50, 100, 200, 400, 800] } },
      listen: (app) =>
        void app.event('member_joined_channel', async ({ event }) => void joined.push(event.channel)),
    });
    const { slack } = here;
    slack.dropSockets();
    await slack.invitesBot('#general');
    expect(joined).toEqual([slack.channelId('#general')]);
    const kinds = slack.inspector.deliveries('event:member_joined_channel').map((one) => one.reply);
    expect(kinds.at(0)).toMatchObject({ ack: 'unreachable' });
    expect(kinds.at(-1)).toMatchObject({ ack: 'acked' });
    expect(slack.inspector.violations()).toEqual([]);
  });
});

describe('HTTP mode', () => {
  it('verifies the address with a challenge', async () => {
    here = await stage({ transport: 'http', listen: () => {} });
    expect(await here.slack.verifiesUrl()).toBe(true);
  });

  it('signs what it sends, with bare content types, and numbers its retries', async () => {
    const heard: IncomingHttpHeaders[] = [];
    const server = createServer((req, res) => {
      heard.push(req.headers);
      res.writeHead(heard.length === 1 ? 500 : 200).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const slack = await startSlack({
      manifest,
      moreScopes: ['channels:read'],
      limits: { eventRetryMs: [10] },
    });
    const address = server.address();
    slack.deliverTo(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/slack/events`);
    await slack.invitesBot('#general');
    await slack.person('ana').types('#general', '/zoom-app');
    expect(heard.map((one) => one['content-type'])).toEqual([
      'application/json',
      'application/json',
      'application/x-www-form-urlencoded',
    ]);
    expect(heard.map((one) => one['x-slack-retry-num'])).toEqual([undefined, '1', undefined]);
    expect(heard.every((one) => /^v0=[0-9a-f]{64}$/.test(String(one['x-slack-signature'])))).toBe(true);
    expect(slack.inspector.violations()).toMatchObject([{ code: 'http_status' }]);
    await slack.stop();
    server.close();
  });
});

describe.each(TRANSPORTS)('events over %s', (transport) => {
  it('come only where the manifest subscribes', async () => {
    here = await stage({ transport, listen: () => {} });
    const { slack } = here;
    await slack.archives('#general');
    await slack.person('ana').types('#zoom-integration', 'hello everyone');
    await slack.removesBot('#zoom-integration');
    expect(slack.inspector.deliveries('event:channel_archive')).toEqual([]);
    expect(slack.inspector.entries().filter((e) => e.kind.startsWith('event:'))).toEqual([]);
  });

  it('report an uninstall, after which the token is revoked', async () => {
    const heard: string[] = [];
    here = await stage({
      transport,
      listen: (app) => {
        app.event('app_uninstalled', async () => void heard.push('app_uninstalled'));
        app.event('tokens_revoked', async () => void heard.push('tokens_revoked'));
      },
    });
    await here.slack.uninstalls();
    await expect.poll(() => heard.toSorted()).toEqual(['app_uninstalled', 'tokens_revoked']);
    await expect(here.app.client.auth.test()).rejects.toThrow('account_inactive');
    const typed = await here.slack.person('ana').types('#general', '/zoom-app');
    expect(typed.outcome).toBe('slack');
  });
});
