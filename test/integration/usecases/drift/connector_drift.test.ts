import { describe, expect, test } from 'vitest';
import type { Message } from '../../../../src/core/deliveries/message.ts';
import { nextSnapshot } from '../../../../src/core/drift/connector_snapshot.ts';
import { openFindings } from '../../../../src/core/drift/drift_state.ts';
import type { StackOne } from '../../../../src/stackone/stackone.ts';
import { readDrifts } from '../../../../src/store/drift/app_drifts.ts';
import {
  readSnapshot,
  readSnapshots,
  saveSnapshot,
} from '../../../../src/store/drift/connector_snapshots.ts';
import { bindUseCases } from '../../../../src/usecases/bind_use_cases.ts';
import { driftMark } from '../../../../src/usecases/drift/accept_drift.ts';
import { ana, type Fixture, hour, minute, T1, useFixture, zoe } from '../fixture.ts';
import { anotherSession, consent } from '../proof/stage.ts';

const stage = useFixture();
const by = { workspaceId: T1 };
const day = 26 * hour;
const needed = 'meeting:write:meeting';

/** A day goes by, and the connector is looked at. */
async function nextDay({ pass, usecases }: Fixture): Promise<void> {
  pass(day);
  await usecases.checkConnector(by);
}

/** Looked at once, before anything changes. */
async function seen(fixture: Fixture): Promise<void> {
  await fixture.usecases.checkConnector(by);
  await nextDay(fixture);
  await said(fixture);
}

async function open({ database }: Fixture, appId: string) {
  const state = (await readDrifts(database.db, T1, [appId])).get(appId);
  return state === undefined ? [] : openFindings(state);
}

/** Direct messages about the connector since the last call, and whose cards are redrawn; all of it is sent then. */
async function said(fixture: Fixture) {
  const all = await fixture.notifications();
  await fixture.database.db.query("update delivery set state = 'sent'");
  const messages = all.flatMap(({ channel, message }) =>
    message?.kind === 'connector_drift' ? [{ to: channel, ...namesIn(message) }] : [],
  );
  return { messages, cards: all.flatMap(({ card, subjectId }) => (card === 'zoom_app' ? [subjectId] : [])) };
}

function namesIn({ groups, more }: Extract<Message, { kind: 'connector_drift' }>) {
  return {
    keys: groups.flatMap(({ findings }) => findings.map(({ key }) => key)),
    since: groups.flatMap(({ findings }) => findings.flatMap((one) => ('since' in one ? [one.since] : []))),
    apps: groups.flatMap(({ apps }) => apps.map(({ name }) => name)),
    more: more + groups.reduce((sum, { moreApps }) => sum + moreApps, 0),
  };
}

