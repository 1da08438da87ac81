import { expect, test } from 'vitest';
import type { Message } from '../../../../src/core/deliveries/message.ts';
import type { AskedAgain } from '../../../../src/core/deliveries/messages/personal_message.ts';
import { ana, type Fixture, hour, minute, T1, useFixture, zoe } from '../fixture.ts';

const stage = useFixture();
const day = 24 * hour;
type StillSo = Extract<Message, { kind: 'still_so' }>;

/** What a person is asked, in the messages that wait or were sent, oldest first. */
async function askedOf(fixture: Fixture, userId: string): Promise<StillSo[]> {
  const rows = await fixture.database.db.query<{ message: StillSo }>(
    `select message from delivery where workspace_id = $1 and channel_id = $2 and topic = 'still_so' and state <> 'dropped'
     order by seq`,
    [T1, userId],
  );
  return rows.map(({ message }) => message);
}

const subject = ({ about, check }: AskedAgain) => `${about.appName} ${about.environment} ${check}`;

/** As if Slack had taken everything that waits. */
const sent = (fixture: Fixture) =>
  fixture.database.db.query(
    "update delivery set state = 'sent', message_ts = '1.1', sent_at = created_at where workspace_id = $1 and state = 'queued'",
    [T1],
  );

async function answers(fixture: Fixture, asked: AskedAgain, actor = zoe) {
  const { about, check: what, mark } = asked;
  const { environmentId } = about;
  return fixture.usecases.attest({ workspaceId: T1, actor, environmentId, what, mark, again: true });
}

test('owners are asked a week before the end and a day before it, once each, about all of their apps', async () => {
  const { fixture } = stage;
  const apps = ['Acme Zoom', 'Billing', 'Calendar'];
  for (const name of apps) await fixture.registerLive(name);
  await fixture.tick(82 * day);
  expect(await askedOf(fixture, ana)).toEqual([]);
  await fixture.tick(day);
  const [week, ...others] = await askedOf(fixture, ana);
  expect(others).toEqual([]);
  expect(week?.asked.map(subject).sort()).toEqual(
    apps.flatMap((name) => [`${name} development redirect`, `${name} development test_status`]).sort(),
  );
  expect(week?.more).toBe(0);
  await sent(fixture);
  for (const wait of [minute, day, 4 * day]) await fixture.tick(wait);
  expect(await askedOf(fixture, ana)).toHaveLength(1);
  await fixture.tick(36 * hour);
  expect(await askedOf(fixture, ana)).toHaveLength(2);
  await sent(fixture);
  await fixture.tick(30 * day);
  expect(await askedOf(fixture, ana)).toHaveLength(2);
});

test('more apps than fit are counted, in one message', async () => {
  const { fixture } = stage;
  for (let number = 1; number <= 7; number += 1) await fixture.registerLive(`App ${number}`);
  await fixture.tick(84 * day);
  const messages = await askedOf(fixture, ana);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatchObject({ more: 4 });
  expect(messages[0]?.asked).toHaveLength(10);
});

test('sweeps of two replicas at once ask once', async () => {
  const { fixture } = stage;
  await fixture.registerLive();
  fixture.pass(84 * day);
  await Promise.all([1, 2, 3].map(() => fixture.usecases.sweep({ workspaceId: T1 })));
  const messages = await askedOf(fixture, ana);
  expect(messages).toHaveLength(1);
  expect(messages[0]?.asked).toHaveLength(2);
});

test('an answer, whoever gives it, is shown in the message that asked', async () => {
  const { fixture } = stage;
  await fixture.registerLive();
  await fixture.tick(84 * day);
  await sent(fixture);
  const [message] = await askedOf(fixture, ana);
  const redirect = message?.asked.find(({ check }) => check === 'redirect');
  if (redirect === undefined) throw new Error('the redirect URL is not asked about');
  expect(await answers(fixture, redirect)).toMatchObject({ value: { changed: true } });
  const edited = (await askedOf(fixture, ana)).at(-1);
  expect(edited?.asked.find(({ check }) => check === 'redirect')?.answered).toEqual({ by: zoe, isSo: true });
  expect(edited?.asked.find(({ check }) => check === 'test_status')?.answered).toBe(undefined);
  // The same button again, as by an owner who has the older message open.
  expect(await answers(fixture, redirect, ana)).toMatchObject({ value: { changed: false } });
});

test('that it is not so any more is a regression, which people hear about', async () => {
  const { fixture } = stage;
  const { environmentId } = await fixture.registerLive();
  await fixture.tick(84 * day);
  await sent(fixture);
  const [message] = await askedOf(fixture, ana);
  const mark = message?.asked.find(({ check }) => check === 'redirect')?.mark;
  await fixture.words();
  const press = { workspaceId: T1, actor: zoe, environmentId, mark };
  expect(await fixture.usecases.withdrawRedirect(press)).toMatchObject({ value: { changed: true } });
  expect(await fixture.words()).toContain('channel: regressed');
  expect(await fixture.check(environmentId, 'redirect')).toMatchObject({
    reason: 'withdrawn',
    attestedBy: zoe,
  });
  expect((await askedOf(fixture, ana)).at(-1)?.asked.find(({ check }) => check === 'redirect')).toMatchObject(
    {
      answered: { by: zoe, isSo: false },
    },
  );
  expect(await fixture.usecases.withdrawRedirect(press)).toMatchObject({ value: { changed: false } });
  await fixture.usecases.attest({ workspaceId: T1, actor: ana, environmentId, what: 'redirect' });
  expect(await fixture.words()).toContain('channel: recovered');
});

test('a Beta link ends four weeks after it was shared, and publishing ends what was said of Local Test', async () => {
  const { fixture } = stage;
  const { environments } = await fixture.register({ environments: ['development', 'production'] });
  const say = { workspaceId: T1, actor: zoe, what: 'test_status' } as const;
  await fixture.usecases.attest({ ...say, environmentId: environments.development });
  const shared = {
    at: new Date(fixture.ctx.clock.now().getTime() - 3 * day).toISOString(),
    extension: 1,
  } as const;
  await fixture.usecases.attest({ ...say, environmentId: environments.production, shared });
  const link = await fixture.check(environments.production, 'test_status');
  expect(link.expiresAt).toEqual(new Date(new Date(shared.at).getTime() + 28 * day));
  expect(link.detail).toEqual({ shared });
  await fixture.tick(26 * day);
  expect(await fixture.check(environments.production, 'test_status')).toMatchObject({
    status: 'unknown',
    reason: 'attestation_expired',
  });
  expect((await fixture.check(environments.development, 'test_status')).status).toBe('passed');
  await fixture.usecases.attest({ ...say, environmentId: environments.production, published: true });
  const now = fixture.ctx.clock.now();
  expect(await fixture.check(environments.production, 'test_status')).toMatchObject({
    status: 'passed',
    detail: { published: now.toISOString() },
    expiresAt: new Date(now.getTime() + 90 * day),
  });
  expect(await fixture.check(environments.development, 'test_status')).toMatchObject({
    status: 'unknown',
    reason: 'attestation_expired',
    attestedBy: zoe,
  });
});
