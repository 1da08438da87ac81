import { describe, expect, test } from 'vitest';
import { Secret } from '../../../../src/core/secrets/secret.ts';
import { takeDueProbes } from '../../../../src/store/apps/credentials.ts';
import { saveProfileList } from '../../../../src/store/profiles/save_profile_list.ts';
import { saveWorkspace } from '../../../../src/store/workspaces/workspaces.ts';
import { sealSecrets, seedCrowd } from '../../../harness/crowd.ts';
import { ana, type Fixture, hour, minute, type Registered, T1, useFixture, zoe } from '../fixture.ts';

const T2 = 'T0TWIN';
const stage = useFixture();

interface Life {
  readonly name: string;
  /** Before the first look. */
  readonly born?: (fixture: Fixture, app: Registered, workspaceId: string) => Promise<unknown> | unknown;
  /** After the first look, before the second. */
  readonly later?: (fixture: Fixture, app: Registered, workspaceId: string) => Promise<unknown> | unknown;
}

const clientOf = (app: Registered) => app.pairs.development.clientId;
const replace =
  (pair: (fixture: Fixture) => { clientId: string; clientSecret: string }) =>
  async (fixture: Fixture, app: Registered, workspaceId: string) => {
    const { clientId, clientSecret } = pair(fixture);
    const environmentId = app.environments.development;
    const secret = new Secret(clientSecret);
    await fixture.usecases.replaceCredentials({ workspaceId, actor: ana, environmentId, clientId, secret });
  };
const refused = (fixture: Fixture) => ({ ...fixture.zoom.addApp(), clientSecret: 'not the secret' });

/** Everything that can become of a pair between two looks. */
const lives: readonly Life[] = [
  { name: 'Good' },
  { name: 'Refused', born: (fixture, app) => fixture.zoom.rotateSecret(clientOf(app), 'another') },
  { name: 'Disabled', born: (fixture, app) => fixture.zoom.disableApp(clientOf(app)) },
  { name: 'Broken later', later: (fixture, app) => fixture.zoom.rotateSecret(clientOf(app), 'another') },
  { name: 'Disabled later', later: (fixture, app) => fixture.zoom.disableApp(clientOf(app)) },
  {
    name: 'Repaired',
    born: (fixture, app) => fixture.zoom.disableApp(clientOf(app)),
    later: (fixture, app) => fixture.zoom.enableApp(clientOf(app)),
  },
  { name: 'Replaced well', later: replace((fixture) => fixture.zoom.addApp()) },
  { name: 'Replaced badly', later: replace(refused) },
  {
    name: 'Wrong twice',
    born: (fixture, app) => fixture.zoom.rotateSecret(clientOf(app), 'another'),
    later: replace(refused),
  },
  {
    name: 'Wrong, then right',
    born: (fixture, app) => fixture.zoom.rotateSecret(clientOf(app), 'another'),
    later: replace((fixture) => fixture.zoom.addApp()),
  },
  {
    name: 'On its way',
    later: async (fixture, app, workspaceId) => {
      for (const what of ['redirect', 'test_status'] as const) {
        const environmentId = app.environments.development;
        await fixture.usecases.attest({ workspaceId, actor: zoe, environmentId, what });
      }
    },
  },
];

/** What stands in a table after all, by the names of apps, without what differs by chance: ids and sealed secrets. */
async function written(fixture: Fixture, workspaceId: string): Promise<unknown> {
  const query = (sql: string) => fixture.database.db.query(sql, [workspaceId]);
  const named = `from zoom_app app join environment env using (workspace_id)`;
  return {
    environments: await query(
      `select app.name, env.stage, env.live_at, env.next_probe_at, env.probed_at, env.pending_client_id is null as settled
       ${named} where app.workspace_id = $1 and env.zoom_app_id = app.id order by app.name`,
    ),
    checks: await query(
      `select app.name as app, looked.name, status, evidence, reason, detail, last_known, known_at, looked_at, attested_by
       ${named} join readiness_check looked on looked.workspace_id = $1 and looked.environment_id = env.id
       where app.workspace_id = $1 and env.zoom_app_id = app.id order by app.name, looked.name`,
    ),
    events: await query(
      `select app.name, event.kind, event.actor, event.at, event.detail from event
       join zoom_app app on app.workspace_id = $1 and app.id = event.zoom_app_id
       where event.workspace_id = $1 order by app.name, event.seq`,
    ),
    deliveries: await query(
      `select app.name, delivery.channel_id, delivery.kind, delivery.in_thread, delivery.state, delivery.message ->> 'kind' as says,
              delivery.message - 'about' - 'appId' as message
       from delivery join zoom_app app on app.workspace_id = $1 and app.id = delivery.subject_id
       where delivery.workspace_id = $1 order by app.name, delivery.seq`,
    ),
    loud: await query(
      `select message -> 'about' ->> 'appName' as name, message ->> 'kind' as says from delivery
       where workspace_id = $1 and subject_id is null order by 1, seq`,
    ),
    jobs: await query(
      `select app.name, job.task_identifier, count(*)::int ${named}
       join graphile_worker.jobs job on job.key = 'probe_credentials:' || $1 || ':' || env.id
       where app.workspace_id = $1 and env.zoom_app_id = app.id group by 1, 2 order by 1`,
    ),
  };
}

