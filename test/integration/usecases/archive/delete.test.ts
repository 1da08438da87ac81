import { describe, expect, test } from 'vitest';
import { readCardContent } from '../../../../src/usecases/apps/read_card_content.ts';
import { deleteApp } from '../../../../src/usecases/archive/delete_app.ts';
import { ana, type Fixture, hour, T1, useFixture, zoe } from '../fixture.ts';
import { writeRowsOfEverything } from '../retention/rows_of_everything.ts';

const stage = useFixture();
const by = { workspaceId: T1, actor: ana };
const byAdmin = ({ ctx }: Fixture) => ({ ...ctx, isWorkspaceAdmin: async () => true });

/** Every column that can refer to an app or an environment, with how many rows of `workspaceId` do. */
async function rowsAbout({ database }: Fixture, workspaceId: string, ids: readonly string[]) {
  const columns = await database.db.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns
     where table_schema = current_schema() and data_type = 'uuid'
       and (column_name in ('zoom_app_id', 'environment_id') or (table_name in ('zoom_app', 'environment') and column_name = 'id'))`,
  );
  const found: string[] = [];
  for (const { table, column } of columns) {
    const rows = await database.db.query(
      `select 1 from ${table} where workspace_id = $1 and ${column} = any($2::uuid[])`,
      [workspaceId, ids],
    );
    if (rows.length > 0) found.push(table);
  }
  return [...new Set(found)].sort();
}

describe('deleting an app', () => {
  test.each([false, true])('leaves its history and nothing else, archived before: %s', async (isArchived) => {
    const { fixture } = stage;
    const { appId, environmentId, profileId } = await fixture.registerLive();
    const other = await fixture.registerLive('Other');
    await fixture.usecases.startConnectSession({ ...by, environmentId, purpose: 'prove' });
    if (isArchived) await fixture.usecases.archiveApp({ ...by, appId });
    await fixture.notifications();
    expect(await deleteApp(byAdmin(fixture), { ...by, appId, name: ' ACME  zoom' })).toMatchObject({
      value: { name: 'Acme Zoom' },
    });
    expect(await rowsAbout(fixture, T1, [appId, environmentId])).toEqual(['event']);
    expect((await fixture.events(appId)).at(-1)).toMatchObject({
      kind: 'zoom_app_deleted',
      actor: ana,
      detail: { name: 'Acme Zoom' },
    });
    expect(await fixture.words()).toContain('channel: app_deleted');
    expect(await fixture.usecases.readCard({ workspaceId: T1, appId })).toBeNull();
    const counts = await fixture.database.db.query<{ stage: string; environments: number }>(
      'select stage, environments from stage_count',
    );
    expect(counts.filter(({ environments }) => environments !== 0)).toEqual([
      { stage: 'live', environments: 1 },
    ]);
    // Its profile is nothing new to anybody, and nobody gets it by itself.
    await fixture.notifications();
    await fixture.tick(hour);
    expect(await fixture.words()).toEqual([]);
    expect((await fixture.environment(other.environmentId)).stage).toBe('live');
    const [profile] = await fixture.database.db.query(
      'select environment_id from connector_profile where id = $1',
      [profileId],
    );
    expect(profile).toEqual({ environment_id: null });
  });

  test('takes the rows of every table with it, of this workspace alone', async () => {
    const { fixture } = stage;
    const { db } = fixture.database;
    for (const workspaceId of ['T0ONE', 'T0TWO']) await writeRowsOfEverything(db, workspaceId, 'UPERSON');
    const [app] = await db.query<{ id: string }>(`select id from zoom_app where workspace_id = 'T0ONE'`);
    const [environment] = await db.query<{ id: string }>(
      `select id from environment where workspace_id = 'T0ONE'`,
    );
    const ids = [app?.id ?? '', environment?.id ?? ''];
    const before = await rowsAbout(fixture, 'T0TWO', ids);
    const [row] = await db.query<{ name: string }>(`select name from zoom_app where workspace_id = 'T0ONE'`);
    const asked = { workspaceId: 'T0ONE', actor: ana, appId: ids[0] ?? '', name: row?.name ?? '' };
    expect(await deleteApp(byAdmin(fixture), asked)).toMatchObject({ ok: true });
    expect(await rowsAbout(fixture, 'T0ONE', ids)).toEqual(['event']);
    expect(await rowsAbout(fixture, 'T0TWO', ids)).toEqual(before);
  });

  test('needs its name, and an admin', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register({ name: 'Acme' });
    await fixture.register({ name: 'Acme 2' });
    for (const name of ['', 'Acme 2', 'Acm', 'Acme!?x'])
      expect(await deleteApp(byAdmin(fixture), { ...by, appId, name })).toMatchObject({
        error: 'other_name',
      });
    expect(await fixture.usecases.deleteApp({ ...by, appId, name: 'Acme' })).toMatchObject({
      error: 'not_admin',
    });
    expect(await fixture.usecases.readCard({ workspaceId: T1, appId })).not.toBeNull();
  });

  test('draws what stood in its channel as deleted, and nothing where no card stood', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register({ name: 'Acme' });
    await deleteApp(byAdmin(fixture), { ...by, actor: zoe, appId, name: 'Acme' });
    const now = fixture.ctx.clock.now();
    const redraw = {
      ...{ id: appId, workspaceId: T1, channelId: 'C1', subject: 'zoom_app' as const, subjectId: appId },
      ...{ message: null, edits: null, attempt: 1, refusals: 0, unclearSince: null, repeated: false },
      ...{ queuedAt: now, triedAt: now, traceparent: null, channelPaused: false },
    };
    const drawn = (cardTs: string | null) => readCardContent(fixture.ctx, { ...redraw, cardTs });
    expect(await drawn('1.2')).toMatchObject({ kind: 'deleted', deletion: { name: 'Acme', by: zoe } });
    expect(await drawn(null)).toBeNull();
  });

  test('while its channel takes no message leaves nothing that waits there for ever', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register({ name: 'Acme' });
    await fixture.usecases.pauseWatches({ workspaceId: T1, channelId: 'C1', why: 'is_archived' });
    await fixture.notifications();
    await deleteApp(byAdmin(fixture), { ...by, appId, name: 'Acme' });
    const waiting = await fixture.database.db.query(
      `select message ->> 'kind' as kind from delivery where channel_id = 'C1' and state = 'queued' and message is not null`,
    );
    expect(waiting).toEqual([]);
  });
});
