import { describe, expect, test } from 'vitest';
import { Secret } from '../../../../src/core/secrets/secret.ts';
import { newId } from '../../../../src/ids.ts';
import { ana, draft, hour, minute, someScopes, T1, useFixture, zoe } from '../fixture.ts';

const stage = useFixture();

describe('registering', () => {
  test('writes the app with its owners, scopes and sealed secrets, and begins to look', async () => {
    const { fixture } = stage;
    const { card, environments } = await fixture.register({
      name: 'Acmé Zoom',
      environments: ['development', 'production'],
      owners: [zoe, ana, zoe],
      purpose: 'Calls',
      scopeDescription: 'To list meetings',
      pastedScopes: ['user:read:user:admin, user:read:email:admin'],
    });
    expect(card.app).toMatchObject({
      name: 'Acmé Zoom',
      managementType: 'admin',
      owners: [ana, zoe],
      channelId: 'C1',
      purpose: 'Calls',
      scopeDescription: 'To list meetings',
      version: 1,
      archivedAt: null,
    });
    expect(card.app.scopes.map((one) => one.scope)).toEqual([...someScopes, 'user:read:email:admin'].sort());
    expect(card.environments.map((env) => [env.kind, env.stage])).toEqual([
      ['development', 'credentials'],
      ['production', 'credentials'],
    ]);
    expect(await fixture.check(environments.production, 'scopes')).toMatchObject({
      status: 'passed',
      evidence: 'derived',
      detail: { count: 3 },
    });
    expect(await jobs(fixture)).toEqual([
      'deliver',
      'poll_stackone',
      'probe_credentials',
      'probe_credentials',
    ]);
    expect((await fixture.events(card.app.id)).map((event) => event.kind)).toEqual([
      'zoom_app_registered',
      'check_changed',
      'check_changed',
    ]);
  });

  test('queues the card once, and the first words in its thread', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register({ environments: ['development', 'production'] });
    expect(await fixture.notifications()).toEqual([
      { channel: 'C1', where: 'channel', card: 'zoom_app', subjectId: appId, message: null, isEdit: false },
      {
        channel: 'C1',
        where: 'thread',
        card: null,
        subjectId: appId,
        message: { kind: 'registered', by: ana, appId, appName: 'Acme Zoom' },
        isEdit: false,
      },
    ]);
  });

  test('leaves no secret readable anywhere in the database', async () => {
    const { fixture } = stage;
    const { pairs, environments } = await fixture.register({ environments: ['development', 'production'] });
    await fixture.runJobs();
    await draft(fixture, { name: 'Another' });
    const replacement = fixture.zoom.addApp();
    await replace(fixture, environments.development, replacement);
    const secrets = [...Object.values(pairs), replacement].map((pair) => pair.clientSecret);
    expect(await columnsWith(fixture, secrets)).toEqual([]);
    const parts = secrets.map((secret) => secret.slice(4, 20));
    expect(await columnsWith(fixture, parts)).toEqual([]);
    const inBase64 = secrets.map((secret) => Buffer.from(secret).toString('base64url').slice(0, 30));
    expect(await columnsWith(fixture, inBase64)).toEqual([]);
    // The search itself finds what is there.
    expect(await columnsWith(fixture, [replacement.clientId])).toEqual(['environment.pending_client_id']);
  });

  test('happens once, however often it is submitted', async () => {
    const { fixture } = stage;
    const { pairs: _, ...submitted } = await draft(fixture);
    const results = await Promise.all([1, 2, 3].map(() => fixture.usecases.registerZoomApp(submitted)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.flatMap((result) => (result.ok ? [] : [result.error]))).toEqual([
      'draft_gone',
      'draft_gone',
    ]);
    expect(await count(fixture, 'zoom_app')).toBe(1);
    expect(await count(fixture, 'draft')).toBe(0);
    expect(await count(fixture, 'draft_secret')).toBe(0);
  });

  test.each([
    ['no name', { name: '' }],
    ['a name without a letter', { name: '🎥 !' }],
    ['a name that is too long', { name: 'x'.repeat(51) }],
    ['no environment', { environments: [] }],
    ['no owner', { owners: [] }],
    ['no channel', { channelId: '' }],
    ['a client ID missing', { clientIds: { production: 'x' } }],
  ])('is refused as incomplete with %s, and the draft stays', async (_what, answers) => {
    const { fixture } = stage;
    const { pairs: _, ...submitted } = await draft(fixture, { ...answers, secretsFor: ['development'] });
    expect(await fixture.usecases.registerZoomApp(submitted)).toEqual({ ok: false, error: 'incomplete' });
    expect(await count(fixture, 'zoom_app')).toBe(0);
    expect(await fixture.usecases.readDraft({ workspaceId: T1, actor: ana })).not.toBeNull();
  });

  test('is refused when the name is taken in other letters, and nothing of it is written', async () => {
    const { fixture } = stage;
    const first = await fixture.register({ name: 'Acmé-Zoom' });
    const { pairs: _, ...submitted } = await draft(fixture, { name: 'ACME ZOOM', actor: zoe });
    expect(await fixture.usecases.registerZoomApp(submitted)).toEqual({ ok: false, error: 'name_taken' });
    expect(await count(fixture, 'environment')).toBe(1);
    expect(await fixture.usecases.nameTaken({ workspaceId: T1, name: 'acme   zoom' })).toEqual({
      name: 'Acmé-Zoom',
      owners: [ana],
      appId: first.appId,
    });
    const exceptAppId = first.appId;
    expect(await fixture.usecases.nameTaken({ workspaceId: T1, name: 'acme zoom', exceptAppId })).toBeNull();
    expect(await fixture.usecases.nameTaken({ workspaceId: T1, name: 'acme' })).toBeNull();
  });

  test('of one name by two people at the same moment gives it to one of them', async () => {
    const { fixture } = stage;
    const drafts = [await draft(fixture), await draft(fixture, { actor: zoe })];
    const results = await Promise.all(
      drafts.map(({ pairs: _, ...submitted }) => fixture.usecases.registerZoomApp(submitted)),
    );
    expect(results.map((result) => (result.ok ? 'registered' : result.error)).sort()).toEqual([
      'name_taken',
      'registered',
    ]);
  });

  test('is refused when the secrets were typed too long ago, or for the other environment only', async () => {
    const { fixture } = stage;
    const late = await draft(fixture);
    fixture.pass(hour + minute);
    const submit = ({ pairs: _, ...submitted }: typeof late) => fixture.usecases.registerZoomApp(submitted);
    expect(await submit(late)).toEqual({ ok: false, error: 'secrets_gone' });
    const half = await draft(fixture, {
      environments: ['development', 'production'],
      secretsFor: ['development'],
    });
    expect(await submit(half)).toEqual({ ok: false, error: 'secrets_gone' });
    expect(await count(fixture, 'zoom_app')).toBe(0);
    expect(await fixture.usecases.readDraft({ workspaceId: T1, actor: ana })).toMatchObject({
      id: half.draftId,
    });
  });

  test('is refused while a scope is of the other level, or an unknown one is not confirmed', async () => {
    const { fixture } = stage;
    const submit = async (answers: Parameters<typeof draft>[1]) => {
      const { pairs: _, ...submitted } = await draft(fixture, answers);
      return fixture.usecases.registerZoomApp(submitted);
    };
    const unknown = 'zebra:read:stripes:admin';
    const refused = { ok: false, error: 'scopes_blocking' };
    expect(await submit({ pickedScopes: ['user:read:user'] })).toEqual(refused);
    expect(await submit({ pickedScopes: [] })).toEqual(refused);
    expect(await submit({ pickedScopes: [...someScopes, unknown] })).toEqual(refused);
    const done = await submit({ pickedScopes: [...someScopes, unknown], confirmedScopes: [unknown] });
    expect(done.ok && done.value.card.app.scopes).toContainEqual({ scope: unknown, confirmedBy: ana });
    expect(done.ok && done.value.card.app.scopes.filter((one) => one.confirmedBy === null)).toHaveLength(2);
  });

  test("of somebody else's draft is refused", async () => {
    const { fixture } = stage;
    const { draftId } = await draft(fixture);
    const result = await fixture.usecases.registerZoomApp({ workspaceId: T1, actor: zoe, draftId });
    expect(result).toEqual({ ok: false, error: 'draft_gone' });
  });
});