describe('a new version of the connector that needs another scope', () => {
  test('is a finding of the app and one message to its owners, once, and gone when the scope is declared', async () => {
    const { fixture } = stage;
    const { appId, environmentId } = await fixture.registerLive();
    await seen(fixture);
    fixture.stackone.releaseConnector({ version: '2.0.0', connectorScopes: [needed] });
    await nextDay(fixture);
    const key = `${needed}:admin`;
    expect(await open(fixture, appId)).toMatchObject([
      { kind: 'scope', key, since: '2.0.0', connector: true },
    ]);
    const first = await said(fixture);
    expect(first.messages).toEqual([
      { to: ana, keys: [key], since: ['2.0.0'], apps: ['Acme Zoom'], more: 0 },
    ]);
    expect(first.cards).toContain(appId);

    for (let days = 0; days < 3; days += 1) await nextDay(fixture);
    await bindUseCases(fixture.ctx).compareApps(by);
    expect((await said(fixture)).messages).toEqual([]);
    expect((await fixture.environment(environmentId)).stage).toBe('live');
    expect((await fixture.check(environmentId, 'scopes')).status).toBe('passed');

    const card = await fixture.usecases.readCard({ ...by, appId });
    const { version, scopes } = card?.app ?? { version: 0, scopes: [] };
    const changes = { scopes: [...scopes.map(({ scope }) => scope), key] };
    expect((await fixture.usecases.editZoomApp({ ...by, actor: ana, appId, version, changes })).ok).toBe(
      true,
    );
    expect(await open(fixture, appId)).toEqual([]);
    await nextDay(fixture);
    expect((await said(fixture)).messages).toEqual([]);
    expect((await fixture.events(appId)).filter(({ kind }) => kind === 'drift_found')).toHaveLength(1);
  });

  test('is accepted by an owner only, with who and when in the history, until the set grows', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register();
    await seen(fixture);
    fixture.stackone.releaseConnector({ version: '2.0.0', connectorScopes: [needed] });
    await nextDay(fixture);
    const mark = driftMark(await open(fixture, appId));
    const accepting = (actor: string, what = mark) =>
      fixture.usecases.acceptDrift({ ...by, actor, appId, mark: what });
    expect(await accepting(zoe)).toEqual({ ok: false, error: 'not_owner' });
    expect(await accepting(ana, 'of something else')).toEqual({ ok: false, error: 'changed' });
    expect(await Promise.all([accepting(ana), accepting(ana)])).toEqual([
      { ok: true, value: undefined },
      { ok: true, value: undefined },
    ]);
    expect(await open(fixture, appId)).toEqual([]);
    const accepted = (await fixture.events(appId)).filter(({ kind }) => kind === 'drift_accepted');
    expect(accepted).toMatchObject([
      { actor: ana, at: fixture.ctx.clock.now(), detail: { scopes: [`${needed}:admin`], version: '2.0.0' } },
    ]);
    await said(fixture);
    fixture.stackone.releaseConnector({ version: '2.0.1' });
    await nextDay(fixture);
    expect(await said(fixture)).toEqual({ messages: [], cards: [] });
    fixture.stackone.releaseConnector({
      version: '3.0.0',
      connectorScopes: [needed, 'meeting:delete:meeting'],
    });
    await nextDay(fixture);
    expect((await open(fixture, appId)).map(({ key }) => key)).toEqual(['meeting:delete:meeting:admin']);
    expect((await said(fixture)).messages).toMatchObject([
      { keys: ['meeting:delete:meeting:admin'], since: ['3.0.0'] },
    ]);
  });

  test('is on the card of an app that is registered after it, of which nobody is notified later', async () => {
    const { fixture } = stage;
    await fixture.register();
    await seen(fixture);
    fixture.stackone.releaseConnector({ version: '2.0.0', connectorScopes: [needed] });
    await nextDay(fixture);
    const { appId } = await fixture.register({ name: 'Later' });
    expect((await open(fixture, appId)).map(({ key }) => key)).toEqual([`${needed}:admin`]);
    await said(fixture);
    fixture.stackone.setConnectorScopes([needed, 'meeting:delete:meeting']);
    await nextDay(fixture);
    expect((await said(fixture)).messages).toMatchObject([
      { keys: ['meeting:delete:meeting:admin'], apps: ['Acme Zoom', 'Later'] },
    ]);
  });

  test('is one message for a person with many apps, also when the process dies between two batches', async () => {
    const { fixture } = stage;
    await fixture.register();
    await manyApps(fixture, 350);
    await seen(fixture);
    fixture.stackone.releaseConnector({ version: '2.0.0', connectorScopes: [needed] });
    fixture.pass(day);
    let runs = 0;
    const { db } = fixture.ctx;
    const tx: typeof db.tx = (work) => {
      runs += 1;
      return runs < 4 ? db.tx(work) : Promise.reject(new Error('the process died'));
    };
    const dying = bindUseCases({ ...fixture.ctx, db: { ...db, tx } });
    await expect(dying.checkConnector(by)).rejects.toThrow('the process died');
    await Promise.all([fixture.usecases.compareApps(by), bindUseCases(fixture.ctx).compareApps(by)]);
    const { messages } = await said(fixture);
    expect(messages.map(({ to }) => to)).toEqual([ana]);
    expect(messages[0]?.apps).toHaveLength(10);
    expect(messages[0]?.more).toBe(341);
  });
});

/** Of Ana's, beside those that were registered. */
async function manyApps({ database: { db } }: Fixture, count: number): Promise<void> {
  await db.query(
    `with added as (
       insert into zoom_app (workspace_id, id, name, name_key, management_type, channel_id, created_by, updated_by, created_at, updated_at)
       select $1, gen_random_uuid(), 'App ' || n, 'app ' || n, 'admin', 'C1', 'U', 'U', now(), now()
       from generate_series(1, $2) n returning id)
     insert into zoom_app_owner (workspace_id, zoom_app_id, user_id) select $1, id, $3 from added`,
    [T1, count, ana],
  );
}

