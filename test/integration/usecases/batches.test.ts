import { describe, expect, test } from 'vitest';
import { Secret } from '../../../src/core/secrets/secret.ts';
import { takeDueProbes } from '../../../src/store/apps/credentials.ts';
import { saveProfileList } from '../../../src/store/profiles/connector_profiles.ts';
import { saveWorkspace } from '../../../src/store/workspaces/workspaces.ts';
import { sealSecrets, seedCrowd } from '../../harness/crowd.ts';
import { ana, hour, minute, type Registered, T1, useWorld, type World, zoe } from './world.ts';

const T2 = 'T0TWIN';
const stage = useWorld();

interface Life {
  readonly name: string;
  /** Before the first look. */
  readonly born?: (world: World, app: Registered, workspaceId: string) => Promise<unknown> | unknown;
  /** After the first look, before the second. */
  readonly later?: (world: World, app: Registered, workspaceId: string) => Promise<unknown> | unknown;
}

const clientOf = (app: Registered) => app.pairs.development.clientId;
const replace =
  (pair: (world: World) => { clientId: string; clientSecret: string }) =>
  async (world: World, app: Registered, workspaceId: string) => {
    const { clientId, clientSecret } = pair(world);
    const environmentId = app.environments.development;
    const secret = new Secret(clientSecret);
    await world.usecases.replaceCredentials({ workspaceId, actor: ana, environmentId, clientId, secret });
  };
const refused = (world: World) => ({ ...world.zoom.addApp(), clientSecret: 'not the secret' });

/** Everything that can become of a pair between two looks. */
const lives: readonly Life[] = [
  { name: 'Good' },
  { name: 'Refused', born: (world, app) => world.zoom.rotateSecret(clientOf(app), 'another') },
  { name: 'Disabled', born: (world, app) => world.zoom.disableApp(clientOf(app)) },
  { name: 'Broken later', later: (world, app) => world.zoom.rotateSecret(clientOf(app), 'another') },
  { name: 'Disabled later', later: (world, app) => world.zoom.disableApp(clientOf(app)) },
  {
    name: 'Repaired',
    born: (world, app) => world.zoom.disableApp(clientOf(app)),
    later: (world, app) => world.zoom.enableApp(clientOf(app)),
  },
  { name: 'Replaced well', later: replace((world) => world.zoom.addApp()) },
  { name: 'Replaced badly', later: replace(refused) },
  {
    name: 'Wrong twice',
    born: (world, app) => world.zoom.rotateSecret(clientOf(app), 'another'),
    later: replace(refused),
  },
  {
    name: 'Wrong, then right',
    born: (world, app) => world.zoom.rotateSecret(clientOf(app), 'another'),
    later: replace((world) => world.zoom.addApp()),
  },
  {
    name: 'On its way',
    later: async (world, app, workspaceId) => {
      for (const what of ['redirect', 'test_status'] as const) {
        const environmentId = app.environments.development;
        await world.usecases.attest({ workspaceId, actor: zoe, environmentId, what });
      }
    },
  },
];