describe('a draft', () => {
  test('that is closed late does not take the place of one begun since', async () => {
    const { usecases, newId } = { usecases: stage.fixture.usecases, newId: stage.fixture.ctx.newId };
    const by = { workspaceId: T1, actor: zoe };
    const [older, newer] = [newId(), newId()];
    await usecases.saveDraft({ ...by, draftId: older, answers: { name: 'Older' } });
    await usecases.saveDraft({ ...by, draftId: newer, answers: { name: 'Newer' } });
    const late = { ...by, draftId: older, answers: { name: 'Late' }, replaces: false };
    expect(await usecases.saveDraft(late)).toBeNull();
    expect(await usecases.readDraft(by)).toMatchObject({ id: newer, answers: { name: 'Newer' } });
    const more = { ...by, draftId: newer, answers: { name: 'More' }, replaces: false };
    expect(await usecases.saveDraft(more)).toMatchObject({ id: newer, answers: { name: 'More' } });
  });

  test('is one a person, keeps what was typed, and hides its secrets', async () => {
    const { fixture } = stage;
    const first = await draft(fixture, { name: 'First' });
    const again = await draft(fixture, { name: 'Second' });
    const kept = await fixture.usecases.readDraft({ workspaceId: T1, actor: ana });
    expect(kept).toMatchObject({ id: again.draftId, answers: { name: 'Second' } });
    expect(JSON.stringify(kept)).not.toContain(again.pairs.development.clientSecret);
    expect(await count(fixture, 'draft_secret')).toBe(1);
    expect(first.draftId).not.toBe(again.draftId);
    expect(await fixture.usecases.readDraft({ workspaceId: T1, actor: zoe })).toBeNull();
  });

  test('survives two modals opened in the same moment', async () => {
    const { fixture } = stage;
    await Promise.all([1, 2, 3, 4, 5].map(() => draft(fixture)));
    expect(await count(fixture, 'draft')).toBe(1);
  });

  test('forgets its secrets when the modal is closed and after an hour, and keeps the rest', async () => {
    const { fixture } = stage;
    const { draftId } = await draft(fixture, { environments: ['development', 'production'] });
    const kinds = () => fixture.usecases.draftSecretKinds({ workspaceId: T1, actor: ana, draftId });
    expect(await kinds()).toEqual(['development', 'production']);
    await fixture.usecases.forgetDraftSecrets({ workspaceId: T1, actor: ana, draftId });
    expect(await kinds()).toEqual([]);
    expect(await count(fixture, 'draft')).toBe(1);

    const later = await draft(fixture);
    fixture.pass(hour);
    expect(await fixture.usecases.draftSecretKinds(later)).toEqual([]);
    await fixture.tick();
    expect(await count(fixture, 'draft_secret')).toBe(0);
    expect(await count(fixture, 'draft')).toBe(1);
  });

  test('is discarded by its own person only', async () => {
    const { fixture } = stage;
    const { draftId } = await draft(fixture);
    await fixture.usecases.discardDraft({ workspaceId: T1, actor: zoe, draftId });
    expect(await count(fixture, 'draft')).toBe(1);
    await fixture.usecases.discardDraft({ workspaceId: T1, actor: ana, draftId: newId() });
    expect(await count(fixture, 'draft')).toBe(1);
    await fixture.usecases.discardDraft({ workspaceId: T1, actor: ana, draftId });
    expect(await count(fixture, 'draft')).toBe(0);
    expect(await count(fixture, 'draft_secret')).toBe(0);
  });
});

