import { expect, test } from 'vitest';
import type { UserGroups } from '../../../../src/core/ownership/user_groups.ts';
import { bindUseCases, type UseCases } from '../../../../src/usecases/bind_use_cases.ts';
import { carryOutTakeovers } from '../../../../src/usecases/ownership/carry_out_takeovers.ts';
import {
  ana,
  type Fixture,
  hour,
  second,
  T1,
  useFixture,
  zoe,
} from '../../../integration/usecases/fixture.ts';
import { shown } from '../../../integration/usecases/shown.ts';

const stage = useFixture();
const ben = 'UBEN';
const admin = 'UADMIN';

/** Two apps of Ana's and Ben's; Zoe has asked for the first one, and nobody objected. */
interface Requested {
  readonly fixture: Fixture;
  readonly usecases: UseCases;
  readonly appId: string;
  readonly otherId: string;
  readonly takeoverId: string;
  readonly version: number;
}

const userGroups: UserGroups = {
  list: async () => ({ kind: 'groups', groups: [{ id: 'S1', handle: 'team', name: 'Team' }] }),
  members: async () => ({ kind: 'members', userIds: [zoe, ben] }),
};

async function requestTakeover(fixture: Fixture): Promise<Requested> {
  const usecases = bindUseCases({ ...fixture.ctx, admins: [admin], userGroups });
  const { appId, card } = await fixture.register({ name: 'One', owners: [ana, ben] });
  const { appId: otherId } = await fixture.register({ name: 'Other', owners: [ana, ben] });
  const asked = await usecases.askTakeover({ workspaceId: T1, actor: zoe, appId, channelId: 'C1' });
  if (!asked.ok || asked.value.kind !== 'asked') throw new Error('it was to be asked for');
  await shown(fixture);
  fixture.pass(25 * hour);
  await fixture.notifications();
  const { version } = card.app;
  return { fixture, usecases, appId, otherId, takeoverId: asked.value.takeover.id, version };
}

type Act = (given: Requested) => Promise<unknown>;
const by = (actor: string) => ({ workspaceId: T1, actor });

/** What people and the sweep can do to who owns an app, and whether it is there. */
const acts: Readonly<Record<string, Act>> = {
  'an admin takes over': ({ usecases, appId }) =>
    usecases.askTakeover({ ...by(admin), appId, channelId: null }),
  'somebody else asks': ({ usecases, appId }) =>
    usecases.askTakeover({ ...by('UNEXT'), appId, channelId: 'C1' }),
  'an owner agrees': ({ usecases, takeoverId }) =>
    usecases.answerTakeover({ ...by(ana), takeoverId, answer: 'agree' }),
  'an owner objects': ({ usecases, takeoverId }) =>
    usecases.answerTakeover({ ...by(ben), takeoverId, answer: 'object' }),
  'who asked withdraws': ({ usecases, takeoverId }) =>
    usecases.answerTakeover({ ...by(zoe), takeoverId, answer: 'withdraw' }),
  'the sweep carries out': ({ fixture }) => carryOutTakeovers(fixture.ctx, T1, 10),
  'an owner hands over': ({ usecases, appId }) => usecases.handOver({ ...by(ana), appId, to: 'UNEXT' }),
  'the other owner hands over': ({ usecases, appId }) => usecases.handOver({ ...by(ben), appId, to: ana }),
  'an owner chooses a group': ({ usecases, appId }) =>
    usecases.chooseOwnerGroups({ ...by(ana), appId, groupIds: ['S1'] }),
  'an owner edits': ({ usecases, appId, version }) =>
    usecases.editZoomApp({ ...by(ana), appId, version, changes: { owners: [ana], purpose: 'x' } }),
  'an owner archives': ({ usecases, appId }) => usecases.archiveApp({ ...by(ben), appId }),
  'an owner merges it away': ({ usecases, appId, otherId }) =>
    usecases.mergeApps({ ...by(ana), appId, intoId: otherId }),
  'an owner merges the other one into it': ({ usecases, appId, otherId }) =>
    usecases.mergeApps({ ...by(ben), appId: otherId, intoId: appId }),
  'an owner restores': ({ usecases, appId }) => usecases.restoreApp({ ...by(ana), appId }),
  'an admin deletes': ({ usecases, appId }) => usecases.deleteApp({ ...by(admin), appId, name: 'one' }),
};
const names = Object.keys(acts);

async function expectSound({ fixture }: Requested): Promise<void> {
  const { db } = fixture.database;
  const apps = await db.query<{ id: string; into: string | null; archived: boolean; owners: string[] }>(
    `select id, merged_into as into, archived_at is not null as archived,
       array(select user_id from zoom_app_owner where zoom_app_id = app.id order by user_id) as owners
     from zoom_app app order by name_key`,
  );
  const live = apps.filter(({ archived }) => !archived);
  for (const { owners } of live) expect(owners).not.toEqual([]);
  // A duplicate leads to an app that is not one itself.
  for (const { into } of apps) if (into !== null) expect(live.map(({ id }) => id)).toContain(into);
  const waiting = await db.query<{ id: string }>(
    `select zoom_app_id as id from takeover where state = 'waiting'`,
  );
  for (const { id } of waiting) expect(live.map((app) => app.id)).toContain(id);
}

/** What each request says in the end: nobody is asked about what is over. */
async function expectRequestsOver({ fixture, takeoverId }: Requested): Promise<void> {
  const { db } = fixture.database;
  const [takeover] = await db.query<{ state: string }>('select state from takeover where id = $1', [
    takeoverId,
  ]);
  const open = await db.query<{ channel: string }>(
    `select channel_id as channel from (
       select distinct on (channel_id) channel_id, message from delivery
       where message ->> 'takeoverId' = $1 and state <> 'dropped' order by channel_id, seq desc) as last
     where not message ? 'ended'`,
    [takeoverId],
  );
  const channels = open.map(({ channel }) => channel);
  if (takeover?.state === 'waiting') expect(channels).toEqual(expect.arrayContaining(['C1', ana, ben]));
  else expect(channels).toEqual([]);
}

test.each(names)('%s while anything else happens: it ends as one after the other would', async (name) => {
  const { fixture } = stage;
  for (const [nth, other] of names.slice(names.indexOf(name)).entries()) {
    const here = await requestTakeover(fixture);
    const both = [acts[name], acts[other]].flatMap((act) => (act === undefined ? [] : [act]));
    await Promise.all((nth % 2 === 0 ? both : both.reverse()).map((act) => act(here)));
    await expectSound(here);
    await expectRequestsOver(here);
    const { events } = await fixture.usecases.readHistory({ workspaceId: T1, appId: here.appId });
    const kinds = events.map(({ kind }) => kind);
    for (const once of [
      'zoom_app_archived',
      'zoom_app_merged',
      'zoom_app_deleted',
      'takeover_ended',
    ] as const)
      expect(kinds.filter((kind) => kind === once).length, `${other}: ${once}`).toBeLessThanOrEqual(1);
    await empty(fixture);
  }
});

async function empty({ database, pass }: Fixture): Promise<void> {
  await database.db.query(
    'update zoom_app set name_key = id::text, merged_into = null, archived_at = coalesce(archived_at, now())',
  );

  await database.db.query(`update takeover set state = 'void', ended_at = now() where state = 'waiting'`);
  pass(second);
}
