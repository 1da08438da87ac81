import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../src/ids.ts';
import { readFreeProfiles, readProfileOf } from '../../src/store/connector_profiles.ts';
import { readProbeTrouble, takeDueProbes } from '../../src/store/credentials.ts';
import {
  cardsDrawnSince,
  countRepeatedDeliveries,
  countWaitingDeliveries,
  deleteOldDeliveries,
  queueCard,
  takeDelivery,
} from '../../src/store/deliveries.ts';
import {
  readEnvironment,
  readEnvironmentsOf,
  takeBaselines,
  takeDueAsks,
} from '../../src/store/environments.ts';
import { readEvents } from '../../src/store/events.ts';
import { readFigures } from '../../src/store/figures.ts';
import { countStages, pageOfZoomApps } from '../../src/store/lines.ts';
import { takeDueAccountChecks } from '../../src/store/linked_accounts.ts';
import type { Queryable } from '../../src/store/postgres/database.ts';
import { askedProfileIds, questionsAbout } from '../../src/store/profile_questions.ts';
import {
  anyTwoWaiting,
  readCandidateProfiles,
  stillWaiting,
  waitingByName,
  waitingForProfiles,
} from '../../src/store/profile_suitors.ts';
import { readWatches } from '../../src/store/watches.ts';
import {
  findZoomAppByName,
  lockZoomApp,
  readZoomApps,
  zoomAppsBeginning,
  zoomAppsNamed,
} from '../../src/store/zoom_apps.ts';
import { createTestDatabase, type TestDatabase } from '../harness/postgres.ts';

const apps = 20_000;
const now = new Date('2026-03-02T09:00:00Z');
const T1 = 'T1';

let database: TestDatabase;
let appId = '';
let environmentId = '';

beforeAll(async () => {
  database = await createTestDatabase();
  await database.db.tx(async (tx) => {
    for (const sql of manyApps) await tx.query(sql, [apps]);
  });
  for (const table of [
    'zoom_app',
    'environment',
    'readiness_check',
    'connector_profile',
    'event',
    'delivery',
    'watch',
  ])
    await database.db.query(`vacuum analyze ${table}`);
  const [row] = await database.db.query<{ app: string; environment: string }>(
    `select app.id as app, env.id as environment from zoom_app app
     join environment env on env.zoom_app_id = app.id where app.name_key = 'app 777'`,
  );
  appId = row?.app ?? '';
  environmentId = row?.environment ?? '';
}, 60_000);
afterAll(() => database.drop());

/** A database that runs what it is asked, and keeps the plan of each statement. */
function planned(): { db: Queryable; plans: { sql: string; plan: string }[] } {
  const plans: { sql: string; plan: string }[] = [];
  const query = async <Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> => {
    // The queue's function is not ours to plan.
    if (!sql.includes('graphile_worker')) {
      const rows = await database.db.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, values);
      plans.push({ sql, plan: rows.map((row) => row['QUERY PLAN']).join('\n') });
    }
    return database.db.query<Row>(sql, values);
  };
  return { db: { query }, plans };
}

const to = { workspaceId: T1, channelId: 'C7' };
const page = (filter: object) => (db: Queryable) =>
  pageOfZoomApps(db, T1, { words: [], stage: null, owner: null, ...filter }, null, 11);

const statements: readonly (readonly [string, (db: Queryable) => Promise<unknown>])[] = [
  ['one app by its name', (db) => findZoomAppByName(db, T1, 'App 777')],
  ['apps by a beginning', (db) => zoomAppsBeginning(db, T1, 'app 77', 8)],
  ['apps by several names', (db) => zoomAppsNamed(db, T1, ['app 777', 'nothing'])],
  ['an app, locked', (db) => lockZoomApp(db, T1, appId)],
  ['ten apps', (db) => readZoomApps(db, T1, [appId])],
  ['their environments', (db) => readEnvironmentsOf(db, T1, [appId])],
  ['one environment', (db) => readEnvironment(db, T1, environmentId)],
  ['the first page of the list', page({})],
  [
    'a page in the middle of the list',
    (db) => pageOfZoomApps(db, T1, { words: [], stage: null, owner: null }, 'app 5', 11),
  ],
  ['a page of the list by a word', page({ words: ['app'] })],
  ['a page of the list by a stage', page({ stage: 'testing' })],
  ['a page of the list by a rare stage', page({ stage: 'degraded' })],
  ['a page of the list by a word that is nowhere', page({ words: ['zebra'] })],
  ['a page of the list by an owner', page({ owner: 'U7' })],
  ['a page of the list by an owner and a rare stage', page({ owner: 'U7', stage: 'degraded' })],
  ['how many stand where', (db) => countStages(db, T1)],
  ['the history of an app', (db) => readEvents(db, { workspaceId: T1, appId, before: null, limit: 21 })],
  ['the watches of an app', (db) => readWatches(db, T1, [appId])],
  [
    'a card for a channel',
    (db) => queueCard(db, to, { id: newId(), subject: 'zoom_app', subjectId: appId }, now),
  ],
  ['the next delivery of a channel', (db) => takeDelivery(db, to, now)],
  ['old deliveries that are over', (db) => deleteOldDeliveries(db, T1, now, 100)],
  ['how many messages may stand twice', (db) => countRepeatedDeliveries(db, T1)],
  ['how many deliveries wait', (db) => countWaitingDeliveries(db, T1)],
  ['cards drawn lately', (db) => cardsDrawnSince(db, T1, now)],
  ['the profile of an environment', (db) => readProfileOf(db, T1, environmentId)],
  ['profiles that are free', (db) => readFreeProfiles(db, T1, 25)],
  ['environments without a baseline', (db) => takeBaselines(db, T1, now)],
  ['candidates for a match', (db) => readCandidateProfiles(db, T1, 1000)],
  [
    'who waits for a profile of that name',
    (db) => waitingByName(db, T1, [{ profileId: 'stray 1', appKey: 'app 777' }]),
  ],
  [
    'whether one environment waits for some profiles',
    (db) => stillWaiting(db, T1, [{ profileId: 'stray 1', environmentId }]),
  ],
  ['what was asked about', (db) => askedProfileIds(db, T1, ['stray 1'])],
  ['questions about a profile', (db) => questionsAbout(db, T1, ['stray 1'])],
  ['probes that are due', (db) => takeDueProbes(db, T1, now, now, 200)],
  ['reminders that are due', (db) => takeDueAsks(db, T1, now, now, 200)],
  ['account checks that are due', (db) => takeDueAccountChecks(db, T1, now, now, 20)],
  ['the figures for an operator', (db) => readFigures(db, new Date('2026-03-03T09:00:00Z'))],
  ['the last trouble with Zoom', (db) => readProbeTrouble(db, T1)],
];