describe('a list that cannot be believed', () => {
  const lists = [
    'unreadable_row',
    'emptied',
    'empty_with_total',
    'repeating_page',
    'no_rows',
    'html',
    'row_without_key',
  ] as const;
  test.each(lists)('says neither that something is new nor that it is gone: %s', async (odd) => {
    const { fixture } = stage;
    const { appId } = await fixture.register({ needs: ['action zoom_get_user'] });
    await seen(fixture);
    fixture.stackone.listOddly(odd, '/actions');
    // A cursor that comes again needs a second page.
    if (odd === 'repeating_page')
      fixture.stackone.setActions(
        Array.from({ length: 60 }, (_, n) => ({
          connector: 'zoom',
          id: `zoom_${n}`,
          label: '',
          description: '',
          scopes: [],
        })),
      );
    fixture.stackone.setConnectorScopes([needed]);
    await nextDay(fixture);
    expect(await open(fixture, appId)).toEqual([]);
    expect((await said(fixture)).messages).toEqual([]);
    expect(await readSnapshots(fixture.database.db, T1)).toHaveLength(1);
  });

  test('that answers two things in a row is not believed either', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register();
    await seen(fixture);
    let answers = 0;
    fixture.stackone.beforeAnswer((path) => {
      if (path !== '/actions') return;
      answers += 1;
      fixture.stackone.setConnectorScopes(answers % 2 === 1 ? [needed] : []);
    });
    await nextDay(fixture);
    expect(answers).toBeGreaterThan(1);
    expect(await open(fixture, appId)).toEqual([]);
    expect((await said(fixture)).messages).toEqual([]);
  });

  test('that changes from day to day is announced once', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register();
    await seen(fixture);
    const messages: number[] = [];
    for (let days = 0; days < 6; days += 1) {
      fixture.stackone.setConnectorScopes(days % 2 === 0 ? [needed] : []);
      await nextDay(fixture);
      expect(await open(fixture, appId)).toHaveLength(days % 2 === 0 ? 1 : 0);
      messages.push((await said(fixture)).messages.length);
    }
    expect(messages).toEqual([1, 0, 0, 0, 0, 0]);
    expect((await fixture.events(appId)).filter(({ kind }) => kind === 'drift_found')).toHaveLength(1);
  });
});

describe('a breaking version without new scopes', () => {
  test('says that linked accounts may have to authorise again, to owners of apps with a profile', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.registerLive();
    const other = await fixture.register({ name: 'No profile yet' });
    await seen(fixture);
    fixture.stackone.releaseConnector({ version: '2.0.0' });
    await fixture.tick();
    await nextDay(fixture);
    expect(await open(fixture, appId)).toMatchObject([{ kind: 'breaking', from: '1.0.0', to: '2.0.0' }]);
    expect(await open(fixture, other.appId)).toEqual([]);
    expect((await said(fixture)).messages).toMatchObject([{ to: ana, apps: ['Acme Zoom'] }]);
  });

  test('ends with a consent through the profile, and comes back with the next such version', async () => {
    const { fixture } = stage;
    const { appId, environmentId } = await fixture.registerLive();
    await seen(fixture);
    fixture.stackone.releaseConnector({ version: '2.0.0' });
    await fixture.tick();
    await nextDay(fixture);
    expect(await open(fixture, appId)).toMatchObject([{ kind: 'breaking', to: '2.0.0' }]);
    await said(fixture);
    const { stackoneId } = await anotherSession(fixture, environmentId);
    await consent(fixture, stackoneId);
    expect(await open(fixture, appId)).toEqual([]);
    expect((await said(fixture)).cards).toContain(appId);
    fixture.stackone.releaseConnector({ version: '3.0.0' });
    await fixture.tick();
    await nextDay(fixture);
    expect(await open(fixture, appId)).toMatchObject([{ kind: 'breaking', to: '3.0.0' }]);
    expect((await said(fixture)).messages).toHaveLength(1);
  });

  test('is left for the next comparison to announce where a consent comes before it', async () => {
    const { fixture } = stage;
    const { appId, environmentId } = await fixture.registerLive();
    await seen(fixture);
    const { stackoneId } = await anotherSession(fixture, environmentId);
    // As after a crash between the list and the comparison.
    const before = await readSnapshot(fixture.database.db, T1);
    const listed = {
      version: '2.0.0',
      profileVersion: null,
      scopes: [needed],
      actions: [],
      inclusions: null,
    };
    await saveSnapshot(fixture.database.db, T1, nextSnapshot(before, listed, fixture.ctx.clock.now()));
    await consent(fixture, stackoneId);
    expect((await said(fixture)).messages).toEqual([]);
    await fixture.usecases.compareApps(by);
    expect(await open(fixture, appId)).toMatchObject([{ kind: 'scope' }]);
    expect((await said(fixture)).messages).toHaveLength(1);
  });

  test.each(['1.1.0', 'next', '0.9.0'])('is none in version %s', async (version) => {
    const { fixture } = stage;
    const { appId } = await fixture.registerLive();
    await seen(fixture);
    fixture.stackone.releaseConnector({ version });
    await fixture.tick();
    await nextDay(fixture);
    expect(await open(fixture, appId)).toEqual([]);
  });
});

