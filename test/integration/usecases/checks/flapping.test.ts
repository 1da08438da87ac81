import { expect, test } from 'vitest';
import { readZoomApp } from '../../../../src/store/apps/zoom_apps.ts';
import { aboutOf, decideOutcome } from '../../../../src/usecases/changes/record_outcome.ts';
import { noEffects } from '../../../../src/usecases/changes/write_effects.ts';
import { hour, minute, T1, useFixture } from '../fixture.ts';

const stage = useFixture();

test('a flapping profile is announced a few times, then only shown, and all of it is in the history', async () => {
  const { fixture } = stage;
  const { appId, environmentId, profileId } = await fixture.registerLive();
  await fixture.notifications();
  const breaks = async () => {
    fixture.stackone.disableProfile(profileId);
    await fixture.tick(minute);
  };
  const mends = async () => {
    fixture.stackone.enableProfile(profileId);
    await fixture.tick(minute);
  };
  for (let swing = 0; swing < 6; swing += 1) {
    await breaks();
    await mends();
  }
  const said = await fixture.notifications();
  const texts = said.flatMap(({ where, message }) =>
    where !== 'channel' || message === null || message.kind === 'regression_due' ? [] : [message],
  );
  expect(texts.map(({ kind }) => kind)).toEqual([
    ...['regressed', 'recovered', 'regressed', 'recovered', 'regressed', 'recovered'],
    'regressed',
  ]);
  expect(texts.map((message) => 'unsteady' in message)).toEqual([...Array(6).fill(false), true]);

  // Nobody hears of the last one either, but the card shows how things are.
  await breaks();
  await fixture.tick(minute);
  expect((await fixture.check(environmentId, 'connector_profile')).status).toBe('failed');
  const quiet = (await fixture.notifications()).filter(
    ({ message, isEdit }) => message !== null && !(message.kind === 'regressed' && isEdit),
  );
  expect(quiet).toEqual([]);
  const swings = await fixture.database.db.query<{ damped: boolean }>(
    `select detail ? 'damped' as damped from event
     where zoom_app_id = $1 and detail ->> 'change' in ('regressed', 'recovered')`,
    [appId],
  );
  expect(swings).toHaveLength(13);
  expect(swings.filter(({ damped }) => damped)).toHaveLength(6);

  fixture.pass(hour);
  await mends();
  expect(await fixture.words()).toContain('channel: recovered');
});

test('that a profile was created is announced however often the check changed before', async () => {
  const { fixture } = stage;
  const { appId, environmentId } = await fixture.registerLive();
  const app = await readZoomApp(fixture.database.db, T1, appId);
  if (app === null) throw new Error('not registered');
  const environment = await fixture.environment(environmentId);
  const swings = Array.from({ length: 7 }, () => fixture.ctx.clock.now().toISOString());
  const checks = environment.checks.map((check) =>
    check.name === 'connector_profile'
      ? ({ ...check, status: 'failed', lastKnown: 'failed', detail: { broke: true, swings } } as const)
      : check,
  );
  const effects = noEffects();
  const about = aboutOf(app, environment);
  const passed = { kind: 'passed', evidence: 'verified', detail: {} } as const;
  decideOutcome(fixture.ctx, effects, app, { ...environment, checks }, 'connector_profile', passed, {
    actor: 'greenroom',
    instead: () => ({
      where: 'channel',
      message: { kind: 'profile_created', about, profileName: 'Acme Zoom', matchedBy: 'name', live: true },
    }),
  });
  expect(
    effects.notifications.flatMap(({ messages }) => messages.map(({ message }) => message.kind)),
  ).toEqual(['profile_created']);
});
