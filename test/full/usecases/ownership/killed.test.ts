import { expect, test } from 'vitest';
import type { MemberStatus } from '../../../../src/core/apps/member_status.ts';
import { syncGroupOwners } from '../../../../src/store/apps/save_zoom_app.ts';
import type { Queryable } from '../../../../src/store/postgres/client/database.ts';
import type { Context } from '../../../../src/usecases/changes/context.ts';
import { carryOutTakeovers } from '../../../../src/usecases/ownership/carry_out_takeovers.ts';
import { refreshOwnerContacts } from '../../../../src/usecases/ownership/refresh_owner_contacts.ts';
import { refreshUserGroups } from '../../../../src/usecases/ownership/refresh_user_groups.ts';
import {
  ana,
  type Fixture,
  hour,
  minute,
  T1,
  useFixture,
  zoe,
} from '../../../integration/usecases/fixture.ts';
import { ownedByGroup } from '../../../integration/usecases/owned_by_group.ts';

const stage = useFixture();
const ben = 'UBEN';

/** A process that is killed after so many steps: each statement, each commit and what follows it is one. */
function killedAfter(ctx: Context, steps: number): { readonly ctx: Context; isDead(): boolean } {
  let left = steps;
  const step = () => {
    left -= 1;
    if (left < 0) throw new Error('killed');
  };
  const within = (db: Queryable): Pick<Queryable, 'query'> => ({
    async query(sql, values, name) {
      step();
      return db.query(sql, values, name);
    },
  });
  const tx: Context['db']['tx'] = async (work) => {
    step();
    const value = await ctx.db.tx(async (inside) => {
      const done = await work(within(inside));
      step();
      return done;
    });
    step();
    return value;
  };
  return { ctx: { ...ctx, db: { ...ctx.db, ...within(ctx.db), tx } }, isDead: () => left < 0 };
}

interface Outcome {
  readonly owners: readonly string[];
  readonly events: readonly string[];
  readonly said: readonly string[];
}

interface Job {
  /** Prepares what it has to do, and returns what Slack says. */
  readonly begins: (fixture: Fixture) => Promise<Partial<Context>>;
  readonly runs: (ctx: Context) => Promise<unknown>;
  /** No fewer than it takes. */
  readonly steps: number;
  readonly ends: Outcome;
}

const jobs: Readonly<Record<string, Job>> = {
  'asking Slack about owners': {
    async begins(fixture) {
      await fixture.register({ name: 'Both', owners: [ana, ben] });
      await fixture.register({ name: 'Alone', owners: [ben] });
      const says = (id: string): MemberStatus => (id === ben ? 'deactivated' : 'member');
      return {
        admins: ['UADMIN'],
        memberStatusesOf: async (ids) => new Map(ids.map((id) => [id, says(id)])),
      };
    },
    runs: (ctx) => refreshOwnerContacts(ctx, T1, 10),
    steps: 26,
    ends: {
      owners: [`Alone: ${ben}`, `Both: ${ana} ${ben}`],
      events: ['Alone: owner_unreachable', 'Both: owner_unreachable'],
      said: ['C1 thread', 'UADMIN channel', `${ana} channel`].map((to) => `${to} owner_unreachable`),
    },
  },
  'listing user groups': {
    async begins(fixture) {
      const { appId } = await fixture.register({ name: 'Theirs' });
      await ownedByGroup(fixture, appId, [zoe]);
      await syncGroupOwners(fixture.database.db, T1, [appId]);
      return {
        userGroups: {
          list: async () => ({ kind: 'unknown' }),
          members: async () => ({ kind: 'members', userIds: [ben] }),
        },
      };
    },
    async runs(ctx) {
      // Its next time is an hour away, whoever took it.
      await ctx.db.query('update user_group set next_look_at = $1', [ctx.clock.now()]);
      await refreshUserGroups(ctx, T1, 10);
    },
    steps: 26,
    ends: {
      owners: [`Theirs: ${ana} ${ben}`],
      events: ['Theirs: owners_changed'],
      said: [],
    },
  },
  'carrying out a takeover': {
    async begins(fixture) {
      const { appId } = await fixture.register({ name: 'Asked For', owners: [ana, ben] });
      await fixture.usecases.askTakeover({ workspaceId: T1, actor: zoe, appId, channelId: 'C1' });
      await fixture.database.db.query(
        `update delivery set state = 'sent', sent_at = $1, message_ts = '1.1' where state = 'queued'`,
        [fixture.ctx.clock.now()],
      );
      fixture.pass(25 * hour);
      return {};
    },
    runs: (ctx) => carryOutTakeovers(ctx, T1, 10),
    steps: 50,
    ends: {
      owners: [`Asked For: ${ana} ${ben} ${zoe}`],
      events: ['Asked For: owners_changed'],
      said: [
        ...['C1', ana, ben].map((to) => `${to} channel takeover_asked`),
        ...['C1 thread', `${ana} channel`, `${ben} channel`, `${zoe} channel`].map(
          (to) => `${to} owners_changed`,
        ),
      ].sort(),
    },
  },
};

/** Who owns what, what is in the histories, and what was said to whom. */
async function outcome(fixture: Fixture): Promise<Outcome> {
  const { db } = fixture.database;
  const owners = await db.query<{ line: string }>(
    `select app.name || ': ' || string_agg(user_id, ' ' order by user_id) as line
     from zoom_app app join zoom_app_owner owner on owner.zoom_app_id = app.id group by app.name order by app.name`,
  );
  const events = await db.query<{ line: string }>(
    `select app.name || ': ' || kind as line from event join zoom_app app on app.id = event.zoom_app_id
     where kind in ('owners_changed', 'owner_unreachable', 'takeover_ended') order by line`,
  );
  const said = (await fixture.notifications()).flatMap(({ channel, where, message }) =>
    message === null ? [] : [`${channel} ${where} ${message.kind}`],
  );
  const lines = (rows: readonly { line: string }[]) => rows.map(({ line }) => line);
  return { owners: lines(owners), events: lines(events), said: said.sort() };
}

/** Every number of steps with which a process can be killed, and one with which it is not. */
const cases = Object.entries(jobs).flatMap(([name, { steps }]) =>
  Array.from({ length: steps + 1 }, (_, after) => ({ name, after, steps })),
);

test.each(cases)(
  '$name: is done once and whole by the next process where one is killed after $after steps',
  async ({ name, after, steps }) => {
    const job = jobs[name];
    if (job === undefined) throw new Error('no such job');
    const { fixture } = stage;
    const known = await job.begins(fixture);
    await fixture.notifications();
    const killed = killedAfter({ ...fixture.ctx, ...known }, after);
    await job.runs(killed.ctx).catch(() => {});
    if (after === steps) expect(killed.isDead(), 'with as many steps as it may take').toBe(false);
    // What it had claimed is free again.
    fixture.pass(11 * minute);
    await job.runs({ ...fixture.ctx, ...known });
    expect(await outcome(fixture)).toEqual(job.ends);
    await job.runs({ ...fixture.ctx, ...known });
    expect((await outcome(fixture)).said).toEqual([]);
  },
);
