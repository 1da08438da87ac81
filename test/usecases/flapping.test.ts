import { expect, test } from 'vitest';
import { hour, minute, useWorld } from './world.ts';

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
