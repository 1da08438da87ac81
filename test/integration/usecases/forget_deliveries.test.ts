import { expect, test } from 'vitest';
import { takeDeliveries } from '../../../src/store/deliveries/deliveries.ts';
import { markSent } from '../../../src/store/deliveries/delivery_transitions.ts';
import { ana, hour, T1, useWorld } from './world.ts';

const the = useWorld();

test('what was shown is forgotten after a month, what waits is not, and the history stays', async () => {
  const { world } = the;
  const app = await world.register();
  const ids = await world.database.db.query<{ id: string }>('select id from delivery order by seq');
  const { db } = world.database;
  const now = world.ctx.clock.now();
  const [shown] = await takeDeliveries(db, [{ workspaceId: T1, channelId: 'C1' }], now);
  if (shown === null || shown === undefined) throw new Error('nothing waits');
  const { id, attempt } = shown;
  await markSent(db, [{ workspaceId: T1, id, attempt, ts: '1.1', postedIn: 'C1' }], now);
  const left = async () => {
    await world.usecases.forgetDeliveries({ workspaceId: T1 });
    return (await world.database.db.query('select from delivery')).length;
  };
  world.pass(29 * 24 * hour);
  expect(await left()).toBe(ids.length);
  world.pass(2 * 24 * hour);
  expect(await left()).toBe(ids.length - 1);
  expect(await world.events(app.appId)).not.toEqual([]);
});

test('what could not be told to a person for a month is given up; what waits for a channel is not', async () => {
  const { world } = the;
  await world.register();
  await world.usecases.pauseWatches({ workspaceId: T1, channelId: 'C1', why: 'is_archived' });
  const waiting = async () => {
    await world.usecases.forgetDeliveries({ workspaceId: T1 });
    const rows = await world.database.db.query<{ channel_id: string }>(
      `select distinct channel_id from delivery where state = 'queued' order by channel_id`,
    );
    return rows.map(({ channel_id }) => channel_id);
  };
  world.pass(29 * 24 * hour);
  expect(await waiting()).toEqual(['C1', ana]);
  world.pass(2 * 24 * hour);
  expect(await waiting()).toEqual(['C1']);
});
