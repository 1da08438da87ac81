import { expect, test } from 'vitest';
import { claimDeliveries } from '../../../../src/store/deliveries/claim_deliveries.ts';
import { markSent } from '../../../../src/store/deliveries/delivery_transitions.ts';
import { ana, hour, T1, useFixture } from '../fixture.ts';

const the = useFixture();

test('what was shown is forgotten after a month, what waits is not, and the history stays', async () => {
  const { fixture } = the;
  const app = await fixture.register();
  const ids = await fixture.database.db.query<{ id: string }>('select id from delivery order by seq');
  const { db } = fixture.database;
  const now = fixture.ctx.clock.now();
  const [shown] = await claimDeliveries(db, [{ workspaceId: T1, channelId: 'C1' }], now);
  if (shown === null || shown === undefined) throw new Error('nothing waits');
  const { id, attempt } = shown;
  await markSent(db, [{ workspaceId: T1, id, attempt, ts: '1.1', postedIn: 'C1' }], now);
  const left = async () => {
    await fixture.usecases.deleteOldDeliveries({ workspaceId: T1 });
    return (await fixture.database.db.query('select from delivery')).length;
  };
  fixture.pass(29 * 24 * hour);
  expect(await left()).toBe(ids.length);
  fixture.pass(2 * 24 * hour);
  expect(await left()).toBe(ids.length - 1);
  expect(await fixture.events(app.appId)).not.toEqual([]);
});

test('what could not be told to a person for a month is given up; what waits for a channel is not', async () => {
  const { fixture } = the;
  await fixture.register();
  await fixture.usecases.pauseWatches({ workspaceId: T1, channelId: 'C1', why: 'is_archived' });
  const waiting = async () => {
    await fixture.usecases.deleteOldDeliveries({ workspaceId: T1 });
    const rows = await fixture.database.db.query<{ channel_id: string }>(
      `select distinct channel_id from delivery where state = 'queued' order by channel_id`,
    );
    return rows.map(({ channel_id }) => channel_id);
  };
  fixture.pass(29 * 24 * hour);
  expect(await waiting()).toEqual(['C1', ana]);
  fixture.pass(2 * 24 * hour);
  expect(await waiting()).toEqual(['C1']);
});
