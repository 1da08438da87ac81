import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type SimulatedSlack, startSlack } from '../../../../sandbox/simulators/slack/index.ts';
import { manifest } from './support/manifest.ts';

/** Socket Mode as a client sees it that is not Bolt: what Slack's own client tests check, against the simulated server. */

let slack: SimulatedSlack;
const open: WebSocket[] = [];
beforeEach(async () => {
  slack = await startSlack({
    manifest,
    moreScopes: ['channels:read'],
    limits: { ackMs: 300, eventRetryMs: [10, 10] },
  });
});
afterEach(async () => {
  for (const socket of open.splice(0)) socket.terminate();
  await slack.stop();
});

interface Client {
  readonly socket: WebSocket;
  /** The next message of the server, in order. */
  next(): Promise<Record<string, unknown>>;
}

async function connect(options: object = {}): Promise<Client> {
  const headers = { authorization: `Bearer ${slack.appToken}` };
  const reply = await fetch(`${slack.apiUrl}apps.connections.open`, { method: 'POST', headers });
  const { url }: { url: string } = JSON.parse(await reply.text());
  const socket = new WebSocket(url, options);
  open.push(socket);
  const waiting: ((message: Record<string, unknown>) => void)[] = [];
  const arrived: Record<string, unknown>[] = [];
  socket.on('message', (data) => {
    const message: Record<string, unknown> = JSON.parse(data.toString());
    const first = waiting.shift();
    if (first === undefined) arrived.push(message);
    else first(message);
  });
  const next = (): Promise<Record<string, unknown>> => {
    const first = arrived.shift();
    return first === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(first);
  };
  return { socket, next };
}

/** Connected, and past its hello. */
async function ready(): Promise<Client> {
  const client = await connect();
  await client.next();
  return client;
}

const codes = () => slack.inspector.violations().map(({ code }) => code);

describe('a connection', () => {
  it('begins with hello, which counts the connections', async () => {
    const [first, second] = [await connect(), await connect()];
    expect(await first.next()).toEqual({
      type: 'hello',
      num_connections: 1,
      debug_info: {
        host: expect.any(String),
        build_number: expect.any(Number),
        approximate_connection_time: expect.any(Number),
      },
      connection_info: { app_id: 'A0GREENROOM' },
    });
    expect(await second.next()).toMatchObject({ type: 'hello', num_connections: 2 });
  });

  it('is pinged at once and for ever, and its own pings are answered with what they hold', async () => {
    await slack.stop();
    slack = await startSlack({ manifest, limits: { pingMs: 20 } });
    const { socket } = await ready();
    for (let n = 0; n < 4; n += 1) await once(socket, 'ping');
    socket.ping('from here');
    const [data]: unknown[] = await once(socket, 'pong');
    expect(String(data)).toBe('from here');
    expect(slack.connections()).toBe(1);
  });

  it('that answers no ping is cut', async () => {
    await slack.stop();
    slack = await startSlack({ manifest, limits: { pingMs: 20 } });
    const { socket } = await connect({ autoPong: false });
    await once(socket, 'close');
    await expect.poll(() => slack.connections()).toBe(0);
  });

  it('stays open without a word while pings are stopped', async () => {
    await slack.stop();
    slack = await startSlack({ manifest, limits: { pingMs: 20 } });
    slack.stopsPinging(true);
    const { socket } = await ready();
    let heard = 0;
    for (const name of ['ping', 'pong']) socket.on(name, () => (heard += 1));
    socket.ping('anybody?');
    const typed = slack.person('ana').types('#general', '/zoom-app');
    await typed;
    expect([heard, slack.connections()]).toEqual([0, 1]);
    slack.stopsPinging(false);
    await once(socket, 'ping');
  });

  it('is turned away as the eleventh, and let in once another has left', async () => {
    const ten = await Promise.all(Array.from({ length: 10 }, ready));
    const eleventh = await connect();
    expect(await eleventh.next()).toEqual({
      type: 'disconnect',
      reason: 'too_many_websockets',
      debug_info: { host: expect.any(String) },
    });
    await once(eleventh.socket, 'close');
    expect(slack.connections()).toBe(10);
    ten[0]?.socket.close(1000);
    await expect.poll(() => slack.connections()).toBe(9);
    expect(await (await connect()).next()).toMatchObject({ type: 'hello', num_connections: 10 });
  });

  it.each(['warning', 'refresh_requested', 'link_disabled'] as const)(
    'is told why it should end: %s; nothing more is sent on it',
    async (reason) => {
      const { next } = await ready();
      slack.refreshSockets(reason);
      expect(await next()).toEqual({ type: 'disconnect', reason, debug_info: { host: expect.any(String) } });
      expect((await slack.person('ana').types('#general', '/zoom-app')).outcome).toBe('unreachable');
    },
  );
});

