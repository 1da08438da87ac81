import { describe, expect, test } from 'vitest';
import { deleteApp } from '../../../../src/usecases/archive/delete_app.ts';
import { ana, hour, minute, T1, useFixture } from '../fixture.ts';

const stage = useFixture();
const day = 24 * hour;
const by = { workspaceId: T1, actor: ana };

/** A live app whose profile was disabled in StackOne; what was said of it is in Slack. */
async function broken(name: string) {
  const { fixture } = stage;
  const app = await fixture.registerLive(name);
  await fixture.notifications();
  fixture.stackone.disableProfile(app.profileId);
  await fixture.tick();
  await fixture.tick(minute);
  const said = (await fixture.notifications()).map(({ message }) => message?.kind);
  expect(said).toEqual(expect.arrayContaining(['regressed', 'regression_due']));
  await fixture.database.db.query(`update delivery set state = 'sent'`);
  return app;
}

const left = () =>
  stage.fixture.database.db.query<{ id: string }>(
    'select id from regression union all select regression_id from regression_notice',
  );

const regressionsSaid = async () =>
  (await stage.fixture.notifications()).flatMap(({ channel, message }) =>
    message?.kind === 'regressed' || message?.kind === 'regression_due' ? [{ channel, message }] : [],
  );

describe('what broke in an app that is put aside', () => {
  test.each(['archived', 'deleted'])(
    'is asked of nobody once it is %s, and every message about it says so',
    async (how) => {
      const { fixture } = stage;
      const { appId } = await broken('Acme');
      const [open] = await left();
      const result =
        how === 'archived'
          ? await fixture.usecases.archiveApp({ ...by, appId })
          : await deleteApp({ ...fixture.ctx, admins: [ana] }, { ...by, appId, name: 'Acme' });
      expect(result.ok).toBe(true);
      expect(await left()).toEqual([]);
      const edited = await regressionsSaid();
      expect(edited.map(({ channel }) => channel).sort()).toEqual(['C1', ana]);
      for (const { message } of edited) expect(message.ended).toMatchObject({ repaired: false });
      await fixture.tick(2 * day);
      expect(await regressionsSaid()).toEqual([]);
      const taken = await fixture.usecases.takeRegression({ ...by, regressionId: open?.id ?? '' });
      expect(taken).toMatchObject({ error: { code: 'over' } });
    },
  );

  test('goes on in the app that its environment comes to, and ends where the duplicate keeps it', async () => {
    const { fixture } = stage;
    const twin = await broken('Twin');
    const kept = await fixture.register({ name: 'Kept', environments: ['production'] });
    await fixture.notifications();
    expect((await fixture.usecases.mergeApps({ ...by, appId: twin.appId, intoId: kept.appId })).ok).toBe(
      true,
    );
    expect(await left()).toHaveLength(1);
    await fixture.notifications();
    await fixture.tick(2 * day);
    const [again] = await regressionsSaid();
    expect(again?.message.about).toMatchObject({ appId: kept.appId, appName: 'Kept' });
    const other = await fixture.registerLive('Other');
    expect((await fixture.usecases.mergeApps({ ...by, appId: kept.appId, intoId: other.appId })).ok).toBe(
      true,
    );
    expect(await left()).toEqual([]);
  });
});
