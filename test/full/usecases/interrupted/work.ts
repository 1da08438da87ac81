import { syncGroupOwners } from '../../../../src/store/ownership/owners.ts';
import { deleteApp } from '../../../../src/usecases/archive/delete_app.ts';
import { bindUseCases, type UseCases } from '../../../../src/usecases/bind_use_cases.ts';
import type { Context } from '../../../../src/usecases/changes/context.ts';
import { carryOutTakeovers } from '../../../../src/usecases/ownership/carry_out_takeovers.ts';
import { refreshOwnerContacts } from '../../../../src/usecases/ownership/refresh_owner_contacts.ts';
import { refreshUserGroups } from '../../../../src/usecases/ownership/refresh_user_groups.ts';
import { askAboutRegressions } from '../../../../src/usecases/regressions/ask_about_regressions.ts';
import { notifyOfRegressions } from '../../../../src/usecases/regressions/notify_of_regressions.ts';
import { sendDigests } from '../../../../src/usecases/turns/digest/send_digests.ts';
import { nudgeTurns } from '../../../../src/usecases/turns/nudge_turns.ts';
import { sendNudges } from '../../../../src/usecases/turns/send_nudges.ts';
import { ana, type Fixture, hour, T1, zoe } from '../../../integration/usecases/fixture.ts';
import { ownedByGroup } from '../../../integration/usecases/owned_by_group.ts';
import { shown } from '../../../integration/usecases/shown.ts';

/** What a process does, by itself or because somebody pressed a button; done again where nobody knows how it ended. */
export type Work = (ctx: Context) => Promise<unknown>;

const ben = 'UBEN';
const admin = 'UADMIN';
const day = 24 * hour;
const byAna = { workspaceId: T1, actor: ana };
const byZoe = { workspaceId: T1, actor: zoe };

const calls =
  (call: (usecases: UseCases) => Promise<unknown>): Work =>
  (ctx) =>
    call(bindUseCases(ctx));
/** As the sweep does, with what Slack says of people. */
const knowing =
  (known: Partial<Context>, work: Work): Work =>
  (ctx) =>
    work({ ...ctx, ...known });
const inOrder =
  (...works: readonly Work[]): Work =>
  async (ctx) => {
    for (const work of works) await work(ctx);
  };
const statuses = (status: 'member' | 'deactivated', of: readonly string[]): Partial<Context> => ({
  memberStatusesOf: async (ids) => new Map(ids.map((id) => [id, of.includes(id) ? status : 'member'])),
});
const sweepsRegressions = inOrder(
  (ctx) => askAboutRegressions(ctx, T1, 100),
  (ctx) => notifyOfRegressions(ctx, T1, 50),
);
const sweepsTurns = inOrder(
  (ctx) => nudgeTurns(ctx, T1, 100),
  (ctx) => sendNudges(ctx, T1, 50),
);

async function idOf({ database }: Fixture, table: 'takeover' | 'regression'): Promise<string> {
  const [row] = await database.db.query<{ id: string }>(`select id from ${table} order by id limit 1`);
  if (row === undefined) throw new Error(`there is no ${table}`);
  return row.id;
}

async function registered(fixture: Fixture, name = 'Acme Zoom', owners: readonly string[] = [ana, ben]) {
  const { appId } = await fixture.register({ name, owners });
  await fixture.tick();
  await shown(fixture);
  return appId;
}

async function asked(fixture: Fixture): Promise<string> {
  const appId = await registered(fixture);
  await fixture.usecases.askTakeover({ ...byZoe, appId, channelId: 'C1' });
  await shown(fixture);
  return idOf(fixture, 'takeover');
}

/** Two apps whose profiles were disabled in StackOne; seen, and not swept yet. */
async function broken(fixture: Fixture): Promise<void> {
  const apps = [await fixture.registerLive('One'), await fixture.registerLive('Two')];
  await shown(fixture);
  for (const { profileId } of apps) fixture.stackone.disableProfile(profileId);
  await fixture.usecases.pollStackone({ workspaceId: T1, force: true });
}

async function announced(fixture: Fixture): Promise<string> {
  await broken(fixture);
  await sweepsRegressions(fixture.ctx);
  await shown(fixture);
  return idOf(fixture, 'regression');
}

/** Two apps that wait for a person. */
async function waiting(fixture: Fixture): Promise<void> {
  for (const name of ['One', 'Two']) await registered(fixture, name);
  await fixture.tick();
  await shown(fixture);
}

async function watched(fixture: Fixture): Promise<string> {
  const appId = await registered(fixture);
  for (const channelId of ['C2', 'C3'])
    await fixture.usecases.setWatch({ ...byZoe, channelId, appId, level: 'all' });
  await fixture.usecases.setWatch({ ...byZoe, channelId: 'C2', appId: null, level: 'milestones' });
  await shown(fixture);
  return appId;
}

async function paused(fixture: Fixture): Promise<string> {
  const appId = await watched(fixture);
  await fixture.usecases.pauseWatches({ workspaceId: T1, channelId: 'C2', why: 'not_in_channel' });
  await shown(fixture);
  return appId;
}