async function due(fixture: Fixture, workspaceId: string): Promise<string[]> {
  const rows = await fixture.database.db.query<{ id: string }>(
    `update environment set next_probe_at = $2 where workspace_id = $1 returning id`,
    [workspaceId, fixture.ctx.clock.now()],
  );
  return rows.map((row) => row.id);
}

describe('a batch of due credentials', () => {
  test('leaves what one look after the other leaves', async () => {
    const { fixture } = stage;
    await saveWorkspace(
      fixture.database.db,
      { id: T2, name: 'Twin', botUserId: 'UBOT' },
      fixture.ctx.clock.now(),
    );
    const looks = {
      [T1]: () => fixture.usecases.checkCredentials({ workspaceId: T1 }),
      [T2]: async () => {
        for (const environmentId of await due(fixture, T2)) {
          await fixture.usecases.probeCredentials({ workspaceId: T2, environmentId });
        }
      },
    };
    const apps = new Map<string, Registered>();
    const both = async (step: 'born' | 'later') => {
      for (const workspaceId of [T1, T2]) {
        for (const life of lives) {
          const app = apps.get(workspaceId + life.name);
          if (app !== undefined) await life[step]?.(fixture, app, workspaceId);
        }
      }
    };
    const lookAtAll = async () => {
      await due(fixture, T1);
      for (const inspect of Object.values(looks)) await inspect();
      expect(await written(fixture, T1)).toEqual(await written(fixture, T2));
    };
    for (const workspaceId of [T1, T2]) {
      for (const { name } of lives) {
        apps.set(workspaceId + name, await fixture.register({ workspaceId, name }));
      }
    }
    await both('born');
    await lookAtAll();
    await both('later');
    fixture.pass(hour);
    await lookAtAll();
    // Nothing new: only the times move on.
    fixture.pass(hour);
    await lookAtAll();
    fixture.zoom.down();
    fixture.pass(hour);
    await lookAtAll();
    fixture.zoom.clearFaults();
    fixture.pass(hour);
    await lookAtAll();
  });

  test('that was taken by a process which died is due again, and nothing is said twice', async () => {
    const { fixture } = stage;
    const { environments } = await fixture.register();
    await fixture.runJobs();
    await fixture.notifications();
    await due(fixture, T1);
    const now = fixture.ctx.clock.now();
    const taken = await takeDueProbes(
      fixture.database.db,
      T1,
      now,
      new Date(now.getTime() + 10 * minute),
      100,
    );
    expect(taken.map((pair) => pair.environmentId)).toEqual([environments.development]);
    const asked = () => fixture.zoom.requests.count('/oauth/token');
    const before = asked();
    await fixture.usecases.checkCredentials({ workspaceId: T1 });
    expect(asked()).toBe(before);
    fixture.pass(11 * minute);
    await Promise.all([1, 2].map(() => fixture.usecases.checkCredentials({ workspaceId: T1 })));
    expect(asked()).toBe(before + 1);
    expect(await fixture.notifications()).toEqual([]);
  });

  test('is written down though the secret of one cannot be opened', async () => {
    const { fixture } = stage;
    const [one, two] = [await fixture.register({ name: 'One' }), await fixture.register({ name: 'Two' })];
    await fixture.database.db.query(
      `update environment set client_secret_sealed = 'v1.k1.x.y' where id = $1`,
      [one.environments.development],
    );
    await due(fixture, T1);
    await fixture.usecases.checkCredentials({ workspaceId: T1 });
    expect(await fixture.check(two.environments.development, 'credentials')).toMatchObject({
      status: 'passed',
    });
    expect(await fixture.check(one.environments.development, 'credentials')).toMatchObject({
      status: 'unknown',
      reason: 'secret_unreadable',
    });
  });

  test('is the last one while Zoom gives no answers', async () => {
    const { fixture } = stage;
    await seedCrowd(fixture.database.connection, { workspaceId: 'TCROWD', apps: 250, channels: 5, live: 0 });
    await sealSecrets(fixture.database.db, fixture.ctx.vault, 'TCROWD');
    expect(await due(fixture, 'TCROWD')).toHaveLength(250);
    fixture.zoom.down();
    await fixture.usecases.checkCredentials({ workspaceId: 'TCROWD' });
    const [left] = await fixture.database.db.query<{ due: number }>(
      `select count(*)::int as due from environment where next_probe_at <= $1`,
      [fixture.ctx.clock.now()],
    );
    expect(left?.due).toBeGreaterThan(0);
  });
});

