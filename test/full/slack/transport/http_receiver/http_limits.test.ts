import { createHmac } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import type { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createHttpReceiver,
  type HttpReceiver,
} from '../../../../../src/slack/transport/http_receiver/http_receiver.ts';
import { noMetrics, type RefusedRequest } from '../../../../../src/telemetry/metrics.ts';
import type { Web } from '../../../../../src/web/listen.ts';
import { startWeb } from '../../../../../src/web/server.ts';
import { recordedLog } from '../../../../harness/log.ts';
import { until } from '../../../../harness/until.ts';

const signingSecret = 'a signing secret of the tests';
const form = 'application/x-www-form-urlencoded';
const nowSeconds = () => Math.floor(Date.now() / 1_000);
const sign = (timestamp: number, body: string) =>
  `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;

let web: Web;
let receiver: HttpReceiver;
let refused: RefusedRequest[];
let lines: string[];
let handled: number;
const sockets: Socket[] = [];

beforeEach(async () => {
  const recorded = recordedLog();
  refused = [];
  lines = recorded.lines;
  handled = 0;
  const metrics = { ...noMetrics, requestRefused: (reason: RefusedRequest) => void refused.push(reason) };
  receiver = createHttpReceiver({ signingSecret, log: recorded.log, metrics });
  const app: Pick<App, 'processEvent'> = {
    async processEvent({ ack }) {
      handled += 1;
      await ack();
    },
  };
  receiver.receiver.init(app as App);
  web = await startWeb({
    port: 0,
    host: null,
    version: '1',
    readiness: async () => ({}),
    serving: () => true,
    slack: receiver.handle,
  });
});

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await web.stop();
});

/** A connection whose bytes the test writes itself, and everything that came back on it. */
function raw(text: string): { heard: () => string; closed: () => boolean; write(more: string): void } {
  let heard = '';
  let closed = false;
  const socket = connect(web.port, '127.0.0.1', () => socket.write(text));
  sockets.push(socket);
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    heard += chunk;
  });
  socket.on('close', () => {
    closed = true;
  });
  socket.on('error', () => {});
  return { heard: () => heard, closed: () => closed, write: (more) => void socket.write(more) };
}

function head(headers: Readonly<Record<string, string>>, line = 'POST /slack/events HTTP/1.1'): string {
  const all = { host: 'greenroom', 'content-type': form, 'content-length': '900000', ...headers };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}`]));
  return `${[line, ...lines].join('\r\n')}\r\n\r\n`;
}

const fresh = () => ({
  'x-slack-request-timestamp': String(nowSeconds()),
  'x-slack-signature': `v0=${'0'.repeat(64)}`,
});

describe('a request is judged by its head, before a byte of its body has come', () => {
  test.each<[string, number, () => string]>([
    ['another method', 404, () => head(fresh(), 'PUT /slack/events HTTP/1.1')],
    ['another path', 404, () => head(fresh(), 'POST /slack/other HTTP/1.1')],
    ['another type', 415, () => head({ ...fresh(), 'content-type': 'text/plain' })],
    ['no type', 415, () => head({ ...fresh(), 'content-type': '' })],
    ['a form with parameters', 415, () => head({ ...fresh(), 'content-type': `${form}; charset=utf-8` })],
    ['no signature', 401, () => head({ ...fresh(), 'x-slack-signature': '' })],
    ['no time', 401, () => head({ ...fresh(), 'x-slack-request-timestamp': '' })],
    ['a signature that is none', 401, () => head({ ...fresh(), 'x-slack-signature': 'v0=abc' })],
    ['a signature in capitals', 401, () => head({ ...fresh(), 'x-slack-signature': `v0=${'A'.repeat(64)}` })],
    ['a time that is none', 401, () => head({ ...fresh(), 'x-slack-request-timestamp': '1e9' })],
    [
      'a time of long ago',
      401,
      () => head({ ...fresh(), 'x-slack-request-timestamp': String(nowSeconds() - 301) }),
    ],
    [
      'a time to come',
      401,
      () => head({ ...fresh(), 'x-slack-request-timestamp': String(nowSeconds() + 400) }),
    ],
    ['a length over the limit', 413, () => head({ ...fresh(), 'content-length': '1000001' })],
    ['no signature and no length', 401, () => head({ 'content-length': '', 'transfer-encoding': 'chunked' })],
    [
      'JSON without a signature, however small',
      401,
      () => head({ 'content-type': 'application/json', 'content-length': '10' }),
    ],
  ])('%s: %i', async (_what, status, text) => {
    const given = raw(text());
    await until(() => given.heard().includes('\r\n\r\n'));
    expect(given.heard()).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    await until(given.closed);
    expect(handled).toBe(0);
  });
});