/** What stands in a table after all, by the names of apps, without what differs by chance: ids and sealed secrets. */
async function written(world: World, workspaceId: string): Promise<unknown> {
  const query = (sql: string) => world.database.db.query(sql, [workspaceId]);
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

async function due(world: World, workspaceId: string): Promise<string[]> {
  const rows = await world.database.db.query<{ id: string }>(
    `update environment set next_probe_at = $2 where workspace_id = $1 returning id`,
    [workspaceId, world.ctx.clock.now()],
  );
  return rows.map((row) => row.id);
}

describe('a batch of due credentials', () => {
  test('leaves what one look after the other leaves', async () => {
    const { world } = stage;
    await saveWorkspace(
      world.database.db,
      { id: T2, name: 'Twin', botUserId: 'UBOT' },
      world.ctx.clock.now(),
    );
    const looks = {
      [T1]: () => world.usecases.checkCredentials({ workspaceId: T1 }),
      [T2]: async () => {
        for (const environmentId of await due(world, T2)) {
          await world.usecases.probeCredentials({ workspaceId: T2, environmentId });
        }
      },
    };
    const apps = new Map<string, Registered>();
    const both = async (step: 'born' | 'later') => {
      for (const workspaceId of [T1, T2]) {
        for (const life of lives) {
          const app = apps.get(workspaceId + life.name);
          if (app !== undefined) await life[step]?.(world, app, workspaceId);
        }
      }
    };
    const lookAtAll = async () => {
      await due(world, T1);
      for (const look of Object.values(looks)) await look();
      expect(await written(world, T1)).toEqual(await written(world, T2));
    };
    for (const workspaceId of [T1, T2]) {
      for (const { name } of lives) {
        apps.set(workspaceId + name, await world.register({ workspaceId, name }));
      }
    }
    await both('born');
    await lookAtAll();
    await both('later');
    world.pass(hour);
    await lookAtAll();
    // Nothing new: only the times move on.
    world.pass(hour);
    await lookAtAll();
    world.zoom.down();
    world.pass(hour);
    await lookAtAll();
    world.zoom.clearWeather();
    world.pass(hour);
    await lookAtAll();
  });

  test('that was taken by a process which died is due again, and nothing is said twice', async () => {
    const { world } = stage;
    const { environments } = await world.register();
    await world.runJobs();
    await world.news();
    await due(world, T1);
    const now = world.ctx.clock.now();
    const taken = await takeDueProbes(world.database.db, T1, now, new Date(now.getTime() + 10 * minute), 100);
    expect(taken.map((pair) => pair.environmentId)).toEqual([environments.development]);
    const asked = () => world.zoom.requests.count('/oauth/token');
    const before = asked();
    await world.usecases.checkCredentials({ workspaceId: T1 });
    expect(asked()).toBe(before);
    world.pass(11 * minute);
    await Promise.all([1, 2].map(() => world.usecases.checkCredentials({ workspaceId: T1 })));
    expect(asked()).toBe(before + 1);
    expect(await world.news()).toEqual([]);
  });

  test('is written down though the secret of one cannot be opened', async () => {
    const { world } = stage;
    const [one, two] = [await world.register({ name: 'One' }), await world.register({ name: 'Two' })];
    await world.database.db.query(`update environment set client_secret_sealed = 'v1.k1.x.y' where id = $1`, [
      one.environments.development,
    ]);
    await due(world, T1);
    await world.usecases.checkCredentials({ workspaceId: T1 });
    expect(await world.check(two.environments.development, 'credentials')).toMatchObject({
      status: 'passed',
    });
    expect(await world.check(one.environments.development, 'credentials')).toMatchObject({
      status: 'unknown',
      reason: 'secret_unreadable',
    });
  });

  test('is the last one while Zoom gives no answers', async () => {
    const { world } = stage;
    await seedCrowd(world.database.connection, { workspaceId: 'TCROWD', apps: 250, channels: 5, live: 0 });
    await sealSecrets(world.database.db, world.ctx.vault, 'TCROWD');
    expect(await due(world, 'TCROWD')).toHaveLength(250);
    world.zoom.down();
    await world.usecases.checkCredentials({ workspaceId: 'TCROWD' });
    const [left] = await world.database.db.query<{ due: number }>(
      `select count(*)::int as due from environment where next_probe_at <= $1`,
      [world.ctx.clock.now()],
    );
    expect(left?.due).toBeGreaterThan(0);
  });
});

describe('a list of profiles', () => {
  test('that is the first is the baseline of everybody who waits, in batches, with the time of the list', async () => {
    const { world } = stage;
    const { db } = world.database;
    await seedCrowd(world.database.connection, { workspaceId: 'TCROWD', apps: 250, channels: 5, live: 0 });
    await db.query(`update environment set baseline_at = null where workspace_id = 'TCROWD'`);
    world.stackone.createProfile({ name: 'Before' });
    await world.usecases.pollStackone({ workspaceId: 'TCROWD', force: true });
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
    const { world } = stage;
    await seedCrowd(world.database.connection, { workspaceId: 'TCROWD', apps: 250, channels: 5, live: 0 });
    await world.database.db.query(`update environment set baseline_at = $1`, [world.ctx.clock.now()]);
    world.pass(minute);
    for (let n = 1; n <= 250; n += 1) world.stackone.createProfile({ name: `Integration ${n}` });
    for (let poll = 0; poll < 3; poll += 1) {
      await world.usecases.pollStackone({ workspaceId: 'TCROWD', force: true });
    }
    const [said] = await world.database.db.query(
      `select count(*)::int as all, count(distinct message -> 'about' ->> 'environmentId')::int as environments
       from delivery where message ->> 'kind' = 'profile_created'`,
    );
    expect(said).toEqual({ all: 250, environments: 250 });
    const [held] = await world.database.db.query(
      `select count(*)::int as held from connector_profile profile
       join environment env on env.id = profile.environment_id
       join zoom_app app on app.id = env.zoom_app_id and app.name = profile.name`,
    );
    expect(held).toEqual({ held: 250 });
  });

  test('that a process wrote down before it died is told by the next poll', async () => {
    const { world } = stage;
    const { environmentId, profileId } = await world.registerLive();
    await world.news();
    world.stackone.disableProfile(profileId);
    world.pass(minute);
    const list = [{ id: profileId, name: 'Acme Zoom', active: false }];
    await saveProfileList(world.database.db, T1, list, world.ctx.clock.now());
    await world.tick();
    expect(await world.check(environmentId, 'connector_profile')).toMatchObject({
      reason: 'profile_disabled',
    });
    await world.tick();
    expect((await world.words()).filter((one) => one === 'channel: regressed')).toHaveLength(1);
  });
});
