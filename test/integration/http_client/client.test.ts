import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createHttpClient,
  type HttpClient,
  type HttpClientOptions,
} from '../../../src/http_client/http_client.ts';

type Handle = (req: http.IncomingMessage, res: http.ServerResponse) => void;

let time: Date;
let handle: Handle;
let seen: http.IncomingMessage[];
let bodies: string[];
let server: http.Server;
let baseUrl: string;
const clients: HttpClient[] = [];

beforeEach(async () => {
  time = new Date('2026-11-23T12:00:00Z');
  seen = [];
  bodies = [];
  handle = (_req, res) => void res.end('{"well":"done"}');
  server = http.createServer(async (req, res) => {
    seen.push(req);
    let body = '';
    for await (const chunk of req) body += chunk;
    bodies.push(body);
    handle(req, res);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await Promise.all([...clients.splice(0).map((client) => client.close()), stop()]);
});
const stop = () => new Promise<void>((done) => void server.close(() => done()));

function client(options: Partial<HttpClientOptions> = {}): HttpClient {
  const made = createHttpClient({
    host: 'zoom',
    baseUrl,
    userAgent: 'Greenroom/1.2.3',
    clock: { now: () => time },
    timeoutMs: 5_000,
    ...options,
  });
  clients.push(made);
  return made;
}

test('sends a GET with its query and headers and always says who is asking', async () => {
  const outcome = await client({ baseUrl: `${baseUrl}/v2/` }).get('/things', {
    headers: { authorization: 'Basic x', 'user-agent': 'someone else' },
    query: { page: 2, name: 'a b&c', providers: ['zoom', 'slack'] },
  });
  expect(seen[0]?.url).toBe('/v2/things?page=2&name=a+b%26c&providers=zoom&providers=slack');
  expect(seen[0]?.headers).toMatchObject({
    authorization: 'Basic x',
    'user-agent': 'Greenroom/1.2.3',
    accept: 'application/json',
  });
  expect(outcome).toMatchObject({
    kind: 'reply',
    status: 200,
    json: { well: 'done' },
    text: '{"well":"done"}',
  });
});

test('sends a form', async () => {
  await client().postForm('/oauth/token', {
    headers: { 'x-one': '1' },
    form: { code: 'a_b', redirect_uri: 'https://x/?y=1' },
  });
  expect(seen[0]?.method).toBe('POST');
  expect(seen[0]?.headers).toMatchObject({
    'content-type': 'application/x-www-form-urlencoded',
    'user-agent': 'Greenroom/1.2.3',
    'x-one': '1',
  });
  expect(bodies).toEqual(['code=a_b&redirect_uri=https%3A%2F%2Fx%2F%3Fy%3D1']);
});

test('gives null instead of JSON for a page, and only the beginning of its text', async () => {
  handle = (_req, res) => void res.writeHead(403).end(`<html>${'x'.repeat(10_000)}`);
  const outcome = await client().get('/');
  expect(outcome).toMatchObject({ kind: 'reply', status: 403, json: null });
  expect(outcome.kind === 'reply' && outcome.text).toHaveLength(2_000);
});

test('follows no redirect', async () => {
  handle = (_req, res) => void res.writeHead(302, { location: '/elsewhere' }).end();
  const outcome = await client().get('/');
  expect(outcome).toMatchObject({
    kind: 'reply',
    status: 302,
    headers: { location: '/elsewhere' },
    json: null,
  });
  expect(seen).toHaveLength(1);
});

test('joins a header that came several times, and reads Retry-After as a date', async () => {
  handle = (_req, res) =>
    void res
      .writeHead(429, { 'set-cookie': ['a=1', 'b=2'], 'retry-after': '2026-11-23T12:00:09Z' })
      .end('{}');
  const outcome = await client().get('/');
  expect(outcome).toMatchObject({ status: 429, headers: { 'set-cookie': 'a=1, b=2' }, retryAfterMs: 9_000 });
});

test('gives up on a host that does not answer, and does not ask again', async () => {
  handle = () => {};
  expect(await client({ timeoutMs: 50 }).get('/')).toEqual({ kind: 'unreachable', why: 'timeout' });
  expect(seen).toHaveLength(1);
});

test('gives up on a body that does not end', async () => {
  handle = (_req, res) => void res.write('{"half":');
  expect(await client({ timeoutMs: 50 }).get('/')).toEqual({ kind: 'unreachable', why: 'timeout' });
});

test('does not read more than allowed, announced or not', async () => {
  handle = (_req, res) => void res.end('x'.repeat(2_000));
  expect(await client({ maxBodyBytes: 1_000 }).get('/')).toEqual({ kind: 'unreachable', why: 'too_large' });
  handle = (_req, res) => {
    res.write('x'.repeat(900));
    res.end('x'.repeat(900));
  };
  expect(await client({ maxBodyBytes: 1_000 }).get('/')).toEqual({ kind: 'unreachable', why: 'too_large' });
  expect(await client({ maxBodyBytes: 1_800 }).get('/')).toMatchObject({ kind: 'reply' });
});

test('takes a broken connection as a value: none, reset before the answer, reset within it', async () => {
  const network = { kind: 'unreachable', why: 'network' };
  handle = (req) => void req.socket.resetAndDestroy();
  expect(await client({ retries: 0 }).get('/')).toEqual(network);
  handle = (_req, res) => void res.writeHead(200, { 'content-length': 100 }).write('{', () => res.destroy());
  expect(await client({ retries: 0 }).get('/')).toEqual(network);
  handle = (req) => void req.socket.end('this is not HTTP\r\n\r\n');
  expect(await client({ retries: 0 }).get('/')).toEqual(network);
  await stop();
  expect(await client({ retries: 0 }).get('/')).toEqual(network);
});

test('repeats a GET once after a broken connection or a 5xx, and takes the second answer', async () => {
  handle = (req, res) => void (seen.length === 1 ? req.socket.destroy() : res.end('{}'));
  expect(await client().get('/')).toMatchObject({ kind: 'reply', status: 200 });
  handle = (_req, res) => void res.writeHead(502).end('<h1>Bad gateway</h1>');
  expect(await client().get('/')).toMatchObject({ kind: 'reply', status: 502, json: null });
  expect(seen).toHaveLength(4);
});

test('does not repeat a refusal, a 5xx that names a time, or a POST', async () => {
  handle = (_req, res) => void res.writeHead(404).end();
  await client().get('/');
  handle = (_req, res) => void res.writeHead(503, { 'retry-after': '30' }).end();
  expect(await client().get('/')).toMatchObject({ status: 503, retryAfterMs: 30_000 });
  handle = (_req, res) => void res.writeHead(500).end();
  await client().postForm('/', { form: {} });
  handle = (req) => void req.socket.destroy();
  await client().postForm('/', { form: {} });
  expect(seen).toHaveLength(4);
});

test('stops asking a host that is down, tries again after a rest, and says both in the log without what was sent', async () => {
  const said: unknown[] = [];
  const log = { warn: (...line: unknown[]) => void said.push(line) };
  const circuit = { failures: 2, restMs: 1_000 };
  const http = client({ circuit, retries: 0, log });
  handle = (_req, res) => void res.writeHead(500).end();
  const headers = { authorization: 'Basic hush' };
  await http.get('/', { headers });
  await http.get('/', { headers });
  expect(await http.get('/')).toEqual({
    kind: 'unreachable',
    why: 'circuit_open',
    because: 'server_error',
    retryAfterMs: 1_000,
  });
  expect(seen).toHaveLength(2);
  handle = (_req, res) => void res.end('{}');
  time = new Date(time.getTime() + 1_000);
  expect(await http.get('/')).toMatchObject({ kind: 'reply', status: 200 });
  expect(said).toHaveLength(2);
  expect(JSON.stringify(said)).not.toContain('hush');
});

test('has no more calls under way than allowed', async () => {
  const waiting: http.ServerResponse[] = [];
  handle = (_req, res) => void waiting.push(res);
  const http = client({ concurrency: 3 });
  const calls = Array.from({ length: 8 }, () => http.get('/'));
  await expect.poll(() => waiting.length).toBe(3);
  expect(seen).toHaveLength(3);
  handle = (_req, res) => void res.end('{}');
  for (const res of waiting) res.end('{}');
  expect(await Promise.all(calls)).toHaveLength(8);
  expect(seen).toHaveLength(8);
});

test('throws on a mistake of ours, which no outage explains', async () => {
  await expect(client().get('/', { headers: { 'x-bad': 'a\nb' } })).rejects.toThrow();
});

test('answers as unreachable after it was closed', async () => {
  const http = client({ retries: 0 });
  await http.close();
  expect(await http.get('/')).toEqual({ kind: 'unreachable', why: 'network' });
});