describe(`among ${apps} apps`, () => {
  test.each(statements)('%s is found without reading a whole table', async (_what, run) => {
    const { db, plans } = planned();
    await run(db);
    expect(plans.length).toBeGreaterThan(0);
    for (const { sql, plan } of plans) {
      expect(plan, sql).not.toMatch(
        /Seq Scan on (zoom_app|environment|readiness_check|connector_profile|event|delivery|watch)\b/,
      );
    }
  });

  // Once for each new profile that nobody can place, and once a poll for each that is nobody's: a look at all who wait.
  test('who waits for a profile that nobody can place is found while a person waits', async () => {
    const { plans, db } = planned();
    await waitingForProfiles(db, T1, ['stray 1'], { channelId: null, environments: 200 });
    await anyTwoWaiting(db, T1, now);
    expect(plans).toHaveLength(2);
  });
});

/** A workspace as it may look after years, and a second one beside it. $1: how many apps. */
const manyApps: readonly string[] = [
  `insert into workspace (id, name, bot_user_id, created_at) select unnest(array['T1', 'T2']), 'W', 'U', now()
   where $1::int > 0`,
  `insert into zoom_app (workspace_id, id, name, name_key, management_type, channel_id, created_by, updated_by,
                         created_at, updated_at)
   select 'T1', gen_random_uuid(), 'App ' || n, 'app ' || n, 'admin', 'C' || n % 200, 'U1', 'U1', now(), now()
   from generate_series(1, $1) n`,
  `insert into zoom_app (workspace_id, id, name, name_key, management_type, channel_id, created_by, updated_by,
                         created_at, updated_at)
   select 'T2', id, name, name_key, 'admin', channel_id, 'U1', 'U1', now(), now() from zoom_app
   where substr(name_key, 5)::int <= $1 / 10`,
  `insert into zoom_app_owner (workspace_id, zoom_app_id, user_id)
   select workspace_id, id, 'U' || substr(name_key, 5)::int % 50 from zoom_app where $1::int > 0`,
  `insert into watch (workspace_id, channel_id, zoom_app_id, created_by, created_at)
   select workspace_id, channel_id, id, 'U1', now() from zoom_app where $1::int > 0`,
  `insert into environment (workspace_id, id, zoom_app_id, kind, client_id, stage, live_at, baseline_at, next_probe_at,
                            next_account_check_at, ask_again_at)
   select workspace_id, gen_random_uuid(), id, 'production', 'c', case when n % 10 < 8 then 'live' else 'testing' end,
          timestamptz '2026-01-01', timestamptz '2026-01-01' + n * interval '1 minute',
          timestamptz '2026-03-02' + n * interval '1 minute',
          case when n % 10 < 8 then timestamptz '2026-03-02' + n * interval '1 minute' end,
          case when n % 100 = 0 then timestamptz '2026-03-02' + n * interval '1 minute' end
   from (select *, substr(name_key, 5)::int as n from zoom_app) app where $1::int > 0`,
  `insert into readiness_check (workspace_id, environment_id, name, status, evidence, last_known)
   select workspace_id, id, name, 'passed', 'verified', 'passed' from environment,
     unnest(array['credentials', 'scopes', 'redirect', 'test_status', 'connector_profile', 'linked_account']) name
   where $1::int > 0`,
  `insert into connector_profile (workspace_id, id, name, active, first_seen_at, environment_id, matched_by)
   select workspace_id, 'profile ' || row_number() over (), 'P', true, timestamptz '2026-02-28', id, 'name'
   from environment where stage = 'live' and $1::int > 0`,
  `insert into connector_profile (workspace_id, id, name, active, first_seen_at)
   select 'T1', 'stray ' || n, 'Stray ' || n, true, timestamptz '2026-02-28' from generate_series(1, $1 / 400) n`,
  `insert into event (workspace_id, id, at, kind, actor, zoom_app_id)
   select workspace_id, gen_random_uuid(), now(), 'check_changed', 'U1', id from zoom_app, generate_series(1, 3)
   where $1::int > 0`,
  `insert into delivery (workspace_id, id, channel_id, kind, subject, subject_id, state, created_at)
   select workspace_id, gen_random_uuid(), channel_id, 'card', 'zoom_app', id, 'sent', timestamptz '2026-03-01'
   from zoom_app where $1::int > 0`,
];