describe('a pinned profile', () => {
  test('that falls behind is a line with both versions, and nobody is notified before the pin is moved', async () => {
    const { fixture } = stage;
    const { appId, profileId } = await fixture.registerLive();
    await seen(fixture);
    fixture.stackone.pinProfile(profileId, '1.0.0');
    fixture.stackone.releaseConnector({ version: '2.0.0', connectorScopes: [needed] });
    await fixture.tick();
    await nextDay(fixture);
    expect(await open(fixture, appId)).toMatchObject([
      { kind: 'scope' },
      { kind: 'pinned', pinned: '1.0.0', newest: '2.0.0', behind: true },
    ]);
    expect((await said(fixture)).messages).toEqual([]);
    fixture.stackone.pinProfile(profileId, null);
    await fixture.tick();
    await nextDay(fixture);
    expect(await open(fixture, appId)).toMatchObject([{ kind: 'scope' }]);
    expect((await said(fixture)).messages).toHaveLength(1);
  });
});

describe('many pinned profiles', () => {
  test('are listed a hundred a day, and each of them within days', async () => {
    const { fixture } = stage;
    await fixture.registerLive();
    const { db } = fixture.database;
    await db.query(
      `insert into connector_profile (workspace_id, id, name, active, first_seen_at, pinned_version)
       select $1, 'pinned-' || n, 'Pinned', true, $2, '1.0.0' from generate_series(1, 150) n`,
      [T1, fixture.ctx.clock.now()],
    );
    const asked: string[] = [];
    const listConnectorVersions: StackOne['listConnectorVersions'] = async (id) => {
      asked.push(id);
      const versions = [{ version: '2.0.0', owner: null, builtin: null, pinned: false }];
      return { kind: 'versions', versions, fetchedAt: fixture.ctx.clock.now() };
    };
    const stackone = { ...fixture.ctx.stackone, listConnectorVersions };
    const usecases = bindUseCases({ ...fixture.ctx, stackone });
    await usecases.checkConnector(by);
    for (let days = 0; days < 3; days += 1) {
      asked.length = 0;
      fixture.pass(day);
      await usecases.checkConnector(by);
      expect(asked).toHaveLength(100);
    }
    const unasked = await db.query(
      'select id from connector_profile where pinned_version is not null and newest_version is null',
    );
    expect(unasked).toEqual([]);
  });
});

describe('what an app is compared with', () => {
  test('are the scopes of its recorded actions; without any only those of the connector itself', async () => {
    const { fixture } = stage;
    const without = await fixture.register({ name: 'Without' });
    const { appId } = await fixture.register({
      name: 'With',
      needs: ['action zoom_delete_meeting', 'GET /users'],
    });
    await seen(fixture);
    expect(await open(fixture, without.appId)).toEqual([]);
    expect(await open(fixture, appId)).toMatchObject([
      { key: 'meeting:delete:meeting:admin', connector: false, actions: ['zoom_delete_meeting'] },
    ]);
    const drift = async (id: string) =>
      (await fixture.usecases.readCard({ ...by, appId: id }))?.drift.connector;
    expect([await drift(without.appId), await drift(appId)]).toEqual(['no_actions', 'compared']);
  });

  test('says since when it is stale, once StackOne gives no list any more', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register();
    await seen(fixture);
    const at = fixture.ctx.clock.now();
    expect((await fixture.usecases.readCard({ ...by, appId }))?.drift.staleSince).toBeNull();
    fixture.stackone.actionsNeed('actions:execute');
    await nextDay(fixture);
    expect((await fixture.usecases.readCard({ ...by, appId }))?.drift.staleSince).toEqual(at);
  });

  test('is not available to a key that may not list actions; profiles are polled all the same', async () => {
    const { fixture } = stage;
    fixture.stackone.actionsNeed('actions:execute');
    const { appId, environmentId } = await fixture.registerLive();
    await nextDay(fixture);
    const card = await fixture.usecases.readCard({ ...by, appId });
    expect(card?.drift).toEqual({ open: [], connector: 'not_available' });
    expect((await fixture.check(environmentId, 'connector_profile')).status).toBe('passed');
    expect((await said(fixture)).messages).toEqual([]);
  });
});

