import { expect, test } from 'vitest';
import { ana, hour, T1, useFixture, zoe } from '../fixture.ts';
import { shown } from '../shown.ts';

const stage = useFixture({ isLaterAtEachRead: true });
const byZoe = { workspaceId: T1, actor: zoe };

test('what is due is sent although time passes while it is looked at', async () => {
  const { fixture } = stage;
  const { usecases } = fixture;
  const { appId } = await fixture.register({ name: 'Waits' });
  const { profileId } = await fixture.registerLive('Breaks');
  expect(await usecases.setDigest({ ...byZoe, channelId: 'C1', on: true })).toMatchObject({ ok: true });
  expect(await usecases.askTakeover({ ...byZoe, appId, channelId: 'C1' })).toMatchObject({ ok: true });
  fixture.stackone.disableProfile(profileId);
  const said = new Set<string>();
  for (let day = 0; day < 5; day += 1) {
    await fixture.tick();
    await shown(fixture);
    fixture.pass(24 * hour);
    await fixture.tick();
    for (const { channel, message } of await fixture.notifications())
      if (message !== null) said.add(`${channel} ${message.kind}`);
  }
  expect([...said]).toEqual(
    expect.arrayContaining([
      ...['C1 regressed', `${ana} regression_due`, 'C1 regression_due'],
      ...['C1 nudge', `${ana} nudges`, 'C1 digest', 'C1 takeover_asked', 'C1 owners_changed'],
    ]),
  );
});
