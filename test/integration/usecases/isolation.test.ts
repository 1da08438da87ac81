import { beforeEach, describe, expect, test } from 'vitest';
import { Secret } from '../../../src/core/secrets/secret.ts';
import { readQuestion } from '../../../src/store/profiles/profile_questions.ts';
import { saveWorkspace } from '../../../src/store/workspaces/workspaces.ts';
import { deleteApp } from '../../../src/usecases/archive/delete_app.ts';
import { offerMark } from '../../../src/usecases/profiles/dismiss_profile.ts';
import { ana, draft, type Fixture, hour, minute, T1, useFixture, zoe } from './fixture.ts';

const stage = useFixture();
const T2 = 'T0TWIN';
const T3 = 'T0EMPTY';

/** In the order of their foreign keys. */
const tables = [
  'zoom_app',
  'zoom_app_owner',
  'zoom_app_scope',
  'environment',
  'readiness_check',
  'connector_profile',
  'connector_profile_rejection',
  'profile_question',
  'stackone_poll',
  'event',
  'watch',
  'card',
  'delivery',
  'draft',
  'draft_secret',
  'takeover',
  'owner_contact',
  'regression',
  'regression_notice',
  'turn',
  'nudge',
  'digest',
  'workspace_watch',
  'introduction',
];

interface Ids {
  readonly appId: string;
  readonly environmentId: string;
  readonly waitingId: string;
  readonly profileId: string;
  readonly strayId: string;
  readonly questionId: string;
  readonly draftId: string;
  readonly takeoverId: string;
  /** Of an app whose profile was disabled. */
  readonly regressionId: string;
  readonly brokenId: string;
}

let ids: Ids;

/** A busy workspace, its twin with the very same ids and other names, and an empty one. */
beforeEach(async () => {
  const { fixture } = stage;
  const live = await fixture.registerLive();
  const waits = await fixture.register({ name: 'Waits', environments: ['development', 'production'] });
  await fixture.tick();
  const stray = fixture.stackone.createProfile({ name: 'Stray' });
  await fixture.tick();
  await fixture.usecases.reportNotReady({
    workspaceId: T1,
    actor: zoe,
    environmentId: waits.environments.development,
    missing: ['links'],
    note: '',
  });
  const { usecases } = fixture;
  const broken = await fixture.registerLive('Broken');
  fixture.stackone.disableProfile(broken.profileId);
  await fixture.tick();
  const { draftId } = await draft(fixture, { name: 'Half done' });
  const asked = await usecases.askTakeover({
    workspaceId: T1,
    actor: zoe,
    appId: waits.appId,
    channelId: 'C1',
  });
  await usecases.setWatch({ workspaceId: T1, actor: zoe, channelId: 'C2', appId: live.appId, level: 'all' });
  await usecases.setWatch({ workspaceId: T1, actor: zoe, channelId: 'C2', appId: null, level: 'all' });
  await usecases.setDigest({ workspaceId: T1, actor: zoe, channelId: 'C2', on: true });
  await usecases.introduceInChannel({ workspaceId: T1, channelId: 'C1', invitedBy: zoe });
  const { db } = fixture.database;
  const [question] = await db.query<{ id: string }>('select id from profile_question');
  const [regression] = await db.query<{ id: string }>('select id from regression');
  for (const id of [T2, T3])
    await saveWorkspace(db, { id, name: id, botUserId: 'UBOT' }, fixture.ctx.clock.now());
  for (const table of tables) await copy(fixture, table);
  await db.query(`update zoom_app set name = 'Leak ' || name, purpose = 'Leak' where workspace_id = $1`, [
    T2,
  ]);
  await db.query(`update connector_profile set name = 'Leak ' || name where workspace_id = $1`, [T2]);
  await db.query(`update zoom_app_owner set user_id = 'ULEAK' where workspace_id = $1`, [T2]);
  await db.query(`update watch set channel_id = 'CLEAK' || channel_id where workspace_id = $1`, [T2]);
  await db.query(`update environment set client_id = 'Leak' where workspace_id = $1`, [T2]);
  await db.query(
    `update readiness_check set attested_by = 'ULEAK' where workspace_id = $1 and attested_by is not null`,
    [T2],
  );
  await db.query(`update draft set answers = '{"name": "Leak"}' where workspace_id = $1`, [T2]);
  await db.query(`update delivery set state = 'dropped', trouble = 'Leak' where workspace_id = $1`, [T2]);
  ids = {
    appId: live.appId,
    environmentId: live.environmentId,
    waitingId: waits.environments.production,
    profileId: live.profileId,
    strayId: stray.id,
    questionId: question?.id ?? '',
    draftId,
    takeoverId: asked.ok && asked.value.kind === 'asked' ? asked.value.takeover.id : '',
    regressionId: regression?.id ?? '',
    brokenId: broken.appId,
  };
});

