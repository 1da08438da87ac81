import { expect, test } from 'vitest';
import { readZoomApp } from '../../../src/store/apps/zoom_apps.ts';
import { aboutOf, decideOutcome } from '../../../src/usecases/changes/record_outcome.ts';
import { noEffects } from '../../../src/usecases/changes/write_effects.ts';
import { hour, minute, T1, useWorld } from './world.ts';

const stage = useWorld();

test('a profile that goes back and forth is told of a few times, then only shown, and all of it is in the history', async () => {
  const { world } = stage;
  const { appId, environmentId, profileId } = await world.registerLive();
  await world.news();
  const breaks = async () => {
    world.stackone.disableProfile(profileId);
    await world.tick(minute);
  };
  const mends = async () => {
    world.stackone.enableProfile(profileId);
    await world.tick(minute);
  };
  for (let swing = 0; swing < 6; swing += 1) {
    await breaks();
    await mends();
  }
  const said = (await world.news()).flatMap(({ where, message }) => (where === 'channel' ? [message] : []));
  const told = said.filter((message) => message !== null);
  expect(told.map(({ kind }) => kind)).toEqual([
    ...['regressed', 'recovered', 'regressed', 'recovered', 'regressed', 'recovered'],
    'regressed',
  ]);
  expect(told.map((message) => 'unsteady' in message)).toEqual([...Array(6).fill(false), true]);

  // Nobody hears of the last one either, but the card shows how things are.
  await breaks();
  expect((await world.check(environmentId, 'connector_profile')).status).toBe('failed');
  expect(await world.words()).toEqual([]);
  const swings = await world.database.db.query<{ damped: boolean }>(
    `select detail ? 'damped' as damped from event
     where zoom_app_id = $1 and detail ->> 'change' in ('regressed', 'recovered')`,
    [appId],
  );
  expect(swings).toHaveLength(13);
  expect(swings.filter(({ damped }) => damped)).toHaveLength(6);

  world.pass(hour);
  await mends();
  expect(await world.words()).toContain('channel: recovered');
});

test('that a profile was created is told however often the check went back and forth before', async () => {
  const { world } = stage;
  const { appId, environmentId } = await world.registerLive();
  const app = await readZoomApp(world.database.db, T1, appId);
  if (app === null) throw new Error('not registered');
  const environment = await world.environment(environmentId);
  const swings = Array.from({ length: 7 }, () => world.ctx.clock.now().toISOString());
  const checks = environment.checks.map((check) =>
    check.name === 'connector_profile'
      ? ({ ...check, status: 'failed', lastKnown: 'failed', detail: { broke: true, swings } } as const)
      : check,
  );
  const effects = noEffects();
  const about = aboutOf(app, environment);
  const passed = { kind: 'passed', evidence: 'verified', detail: {} } as const;
  decideOutcome(world.ctx, effects, app, { ...environment, checks }, 'connector_profile', passed, {
    actor: 'greenroom',
    instead: () => ({
      where: 'channel',
      message: { kind: 'profile_created', about, profileName: 'Acme Zoom', matchedBy: 'name', live: true },
    }),
  });
  expect(effects.news.flatMap(({ messages }) => messages.map(({ message }) => message.kind))).toEqual([
    'profile_created',
  ]);
});
