import { createServer } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { type SimulatedSlack, startSlack } from '../../../../sandbox/simulators/slack/index.ts';
import type { SlackConfig } from '../../../../src/config/config.ts';
import { Secret } from '../../../../src/core/secrets/secret.ts';
import { manifest } from '../../../../src/slack/manifest.ts';
import type { Handlers } from '../../../../src/slack/requests/handlers_by_name.ts';
import { createBolt, type Slack } from '../../../../src/slack/transport/bolt_app.ts';
import { tokenRefusedText } from '../../../../src/slack/web_api/refused_tokens.ts';
import { recordedLog } from '../../../harness/log.ts';
import { until } from '../../../harness/until.ts';
import { configOf } from '../stage.ts';

const backoff = { firstMs: 20, longestMs: 100 };
const handlers: Handlers = {
  commands: { '/zoom-app': (call) => call.reply({ text: `You said ${call.text}`, blocks: [] }) },
  actions: {},
  submits: {},
  closes: {},
  shortcuts: {},
  suggestions: {},
  channelJoined: async () => {},
  channelClosed: async () => {},
  homeOpened: async () => {},
};

describe('the line to Slack', () => {
  const closers: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });

  const startedSlack = async (): Promise<SimulatedSlack> => {
    const slack = await startSlack({ manifest: manifest(), limits: { timeoutMs: 8_000 } });
    closers.push(() => slack.stop());
    return slack;
  };
  const boltFor = (config: SlackConfig, more: Partial<Handlers> = {}): Slack & { lines: string[] } => {
    const { log, lines } = recordedLog();
    const bolt = createBolt({ config, log, backoff });
    bolt.listen({ ...handlers, ...more });
    closers.push(() => bolt.drain(2_000));
    return { ...bolt, lines };
  };
  const opened = async (slack: SimulatedSlack, more: Partial<Handlers> = {}): Promise<Slack> => {
    const bolt = boltFor(configOf('socket', slack), more);
    expect((await bolt.identify()).ok).toBe(true);
    expect((await bolt.openConnection()).ok).toBe(true);
    return bolt;
  };
  const answers = async (slack: SimulatedSlack, word: string) => {
    expect((await slack.person('ana').types('#general', `/zoom-app ${word}`)).outcome).toBe('acked');
    await slack.person('ana').sees('#general', `You said ${word}`);
  };

  test('is open again after a refresh and after a cut, without anybody doing anything', async () => {
    const slack = await startedSlack();
    const bolt = await opened(slack);
    const openedTimes = (times: number) =>
      until(() => slack.inspector.calls('apps.connections.open').length >= times && bolt.connected());
    await answers(slack, 'first');
    slack.refreshSockets();
    await openedTimes(2);
    await answers(slack, 'second');
    slack.dropSockets();
    await openedTimes(3);
    await answers(slack, 'third');
  });

  test('survives an outage of Slack, and is not ready meanwhile', async () => {
    const slack = await startedSlack();
    const bolt = boltFor(configOf('socket', slack));
    await bolt.identify();
    await bolt.openConnection();
    slack.faults.down();
    await until(() => bolt.lines.filter((line) => line.includes('No connection to Slack yet')).length > 1);
    expect(bolt.connected()).toBe(false);
    slack.faults.clear();
    await until(() => bolt.connected());
    await answers(slack, 'back');
  });

  test('waits for Slack when it is down at the start', async () => {
    const slack = await startedSlack();
    slack.faults.down('503');
    const bolt = boltFor(configOf('socket', slack));
    const identified = bolt.identify();
    await until(() => bolt.lines.some((line) => line.includes('Slack does not answer yet')));
    expect(bolt.connected()).toBe(false);
    expect(await bolt.answers()).toBe(false);
    slack.faults.clear();
    expect(await identified).toMatchObject({ ok: true, value: { workspaceId: slack.id, name: 'Acme' } });
    expect((await bolt.openConnection()).ok).toBe(true);
  });

  test('a refused token ends the wait with the name of its variable', async () => {
    const slack = await startedSlack();
    const config = configOf('socket', slack);
    if (config.transport !== 'socket') throw new Error('not the socket');
    const wrong = new Secret('not-a-token');
    const bot = await boltFor({ ...config, botToken: wrong }).identify();
    expect(bot.ok || bot.error === 'aborted' ? '' : tokenRefusedText(bot.error)).toMatch(
      /SLACK_BOT_TOKEN.*invalid_auth/,
    );
    const bolt = boltFor({ ...config, appToken: wrong });
    await bolt.identify();
    const line = await bolt.openConnection();
    expect(line.ok || line.error === 'aborted' ? '' : tokenRefusedText(line.error)).toMatch(
      /SLACK_APP_TOKEN/,
    );
  });

  test('is not ready any more once the app was removed from the workspace', async () => {
    const slack = await startedSlack();
    const bolt = await opened(slack);
    await slack.uninstalls();
    await until(() => !bolt.connected());
  });

  test('a 429 on deliveries does not delay responses to people', async () => {
    const slack = await startedSlack();
    const bolt = await opened(slack);
    slack.faults.rateLimited({ retryAfter: 30, method: 'chat.postMessage' });
    const channel = slack.channelId('#zoom-integration');
    await expect(bolt.deliveryClient.chat.postMessage({ channel, text: 'x' })).rejects.toThrow(/rate/i);
    await answers(slack, 'still here');
  });

  test('a stop waits for what people are doing', async () => {
    const slack = await startedSlack();
    let finish = (): void => {};
    const slow = new Promise<void>((done) => {
      finish = done;
    });
    const bolt = await opened(slack, {
      commands: {
        '/zoom-app': async (call) => {
          await slow;
          await call.reply({ text: 'done at last', blocks: [] });
        },
      },
    });
    await slack.person('ana').types('#general', '/zoom-app slow');
    const drained = bolt.drain(10_000);
    finish();
    expect(await drained).toBe(true);
    await slack.person('ana').sees('#general', 'done at last');
    expect(bolt.connected()).toBe(false);
  });

  test('a failing handler gives the person a reference that is in the log too', async () => {
    const slack = await startedSlack();
    const { log, lines } = recordedLog();
    const bolt = createBolt({ config: configOf('socket', slack), log, backoff });
    closers.push(() => bolt.drain(1_000));
    bolt.listen({
      ...handlers,
      commands: {
        '/zoom-app': async ({ text }) => {
          if (text === 'down') throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
          throw new Error('a mistake of ours');
        },
      },
    });
    await bolt.identify();
    await bolt.openConnection();
    await slack.person('ana').types('#general', '/zoom-app');
    const answer = await slack.person('ana').sees('#general', 'Something went wrong');
    const reference = /`([0-9a-f]{8})`/.exec(answer.text())?.[1] ?? 'none';
    expect(lines.join('\n')).toContain(reference);
    await slack.person('ana').types('#general', '/zoom-app down');
    await slack.person('ana').sees('#general', 'cannot reach its database');
  });

  test('over HTTP: verifies its URL, and refuses bodies, signatures and times that are not Slack’s', async () => {
    const slack = await startedSlack();
    const bolt = boltFor(configOf('http', slack));
    const { requestListener } = bolt;
    if (requestListener === null) throw new Error('no handler');
    const server = createServer(requestListener);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    closers.push(async () => server.close());
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const url = `http://127.0.0.1:${address.port}/slack/events`;
    slack.deliverTo(url);
    expect((await slack.person('ana').types('#general', '/zoom-app early')).message?.text()).toContain(
      'just starting',
    );
    await bolt.identify();
    await bolt.openConnection();
    expect(await slack.verifiesUrl()).toBe(true);
    await answers(slack, 'over http');

    const post = (headers: Record<string, string>) =>
      fetch(url, { method: 'POST', headers, body: 'command=%2Fzoom-app' });
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const at = (ms: number) => ({ 'x-slack-request-timestamp': String(Math.floor(ms / 1000)) });
    const signature = { 'x-slack-signature': 'v0=00' };
    expect((await post(form)).status).toBe(401);
    expect((await post({ ...form, ...at(Date.now()), ...signature })).status).toBe(401);
    expect((await post({ ...form, ...at(Date.now() + 400_000), ...signature })).status).toBe(401);
    expect((await fetch(url.replace('events', 'other'))).status).toBe(404);
  });

  test('people of another workspace get an error text, and nothing is done', async () => {
    const slack = await startSlack({
      manifest: manifest(),
      limits: { timeoutMs: 8_000 },
      workspaces: [
        {
          name: 'Acme',
          people: [{ name: 'ana', realName: 'Ana' }],
          channels: [{ name: 'general', members: ['ana'] }],
        },
        {
          name: 'Globex',
          people: [{ name: 'gil', realName: 'Gil' }],
          channels: [{ name: 'general', members: ['gil'] }],
        },
      ],
    });
    closers.push(() => slack.stop());
    await opened(slack);
    const gil = slack.workspace('Globex').person('gil');
    const { message } = await gil.types('#general', '/zoom-app hello');
    expect(message?.text()).toContain('another workspace');
  });
});