describe('an envelope', () => {
  it.each([
    ['nothing but its id', {}, 'acked', null],
    ['an empty payload', { payload: {} }, 'acked', null],
    ['an empty text', { payload: '' }, 'acked', null],
    ['a text', { payload: 'Hello' }, 'acked', 'Hello'],
    ['a message', { payload: { text: 'Hello', response_type: 'ephemeral' } }, 'acked', 'Hello'],
  ])('of a command is acknowledged with %s', async (_how, answer, outcome, said) => {
    const { socket, next } = await ready();
    const typed = slack.person('ana').types('#general', '/zoom-app list');
    const envelope = await next();
    expect(envelope).toMatchObject({
      envelope_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      type: 'slash_commands',
      accepts_response_payload: true,
      payload: { command: '/zoom-app', text: 'list' },
    });
    expect(Object.keys(envelope)).not.toContain('retry_attempt');
    socket.send(JSON.stringify({ envelope_id: envelope.envelope_id, ...answer }));
    expect(await typed).toMatchObject({ outcome });
    expect((await typed).message?.text() ?? null).toBe(said);
    expect(codes()).toEqual([]);
  });

  it('of an event says which try it is, and comes again until it is acknowledged', async () => {
    const { socket, next } = await ready();
    const joined = slack.invitesBot('#general');
    const tries = [await next(), await next()];
    expect(tries).toMatchObject([
      { type: 'events_api', accepts_response_payload: false, retry_attempt: 0, retry_reason: '' },
      { type: 'events_api', accepts_response_payload: false, retry_attempt: 1, retry_reason: 'timeout' },
    ]);
    const [first, second] = tries;
    expect(first?.payload).toEqual(second?.payload);
    expect(first?.envelope_id).not.toBe(second?.envelope_id);
    socket.send(JSON.stringify({ envelope_id: second?.envelope_id, payload: { ok: true } }));
    await joined;
    expect(slack.inspector.deliveries('event:member_joined_channel')).toHaveLength(2);
    expect(codes()).toEqual(['not_acknowledged']);
  });

  it.each([
    ['an id that nobody gave', JSON.stringify({ envelope_id: 'made-up' })],
    ['no id', JSON.stringify({ payload: {} })],
    ['no JSON', 'hello'],
    ['nothing', ''],
  ])('is not acknowledged by %s', async (_what, sent) => {
    const { socket, next } = await ready();
    const typed = slack.person('ana').types('#general', '/zoom-app');
    await next();
    socket.send(sent);
    expect((await typed).outcome).toBe('timeout');
    expect(codes().toSorted()).toEqual(['not_acknowledged', 'unknown_envelope']);
  });

  it('is acknowledged once', async () => {
    const { socket, next } = await ready();
    const typed = slack.person('ana').types('#general', '/zoom-app');
    const ack = JSON.stringify({ envelope_id: (await next()).envelope_id });
    socket.send(ack);
    socket.send(ack);
    expect((await typed).outcome).toBe('acked');
    await expect.poll(codes).toEqual(['unknown_envelope']);
  });

  it('is lost with its connection', async () => {
    const { socket, next } = await ready();
    const typed = slack.person('ana').types('#general', '/zoom-app');
    await next();
    socket.terminate();
    expect((await typed).outcome).toBe('unreachable');
  });
});