describe('the look at the connector', () => {
  const asked = ({ stackone }: Fixture) => stackone.requests.count('/actions');

  test('is taken once a day for a workspace, whatever the number of replicas', async () => {
    const { fixture } = stage;
    await fixture.register();
    fixture.pass(11 * minute);
    await fixture.usecases.checkConnector(by);
    fixture.pass(11 * minute);
    const many = Array.from({ length: 5 }, () => bindUseCases(fixture.ctx).checkConnector(by));
    await Promise.all([...many, fixture.usecases.checkConnector(by)]);
    expect(asked(fixture)).toBe(1);
    fixture.pass(22 * hour);
    await fixture.usecases.checkConnector(by);
    expect(asked(fixture)).toBe(1);
    fixture.pass(4 * hour);
    await fixture.usecases.checkConnector(by);
    expect(asked(fixture)).toBe(2);
  });

  test('follows "Check now" at most once an hour, and a clock that was set back does not stop it', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register();
    await fixture.runJobs();
    const checkNow = async () => {
      fixture.pass(5 * minute);
      await fixture.usecases.checkNow({ ...by, actor: zoe, appId });
      await fixture.runJobs();
    };
    for (let presses = 0; presses < 4; presses += 1) await checkNow();
    expect(asked(fixture)).toBe(1);
    fixture.pass(hour);
    await checkNow();
    expect(asked(fixture)).toBe(2);
    fixture.pass(-30 * day);
    await checkNow();
    expect(asked(fixture)).toBe(3);
    fixture.pass(minute);
    await fixture.usecases.checkConnector(by);
    expect(asked(fixture)).toBe(3);
  });

  test('counts although a list of a time still to come was recorded', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register();
    await seen(fixture);
    fixture.pass(400 * day);
    fixture.stackone.setConnectorScopes([needed]);
    await fixture.usecases.checkConnector(by);
    fixture.pass(-400 * day);
    fixture.stackone.setConnectorScopes([needed, 'meeting:delete:meeting']);
    await nextDay(fixture);
    expect(await open(fixture, appId)).toHaveLength(2);
    const [newest] = await readSnapshots(fixture.database.db, T1);
    expect(newest?.takenAt).toEqual(fixture.ctx.clock.now());
  });

  test('ends while another comparison, with something else, keeps beginning', async () => {
    const { fixture } = stage;
    await fixture.register();
    await manyApps(fixture, 350);
    const { db } = fixture.ctx;
    let pages = 0;
    const tx: typeof db.tx = async (work) => {
      pages += 1;
      // What a replica with another catalogue does.
      await fixture.database.db.query("update connector_poll set compared = 'other', compared_up_to = null");
      return db.tx(work);
    };
    await bindUseCases({ ...fixture.ctx, db: { ...db, tx } }).compareApps(by);
    expect(pages).toBe(2);
  });

  test('is not taken without an app', async () => {
    const { fixture } = stage;
    await fixture.usecases.checkConnector(by);
    fixture.pass(day);
    await fixture.usecases.checkConnector(by);
    expect(asked(fixture)).toBe(0);
  });
});

describe('a newer catalogue', () => {
  test('that refuses a declared scope is a finding of the same kind, and silent once it is accepted', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register();
    const { db } = fixture.database;
    await db.query(`update zoom_app_scope set scope = 'user:read:user' where scope = 'user:read:user:admin'`);
    await fixture.usecases.reviewScopes(by);
    await fixture.usecases.compareApps(by);
    const found = await open(fixture, appId);
    expect(found).toMatchObject([{ kind: 'refused', scope: 'user:read:user' }]);
    expect(await fixture.words()).not.toContain('channel: connector_drift');
    await fixture.usecases.acceptDrift({ ...by, actor: ana, appId, mark: driftMark(found) });
    await db.query(`update scope_review set catalogue = '2020-01.000001'`);
    await fixture.notifications();
    await fixture.usecases.reviewScopes(by);
    expect(await fixture.words()).toEqual([]);
  });
});
