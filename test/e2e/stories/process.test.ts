import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { type Bot, startBot } from '../../../sandbox/bot.ts';
import { type Simulators, startSimulators } from '../../../sandbox/simulators/start_simulators.ts';
import { createTestDatabase, type TestDatabase } from '../../harness/postgres.ts';
import { startProxy, type TcpProxy } from '../../harness/proxy.ts';
import { until } from '../../harness/until.ts';
import { asks, channel, registers, saying, storedCheck, underWay, whileLocked } from '../acts.ts';
import { once } from '../once.ts';
import { transports, useStage, vaultKey } from '../stage.ts';

const program = [inject('program')];

/** `status` is 0 while nobody answers. */
async function fetchStatus(bot: Bot, path: string): Promise<{ status: number; missing: unknown }> {
  const response = await fetch(`${bot.url}${path}`).catch(() => null);
  if (response === null) return { status: 0, missing: null };
  const body: unknown = await response.json();
  const missing = typeof body === 'object' && body !== null && 'missing' in body ? body.missing : null;
  return { status: response.status, missing };
}

describe.each(transports)('a process that starts during faults, over %s', (transport) => {
  let simulators: Simulators;
  let database: TestDatabase;
  let proxy: TcpProxy;
  let bot: Bot;
  beforeAll(async () => {
    simulators = await startSimulators({ limits: { timeoutMs: 20_000 } });
    database = await createTestDatabase();
    proxy = await startProxy(`${database.connection.host}/.s.PGSQL.5432`);
    proxy.cut();
    simulators.slack.faults.down();
  });
  beforeEach(async () => {
    proxy.cut();
    simulators.slack.faults.down();
    bot = await starts();
  });
  afterEach(() => bot.kill());
  afterAll(async () => {
    await simulators.stop();
    await proxy.close();
    await database.drop();
  });
  const starts = () => {
    const { user, database: name } = database.connection;
    const DATABASE_URL = `postgresql://${user}@127.0.0.1:${proxy.port}/${name}`;
    return startBot(simulators, { transport, program, env: { DATABASE_URL, VAULT_KEYS: vaultKey } });
  };

  test('is alive and says what it waits for', async () => {
    await until(async () => (await fetchStatus(bot, '/healthz')).status === 200, 'a sign of life');
    expect(await fetchStatus(bot, '/readyz')).toEqual({ status: 503, missing: ['database', 'slack'] });
  });

  test('gives up waiting when it is asked to stop', async () => {
    await until(() => bot.output().includes('The database does not answer yet'));
    expect(await bot.stop()).toBe(0);
  });

  test('becomes ready by itself, step by step', async () => {
    proxy.mend();
    await until(
      async () => JSON.stringify((await fetchStatus(bot, '/readyz')).missing) === '["slack"]',
      'the database',
    );
    expect((await fetchStatus(bot, '/readyz')).status).toBe(503);
    simulators.slack.faults.clear();
    await bot.ready();
    await asks(simulators.slack.person('ana'), '/zoom-app help', /register/);
  });
});

describe.each(transports)('a process that is asked to stop, over %s', (transport) => {
  const stage = useStage(transport);
  const ana = () => stage.person('ana');

  const stopped = once(async () => {
    await ana().types(channel, '/zoom-app register Sequel');
    const modal = await ana().modal('Register a Zoom app');
    await modal.choose('Who manages it in Zoom?', 'Admin-managed');
    stage.simulators.zoom.slow(1_000);
    await registers(stage.person('zoe'), { name: 'Finale', credentials: stage.pair() });
    await underWay(stage.database, 'probe_credentials');
    let ended: Promise<number | null> = Promise.resolve(null);
    let submitted: Promise<string> = Promise.resolve('');
    await whileLocked(stage.database, 'draft', async (reached) => {
      submitted = modal.submit();
      await reached();
      ended = stage.bot.stop();
      await until(() => stage.bot.output().includes('"msg":"Stopping"'));
    });
    expect(await submitted).toBe('updated');
    expect(await ended).toBe(0);
    expect((await storedCheck(stage.database, 'Finale', 'credentials')).status).toBe('passed');
    const held = 'select from graphile_worker.jobs where locked_at is not null';
    expect(await stage.database.db.query(held)).toEqual([]);
    stage.simulators.zoom.clearFaults();
    expect(stage.bot.output()).not.toMatch(/"level":(50|60)/);
    await stage.restart('stop');
  });

  test('finishes what people and jobs are doing, and ends with 0', () => stopped());

  test('has lost nothing when it is started again', async () => {
    await stopped();
    await ana().sees(channel, /^Finale[\s\S]*Passed:[^·\n]*credentials/);
    expect(saying(ana(), /registered \*Finale\*/)).toHaveLength(1);
    await ana().topModal()?.dismiss();
    await ana().types(channel, '/zoom-app register');
    const offer = await ana().modal('Register a Zoom app');
    expect(offer.text()).toMatch(/You began to register \*Sequel\*/);
    await offer.dismiss();
  });

  if (transport === 'socket') return;

  test('answers url_verification, and no request without the signature', async () => {
    expect(await stage.simulators.slack.verifiesUrl()).toBe(true);
    const now = Math.floor(Date.now() / 1000);
    const send = async (at: number, secret: string, body = 'payload=%7B%7D') => {
      const signed = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
      const response = await fetch(`${stage.bot.url}/slack/events`, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-slack-request-timestamp': String(at),
          'x-slack-signature': `v0=${signed}`,
        },
      });
      return response.status;
    };
    const { signingSecret } = stage.simulators.slack;
    const command = new URLSearchParams({
      command: '/zoom-app',
      text: 'help',
      team_id: stage.simulators.slack.id,
      user_id: ana().id,
      channel_id: stage.simulators.slack.channelId(channel),
      response_url: 'http://127.0.0.1:9/',
      trigger_id: '1.2.3',
    }).toString();
    expect(await send(now, signingSecret, command)).toBe(200);
    expect(await send(now, 'somebody elses secret', command)).toBe(401);
    expect(await send(now - 6 * 60, signingSecret, command)).toBe(401);
    expect(await send(now + 6 * 60, signingSecret, command)).toBe(401); // T10
    const unsigned = async (type: string) => {
      const headers = { 'content-type': type };
      return (await fetch(`${stage.bot.url}/slack/events`, { method: 'POST', body: command, headers }))
        .status;
    };
    expect(await unsigned('application/x-www-form-urlencoded')).toBe(401);
    expect(await unsigned('text/plain')).toBe(415);
    expect((await fetch(`${stage.bot.url}/slack/install`)).status).toBe(404);
  });
});
