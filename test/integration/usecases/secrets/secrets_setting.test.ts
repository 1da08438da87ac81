import { describe, expect, test } from 'vitest';
import { Secret } from '../../../../src/core/secrets/secret.ts';
import { deleteAllDraftSecrets } from '../../../../src/store/secrets/draft_secrets.ts';
import { saveSecretsSetting } from '../../../../src/store/secrets/secrets_setting.ts';
import { lockWorkspace } from '../../../../src/store/workspaces/workspaces.ts';
import { bindUseCases } from '../../../../src/usecases/bind_use_cases.ts';
import { until } from '../../../harness/until.ts';
import { ana, draft, type Fixture, hour, T1, useFixture, zoe } from '../fixture.ts';

const stage = useFixture({ timeoutMs: 1_000 });
const byZoe = { workspaceId: T1, actor: zoe };

/** Zoe administers the workspace in Slack. */
function administered({ ctx }: Fixture, configured: 'ask' | 'never' = 'ask') {
  return bindUseCases({
    ...ctx,
    isWorkspaceAdmin: async (userId) => userId === zoe,
    settings: { ...ctx.settings, secrets: configured },
  });
}

async function sealedIn({ database }: Fixture): Promise<number> {
  const [row] = await database.db.query<{ sealed: number }>(
    `select ((select count(*) from draft_secret) + (select count(*) from environment
             where client_secret_sealed is not null or pending_secret_sealed is not null))::int as sealed`,
  );
  return row?.sealed ?? 0;
}

describe('an admin who decides that no secret is taken', () => {
  test('ends what waits in unfinished registrations, and what is typed later is not stored', async () => {
    const { fixture } = stage;
    const usecases = administered(fixture);
    const submitted = await draft(fixture);
    expect(await sealedIn(fixture)).toBe(1);
    expect(await usecases.setSecretsPolicy({ ...byZoe, policy: 'never' })).toMatchObject({
      value: { changed: true },
    });
    expect(await usecases.setSecretsPolicy({ ...byZoe, policy: 'never' })).toMatchObject({
      value: { changed: false },
    });
    expect(await usecases.secretsPolicy({ workspaceId: T1 })).toBe('never');
    expect(await sealedIn(fixture)).toBe(0);
    await draft(fixture);
    expect(await sealedIn(fixture)).toBe(0);
    const { pairs: _, ...own } = submitted;
    const refused = await usecases.registerZoomApp(own);
    expect(refused.ok).toBe(false);
  });

  test('leaves none behind that is being saved in that moment', async () => {
    const { fixture } = stage;
    const { db } = fixture.database;
    let saving: Promise<unknown> | undefined;
    await db.tx(async (tx) => {
      await lockWorkspace(tx, T1);
      await tx.query('lock table draft_secret in exclusive mode');
      saving = draft(fixture);
      const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      await until(async () => (await db.query(waiting)).length > 0);
      await saveSecretsSetting(tx, T1, 'never');
      await deleteAllDraftSecrets(tx, T1);
    });
    await saving;
    expect(await sealedIn(fixture)).toBe(0);
  });

  test('lets a registration with the client ID alone through', async () => {
    const { fixture } = stage;
    await administered(fixture).setSecretsPolicy({ ...byZoe, policy: 'never' });
    const { environments } = await fixture.register({ keepsSecret: ['development'] });
    expect(await fixture.environment(environments.development)).toMatchObject({ hasSecret: false });
  });

  test('leaves what is stored in use, until all of it is forgotten at once', async () => {
    const { fixture } = stage;
    const usecases = administered(fixture);
    const first = await fixture.registerLive();
    const { environments } = await fixture.register({
      name: 'Two',
      environments: ['development', 'production'],
    });
    await usecases.setSecretsPolicy({ ...byZoe, policy: 'never' });
    await fixture.runJobs();
    expect(await fixture.check(environments.production, 'credentials')).toMatchObject({ status: 'passed' });
    expect(await usecases.readSecretsPolicy(byZoe)).toEqual({
      policy: 'never',
      decidedBy: 'workspace',
      stored: true,
      mayDecide: true,
    });
    const seen = await fixture.check(first.environmentId, 'credentials');
    expect(await usecases.forgetAllSecrets(byZoe)).toEqual({ ok: true, value: { environments: 3 } });
    expect(await usecases.forgetAllSecrets(byZoe)).toEqual({ ok: true, value: { environments: 0 } });
    expect(await sealedIn(fixture)).toBe(0);
    expect(await fixture.check(first.environmentId, 'credentials')).toEqual(seen);
    const asked = fixture.zoom.requests.count();
    await fixture.tick(25 * hour);
    expect(fixture.zoom.requests.count()).toBe(asked);
    const kinds = (await fixture.events(first.appId)).map(({ kind, actor }) => `${kind} by ${actor}`);
    expect(kinds).toContain(`secret_forgotten by ${zoe}`);
  });

  test('forgets more than one batch', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register();
    await fixture.database.db.query(
      `insert into zoom_app (workspace_id, id, name, name_key, management_type, channel_id, created_by, updated_by, created_at, updated_at)
       select workspace_id, gen_random_uuid(), 'Copy ' || n, 'copy ' || n, management_type, channel_id, created_by, updated_by, created_at, updated_at
       from zoom_app, generate_series(1, 120) n where id = $1`,
      [appId],
    );
    await fixture.database.db.query(
      `insert into environment (workspace_id, id, zoom_app_id, kind, client_id, client_secret_sealed, stage)
       select workspace_id, gen_random_uuid(), id, 'development', 'c', 'v1.k1.a.b', 'credentials' from zoom_app where id <> $1`,
      [appId],
    );
    expect(await administered(fixture).forgetAllSecrets(byZoe)).toEqual({
      ok: true,
      value: { environments: 121 },
    });
    expect(await sealedIn(fixture)).toBe(0);
  });

  test('can let forms ask again, unless the configuration says never', async () => {
    const { fixture } = stage;
    await administered(fixture).setSecretsPolicy({ ...byZoe, policy: 'never' });
    expect(
      await administered(fixture, 'never').readSecretsPolicy({ workspaceId: T1, actor: ana }),
    ).toMatchObject({
      policy: 'never',
      decidedBy: 'configuration',
      mayDecide: false,
    });
    const refused = await administered(fixture, 'never').setSecretsPolicy({ ...byZoe, policy: 'ask' });
    expect(refused).toEqual({ ok: false, error: 'configured' });
    await administered(fixture).setSecretsPolicy({ ...byZoe, policy: 'ask' });
    expect(await fixture.usecases.secretsPolicy({ workspaceId: T1 })).toBe('ask');
    expect(await administered(fixture, 'never').secretsPolicy({ workspaceId: T1 })).toBe('never');
  });
});

