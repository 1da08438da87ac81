import { describe, expect, test } from 'vitest';
import { freePort } from '../../../sandbox/bot.ts';
import { until } from '../../harness/until.ts';
import { type Sample, sample, samplesIn } from '../../unit/telemetry/exposition.ts';
import { questions, selectorsIn } from '../../unit/telemetry/questions.ts';
import { once } from '../once.ts';
import { asks, card, registers } from '../play.ts';
import { transports, useStage } from '../stage.ts';

const port = String(await freePort());
const secret = 'the secret of a webhook in StackOne';

async function scrape(): Promise<{ page: string; samples: Sample[] }> {
  const reply = await fetch(`http://127.0.0.1:${port}/metrics`);
  expect(reply.headers.get('content-type')).toContain('text/plain');
  const page = await reply.text();
  return { page, samples: samplesIn(page) };
}

const acknowledged = 'greenroom_acknowledgement_duration_seconds_count';
const answered = [
  'greenroom_answer_duration_seconds_count',
  { surface: 'command', outcome: 'answered' },
] as const;
const calls = 'greenroom_outside_call_duration_seconds_count';

/** A name, its labels, and what it reaches at least (default: 1). */
type Counter = readonly [string, Record<string, string>, number?];
/** What is counted after a person has seen the answer, and by jobs. */
const counters: readonly Counter[] = [
  [...answered, 2],
  ['greenroom_delivery_wait_seconds_count', { outcome: 'shown' }],
  ['greenroom_job_duration_seconds_count', { task: 'probe_credentials', outcome: 'done' }],
  [calls, { host: 'slack', outcome: 'ok' }],
  [calls, { host: 'stackone', outcome: 'ok' }],
  [calls, { host: 'zoom', outcome: 'refused' }],
];

describe.each(transports)('what an operator sees over %s', (transport) => {
  const stage = useStage(transport, { env: { METRICS_PORT: port, STACKONE_WEBHOOK_SECRET: secret } });

  const counted = once(async () => {
    const ana = stage.person('ana');
    const { pairs } = await registers(stage, ana, { name: 'Counted' });
    await card(ana, 'Counted', /Passed:[^·\n]*credentials/);
    await asks(ana, '/zoom-app help', '/zoom-app register');
    const { page, samples } = await until(async () => {
      const seen = await scrape();
      const isThere = ([name, labels, atLeast = 1]: Counter) =>
        (sample(seen.samples, name, labels) ?? 0) >= atLeast;
      return counters.every(isThere) && seen;
    }, 'every part to be counted');
    const count = (name: string, labels: Record<string, string>) => sample(samples, name, labels);
    expect(count(acknowledged, { surface: 'command', outcome: 'in_time' })).toBe(2);
    expect(count(acknowledged, { surface: 'submit', outcome: 'in_time' })).toBeGreaterThanOrEqual(4);
    expect(count(acknowledged, { surface: 'command', outcome: 'late' })).toBe(0);
    expect(count(...answered)).toBe(2);
    expect(count('greenroom_slack_connected', {})).toBe(1);
    expect(count('greenroom_database_up', {})).toBe(1);
    expect(count('nodejs_eventloop_lag_p99_seconds', {})).toBeGreaterThan(0);

    for (const hidden of [pairs.Development.clientId, pairs.Development.clientSecret, secret])
      expect(page).not.toContain(hidden);
    expect(page).not.toMatch(/Counted|xox[bp]-|xapp-|\b[UCTDW][A-Z0-9]{6,}\b|[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  test('a person registers an app, and every part of it is counted where it happened', () => counted());

  test('an account that StackOne reports is noted, and counted', async () => {
    await counted();
    const { stackone } = stage.simulators;
    stackone.sendWebhooks({ url: `${stage.bot.url}/stackone/webhook`, secret });
    stackone.linkAccount(stackone.createProfile({}).id);
    expect(await stackone.sentWebhooks()).toMatchObject([{ event: 'account.created', status: 200 }]);
    const outcome = ['greenroom_stackone_webhooks_total', { outcome: 'accepted' }] as const;
    await until(async () => sample((await scrape()).samples, ...outcome) === 1, 'the webhook to be counted');
    expect(await stage.database.db.query('select name from account_event')).toEqual([
      { name: 'account.created' },
    ]);
  });

  test('the dashboard and the alert rules ask for nothing else', async () => {
    await counted();
    const names = new Set((await scrape()).samples.map(({ name }) => name));
    const asked = new Set(questions.flatMap(([, expr]) => selectorsIn(expr).map(({ name }) => name)));
    expect([...asked].filter((name) => !names.has(name))).toEqual([]);
  });

  test('the port that Slack reaches shows none of it', async () => {
    expect((await fetch(`${stage.bot.url}/metrics`)).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${port}/metrics`, { method: 'POST' })).status).toBe(404);
  });
});
