import { expect, test } from 'vitest';
import { readZoomApps } from '../../../../src/store/apps/zoom_apps.ts';
import { forget } from '../../../../src/usecases/retention/forget.ts';
import { ana, T1, useFixture, zoe } from '../fixture.ts';
import { ownedByGroup } from '../owned_by_group.ts';

const created = useFixture();

test("an app whose only owner is forgotten is anybody's, until somebody is made its owner", async () => {
  const { fixture } = created;
  const { appId, card } = await fixture.register({ actor: ana, owners: [ana] });
  const change = (actor: string, version: number, owners: string[]) =>
    fixture.usecases.editZoomApp({ workspaceId: T1, actor, appId, version, changes: { owners } });
  expect(await change(zoe, card.app.version, [zoe])).toMatchObject({
    ok: false,
    error: { code: 'not_owner' },
  });

  // That of a user group is not.
  const ofGroup = await fixture.register({ actor: ana, owners: [ana], name: 'Of a group' });
  await ownedByGroup(fixture, ofGroup.appId, []);

  const report = await forget(fixture.ctx, { workspaceId: T1, what: 'person', person: ana });
  expect(report).toMatchObject({ left: 0, appsWithoutOwner: 1 });
  const [app] = await readZoomApps(fixture.ctx.db, T1, [appId]);
  expect(app).toMatchObject({ owners: [], updatedBy: 'forgotten' });

  const inGroup = {
    workspaceId: T1,
    actor: zoe,
    appId: ofGroup.appId,
    version: 1,
    changes: { owners: [zoe] },
  };
  expect(await fixture.usecases.editZoomApp(inGroup)).toMatchObject({ error: { code: 'not_owner' } });
  expect(await change(zoe, card.app.version, [zoe])).toMatchObject({ ok: true });
  expect(await change('UBEN', card.app.version + 1, ['UBEN'])).toMatchObject({
    ok: false,
    error: { code: 'not_owner' },
  });
});