test('another workspace keeps its own choice and its secrets', async () => {
  const { fixture } = stage;
  await fixture.database.db.query(
    `insert into workspace (id, name, bot_user_id, created_at) values ('T2', 'Other', 'UBOT', now())`,
  );
  await fixture.register({ workspaceId: 'T2' });
  const usecases = administered(fixture);
  await usecases.setSecretsPolicy({ ...byZoe, policy: 'never' });
  await usecases.forgetAllSecrets(byZoe);
  expect(await sealedIn(fixture)).toBe(1);
  expect(await usecases.secretsPolicy({ workspaceId: 'T2' })).toBe('ask');
});

test('a secret that a form of before left in a draft is deleted by the next sweep', async () => {
  const { fixture } = stage;
  const { draftId } = await draft(fixture, { secretsFor: [] });
  await fixture.database.db.query(`update workspace set secrets = 'never'`);
  await fixture.database.db.query(
    `insert into draft_secret values ($1, $2, 'development', 'v1.k1.a.b', $3)`,
    [T1, draftId, new Date(fixture.ctx.clock.now().getTime() + hour)],
  );
  await fixture.usecases.sweep({ workspaceId: T1 });
  expect(await sealedIn(fixture)).toBe(0);
});

test('the secret of an environment that the person keeps after all is deleted from the draft', async () => {
  const { fixture } = stage;
  const { draftId, workspaceId, actor } = await draft(fixture);
  const secrets = { development: new Secret('typed all the same') };
  await fixture.usecases.saveDraft({
    workspaceId,
    actor,
    draftId,
    answers: { keepsSecret: ['development'] },
    secrets,
  });
  expect(await sealedIn(fixture)).toBe(0);
});
