import { once } from 'node:events';
import { createServer } from 'node:http';
import { App } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { slackLogger } from '../../../../../src/log.ts';
import { createHttpReceiver } from '../../../../../src/slack/transport/http_receiver/http_receiver.ts';
import { createReplays } from '../../../../../src/slack/transport/http_receiver/replays.ts';
import { quietLog } from '../../../../harness/log.ts';
import { FORM, payloadForm, signed } from '../../../../harness/signed.ts';

const MINUTE = 60_000;

describe('what was accepted before', () => {
  test('is remembered as long as its timestamp is taken, and no longer', () => {
    const replays = createReplays();
    expect(replays.accept('a', 0)).toBe(true);
    expect(replays.accept('a', 0)).toBe(false);
    expect(replays.accept('a', 10 * MINUTE)).toBe(false);
    expect(replays.accept('b', 10 * MINUTE + 1)).toBe(true);
    expect(replays.accept('a', 10 * MINUTE + 1)).toBe(true);
  });

  test('is bounded: of too many the oldest go first', () => {
    const replays = createReplays(3);
    for (const signature of ['a', 'b', 'c', 'd']) replays.accept(signature, 0);
    expect(['d', 'c', 'b'].map((signature) => replays.accept(signature, 1))).toEqual([false, false, false]);
    expect(replays.accept('a', 1)).toBe(true);
  });

  test('outlives a clock that goes back', () => {
    const replays = createReplays();
    replays.accept('a', 20 * MINUTE);
    expect(replays.accept('a', 5 * MINUTE)).toBe(false);
  });
});

describe('a signed request that comes again over HTTP', () => {
  const secret = 'a signing secret of the tests';
  const received: string[] = [];
  let url = '';
  let close = async (): Promise<unknown> => undefined;
  let ahead = 0;

  beforeAll(async () => {
    const receiver = createHttpReceiver({
      signingSecret: secret,
      log: quietLog,
      replays: createReplays(),
      now: () => Date.now() + ahead,
    });
    const app = new App({
      receiver: receiver.receiver,
      logger: slackLogger(quietLog),
      authorize: async () => ({ botToken: 'xoxb-test' }),
    });
    app.use(async ({ body, next }) => {
      received.push('type' in body ? body.type : 'command');
      await next();
    });
    app.command('/zoom-app', async ({ ack, body }) => {
      if (body.text === 'broken') throw new Error('a mistake of ours');
      await ack();
    });
    app.action('press', ({ ack }) => ack());
    app.view('form', ({ ack }) => ack());
    app.view({ callback_id: 'form', type: 'view_closed' }, ({ ack }) => ack());
    app.options('pick', ({ ack }) => ack({ options: [] }));
    const server = createServer(receiver.handle).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    url = `http://127.0.0.1:${address.port}/slack/events`;
    close = async () => {
      server.closeAllConnections();
      server.close();
    };
  });
  afterAll(() => close());

  const post = async (request: ReturnType<typeof signed>) => (await fetch(url, request)).status;
  const user = { id: 'U1', team_id: 'T1' };
  const view = { id: 'V1', callback_id: 'form', type: 'modal', blocks: [] };
  const bodies: [kind: string, body: string, type?: string][] = [
    ['command', `command=%2Fzoom-app&text=&user_id=U1&team_id=T1&trigger_id=1`],
    [
      'block_actions',
      payloadForm({ type: 'block_actions', user, actions: [{ type: 'button', action_id: 'press' }] }),
    ],
    ['view_submission', payloadForm({ type: 'view_submission', user, view })],
    ['view_closed', payloadForm({ type: 'view_closed', user, view })],
    [
      'event_callback',
      JSON.stringify({
        type: 'event_callback',
        team_id: 'T1',
        event: { type: 'app_home_opened', user: 'U1' },
      }),
      'application/json',
    ],
  ];

  test.each(bodies)('is carried out once: %s', async (kind, body, type = FORM) => {
    received.length = 0;
    const request = signed(secret, body, type);
    await post(request);
    expect(await Promise.all([post(request), post(request)])).toEqual([401, 401]);
    // A retry of Slack's: the same bytes, signed anew.
    await post(signed(secret, body, type, Date.now() + 2_000));
    expect(received).toEqual([kind, kind]);
  });

  test('also when both come at the same moment', async () => {
    received.length = 0;
    const request = signed(secret, 'command=%2Fzoom-app&text=twice&user_id=U1&team_id=T1');
    expect((await Promise.all([post(request), post(request)])).sort()).toEqual([200, 401]);
    expect(received).toEqual(['command']);
  });

  test('is tried again when it had failed', async () => {
    received.length = 0;
    const request = signed(secret, 'command=%2Fzoom-app&text=broken&user_id=U1&team_id=T1');
    expect([await post(request), await post(request)]).toEqual([500, 500]);
    expect(received).toEqual(['command', 'command']);
  });

  test('is answered twice when it asks for options twice in a second, and not later', async () => {
    received.length = 0;
    const ask = payloadForm({ type: 'block_suggestion', action_id: 'pick', value: '', user });
    const request = signed(secret, ask);
    expect([await post(request), await post(request)]).toEqual([200, 200]);
    ahead = 4_000;
    expect(await post(request)).toBe(401);
    ahead = 0;
    expect(received).toEqual(['block_suggestion', 'block_suggestion']);
  });

  test('always verifies the address: that changes nothing', async () => {
    const request = signed(secret, '{"type":"url_verification","challenge":"abc"}', 'application/json');
    expect([await post(request), await post(request)]).toEqual([200, 200]);
  });
});