/** Every read a person can cause, as JSON. */
async function reads({ usecases }: Fixture, workspaceId: string): Promise<Record<string, unknown>> {
  const { appId, environmentId, draftId } = ids;
  const at = { workspaceId };
  return {
    card: await usecases.readCard({ ...at, appId }),
    cardOfEnvironment: await usecases.readCardOfEnvironment({ ...at, environmentId }),
    byId: await usecases.findZoomApp({ ...at, text: appId }),
    byName: await usecases.findZoomApp({ ...at, text: 'Acme Zoom' }),
    byBeginning: await usecases.findZoomApp({ ...at, text: 'wai' }),
    nearMiss: await usecases.findZoomApp({ ...at, text: 'wiats' }),
    taken: await usecases.nameTaken({ ...at, name: 'Acme Zoom' }),
    list: await usecases.listZoomApps({ ...at, words: '' }),
    board: await usecases.readBoard({ ...at, words: '' }),
    history: await usecases.readHistory({ ...at, appId }),
    draft: await usecases.readDraft({ ...at, actor: ana }),
    secrets: await usecases.draftSecretKinds({ ...at, actor: ana, draftId }),
    deliveries: (await usecases.readHealth(at)).deliveriesWaiting,
  };
}

describe('a workspace', () => {
  test('reads nothing of another that has the same ids and the same folded names', async () => {
    const { fixture } = stage;
    const own = JSON.stringify(await reads(fixture, T1));
    expect(own).toContain('Acme Zoom');
    expect(own).not.toMatch(/leak/i);
    const twins = await reads(fixture, T2);
    expect(JSON.stringify(twins)).toMatch(/Leak Acme Zoom/);
    expect(JSON.stringify({ ...twins, history: null })).not.toMatch(/"(name|appName)":"(Acme|Waits)/);
  });

  test('that has nothing reads nothing, with whatever ids', async () => {
    const { fixture } = stage;
    const none = { kind: 'none', suggestions: [], any: false };
    expect(await reads(fixture, T3)).toEqual({
      card: null,
      cardOfEnvironment: null,
      byId: none,
      byName: none,
      byBeginning: none,
      nearMiss: none,
      taken: null,
      list: { lines: [], next: null, allArchived: false },
      board: {
        lines: [],
        next: null,
        counts: {},
        allArchived: false,
        stackone: expect.objectContaining({ answeredAt: null, trouble: null }),
      },
      history: { events: [], next: null },
      draft: null,
      secrets: [],
      deliveries: 0,
    });
  });

  test('that has nothing can change nothing, with whatever ids', async () => {
    const { fixture } = stage;
    const before = [await everything(fixture, T1), await everything(fixture, T2)];
    for (const result of await everyUse(fixture, T3)) {
      expect(result).toMatchObject({ ok: false, error: expect.anything() });
    }
    await fixture.usecases.forgetDraftSecrets({ workspaceId: T3, actor: ana, draftId: ids.draftId });
    await fixture.usecases.discardDraft({ workspaceId: T3, actor: ana, draftId: ids.draftId });
    await fixture.usecases.pauseWatches({ workspaceId: T3, channelId: 'C1', why: 'gone' });
    await fixture.usecases.resumeChannel({ workspaceId: T3, channelId: 'C1', actor: ana });
    await changeWatches(fixture, T3);
    await fixture.usecases.sweep({ workspaceId: T3 });
    await fixture.usecases.pollStackone({ workspaceId: T3, force: true });
    await fixture.usecases.checkAccounts({ workspaceId: T3 });
    expect([await everything(fixture, T1), await everything(fixture, T2)]).toEqual(before);
  });

  test('changes nothing of another that has the same ids, whatever it does', async () => {
    const { fixture } = stage;
    const before = await everything(fixture, T2);
    const { usecases, stackone } = fixture;
    const at = { workspaceId: T1 };
    const results = await everyUse(fixture, T1);
    expect(results.filter((result) => !result.ok)).toEqual([]);
    fixture.pass(2 * minute);
    await usecases.pollStackone({ ...at, force: true });
    await usecases.checkAccounts(at);
    stackone.deleteProfile(ids.strayId);
    stackone.disableProfile(ids.profileId);
    await usecases.pollStackone({ ...at, force: true });
    stackone.down();
    await usecases.pollStackone({ ...at, force: true });
    fixture.pass(25 * hour);
    await usecases.pollStackone({ ...at, force: true });
    await usecases.pauseWatches({ ...at, channelId: 'C1', why: 'gone' });
    await usecases.resumeChannel({ ...at, channelId: 'C1', actor: ana });
    await usecases.forgetDraftSecrets({ ...at, actor: ana, draftId: ids.draftId });
    await usecases.discardDraft({ ...at, actor: ana, draftId: ids.draftId });
    await changeWatches(fixture, T1);
    await usecases.sweep(at);
    fixture.pass(3 * 24 * hour);
    await usecases.sweep(at);
    expect(await everything(fixture, T2)).toEqual(before);
  });
});

/** Everything a person can do, one after the other, so that each of it finds what it needs. */
async function everyUse(
  { ctx, usecases, zoom, database }: Fixture,
  workspaceId: string,
): Promise<{ ok: boolean }[]> {
  const {
    appId,
    environmentId,
    waitingId,
    strayId,
    questionId,
    draftId,
    takeoverId,
    regressionId,
    brokenId,
  } = ids;
  const [by, anyone] = [
    { workspaceId, actor: ana },
    { workspaceId, actor: zoe },
  ];
  const { clientId, clientSecret } = zoom.addApp();
  const pair = { clientId, secret: new Secret(clientSecret) };
  const question = await readQuestion(database.db, workspaceId, questionId);
  const mark = offerMark(question?.waiting ?? []);
  return [
    await usecases.attest({ ...anyone, environmentId: waitingId, what: 'redirect' }),
    await usecases.reportNotReady({ ...anyone, environmentId, missing: ['links'], note: '' }),
    await usecases.attest({ ...anyone, environmentId, what: 'test_status' }),
    await usecases.dismissProfile({ ...anyone, questionId, profileId: strayId, mark }),
    await usecases.assignProfile({ ...anyone, profileId: strayId, environmentId: waitingId, how: 'person' }),
    await usecases.rejectProfile({ ...by, environmentId: waitingId, profileId: strayId }),
    await usecases.assignProfile({ ...by, profileId: strayId, environmentId: waitingId, how: 'adopted' }),
    await usecases.replaceCredentials({ ...by, environmentId, ...pair }),
    await usecases.addEnvironment({ ...by, appId, kind: 'production', ...pair }),
    await usecases.editZoomApp({ ...by, appId, version: 1, changes: { purpose: 'new', channelId: 'C9' } }),
    await usecases.checkNow({ ...anyone, appId }),
    await usecases.registerZoomApp({ ...by, draftId }),
    await usecases.answerTakeover({ ...by, takeoverId, answer: 'object' }),
    await usecases.askTakeover({ ...anyone, appId: brokenId, channelId: 'C1' }),
    await usecases.takeRegression({ ...anyone, regressionId }),
    await usecases.handOverRegression({ ...anyone, regressionId, to: ana }),
    await usecases.snoozeTurn({ ...anyone, environmentId: waitingId, action: 'run_test', snooze: 'day' }),
    await usecases.setWatch({ ...anyone, channelId: 'C3', appId, level: 'failures' }),
    await usecases.setDigest({ ...anyone, channelId: 'C3', on: true }),
    await usecases.handOver({ ...by, appId: brokenId, to: zoe }),
    await usecases.archiveApp({ ...anyone, appId: brokenId }),
    await usecases.restoreApp({ ...anyone, appId: brokenId }),
    await usecases.handOver({ ...anyone, appId: brokenId, to: ana }),
    await usecases.mergeApps({ ...by, appId: brokenId, intoId: appId }),
    await deleteApp({ ...ctx, admins: [ana] }, { ...by, appId: brokenId, name: 'Broken' }),
  ];
}

async function changeWatches({ usecases }: Fixture, workspaceId: string): Promise<void> {
  const by = { workspaceId, actor: zoe };
  const watches = [ids.appId, null].map((appId) => ({ channelId: 'C2', appId }));
  await usecases.setWatchLevel({ ...by, here: 'C2', watches, level: 'failures' });
  await usecases.sendWatchesToMe({ ...by, channelId: 'C2' });
  await usecases.endWatches({ ...by, here: 'C2', watches });
  await usecases.setDigest({ ...by, channelId: 'C2', on: false });
}

async function copy({ database }: Fixture, table: string): Promise<void> {
  const columns = await database.db.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_identity = 'NO' and column_name <> 'workspace_id'`,
    [table],
  );
  const names = columns.map((column) => column.name).join(', ');
  await database.db.query(
    `insert into ${table} (workspace_id, ${names}) select $2, ${names} from ${table} where workspace_id = $1
     on conflict do nothing`,
    [T1, T2],
  );
}

async function everything({ database }: Fixture, workspaceId: string): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const table of tables) {
    found[table] = await database.db.query(
      `select * from ${table} where workspace_id = $1 order by to_jsonb(${table})::text`,
      [workspaceId],
    );
  }
  return found;
}
