import { describe, expect, test } from 'vitest';
import type { WatchLevel } from '../../../../src/core/watches/watch_level.ts';
import { type Fixture, hour, type Said, T1, useFixture, zoe } from '../fixture.ts';

const stage = useFixture();

/** Another channel or person watches an app; null: every app. */
async function watches(fixture: Fixture, channel: string, level: WatchLevel, appId: string | null) {
  const at = [T1, channel, level, zoe, fixture.ctx.clock.now()];
  await (appId === null
    ? fixture.database.db.query('insert into workspace_watch values ($1, $2, $3, $4, $5)', at)
    : fixture.database.db.query(
        `insert into watch (workspace_id, channel_id, level, created_by, created_at, zoom_app_id) values ($1, $2, $3, $4, $5, $6)`,
        [...at, appId],
      ));
}

/** What each of these is told, as `where: kind`, or `card`. */
function saidIn(said: readonly Said[], channel: string): string[] {
  return said
    .filter((one) => one.channel === channel)
    .map(({ where, message }) => (message === null ? 'card' : `${where}: ${message.kind}`));
}

/** The secret of a live app is refused by Zoom from now on. */
async function breaks(fixture: Fixture, clientId: string): Promise<void> {
  await fixture.notifications();
  await fixture.database.db.query(`update delivery set state = 'sent'`);
  fixture.zoom.rotateSecret(clientId, 'another secret');
  await fixture.tick(24 * hour);
}

describe('who watches an app', () => {
  test('is notified at the level of the watch: a second channel, and a person without a card', async () => {
    const { fixture } = stage;
    const app = await fixture.registerLive();
    await watches(fixture, 'C2', 'failures', app.appId);
    await watches(fixture, 'C3', 'milestones', app.appId);
    await watches(fixture, zoe, 'all', app.appId);
    await breaks(fixture, app.pairs.development.clientId);
    const said = await fixture.notifications();
    expect(saidIn(said, 'C1')).toEqual(['card', 'channel: regressed', 'thread: stage_changed']);
    expect(saidIn(said, 'C2')).toEqual(['card', 'channel: regressed']);
    expect(saidIn(said, 'C3')).toEqual(['card']);
    expect(saidIn(said, zoe)).toEqual(['channel: regressed', 'channel: stage_changed']);
  });

  test('of every app gets the card of one with the first message about it', async () => {
    const { fixture } = stage;
    await watches(fixture, 'C9', 'failures', null);
    await watches(fixture, 'C8', 'milestones', null);
    const app = await fixture.registerLive();
    const before = await fixture.notifications();
    expect(saidIn(before, 'C9')).toEqual([]);
    expect(saidIn(before, 'C8').slice(0, 2)).toEqual(['card', 'thread: registered']);
    await breaks(fixture, app.pairs.development.clientId);
    expect(saidIn(await fixture.notifications(), 'C9')).toEqual(['card', 'channel: regressed']);
  });

  test('of one app and of every app is notified at the level of the one', async () => {
    const { fixture } = stage;
    await watches(fixture, 'C9', 'all', null);
    const app = await fixture.registerLive();
    await watches(fixture, 'C9', 'milestones', app.appId);
    await breaks(fixture, app.pairs.development.clientId);
    expect(saidIn(await fixture.notifications(), 'C9')).toEqual(['card']);
  });
});
