import { describe, expect, test } from 'vitest';
import { Secret } from '../../../src/core/secrets/secret.ts';
import { newId } from '../../../src/ids.ts';
import { ana, draft, type Fixture, T1, useFixture, zoe } from './fixture.ts';

const stage = useFixture();

const noIds = [
  '',
  ' ',
  'x',
  '0',
  '-1',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  '01890a5d-ac96-774b-bcce-b302099a805',
  '01890a5d-ac96-774b-bcce-b302099a80577',
  '{01890a5d-ac96-774b-bcce-b302099a8057}',
  '01890a5dac96774bbcceb302099a8057',
  "' or 1=1 --",
  '%',
  '\u0000',
  '\ud800',
  'ä'.repeat(3000),
];

describe('an id that is none is an id of nothing', () => {
  test.each(noIds.map((id) => [id]))('%j', async (id) => {
    const { usecases } = stage.fixture;
    const by = { workspaceId: T1, actor: ana };
    const gone = { ok: false, error: 'not_found' };
    const pair = { clientId: 'c', secret: new Secret('s') };
    expect(await usecases.readCard({ ...by, appId: id })).toBeNull();
    expect(await usecases.readCardOfEnvironment({ ...by, environmentId: id })).toBeNull();
    expect(await usecases.readHistory({ ...by, appId: id })).toEqual({ events: [], next: null });
    expect(await usecases.readHistory({ ...by, appId: newId(), after: id })).toEqual({
      events: [],
      next: null,
    });
    expect(await usecases.checkNow({ ...by, appId: id })).toEqual(gone);
    expect(await usecases.editZoomApp({ ...by, appId: id, version: 1, changes: {} })).toEqual({
      ok: false,
      error: { code: 'not_found' },
    });
    expect(await usecases.addEnvironment({ ...by, appId: id, kind: 'production', ...pair })).toEqual(gone);
    expect(await usecases.replaceCredentials({ ...by, environmentId: id, ...pair })).toEqual(gone);
    expect(await usecases.attest({ ...by, environmentId: id, what: 'redirect' })).toEqual(gone);
    expect(await usecases.reportNotReady({ ...by, environmentId: id, missing: [], note: 'x' })).toEqual(gone);
    expect(await usecases.rejectProfile({ ...by, environmentId: id, profileId: 'p' })).toEqual(gone);
    expect(await usecases.assignProfile({ ...by, environmentId: id, profileId: 'p', how: 'person' })).toEqual(
      gone,
    );
    expect(await usecases.dismissProfile({ ...by, questionId: id, profileId: 'p', mark: 'm' })).toEqual(gone);
    expect(await usecases.registerZoomApp({ ...by, draftId: id })).toEqual({
      ok: false,
      error: 'draft_gone',
    });
    expect(await usecases.saveDraft({ ...by, draftId: id, answers: {} })).toBeNull();
    expect(await usecases.draftSecretKinds({ ...by, draftId: id })).toEqual([]);
    await usecases.forgetDraftSecrets({ ...by, draftId: id });
    await usecases.discardDraft({ ...by, draftId: id });
    const plan = { needs: [], managementType: 'admin', appId: id } as const;
    expect(await usecases.planScopesFor({ ...by, ...plan })).toMatchObject({ app: null, remembered: false });
  });

  test.each(noIds.map((id) => [id]))('%j, of what is shared, put aside or waited for', async (id) => {
    const { usecases } = stage.fixture;
    const by = { workspaceId: T1, actor: ana };
    const [appId, environmentId, regressionId, takeoverId] = [id, id, id, id];
    const refused = [
      await usecases.askTakeover({ ...by, appId, channelId: 'C1' }),
      await usecases.answerTakeover({ ...by, takeoverId, answer: 'object' }),
      await usecases.handOver({ ...by, appId, to: zoe }),
      await usecases.chooseOwnerGroups({ ...by, appId, groupIds: [] }),
      await usecases.takeRegression({ ...by, regressionId }),
      await usecases.handOverRegression({ ...by, regressionId, to: zoe }),
      await usecases.archiveApp({ ...by, appId }),
      await usecases.restoreApp({ ...by, appId }),
      await usecases.deleteApp({ ...by, appId, name: '' }),
      await usecases.mergeApps({ ...by, appId, intoId: newId() }),
      await usecases.mergeApps({ ...by, appId: newId(), intoId: id }),
      await usecases.setWatch({ ...by, channelId: 'C2', appId, level: 'all' }),
      await usecases.snoozeTurn({ ...by, environmentId, action: 'set_redirect', snooze: 'day' }),
    ];
    for (const result of refused) expect(result).toMatchObject({ ok: false, error: expect.anything() });
    const watches = { ...by, here: 'C2', watches: [{ channelId: 'C2', appId }] };
    const none = { changed: [], denied: [], missing: 1 };
    expect(await usecases.endWatches(watches)).toEqual(none);
    expect(await usecases.setWatchLevel({ ...watches, level: 'all' })).toEqual(none);
    expect(await usecases.readSetWatches({ ...by, channelId: 'C2', appId })).toMatchObject({ watches: [] });
  });
});

async function stored({ database }: Fixture): Promise<unknown> {
  return {
    drafts: await database.db.query('select * from draft order by id'),
    secrets: await database.db.query('select * from draft_secret order by draft_id, kind'),
    apps: await database.db.query('select id, name from zoom_app order by id'),
  };
}

test('what is no id of a person is given nothing, also while Slack says nothing of it', async () => {
  const { fixture } = stage;
  const { appId, profileId } = await fixture.registerLive();
  fixture.stackone.disableProfile(profileId);
  await fixture.tick();
  const [regression] = await fixture.database.db.query<{ id: string }>('select id from regression');
  const by = { workspaceId: T1, actor: ana };
  for (const to of [...noIds, 'C1', 'D1', 'uzoe', `${zoe} C1`]) {
    const given = await fixture.usecases.handOverRegression({
      ...by,
      regressionId: regression?.id ?? '',
      to,
    });
    expect(given).toMatchObject({ error: 'no_member' });
    expect(await fixture.usecases.handOver({ ...by, appId, to })).toMatchObject({
      error: { code: 'no_owner' },
    });
  }
});

describe('a draft that belongs to somebody else', () => {
  test('is neither read, nor changed, nor registered, nor loses a secret', async () => {
    const { fixture } = stage;
    const { usecases } = fixture;
    const { draftId } = await draft(fixture, { environments: ['development', 'production'] });
    const own = await draft(fixture, { actor: zoe, name: 'Zoë’s own' });
    const before = await stored(fixture);
    const forged = { workspaceId: T1, actor: zoe, draftId };
    expect(await usecases.draftSecretKinds(forged)).toEqual([]);
    await usecases.forgetDraftSecrets(forged);
    await usecases.discardDraft(forged);
    const secrets = { development: new Secret('another') };
    expect(await usecases.saveDraft({ ...forged, answers: { name: 'Mine now' }, secrets })).toBeNull();
    expect(await usecases.registerZoomApp(forged)).toEqual({ ok: false, error: 'draft_gone' });
    expect(await stored(fixture)).toEqual(before);
    expect((await usecases.registerZoomApp({ ...forged, draftId: own.draftId })).ok).toBe(true);
    expect((await usecases.registerZoomApp({ ...forged, actor: ana })).ok).toBe(true);
  });
});
