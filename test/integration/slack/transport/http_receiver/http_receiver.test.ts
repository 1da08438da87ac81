import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { App, HTTPReceiver, type Receiver, ReceiverMultipleAckError } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { slackLogger } from '../../../../../src/log.ts';
import { createHttpReceiver } from '../../../../../src/slack/transport/http_receiver/http_receiver.ts';
import { recordedLog } from '../../../../harness/log.ts';
import { until } from '../../../../harness/until.ts';

const signingSecret = 'a signing secret of the tests';
const limit = 1_000_000;
const form = 'application/x-www-form-urlencoded';
const json = 'application/json';

interface Given {
  readonly method?: string;
  readonly path?: string;
  readonly type?: string;
  readonly body?: string | Buffer;
  /** Seconds that the sender's clock is ahead. */
  readonly ahead?: number;
  /** Laid over what Slack would send; undefined takes a header away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly chunked?: boolean;
}

interface Reply {
  readonly status: number;
  readonly type: string | undefined;
  readonly body: string;
}

/** A door with an app behind it, and what came through. */
interface House {
  readonly port: number;
  readonly received: { body: unknown; retryNum: unknown; retryReason: unknown }[];
  readonly errors: unknown[];
}

const closers: (() => Promise<unknown>)[] = [];
let bolts: House;
let ours: House;

beforeAll(async () => {
  const { log } = recordedLog();
  const logger = slackLogger(log);
  const receiver = new HTTPReceiver({ signingSecret, logger, bodyLimit: limit });
  bolts = await house(receiver, (incoming, response) => {
    try {
      receiver.requestListener(incoming, response);
    } catch {
      response.writeHead(404).end();
    }
  });
  const own = createHttpReceiver({ signingSecret, log });
  ours = await house(own.receiver, own.handle);
});

afterAll(async () => {
  for (const close of closers) await close();
});

async function house(receiver: Receiver, handle: RequestListener): Promise<House> {
  const { log } = recordedLog();
  const app = new App({
    receiver,
    logger: slackLogger(log),
    authorize: async () => ({ botToken: 'xoxb-test' }),
  });
  const [received, errors]: [House['received'], unknown[]] = [[], []];
  app.command('/zoom-app', async ({ ack, body, context }) => {
    received.push({ body, retryNum: context.retryNum, retryReason: context.retryReason });
    if (body.text === 'silent') return;
    if (body.text === 'broken') throw new Error('a mistake of ours');
    if (body.text === 'text') return ack('Hello “you” ✓');
    if (body.text === 'json') return ack({ response_type: 'ephemeral', text: 'Hello ✓', blocks: [] });
    await ack();
    if (body.text === 'twice') await ack().catch((error: unknown) => errors.push(error));
  });
  app.options('pick', async ({ ack, body }) => {
    received.push({ body, retryNum: undefined, retryReason: undefined });
    await ack({ options: [] });
  });
  const server = createServer(handle).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const { port } = address;
  return { port, received, errors };
}

async function send({ port }: House, given: Given): Promise<Reply> {
  const body = Buffer.from(given.body ?? 'command=%2Fzoom-app&text=&user_id=U1');
  const timestamp = String(Math.floor(Date.now() / 1_000) + (given.ahead ?? 0));
  const hash = createHmac('sha256', signingSecret).update(`v0:${timestamp}:`).update(body).digest('hex');
  const headers = {
    'content-type': given.type ?? form,
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${hash}`,
    ...(given.chunked === true ? {} : { 'content-length': String(body.length) }),
    ...given.headers,
  };
  const sent = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const outgoing = request({
    port,
    host: '127.0.0.1',
    agent: false,
    path: given.path ?? '/slack/events',
    method: given.method ?? 'POST',
    headers: Object.fromEntries(sent),
  });
  // A door may close before it has heard everything.
  outgoing.on('error', () => {});
  outgoing.end(given.method === 'GET' ? undefined : body);
  const reply = await new Promise<{ status: number; headers: IncomingHttpHeaders; body: Promise<string> }>(
    (resolve, reject) => {
      outgoing.on('response', (incoming) =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text(incoming) }),
      );
      outgoing.on('close', () => reject(new Error('closed without a reply')));
    },
  );
  return { status: reply.status, type: reply.headers['content-type'], body: await reply.body };
}

/** What both doors say to the very same request, and what their apps saw of it. */
async function both(given: Given) {
  const seen = async (side: House) => {
    const before = side.received.length;
    return { ...(await send(side, given)), received: side.received.slice(before) };
  };
  const [theirs, own] = await Promise.all([seen(bolts), seen(ours)]);
  return { theirs, own };
}

const command = (words: string) => `command=%2Fzoom-app&text=${words}&user_id=U1&team_id=T1`;
const suggestion = `payload=${encodeURIComponent(JSON.stringify({ type: 'block_suggestion', action_id: 'pick', value: 'ü', user: { id: 'U1' } }))}`;

describe('the HTTP receiver answers as Bolt’s own receiver does', () => {
  test.each<[string, number, Given]>([
    ['a command, acknowledged with nothing', 200, { body: command('') }],
    ['a command, acknowledged with a text', 200, { body: command('text') }],
    ['a command, acknowledged with a message', 200, { body: command('json') }],
    ['a command in pieces', 200, { body: command('json'), chunked: true }],
    ['a select that asks for options', 200, { body: suggestion }],
    [
      'a check of Slack’s for TLS, which is not signed',
      200,
      { body: 'ssl_check=1&token=x', headers: { 'x-slack-signature': undefined } },
    ],
    [
      'a check for TLS with a command hidden in it',
      200,
      { body: `ssl_check=1&${command('json')}`, headers: { 'x-slack-signature': 'v0=0' } },
    ],
    [
      'the verification of the address',
      200,
      { type: json, body: '{"type":"url_verification","challenge":"abc"}' },
    ],
    [
      'an event as JSON with a character set',
      200,
      {
        type: 'application/json; charset=utf-8',
        body: '{"type":"event_callback","team_id":"T1","event":{"type":"app_home_opened","user":"U1"}}',
      },
    ],
    ['a query behind the path', 200, { path: '/slack/events?a=b', body: command('') }],
    [
      'the same request a second time, as Slack repeats it',
      200,
      { body: command(''), headers: { 'x-slack-retry-num': '2', 'x-slack-retry-reason': 'http_timeout' } },
    ],
    ['a listener that fails before it acknowledges', 500, { body: command('broken') }],
    // Bolt's own cases: only `ssl_check=1` in a form needs no signature.
    ...['0', 'true', '', '11', ' 1'].map((value): [string, number, Given] => [
      `a check for TLS that says ${JSON.stringify(value)}`,
      401,
      { body: `ssl_check=${encodeURIComponent(value)}&token=x`, headers: { 'x-slack-signature': undefined } },
    ]),
    [
      'a check for TLS as JSON',
      401,
      { type: json, body: '{"ssl_check":"1"}', headers: { 'x-slack-signature': undefined } },
    ],
    [
      'an event hidden in a check for TLS',
      200,
      {
        body: `ssl_check=1&payload=${encodeURIComponent('{"type":"event_callback","event":{"type":"app_uninstalled"}}')}`,
        headers: { 'x-slack-signature': undefined },
      },
    ],
    ['no signature', 401, { headers: { 'x-slack-signature': undefined } }],
    ['no time', 401, { headers: { 'x-slack-request-timestamp': undefined } }],
    ['a time that is none', 401, { headers: { 'x-slack-request-timestamp': 'soon' } }],
    ['a signature over another body', 401, { headers: { 'x-slack-signature': `v0=${'0'.repeat(64)}` } }],
    ['half a signature', 401, { headers: { 'x-slack-signature': 'v0=00' } }],
    ['an empty signature', 401, { headers: { 'x-slack-signature': '' } }],
    ['a signature of another version', 401, { headers: { 'x-slack-signature': `v1=${'0'.repeat(64)}` } }],
    [
      'a signature in letters of two bytes',
      401,
      { headers: { 'x-slack-signature': `v0=${'é'.repeat(64)}` } },
    ],
    ['a time of six minutes ago', 401, { ahead: -360 }],
    [
      'a verification of the address that is not signed',
      401,
      {
        type: json,
        body: '{"type":"url_verification","challenge":"abc"}',
        headers: { 'x-slack-signature': undefined },
      },
    ],
    ['JSON that is broken', 400, { type: json, body: '{"type":' }],
    ['a form with broken JSON in it', 400, { body: 'payload=%7B' }],
    ['nothing at all, as JSON', 400, { type: json, body: '' }],
    ['more than the limit', 413, { body: Buffer.alloc(limit + 1, 'a') }],
    [
      'more than the limit, in pieces without a length',
      413,
      { body: Buffer.alloc(limit + 1, 'a'), chunked: true },
    ],
    ['another method', 404, { method: 'GET' }],
    ['another path', 404, { path: '/slack/other' }],
  ])('%s: %i', async (_what, status, given) => {
    const { theirs, own } = await both(given);
    expect(own.status).toBe(status);
    expect(own).toEqual(theirs);
  });

  test('a request that is not acknowledged: 404 when Slack has stopped waiting', async () => {
    const { theirs, own } = await both({ body: command('silent') });
    expect(own.status).toBe(404);
    expect(own).toEqual(theirs);
  });

  test('a second acknowledgement is an error of the listener', async () => {
    await both({ body: command('twice') });
    await until(() => ours.errors.length === 1 && bolts.errors.length === 1);
    expect(ours.errors[0]).toBeInstanceOf(ReceiverMultipleAckError);
    expect(bolts.errors[0]).toBeInstanceOf(ReceiverMultipleAckError);
  });
});

describe('the HTTP receiver is stricter', () => {
  test('about a time in the future, which would make a stolen request last', async () => {
    const { theirs, own } = await both({ ahead: 360 });
    expect([theirs.status, own.status]).toEqual([200, 401]);
    expect(own.received).toEqual([]);
  });

  test('about a type that Slack never sends', async () => {
    const { theirs, own } = await both({
      type: 'text/plain',
      body: '{"type":"url_verification","challenge":"a"}',
    });
    expect([theirs.status, own.status]).toEqual([200, 415]);
  });

  test('about a time in another writing of the same number', async () => {
    const now = String(Math.floor(Date.now() / 1_000));
    const body = 'command=%2Fzoom-app';
    const hash = createHmac('sha256', signingSecret).update(`v0:${now}:${body}`).digest('hex');
    const headers = { 'x-slack-request-timestamp': `0${now}.0`, 'x-slack-signature': `v0=${hash}` };
    const { theirs, own } = await both({ body, headers });
    expect([theirs.status, own.status]).toEqual([200, 401]);
  });

  // Bolt's receiver never answers this one.
  test('about JSON that is no object', async () => {
    for (const body of ['null', '[]', '"text"', '1']) {
      expect((await send(ours, { type: json, body })).status).toBe(400);
    }
  });
});

test('a client that hangs up in the middle of a request leaves nothing behind', async () => {
  const before = ours.received.length;
  const outgoing = request({
    port: ours.port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/slack/events',
    headers: { 'content-type': form, 'content-length': '100' },
  });
  outgoing.on('error', () => {});
  outgoing.write('command=');
  await once(outgoing, 'socket');
  outgoing.destroy();
  expect((await send(ours, { body: command('json') })).status).toBe(200);
  expect(ours.received.length).toBe(before + 1);
});
