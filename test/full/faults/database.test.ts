import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  asks,
  attests,
  beginsToRegister,
  cardOf,
  channel,
  forgives,
  hasBaseline,
  marks,
  postedMessages,
  registers,
  saying,
  storedCheck,
} from '../../e2e/acts.ts';
import { beginsAnew } from '../../e2e/play.ts';
import { transports, useStage } from '../../e2e/stage.ts';
import { startProxy, type TcpProxy } from '../../harness/proxy.ts';
import { until } from '../../harness/until.ts';

describe.each(transports)('the database is gone for a while, over %s', (transport) => {
  let proxy: TcpProxy | null = null;
  const stage = useStage(transport, {
    async databaseUrl({ connection }) {
      proxy = await startProxy(`${connection.host}/.s.PGSQL.5432`);
      return `postgresql://${connection.user}@127.0.0.1:${proxy.port}/${connection.database}`;
    },
  });
  afterAll(() => proxy?.close());
  const line = (): TcpProxy => {
    if (proxy === null) throw new Error('there is no proxy');
    return proxy;
  };
  const ana = () => stage.person('ana');
  const zoe = () => stage.person('zoe');
  const gone =
    /Greenroom cannot reach its database right now, so nothing was changed.*reference: `([0-9a-f]{8})`/;

  async function readiness(): Promise<{ status: number; missing: unknown }> {
    const response = await fetch(`${stage.bot.url}/readyz`);
    const body: unknown = await response.json();
    const missing = typeof body === 'object' && body !== null && 'missing' in body ? body.missing : null;
    return { status: response.status, missing };
  }

  async function mends(): Promise<void> {
    line().mend();
    await until(async () => (await readiness()).status === 200, 'Greenroom to be ready again');
  }

  /** The reference that a person reads leads to what happened. */
  async function isInTheLog(words: string): Promise<void> {
    const reference = gone.exec(words)?.[1];
    if (reference === undefined) throw new Error(`no reference in: ${words}`);
    await until(() => stage.bot.output().includes(`"reference":"${reference}"`), `${reference} in the log`);
  }

  beforeAll(async () => {
    await registers(ana(), { name: 'Rock', credentials: stage.pair() });
    await ana().sees(channel, /^Rock[\s\S]*Passed:[^·\n]*credentials/);
    await until(() => /Still open:[^·\n]*connector profile/.test(cardOf(ana(), 'Rock').text()));
  });
  /** Whatever the story before left behind. */
  beforeEach(() => mends());
  /** No outage made Greenroom say anything twice. */
  afterEach(() => expect(marks(stage)).toHaveLength(new Set(marks(stage)).size));

  test('an app is being made ready', async () => {
    await asks(ana(), '/zoom-app show Rock', /Still open:[^·\n]*connector profile/);
  });

  test('commands say so, with a reference that is in the log; what needs no database still works', async () => {
    line().cut();
    for (const command of [
      '/zoom-app list',
      '/zoom-app show Rock',
      '/zoom-app ping',
      '/zoom-ready',
      '/zoom-app register Sand',
    ]) {
      await isInTheLog((await asks(ana(), command, gone)).text());
    }
    await asks(ana(), '/zoom-scopes check admin user:read:user', /user:read:user:admin/);
    await asks(ana(), '/zoom-scopes find admin list users', /list_users/);
    await asks(ana(), '/zoom-app help', /register/);
    expect(await readiness()).toEqual({ status: 503, missing: ['database'] });
    expect((await fetch(`${stage.bot.url}/healthz`)).status).toBe(200);
    await mends();
    await asks(ana(), '/zoom-app list', /Rock/);
  });

  test('a button says so, changes nothing, and works afterwards', async () => {
    await registers(ana(), { name: 'Boulder', credentials: stage.pair() });
    await ana().sees(channel, /^Boulder[\s\S]*Passed:[^·\n]*credentials/);
    line().cut();
    const card = cardOf(ana(), 'Boulder');
    expect(await zoe().press(card, 'It is set')).toBe('acked');
    await isInTheLog((await zoe().sees(channel, gone)).text());
    await mends();
    expect((await storedCheck(stage.database, 'Boulder', 'redirect')).status).toBe('pending');
    await attests(zoe(), 'Boulder');
  });

  test('a modal keeps everything that was typed, at every step', async () => {
    const modal = await beginsAnew(ana(), '/zoom-app register Sand');
    await modal.fill('Name', 'Sand');
    await modal.choose('Who manages it in Zoom?', 'Admin-managed');
    await modal.fill('Purpose', 'Minutes of meetings');
    line().cut();
    expect(await modal.submit()).toBe('errors');
    await isInTheLog(Object.values(modal.errors()).join());
    expect(modal.value('Name')).toBe('Sand');
    expect(modal.value('Purpose')).toBe('Minutes of meetings');
    await mends();
    expect(await modal.submit()).toBe('updated');
    await modal.sees('Step 2');

    const { clientId, clientSecret } = stage.pair();
    await modal.fill('Client ID (Development)', clientId);
    await modal.fill('Client secret (Development)', clientSecret);
    line().cut();
    expect(await modal.submit()).toBe('errors');
    expect(modal.value('Client secret (Development)')).toBe(clientSecret);
    await mends();
    expect(await modal.submit()).toBe('updated');
    await modal.sees('Step 3');
    await modal.fill('Or paste a list', 'user:read:user:admin');
    line().cut();
    expect(await modal.submit()).toBe('errors');
    await mends();
    expect(await modal.submit()).toBe('updated');
    await modal.sees('Step 4');

    line().cut();
    await modal.submit();
    await modal.sees('Not saved. Everything you typed is kept.');
    await isInTheLog(modal.text());
    await mends();
    await modal.press('Back to it');
    await modal.sees('Step 4');
    expect(modal.text()).toContain('Sand');
    await modal.submit();
    await modal.sees('is registered');
    await modal.close();
    await ana().sees(channel, /^Sand[\s\S]*Passed:[^·\n]*credentials/);
  });

  test('a form in the making survives being opened during the outage', async () => {
    const modal = await beginsToRegister(zoe(), { name: 'Pebble', credentials: stage.pair() });
    line().cut();
    await modal.press('Back');
    await zoe().modal(/Greenroom/);
    await mends();
    await zoe().topModal()?.close();
    await modal.sees('Step 4');
    await modal.submit();
    await modal.sees('is registered');
    await modal.close();
  });

  test('clocks, jobs and messages go on by themselves afterwards', async () => {
    await registers(ana(), { name: 'Cliff', credentials: stage.pair() });
    await ana().sees(channel, /^Cliff[\s\S]*Passed:[^·\n]*credentials/);
    await attests(zoe(), 'Cliff');
    await hasBaseline(stage.database, 'Cliff');
    line().cut();
    stage.simulators.stackone.createProfile({ name: 'Cliff' });
    await asks(ana(), '/zoom-app list', gone);
    await mends();
    await ana().sees(channel, /The Zoom connector profile was created[\s\S]*Cliff/);
    await ana().sees(channel, /^Cliff[\s\S]*Development: Live/);
    expect(saying(ana(), /profile was created[\s\S]*Cliff/)).toHaveLength(1);
    expect(
      postedMessages(ana()).filter((message) => /Something broke|cannot look/.test(message.text())),
    ).toEqual([]);
  });

  if (transport === 'http') return;

  test('a database that stops answering delays only the requests that need it', async () => {
    const modal = await beginsAnew(ana(), '/zoom-app register Shell');
    await modal.fill('Name', 'Shell');
    await modal.choose('Who manages it in Zoom?', 'Admin-managed');
    line().hold();
    const asked = asks(zoe(), '/zoom-app list', gone);
    // In words of Greenroom or, too late for those, of Slack: either way the form stays as it is.
    expect(['errors', 'timeout']).toContain(await modal.submit());
    expect(modal.value('Name')).toBe('Shell');
    await asked;
    await mends();
    expect(await modal.submit()).toBe('updated');
    await modal.sees('Step 2');
    forgives(stage, 'not_acknowledged', 'late', 'unknown_envelope');
  });
});
