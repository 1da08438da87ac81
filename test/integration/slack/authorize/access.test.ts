import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type SimulatedSlack, startSlack } from '../../../../sandbox/simulators/slack/index.ts';
import { directOutbound } from '../../../../src/http_client/outbound.ts';
import { createTokenCheck, type SharedRecheck } from '../../../../src/slack/authorize/token_check.ts';
import { manifest } from '../../../../src/slack/manifest.ts';
import type { Handlers } from '../../../../src/slack/requests/handlers_by_name.ts';
import { createBolt, type Slack } from '../../../../src/slack/transport/bolt_app.ts';
import { createIdentityClient } from '../../../../src/slack/web_api/web_clients.ts';
import { noTelemetry } from '../../../../src/telemetry/telemetry.ts';
import { startWeb } from '../../../../src/web/server.ts';
import { recordedLog } from '../../../harness/log.ts';
import { until } from '../../../harness/until.ts';
import { configOf } from '../stage.ts';

const backoff = { firstMs: 10, longestMs: 50 };
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

const closers: (() => unknown)[] = [];
let slack: SimulatedSlack;

beforeEach(async () => {
  slack = await startSlack({ manifest: manifest(), limits: { timeoutMs: 8_000 } });
  closers.push(() => slack.stop());
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** One replica that serves people, and where Slack reaches it. */
async function replica(transport: 'socket' | 'http'): Promise<Slack & { url: string; lines: string[] }> {
  const { log, lines } = recordedLog();
  const bolt = createBolt({ config: configOf(transport, slack), log, backoff });
  bolt.listen(handlers);
  closers.push(() => bolt.drain(1_000));
  const web = await startWeb({
    port: 0,
    host: null,
    version: '1',
    readiness: async () => ({}),
    serving: () => true,
    slack: bolt.requestListener ?? undefined,
  });
  closers.push(() => web.stop());
  expect((await bolt.identify()).ok).toBe(true);
  expect((await bolt.openConnection()).ok).toBe(true);
  return { ...bolt, lines, url: `http://127.0.0.1:${web.port}/slack/events` };
}

async function post(url: string, type: string, body: string): Promise<string> {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const hash = createHmac('sha256', slack.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  const answer = await fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${hash}`,
    },
  });
  expect(answer.status).toBe(200);
  return answer.text();
}

const command = (url: string) =>
  post(
    url,
    'application/x-www-form-urlencoded',
    String(
      new URLSearchParams({
        command: '/zoom-app',
        text: String(Math.random()),
        team_id: slack.id,
        user_id: slack.person('ana').id,
        channel_id: slack.channelId('#general'),
        trigger_id: '1.2.3',
        response_url: 'https://hooks.slack.com/commands/1',
      }),
    ),
  );

const uninstalled = (url: string, team = slack.id) =>
  post(
    url,
    'application/json',
    JSON.stringify({
      type: 'event_callback',
      team_id: team,
      event_id: `Ev${Math.random()}`,
      event: { type: 'app_uninstalled' },
    }),
  );

test.each(['socket', 'http'] as const)(
  'over %s: once the app is removed, Greenroom is not ready',
  async (transport) => {
    const bolt = await replica(transport);
    if (transport === 'http') slack.deliverTo(bolt.url);
    void slack.uninstalls();
    await until(() => !bolt.connected());
    expect(bolt.lines.join('\n')).toContain('Slack no longer takes SLACK_BOT_TOKEN');
  },
);

test('people who still reach it read that the token is no longer taken, and what has to be done', async () => {
  const bolt = await replica('http');
  void slack.uninstalls();
  await uninstalled(bolt.url);
  await until(() => !bolt.connected());
  const words = await command(bolt.url);
  expect(words).toContain('no longer takes the token');
  expect(words).toContain('restart it');
  expect(words).not.toContain('just starting');
});

test('an event that comes late, after the app was installed again, changes nothing', async () => {
  const bolt = await replica('http');
  const asked = slack.inspector.calls('auth.test').length;
  await uninstalled(bolt.url);
  await until(() => slack.inspector.calls('auth.test').length > asked);
  expect(await command(bolt.url)).toContain('You said');
  expect(bolt.connected()).toBe(true);
});

test('a hint while Slack is down is looked into when Slack is back', async () => {
  const bolt = await replica('http');
  void slack.uninstalls();
  slack.faults.down('503');
  await uninstalled(bolt.url);
  expect(bolt.connected()).toBe(true);
  slack.faults.clear();
  await until(() => !bolt.connected());
});

test('many hints at once are one question', async () => {
  const bolt = await replica('http');
  const asked = slack.inspector.calls('auth.test').length;
  slack.faults.slow(500, 'auth.test');
  await Promise.all(Array.from({ length: 20 }, () => uninstalled(bolt.url)));
  await until(() => slack.inspector.calls('auth.test').length > asked);
  slack.faults.clear();
  await until(() => slack.inspector.calls('auth.test').every(({ status }) => status !== null));
  expect(slack.inspector.calls('auth.test').length).toBe(asked + 1);
});

/** An access of its own, as each replica has one. */
async function access(shared: SharedRecheck, intervals = { slackMs: 1e9, databaseMs: 20 }) {
  const stopping = new AbortController();
  closers.push(() => stopping.abort());
  const { log } = recordedLog();
  const client = createIdentityClient(slack.botToken, slack.apiUrl, log, noTelemetry, directOutbound);
  const made = createTokenCheck({ client, log, signal: stopping.signal, backoff });
  expect((await made.connect()).ok).toBe(true);
  made.watch(shared, intervals);
  return made;
}

/** The row that replicas share. */
function sharedRow(): SharedRecheck & { reads: number } {
  let value: string | null = null;
  const row = {
    reads: 0,
    note: async () => {
      value = String(Math.random());
    },
    last: async () => {
      row.reads += 1;
      return value;
    },
  };
  return row;
}

test('what one replica received as a hint, all check', async () => {
  const row = sharedRow();
  const [one, other] = [await access(row), await access(row)];
  await until(() => row.reads > 4);
  void slack.uninstalls();
  expect(other.state().kind).toBe('known');
  one.recheck();
  await until(() => one.state().kind === 'refused' && other.state().kind === 'refused');
});

test('without any hint Slack is asked now and then; a token that works again ends it', async () => {
  const made = await access(sharedRow(), { slackMs: 20, databaseMs: 1e9 });
  slack.faults.failNext('auth.test', 'account_inactive', 3);
  await until(() => made.state().kind === 'refused');
  await until(() => made.state().kind === 'known');
});

describe('that the app was removed is shared', () => {
  /** What replicas wrote about it, in order. */
  function noted() {
    const said: string[] = [];
    const shared: SharedRecheck = {
      ...sharedRow(),
      uninstalled: async () => void said.push('uninstalled'),
      installed: async () => void said.push('installed'),
    };
    return { said, shared };
  }

  test('when Slack says so and refuses the token', async () => {
    const { said, shared } = noted();
    const made = await access(shared, { slackMs: 1e9, databaseMs: 1e9 });
    void slack.uninstalls();
    made.recheck(true);
    await until(() => said.includes('uninstalled'));
    expect(made.state().kind).toBe('refused');
  });

  test('and not when the token was only revoked or replaced', async () => {
    const { said, shared } = noted();
    const made = await access(shared, { slackMs: 1e9, databaseMs: 1e9 });
    void slack.uninstalls();
    made.recheck(false);
    await until(() => made.state().kind === 'refused');
    expect(said).not.toContain('uninstalled');
  });

  test.each(['missing_scope', 'invalid_auth', 'org_login_required', 'team_disabled'])(
    'nor when Slack refuses the token in another way: %s',
    async (code) => {
      const { said, shared } = noted();
      const made = await access(shared, { slackMs: 1e9, databaseMs: 1e9 });
      slack.faults.failNext('auth.test', code, 1);
      made.recheck(true);
      await until(() => made.state().kind === 'refused');
      made.recheck(true);
      await until(() => said.includes('installed'));
      expect(said).not.toContain('uninstalled');
    },
  );

  test('nor by an event that comes late: a token that works says that it is installed', async () => {
    const { said, shared } = noted();
    const made = await access(shared, { slackMs: 1e9, databaseMs: 1e9 });
    made.recheck(true);
    await until(() => said.includes('installed'));
    expect(said).not.toContain('uninstalled');
  });

  test('nor when it is about another workspace with the same app', async () => {
    const { said, shared } = noted();
    const bolt = await replica('http');
    bolt.shareRechecks(shared);
    void slack.uninstalls();
    await uninstalled(bolt.url, 'T0ELSEWHERE');
    await until(() => !bolt.connected());
    expect(said).toEqual([]);
    await uninstalled(bolt.url);
    await until(() => said.includes('uninstalled'));
  });

  test('and written down when the database is back', async () => {
    const { said, shared } = noted();
    let tries = 0;
    const uninstalled: SharedRecheck['uninstalled'] = async (workspaceId) => {
      tries += 1;
      if (tries < 3) throw new Error('down');
      await shared.uninstalled?.(workspaceId);
    };
    const made = await access({ ...shared, uninstalled }, { slackMs: 20, databaseMs: 1e9 });
    void slack.uninstalls();
    made.recheck(true);
    await until(() => said.includes('uninstalled'));
    expect(tries).toBe(3);
  });

  test('nor while Slack is down: the token is asked about when it is back', async () => {
    const { said, shared } = noted();
    const made = await access(shared, { slackMs: 1e9, databaseMs: 1e9 });
    slack.faults.down('503');
    made.recheck(true);
    slack.faults.clear();
    await until(() => said.includes('installed'));
    expect(said).not.toContain('uninstalled');
  });
});

test('a database that does not answer raises no doubt', async () => {
  let reads = 0;
  const broken: SharedRecheck = {
    note: () => Promise.reject(new Error('down')),
    async last() {
      reads += 1;
      if (reads % 2 === 0) throw new Error('down');
      return null;
    },
  };
  const made = await access(broken);
  const asked = slack.inspector.calls('auth.test').length;
  await until(() => reads > 6);
  expect(slack.inspector.calls('auth.test').length).toBe(asked);
  made.recheck();
  await until(() => slack.inspector.calls('auth.test').length === asked + 1);
  expect(made.state().kind).toBe('known');
});
