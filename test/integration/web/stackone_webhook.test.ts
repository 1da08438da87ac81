import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { startStackOne } from '../../../sandbox/simulators/stackone/index.ts';
import { Secret } from '../../../src/core/secrets/secret.ts';
import { noMetrics } from '../../../src/telemetry/metrics.ts';
import { createHintQueue, type NoteAccountEvents } from '../../../src/web/stackone_webhook/hint_queue.ts';
import { createStackOneWebhook } from '../../../src/web/stackone_webhook/receiver.ts';
import { webhookSignature } from '../../../src/web/stackone_webhook/signature.ts';
import { quietLog } from '../../harness/log.ts';
import { until } from '../../harness/until.ts';

const secret = 'a secret of StackOne';
type Noted = Parameters<NoteAccountEvents>[0];

let outcomes: string[] = [];
let noted: Noted[] = [];
beforeEach(() => {
  [outcomes, noted] = [[], []];
});

const keep: NoteAccountEvents = async (input) => {
  noted.push(input);
  return input.events.length;
};

async function receiver(note: NoteAccountEvents | null = keep, everyMs = 30) {
  const metrics = { ...noMetrics, stackoneWebhook: (outcome: string) => void outcomes.push(outcome) };
  const secrets = [new Secret(secret), new Secret('the other secret')];
  const webhook = createStackOneWebhook({ secrets, log: quietLog, metrics, everyMs });
  if (note !== null) webhook.listen(note);
  const server = createServer(webhook.handle ?? undefined).listen(0);
  onTestFinished(async () => {
    await webhook.stop();
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  const post = async (body: string, headers: Record<string, string> = {}, path = '/stackone/webhook') => {
    const signature = { 'x-stackone-signature': webhookSignature(secret, Buffer.from(body)) };
    const options = { method: 'POST', headers: { ...signature, ...headers }, body };
    return (await fetch(`http://127.0.0.1:${port}${path}`, options)).status;
  };
  return { port, post, webhook };
}

const event = (changes: object = {}) =>
  JSON.stringify({
    event: 'account.updated',
    account_id: 'acc_1',
    event_date: '2026-11-23T12:00:00Z',
    ...changes,
  });

test('what is signed is taken at once, whatever becomes of it', async () => {
  let end = (): void => {};
  const ended = new Promise<number>((resolve) => {
    end = () => resolve(1);
  });
  const { post } = await receiver(() => ended);
  for (let n = 0; n < 3; n += 1) expect(await post(event({ account_id: `acc_${n}` }))).toBe(200);
  end();
});

test.each([
  ['an event that nobody knows', JSON.stringify({ event: 'account.exploded' }), 'unknown_event'],
  ['an account of another connector', event({ provider: 'hibob' }), 'other_connector'],
  ['no JSON', 'hello', 'malformed'],
  ['nothing', '', 'malformed'],
])('a signed body with %s is taken, counted and ignored', async (_what, body, outcome) => {
  const { post } = await receiver();
  expect(await post(body)).toBe(200);
  expect(outcomes).toEqual([outcome]);
  expect(noted).toEqual([]);
});

test.each([
  ['no signature', event(), { 'x-stackone-signature': '' }, 401, 'no_signature'],
  ['a forged one', event(), { 'x-stackone-signature': 'a'.repeat(43) }, 401, 'wrong_signature'],
  [
    'that of another body',
    event(),
    { 'x-stackone-signature': webhookSignature(secret, Buffer.from('x')) },
    401,
    'wrong_signature',
  ],
  ['a huge body', event({ more: 'x'.repeat(70_000) }), {}, 413, 'too_large'],
])('a request with %s is refused and counted', async (_what, body, headers, status, outcome) => {
  const { post } = await receiver();
  expect(await post(body, headers)).toBe(status);
  expect(outcomes).toEqual([outcome]);
  expect(noted).toEqual([]);
});

test.each([true, false])('StackOne signs as Greenroom reads, with padding: %s', async (padded) => {
  const { port } = await receiver();
  const stackone = await startStackOne();
  onTestFinished(() => stackone.close());
  stackone.sendWebhooks({ url: `http://127.0.0.1:${port}/stackone/webhook`, secret, padded });
  const account = stackone.linkAccount(stackone.createProfile({}).id);
  expect(await stackone.sentWebhooks()).toMatchObject([{ event: 'account.created', status: 200 }]);
  await until(() => outcomes.length > 0);
  expect(outcomes).toEqual(['accepted']);
  expect(noted[0]?.events).toMatchObject([
    { name: 'account.created', accountId: account.id, at: expect.any(Date) },
  ]);
});

test('until Greenroom has started StackOne is asked to come again', async () => {
  const { post, webhook } = await receiver(null);
  expect(await post(event())).toBe(503);
  webhook.listen(keep);
  expect(await post(event())).toBe(200);
});

test('without a secret there is nothing to mount', () => {
  const options = { secrets: [], log: quietLog, metrics: noMetrics };
  expect(createStackOneWebhook(options).handle).toBeNull();
});

test('only its own path is there, and only POST', async () => {
  const { port, post } = await receiver();
  expect(await post(event(), {}, '/stackone/')).toBe(404);
  expect(await post(event(), {}, '/stackone/webhook/x')).toBe(404);
  expect((await fetch(`http://127.0.0.1:${port}/stackone/webhook`)).status).toBe(404);
  expect(await post(event(), {}, '/stackone/webhook?x=1')).toBe(200);
});

test('a flood is noted together, bounded, and what was not kept is said', async () => {
  const metrics = { ...noMetrics, stackoneWebhook: (outcome: string) => void outcomes.push(outcome) };
  const queue = createHintQueue(keep, { log: quietLog, metrics, everyMs: 10 });
  onTestFinished(queue.stop);
  for (let n = 0; n < 200; n += 1) queue.add({ name: 'account.updated', accountId: `acc_${n}`, at: null });
  await until(() => outcomes.length === 200);
  expect(noted).toMatchObject([{ more: true }]);
  expect(noted[0]?.events).toHaveLength(50);
  expect(outcomes.filter((one) => one === 'coalesced')).toHaveLength(150);
});

test('the same one again within the moment is one', async () => {
  const metrics = { ...noMetrics, stackoneWebhook: (outcome: string) => void outcomes.push(outcome) };
  const queue = createHintQueue(keep, { log: quietLog, metrics, everyMs: 10 });
  onTestFinished(queue.stop);
  const hint = { name: 'account.updated', at: new Date() } as const;
  queue.add({ ...hint, accountId: 'acc_1' });
  await until(() => noted.length === 1);
  for (let n = 0; n < 5; n += 1) queue.add({ ...hint, accountId: 'acc_2' });
  await until(() => noted.length === 2);
  expect(noted[1]?.events).toHaveLength(1);
  expect(outcomes.filter((one) => one === 'repeated')).toHaveLength(4);
});

test('a database that is away loses hints, and nothing else', async () => {
  let away = true;
  const { post } = await receiver(async (input) => {
    if (away) throw new Error('no answer');
    return await keep(input);
  });
  expect(await post(event())).toBe(200);
  away = false;
  await until(async () => {
    expect(await post(event({ account_id: `acc_${noted.length}` }))).toBe(200);
    return noted.length > 0;
  });
});
