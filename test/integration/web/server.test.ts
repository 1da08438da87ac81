import { EventEmitter, once } from 'node:events';
import { request } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { CannotListen } from '../../../src/web/listen.ts';
import { startMetricsPage } from '../../../src/web/metrics_page.ts';
import { startWeb, type WebOptions } from '../../../src/web/server.ts';
import { quietLog, recordedLog } from '../../harness/log.ts';
import { until } from '../../harness/until.ts';

async function web(options: Partial<WebOptions> = {}) {
  const server = await startWeb({
    port: 0,
    host: null,
    version: '1.2.3',
    readiness: async () => ({}),
    serving: () => true,
    ...options,
  });
  onTestFinished(() => server.stop());
  return { ...server, get: (path: string) => fetch(`http://127.0.0.1:${server.port}${path}`) };
}

it('is alive with its version even when nothing else works', async () => {
  const { get } = await web({ readiness: () => Promise.reject(new Error('broken')) });
  const answer = await get('/healthz');
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ alive: true, version: '1.2.3' });
  expect((await get('/readyz')).status).toBe(503);
});

it('is ready when every part is, and otherwise names what is missing', async () => {
  const parts = { database: true, slack: false };
  const { get } = await web({ readiness: async () => parts });
  const waiting = await get('/readyz');
  expect(waiting.status).toBe(503);
  expect(await waiting.json()).toEqual({
    ready: false,
    missing: ['slack'],
    parts: { database: true, slack: false },
  });
  parts.slack = true;
  const ready = await get('/readyz');
  expect(ready.status).toBe(200);
  expect(await ready.json()).toMatchObject({ ready: true, missing: [] });
});

it('says why a part is not ready, where that is known', async () => {
  const { get } = await web({ readiness: async () => ({ database: '57P03: starting up', slack: false }) });
  expect(await (await get('/readyz')).json()).toEqual({
    ready: false,
    missing: ['database', 'slack'],
    parts: { database: false, slack: false },
    reasons: { database: '57P03: starting up' },
  });
});

it('sends people here while it serves them, whether or not the parts behind it work', async () => {
  let serving = true;
  const { get } = await web({ readiness: async () => ({ database: 'no answer' }), serving: () => serving });
  expect((await get('/readyz')).status).toBe(503);
  const well = await get('/servez');
  expect([well.status, await well.json()]).toEqual([200, { serving: true }]);
  serving = false;
  const stopping = await get('/servez');
  expect([stopping.status, await stopping.json()]).toEqual([503, { serving: false }]);
});

it('hands everything below /slack/ on, with its body unread', async () => {
  const { port } = await web({
    slack: (incoming, response) => {
      incoming.setEncoding('utf8').once('data', (body) => response.end(`${incoming.url} ${body}`));
    },
  });
  const answer = await fetch(`http://127.0.0.1:${port}/slack/events?x=1`, { method: 'POST', body: 'raw' });
  expect(await answer.text()).toBe('/slack/events?x=1 raw');
});

it.each(['/slack/events', '/', '/nothing', '/healthz/x'])(
  'says in plain text that %s is not there',
  async (path) => {
    const { get } = await web();
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('x-powered-by')).toBeNull();
  },
);

it('a port that is taken is named with the fix', async () => {
  const { port } = await web();
  await expect(web({ port })).rejects.toThrow(`Port ${port} is taken: set PORT`);
});

it('listens on one address when one is named, and on all otherwise', async () => {
  const answers = (host: string, port: number) =>
    fetch(`http://${host}:${port}/healthz`).then(
      ({ status }) => status,
      () => 'refused',
    );
  const { port: onlyHere } = await web({ host: '127.0.0.1' });
  expect([await answers('127.0.0.1', onlyHere), await answers('127.0.0.2', onlyHere)]).toEqual([
    200,
    'refused',
  ]);
  const { port: named } = await web({ host: 'localhost' });
  expect(await answers('localhost', named)).toBe(200);
  const { port: anywhere } = await web({ host: null });
  expect([await answers('127.0.0.1', anywhere), await answers('127.0.0.2', anywhere)]).toEqual([200, 200]);
  const page = async () => 'metrics';
  const metrics = await startMetricsPage(
    { port: 0, host: '127.0.0.2' },
    { contentType: 'text/plain', page },
    quietLog,
  );
  onTestFinished(() => metrics.stop());
  expect([await answers('127.0.0.1', metrics.port), await answers('127.0.0.2', metrics.port)]).toEqual([
    'refused',
    404,
  ]);
});

it.each([
  ['192.0.2.1', /^HOST is no address of this machine/],
  ['2001:db8::1', /^HOST is (no address of this machine|an address of a kind)/],
  ['no-such-name.invalid', /^HOST is a name without an address/],
])('where %s cannot be listened on, says so in one line', async (host, line) => {
  const failed = await web({ host }).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(CannotListen);
  expect(failed instanceof Error && failed.message).toMatch(line);
});

it('finishes a running request when it stops, takes no new one, and keeps no connection', async () => {
  let finish = () => {};
  let arrived = false;
  const server = await startWeb({
    port: 0,
    host: null,
    version: '1',
    readiness: async () => ({}),
    serving: () => true,
    slack: (_incoming, response) => {
      arrived = true;
      finish = () => response.end('done');
    },
  });
  const running = fetch(`http://127.0.0.1:${server.port}/slack/x`);
  await until(() => arrived);
  const stopped = server.stop();
  const refused = request({ port: server.port }).end();
  const [error] = await once(refused, 'error');
  expect(error).toMatchObject({ code: 'ECONNREFUSED' });
  finish();
  const last = await running;
  expect([last.headers.get('connection'), await last.text()]).toEqual(['close', 'done']);
  await Promise.all([stopped, server.stop()]);
});

it('goes on when a connection cannot be accepted', async () => {
  let server: unknown;
  const { get } = await web({
    slack: ({ socket }, response) => {
      server = 'server' in socket ? socket.server : null;
      response.end();
    },
  });
  await get('/slack/x');
  if (!(server instanceof EventEmitter)) throw new Error('a socket does not name its server any more');
  for (const code of ['EMFILE', 'ENFILE'])
    server.emit('error', Object.assign(new Error(`accept ${code}`), { code }));
  expect((await get('/healthz')).status).toBe(200);
});

it('shows metrics on a port of their own, and nothing else there', async () => {
  let broken = false;
  const page = async () => {
    if (broken) throw new Error('no metrics');
    return 'greenroom_info 1\n';
  };
  const { log, lines } = recordedLog();
  const server = await startMetricsPage(
    { port: 0, host: null },
    { contentType: 'text/plain; version=0.0.4', page },
    log,
  );
  onTestFinished(() => server.stop());
  const get = (path: string) => fetch(`http://127.0.0.1:${server.port}${path}`);
  const answer = await get('/metrics?x=1');
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4');
  expect(await answer.text()).toBe('greenroom_info 1\n');
  expect((await get('/healthz')).status).toBe(404);
  broken = true;
  expect((await get('/metrics')).status).toBe(500);
  expect(lines.join()).toMatch(/Could not read the metrics/);
  const taken = startMetricsPage({ port: server.port, host: null }, { contentType: '', page }, log);
  await expect(taken).rejects.toThrow('set METRICS_PORT');
});