describe('a request that is written in two ways at once', () => {
  const text = JSON.stringify({ type: 'event_callback' });
  const json = (headers: Readonly<Record<string, string>> = {}) => {
    const timestamp = nowSeconds();
    return head({
      'content-type': 'application/json',
      'content-length': String(text.length),
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': sign(timestamp, text),
      ...headers,
    });
  };
  const chunked = `${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`;
  const twice = (line: RegExp) => json().replace(line, '$&$&') + text;

  test.each<[string, number, () => string]>([
    ['a length and chunks', 400, () => json({ 'transfer-encoding': 'chunked' }) + chunked],
    ['two lengths', 400, () => json().replace(/content-length.*\r\n/, '$&content-length: 3\r\n') + text],
    ['an encoding that nobody knows', 400, () => json({ 'transfer-encoding': 'xchunked' }) + text],
    ['two signatures', 401, () => twice(/x-slack-signature.*\r\n/)],
    ['two times', 401, () => twice(/x-slack-request-timestamp.*\r\n/)],
    ['a head of many kB', 431, () => json({ more: 'x'.repeat(20_000) }) + text],
    [
      'a refused request with a signed one behind it',
      401,
      () => head({ 'content-type': 'application/json', 'content-length': '0' }) + json() + text,
    ],
    [
      'another path with a signed request behind it',
      404,
      () => head({ 'content-length': '0' }, 'POST /slack/x HTTP/1.1') + json() + text,
    ],
  ])('%s: %i, and nothing is carried out', async (_what, status, request) => {
    const given = raw(request());
    await until(given.closed);
    expect(given.heard()).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(given.heard().match(/HTTP\/1.1/g)).toHaveLength(1);
    expect(handled).toBe(0);
  });
});

describe('who sends slowly is dropped', () => {
  test('with a head that never ends', async () => {
    const given = raw('POST /slack/events HTTP/1.1\r\nhost: greenroom\r\n');
    await until(given.closed);
    expect(given.heard()).toMatch(/^HTTP\/1.1 408 /);
  });

  test('with a body that never comes, many at once, while a request of Slack is answered', async () => {
    const stalled = Array.from({ length: 150 }, () => raw(`${head(fresh())}payload=`));
    const timestamp = nowSeconds();
    const body = 'command=%2Fzoom-app&text=';
    const answer = await fetch(`http://127.0.0.1:${web.port}/slack/events`, {
      method: 'POST',
      body,
      headers: {
        'content-type': form,
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': sign(timestamp, body),
      },
    });
    expect(answer.status).toBe(200);
    await until(() => stalled.every(({ closed }) => closed()));
    expect(handled).toBe(1);
  });

  test('with a body that drips', async () => {
    const given = raw(`${head(fresh())}payload=`);
    const drip = setInterval(() => given.write('a'), 200);
    await until(given.closed);
    void clearInterval(drip);
    expect(handled).toBe(0);
  });
});

test('bodies that are received at the same moment are bounded, and what was refused frees its share', async () => {
  const most = 900_000;
  const flood = Array.from({ length: 40 }, () => raw(head(fresh()) + 'a'.repeat(most - 1)));
  await until(() => flood.some(({ heard }) => heard().startsWith('HTTP/1.1 503 ')));
  expect(refused).toContain('busy');
  for (const { write } of flood) write('a');
  await until(() => flood.every(({ closed }) => closed()));
  const timestamp = nowSeconds();
  const body = 'command=%2Fzoom-app&text=';
  const again = raw(
    head({
      'content-length': String(body.length),
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': sign(timestamp, body),
    }) + body,
  );
  await until(() => again.heard().startsWith('HTTP/1.1 200 '));
});

describe('refused requests', () => {
  test('are counted by reason, and each reason is one line, with the skew of the clocks', async () => {
    const old = () => head({ ...fresh(), 'x-slack-request-timestamp': String(nowSeconds() - 1_000) });
    const given = [raw(old()), raw(old()), raw(old())];
    const wrong = raw(head({ ...fresh(), 'content-length': '1' }).concat('a'));
    await until(() => [...given, wrong].every(({ closed }) => closed()));
    expect(refused.toSorted()).toEqual(['too_old', 'too_old', 'too_old', 'wrong_signature']);
    const entries = lines.map((line) => JSON.parse(line));
    expect(entries.filter(({ reason }) => reason === 'too_old')).toHaveLength(1);
    expect(entries.find(({ reason }) => reason === 'too_old')).toMatchObject({
      aheadSeconds: expect.closeTo(-1_000, -1),
      msg: expect.stringContaining('synchronise'),
    });
    expect(entries.find(({ reason }) => reason === 'wrong_signature')).toMatchObject({
      msg: expect.stringContaining('SLACK_SIGNING_SECRET'),
    });
  });
});
