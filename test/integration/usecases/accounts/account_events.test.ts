import { describe, expect, test } from 'vitest';
import type { AccountEvent } from '../../../../src/core/accounts/account_event.ts';
import {
  beginAccountChecks,
  hurryAccountChecks,
  takeDueAccountChecks,
} from '../../../../src/store/checks/linked_accounts.ts';
import { lockStackOnePoll } from '../../../../src/store/profiles/stackone_polls.ts';
import { saveWorkspace } from '../../../../src/store/workspaces/workspaces.ts';
import { until } from '../../../harness/until.ts';
import { type Fixture, hour, minute, second, T1, useFixture } from '../fixture.ts';

const stage = useFixture();

const event = (changes: Partial<AccountEvent> = {}): AccountEvent => ({
  name: 'account.updated',
  accountId: 'acc 1',
  at: new Date('2026-03-02T09:00:00Z'),
  ...changes,
});
const note = (fixture: Fixture, events: readonly AccountEvent[], more = false) =>
  fixture.usecases.noteAccountEvents({ events, more });
const polls = async (fixture: Fixture) =>
  await fixture.database.db.query<{ run_at: Date }>(
    `select run_at from graphile_worker.jobs where task_identifier = 'poll_stackone'`,
  );

describe('a webhook about an account', () => {
  test('makes Greenroom read the accounts before they are due', async () => {
    const { fixture } = stage;
    const { environmentId, profileId } = await fixture.registerLive();
    await fixture.tick(2 * minute);
    fixture.stackone.linkAccount(profileId);
    fixture.pass(second);
    expect(await note(fixture, [event()])).toBe(1);
    await fixture.runJobs();
    expect(await fixture.check(environmentId, 'linked_account')).toMatchObject({ status: 'passed' });
  });

  test('is noted once, also when it comes again later or in another order', async () => {
    const { fixture } = stage;
    await fixture.registerLive();
    const [one, other] = [event(), event({ name: 'account.created' })];
    expect(await note(fixture, [one, other])).toBe(2);
    await fixture.runJobs();
    fixture.pass(hour);
    expect(await note(fixture, [other, one])).toBe(0);
    expect(await polls(fixture)).toHaveLength(0);
    expect(await note(fixture, [event({ at: new Date('2026-03-02T09:00:00.001Z') })])).toBe(1);
  });

  test('without a time is never taken for a repetition', async () => {
    const { fixture } = stage;
    await fixture.registerLive();
    for (let n = 0; n < 2; n += 1) expect(await note(fixture, [event({ at: null })])).toBe(1);
  });

  test('many of them are one poll, and those that were not kept count too', async () => {
    const { fixture } = stage;
    await fixture.registerLive();
    const before = fixture.stackone.requests.count('/connector_profiles');
    await note(fixture, [event()]);
    await fixture.runJobs();
    for (let n = 0; n < 20; n += 1) await note(fixture, [event({ accountId: `acc ${n}x` })], true);
    await fixture.runJobs();
    expect(fixture.stackone.requests.count('/connector_profiles')).toBe(before + 1);
    // The next is seconds away, and is one for all of them.
    expect(await polls(fixture)).toHaveLength(1);
    expect(await note(fixture, [], true)).toBe(0);
  });

  test('does not ask StackOne while it cools down', async () => {
    const { fixture } = stage;
    await fixture.registerLive();
    fixture.stackone.revokeKey(fixture.stackone.apiKey);
    await fixture.tick();
    const asked = fixture.stackone.requests.count();
    await note(fixture, [event()]);
    await fixture.runJobs();
    expect(fixture.stackone.requests.count()).toBe(asked);
  });

  test('waits for a poll that is being written down, which never waits for it', async () => {
    const { fixture } = stage;
    const { environmentId } = await fixture.registerLive();
    const { db } = fixture.database;
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    let noting = Promise.resolve(0);
    await db.tx(async (tx) => {
      await lockStackOnePoll(tx, T1);
      noting = note(fixture, [event()]);
      await until(async () => (await db.query(waiting)).length > 0);
      await beginAccountChecks(tx, T1, [environmentId]);
    });
    expect(await noting).toBe(1);
  });

  test('does not put other accounts before those that a person asked for', async () => {
    const { fixture } = stage;
    const { db } = fixture.database;
    const apps = [await fixture.registerLive('One'), await fixture.registerLive('Other')];
    for (const [n, { appId, environmentId }] of apps.entries()) {
      fixture.pass(minute);
      await note(fixture, [event({ accountId: `acc ${n}x` })]);
      await hurryAccountChecks(db, T1, appId);
      const now = fixture.ctx.clock.now();
      const due = await takeDueAccountChecks(db, T1, now, new Date(now.getTime() + minute), 1);
      expect(due).toMatchObject([{ environmentId }]);
    }
  });

  test('is nothing where no app is registered', async () => {
    const { fixture } = stage;
    for (let n = 0; n < 2; n += 1) expect(await note(fixture, [event()])).toBe(1);
    expect(await polls(fixture)).toHaveLength(0);
    expect(await fixture.database.db.query('select from account_event')).toEqual([]);
  });

  test('is for every workspace of the installation, which share the key', async () => {
    const { fixture } = stage;
    await saveWorkspace(fixture.database.db, { id: 'T0TWIN', name: 'Twin', botUserId: 'UBOT' }, new Date());
    await fixture.register();
    await fixture.register({ workspaceId: 'T0TWIN' });
    await fixture.runJobs();
    expect(await note(fixture, [event()])).toBe(1);
    expect(await polls(fixture)).toHaveLength(2);
  });

  test('is forgotten after a week', async () => {
    const { fixture } = stage;
    await fixture.registerLive();
    await note(fixture, [event()]);
    const count = async () => (await fixture.database.db.query('select from account_event')).length;
    await fixture.usecases.deleteNotedAccountEvents({ workspaceId: T1 });
    expect(await count()).toBe(1);
    fixture.pass(8 * 24 * hour);
    await fixture.usecases.deleteNotedAccountEvents({ workspaceId: T1 });
    expect(await count()).toBe(0);
  });
});