describe('a list of profiles', () => {
  test('that is the first is the baseline of everybody who waits, in batches, with the time of the list', async () => {
    const { fixture } = stage;
    const { db } = fixture.database;
    await seedCrowd(fixture.database.connection, { workspaceId: 'TCROWD', apps: 250, channels: 5, live: 0 });
    await db.query(`update environment set baseline_at = null where workspace_id = 'TCROWD'`);
    fixture.stackone.createProfile({ name: 'Before' });
    await fixture.usecases.pollStackone({ workspaceId: 'TCROWD', force: true });
    const baselines = await db.query(
      `select count(*)::int as environments, count(distinct baseline_at)::int as times, count(distinct environment.xmin::text) > 1 as batches
       from environment join stackone_poll poll on poll.workspace_id = environment.workspace_id
       where environment.workspace_id = 'TCROWD' and baseline_at = answered_at`,
    );
    expect(baselines).toEqual([{ environments: 250, times: 1, batches: true }]);
    const events = await db.query(
      `select count(*)::int as count from event where workspace_id = 'TCROWD' and kind = 'baseline_taken'`,
    );
    expect(events).toEqual([{ count: 250 }]);
  });

  test('for hundreds of apps gives each its own, and says so once', async () => {
    const { fixture } = stage;
    await seedCrowd(fixture.database.connection, { workspaceId: 'TCROWD', apps: 250, channels: 5, live: 0 });
    await fixture.database.db.query(`update environment set baseline_at = $1`, [fixture.ctx.clock.now()]);
    fixture.pass(minute);
    for (let n = 1; n <= 250; n += 1) fixture.stackone.createProfile({ name: `Integration ${n}` });
    for (let poll = 0; poll < 3; poll += 1) {
      await fixture.usecases.pollStackone({ workspaceId: 'TCROWD', force: true });
    }
    const [said] = await fixture.database.db.query(
      `select count(*)::int as all, count(distinct message -> 'about' ->> 'environmentId')::int as environments
       from delivery where message ->> 'kind' = 'profile_created'`,
    );
    expect(said).toEqual({ all: 250, environments: 250 });
    const [held] = await fixture.database.db.query(
      `select count(*)::int as held from connector_profile profile
       join environment env on env.id = profile.environment_id
       join zoom_app app on app.id = env.zoom_app_id and app.name = profile.name`,
    );
    expect(held).toEqual({ held: 250 });
  });

  test('that a process recorded before it died is announced by the next poll', async () => {
    const { fixture } = stage;
    const { environmentId, profileId } = await fixture.registerLive();
    await fixture.notifications();
    fixture.stackone.disableProfile(profileId);
    fixture.pass(minute);
    const list = [{ id: profileId, name: 'Acme Zoom', active: false }];
    await saveProfileList(fixture.database.db, T1, list, fixture.ctx.clock.now());
    await fixture.tick();
    expect(await fixture.check(environmentId, 'connector_profile')).toMatchObject({
      reason: 'profile_disabled',
    });
    await fixture.tick();
    expect((await fixture.words()).filter((one) => one === 'channel: regressed')).toHaveLength(1);
  });
});