type Its = typeof stage.fixture;

async function jobs({ database }: Its): Promise<string[]> {
  const rows = await database.db.query<{ task: string }>(
    'select task_identifier as task from graphile_worker.jobs order by task_identifier',
  );
  return rows.map((row) => row.task);
}

async function count({ database }: Its, table: string): Promise<number> {
  const [row] = await database.db.query<{ count: number }>(`select count(*)::int as count from ${table}`);
  return row?.count ?? 0;
}

async function replace(
  { usecases }: Its,
  environmentId: string,
  pair: { clientId: string; clientSecret: string },
) {
  const secret = new Secret(pair.clientSecret);
  await usecases.replaceCredentials({
    workspaceId: T1,
    actor: ana,
    environmentId,
    clientId: pair.clientId,
    secret,
  });
}

/** Every column of every table, the queue's too, that holds one of these texts. */
async function columnsWith({ database }: Its, texts: readonly string[]): Promise<string[]> {
  const columns = await database.db.query<{ schema: string; table: string; column: string }>(
    `select table_schema as schema, table_name as table, column_name as column from information_schema.columns
     join information_schema.tables using (table_schema, table_name)
     where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { schema, table, column } of columns) {
    const [row] = await database.db.query<{ hit: boolean }>(
      `select exists (select 1 from "${schema}"."${table}" where "${column}"::text like any ($1::text[])) as hit`,
      [texts.map((text) => `%${text}%`)],
    );
    if (row?.hit === true) found.push(`${table}.${column}`);
  }
  return found;
}