/** Each brings something about, and returns the work that is interrupted then. */
export const works: Readonly<Record<string, (fixture: Fixture) => Promise<Work>>> = {
  'asking to take an app over': async (fixture) => {
    const appId = await registered(fixture);
    return calls((usecases) => usecases.askTakeover({ ...byZoe, appId, channelId: 'C1' }));
  },
  'objecting to a takeover': async (fixture) => {
    const takeoverId = await asked(fixture);
    return calls((usecases) => usecases.answerTakeover({ ...byAna, takeoverId, answer: 'object' }));
  },
  'agreeing to a takeover': async (fixture) => {
    const takeoverId = await asked(fixture);
    return calls((usecases) => usecases.answerTakeover({ ...byAna, takeoverId, answer: 'agree' }));
  },
  'carrying out a takeover': async (fixture) => {
    await asked(fixture);
    fixture.pass(day + hour);
    return knowing(statuses('member', []), (ctx) => carryOutTakeovers(ctx, T1, 50));
  },
  'ending a takeover of somebody whose account is gone': async (fixture) => {
    await asked(fixture);
    fixture.pass(day + hour);
    return knowing(statuses('deactivated', [zoe]), (ctx) => carryOutTakeovers(ctx, T1, 50));
  },
  'handing an app over': async (fixture) => {
    const appId = await registered(fixture);
    return calls((usecases) => usecases.handOver({ ...byAna, appId, to: zoe }));
  },
  'noticing that an owner is gone': async (fixture) => {
    for (const name of ['One', 'Two']) await registered(fixture, name);
    await registered(fixture, 'Alone', [ben]);
    // Slack is asked about each of them once a day.
    fixture.pass(day + hour);
    return knowing({ ...statuses('deactivated', [ben]), admins: [admin] }, (ctx) =>
      refreshOwnerContacts(ctx, T1, 20),
    );
  },
  'following a user group': async (fixture) => {
    const appId = await registered(fixture, 'One');
    await registered(fixture, 'Two');
    // One of them owns the app for the group alone, and leaves it.
    await ownedByGroup(fixture, appId, [ana, admin]);
    await syncGroupOwners(fixture.database.db, T1, [appId]);
    const members = async () => ({ kind: 'members' as const, userIds: [ana, zoe] });
    const userGroups = { list: async () => ({ kind: 'unknown' as const }), members };
    // What is due is put off before Slack is asked: an hour later it is due again.
    return knowing({ userGroups }, async (ctx) => {
      await fixture.database.db.query("update user_group set next_look_at = now() - interval '1 year'");
      await refreshUserGroups(ctx, T1, 5);
    });
  },
  'seeing that something broke': async (fixture) => {
    const { profileId } = await fixture.registerLive();
    await shown(fixture);
    fixture.stackone.disableProfile(profileId);
    return calls((usecases) => usecases.pollStackone({ workspaceId: T1, force: true }));
  },
  'notifying owners of what broke': async (fixture) => {
    await broken(fixture);
    return sweepsRegressions;
  },
  'asking again about what broke': async (fixture) => {
    await announced(fixture);
    fixture.pass(day + hour);
    return sweepsRegressions;
  },
  'taking a regression': async (fixture) => {
    const regressionId = await announced(fixture);
    return calls((usecases) => usecases.takeRegression({ ...byZoe, regressionId }));
  },
  'handing a regression over': async (fixture) => {
    const regressionId = await announced(fixture);
    return calls((usecases) => usecases.handOverRegression({ ...byAna, regressionId, to: zoe }));
  },
  'saying that it is repaired': async (fixture) => {
    await announced(fixture);
    for (const { id } of fixture.stackone.profiles()) fixture.stackone.enableProfile(id);
    return inOrder(
      calls((usecases) => usecases.pollStackone({ workspaceId: T1, force: true })),
      sweepsRegressions,
    );
  },
  'reminding in threads': async (fixture) => {
    await waiting(fixture);
    fixture.pass(2 * day + hour);
    return sweepsTurns;
  },
  'reminding people': async (fixture) => {
    await waiting(fixture);
    fixture.pass(2 * day + hour);
    await sweepsTurns(fixture.ctx);
    await shown(fixture);
    fixture.pass(2 * day + hour);
    return sweepsTurns;
  },
  'posting digests': async (fixture) => {
    await watched(fixture);
    for (const channelId of ['C1', 'C2']) await fixture.usecases.setDigest({ ...byAna, channelId, on: true });
    fixture.pass(day);
    return (ctx) => sendDigests(ctx, T1, 100);
  },
  'archiving an app': async (fixture) => {
    await announced(fixture);
    const [app] = await fixture.database.db.query<{ id: string }>('select id from zoom_app order by name');
    return calls((usecases) => usecases.archiveApp({ ...byAna, appId: app?.id ?? '' }));
  },
  'restoring an app': async (fixture) => {
    const { appId } = await fixture.registerLive();
    await fixture.usecases.archiveApp({ ...byAna, appId });
    await shown(fixture);
    return calls((usecases) => usecases.restoreApp({ ...byAna, appId }));
  },
  'deleting an app': async (fixture) => {
    const appId = await watched(fixture);
    return knowing({ admins: [ana] }, (ctx) => deleteApp(ctx, { ...byAna, appId, name: 'Acme Zoom' }));
  },
  'merging a duplicate': async (fixture) => {
    const from = await fixture.registerLive('One');
    const into = await fixture.register({ name: 'Two', owners: [ana] });
    await fixture.tick();
    await shown(fixture);
    return calls((usecases) => usecases.mergeApps({ ...byAna, appId: from.appId, intoId: into.appId }));
  },
  'pausing a channel': async (fixture) => {
    await watched(fixture);
    return calls((usecases) =>
      usecases.pauseWatches({ workspaceId: T1, channelId: 'C2', why: 'not_in_channel' }),
    );
  },
  'resuming a channel': async (fixture) => {
    await paused(fixture);
    return calls((usecases) => usecases.resumeChannel({ workspaceId: T1, channelId: 'C2' }));
  },
  'sending the watches of a channel to a person': async (fixture) => {
    await paused(fixture);
    return calls((usecases) => usecases.sendWatchesToMe({ ...byZoe, channelId: 'C2' }));
  },
  'introducing Greenroom in a channel': async () =>
    calls((usecases) => usecases.introduceInChannel({ workspaceId: T1, channelId: 'C9', invitedBy: zoe })),
};
