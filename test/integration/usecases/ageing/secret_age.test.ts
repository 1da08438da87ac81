import { describe, expect, test } from 'vitest';
import { noSecretAge } from '../../../../src/core/credentials/secret_age.ts';
import type { Message } from '../../../../src/core/deliveries/message.ts';
import { Secret } from '../../../../src/core/secrets/secret.ts';
import { ana, type Fixture, hour, type Pair, second, T1, useFixture, zoe } from '../fixture.ts';

const stage = useFixture();
const day = 24 * hour;

/** What ana was reminded of, message by message, and as if Slack had taken them. */
async function reminded(fixture: Fixture): Promise<string[][]> {
  const rows = await fixture.database.db.query<{ message: Extract<Message, { kind: 'secrets_due' }> }>(
    `update delivery set state = 'sent', message_ts = '1.1', sent_at = created_at
     where workspace_id = $1 and channel_id = $2 and topic = 'secrets_due' and state = 'queued' returning message`,
    [T1, ana],
  );
  return rows.map(({ message }) =>
    message.secrets.map(({ about, reminder }) => `${about.appName} ${reminder}`),
  );
}

const setDate = (fixture: Fixture, environmentId: string, renewalAt: Date | null, actor = ana) =>
  fixture.usecases.setSecretRenewal({ workspaceId: T1, actor, environmentId, renewalAt });

const replace = (fixture: Fixture, environmentId: string, { clientId, clientSecret }: Pair) =>
  fixture.usecases.replaceCredentials({
    ...{ workspaceId: T1, actor: ana, environmentId },
    ...{ clientId, secret: new Secret(clientSecret) },
  });

test('a date of renewal reminds its owners, several apps in one message, and is overdue once', async () => {
  const { fixture } = stage;
  const renewalAt = new Date(fixture.ctx.clock.now().getTime() + 40 * day);
  for (const name of ['Acme', 'Billing']) {
    const { environments } = await fixture.register({ name });
    expect(await setDate(fixture, environments.development, renewalAt, zoe)).toEqual({
      ok: false,
      error: 'not_owner',
    });
    expect(await setDate(fixture, environments.development, renewalAt)).toMatchObject({ ok: true });
  }
  await fixture.tick(9 * day);
  expect(await reminded(fixture)).toEqual([]);
  await fixture.tick(2 * day);
  expect((await reminded(fixture)).map((one) => one.sort())).toEqual([['Acme renew', 'Billing renew']]);
  await fixture.tick(day);
  expect(await reminded(fixture)).toEqual([]);
  await fixture.tick(30 * day);
  expect((await reminded(fixture)).map((one) => one.sort())).toEqual([['Acme overdue', 'Billing overdue']]);
  await fixture.tick(100 * day);
  expect(await reminded(fixture)).toEqual([]);
});

test('after a rotation the profile is asked about until somebody says that it holds the new secret', async () => {
  const { fixture } = stage;
  const { environmentId, appId } = await fixture.registerLive('Acme');
  await replace(fixture, environmentId, fixture.zoom.addApp());
  expect((await fixture.environment(environmentId)).secretAge).toEqual(noSecretAge);
  await fixture.runJobs();
  const { secretAge } = await fixture.environment(environmentId);
  const replacedAt = fixture.ctx.clock.now();
  expect(secretAge).toEqual({ renewalAt: null, replacedAt });
  await fixture.tick(24 * day);
  expect(await reminded(fixture)).toEqual([['Acme profile']]);
  const said = { workspaceId: T1, actor: zoe, environmentId };
  expect(await fixture.usecases.confirmProfileSecret({ ...said, replacedAt: new Date(0) })).toMatchObject({
    value: { changed: false },
  });
  expect(await fixture.usecases.confirmProfileSecret({ ...said, replacedAt })).toMatchObject({
    value: { changed: true },
  });
  expect((await fixture.environment(environmentId)).secretAge).toEqual(noSecretAge);
  expect((await fixture.events(appId)).map(({ kind, actor }) => `${kind} ${actor}`)).toContain(
    `profile_secret_replaced ${zoe}`,
  );
  await fixture.tick(30 * day);
  expect(await reminded(fixture)).toEqual([]);
});

test('without a profile there is nothing that could hold the old secret', async () => {
  const { fixture } = stage;
  const { environments } = await fixture.register();
  const environmentId = environments.development;
  await replace(fixture, environmentId, fixture.zoom.addApp());
  await fixture.runJobs();
  expect((await fixture.environment(environmentId)).secretAge).toEqual(noSecretAge);
});

describe('the date of renewal stays, and nobody is asked about the profile,', () => {
  test.each([
    ['when Zoom refuses the new pair', (pair: Pair) => ({ ...pair, clientSecret: 'mistyped' })],
    ['when the pair in use is typed again', (pair: Pair) => pair],
  ])('%s', async (_, typed) => {
    const { fixture } = stage;
    const { environmentId, pairs } = await fixture.registerLive();
    const renewalAt = new Date(fixture.ctx.clock.now().getTime() + 400 * day);
    await setDate(fixture, environmentId, renewalAt);
    await replace(fixture, environmentId, typed(pairs.development));
    fixture.pass(second);
    await fixture.runJobs();
    expect(await fixture.environment(environmentId)).toMatchObject({
      secretAge: { renewalAt, replacedAt: null },
      pendingClientId: null,
    });
    expect(await fixture.check(environmentId, 'credentials')).toMatchObject({ status: 'passed' });
  });

  test('when a secret is given for the first time: it may be the one in the profile', async () => {
    const { fixture } = stage;
    const { environments, pairs } = await fixture.register({ keepsSecret: ['development'], secretsFor: [] });
    const environmentId = environments.development;
    await fixture.tick();
    fixture.pass(second);
    fixture.stackone.createProfile({ name: 'Acme Zoom' });
    await fixture.tick();
    expect(await fixture.check(environmentId, 'connector_profile')).toMatchObject({ status: 'passed' });
    await replace(fixture, environmentId, pairs.development);
    await fixture.runJobs();
    expect(await fixture.check(environmentId, 'credentials')).toMatchObject({ status: 'passed' });
    expect((await fixture.environment(environmentId)).secretAge).toEqual(noSecretAge);
  });
});
