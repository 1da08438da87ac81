import { expect, onTestFinished, test } from 'vitest';
import { createDatabase, type Database } from '../../../../src/store/postgres/client/database.ts';
import { quietLog } from '../../../harness/log.ts';
import { type Fixture, minute, useFixture } from '../../../integration/usecases/fixture.ts';
import { dyingDatabase } from './dying_database.ts';
import { saveRows } from './saved_rows.ts';
import { type Work, works } from './work.ts';

// Whoever reads the clock twice reads two times: with one that stands still, what was done twice may look like once.
const stage = useFixture({ isLaterAtEachRead: true });

/** More than a claim or a postponement holds. */
const later = 11 * minute;

/**
 * What a person sees of it, and what is kept of it; without the ids and times, which are others each time. With what was superseded: sent
 * a moment earlier, it would stand twice.
 */
const everything: readonly string[] = [
  `select channel_id, in_thread, kind, subject, state, trouble, edits is not null as is_edit, message from delivery`,
  'select kind, actor, detail from event',
  'select name, archived_at is not null as archived from zoom_app',
  'select user_id, by_group from zoom_app_owner',
  'select state, ended_by from takeover',
  'select check_name, taken_by, ended_at is not null as ended, asked from regression',
  'select user_id from regression_notice',
  'select user_id from nudge',
  'select action, doer, nudges, stale from turn',
  'select user_id, unreachable_why from owner_contact',
  'select user_id from user_group_member',
  'select channel_id, next_at::date from digest',
  'select channel_id, level, set_by, paused_reason from watch',
  'select channel_id, level, set_by, paused_reason from workspace_watch',
  'select place, seen_by from introduction',
  'select name, status, reason from readiness_check',
  'select client_secret_sealed is not null as has_secret, stage from environment',
  'select active, environment_id is not null as assigned from connector_profile',
  `select key from graphile_worker.jobs where key like 'deliver:%'`,
];

async function kept({ db }: { readonly db: Database }): Promise<string[]> {
  const rows: string[] = [];
  for (const sql of everything)
    for (const row of await db.query(sql)) rows.push(`${sql.match(/from ([a-z_.]+)/)?.[1]} ${plain(row)}`);
  return rows.sort();
}

const plain = (row: object): string =>
  JSON.stringify(row)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'an id')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'a time');

/** The work as it is meant to end, and what puts everything back to its beginning. */
async function begun(fixture: Fixture, begin: (fixture: Fixture) => Promise<Work>) {
  const work = await begin(fixture);
  const { db } = fixture.database;
  const restore = await saveRows(db);
  const startedAt = fixture.ctx.clock.now();
  const back = async () => {
    await restore();
    fixture.pass(startedAt.getTime() - fixture.ctx.clock.now().getTime());
  };
  const finished = async () => {
    fixture.pass(later);
    await work(fixture.ctx);
    return kept(fixture.database);
  };
  const before = await kept(fixture.database);
  await work(fixture.ctx);
  const expected = await finished();
  expect(expected, 'there is something to do').not.toEqual(before);
  return { work, back, finished, expected };
}

test.each(Object.entries(works))(
  '%s is done once, and wholly, wherever a process is killed, and by two at the same time',
  async (_what, begin) => {
    const { fixture } = stage;
    const { work, back, finished, expected } = await begun(fixture, begin);
    for (let changes = 0, died = true; died; changes += 1) {
      await back();
      const db = dyingDatabase(fixture.database.db, changes);
      await Promise.allSettled([work({ ...fixture.ctx, db })]);
      died = db.died();
      expect(await finished(), `killed after ${changes} changes`).toEqual(expected);
    }
    const other = createDatabase({ connection: fixture.database.connection, log: quietLog });
    onTestFinished(() => other.stop());
    for (let times = 0; times < 2; times += 1) {
      await back();
      await Promise.allSettled([work(fixture.ctx), work({ ...fixture.ctx, db: other })]);
      expect(await finished(), 'by two at the same time').toEqual(expected);
    }
  },
);
