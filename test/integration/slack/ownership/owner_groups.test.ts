import { beforeEach, describe, expect, test } from 'vitest';
import { acme } from '../../../../sandbox/simulators/slack/index.ts';
import { registered, useStage } from '../stage.ts';

const channel = '#zoom-integration';

/** Acme with two user groups, and a person who is gone and a bot in one of them. */
const grouped = () => {
  const { people, ...rest } = acme();
  return {
    ...rest,
    people: [
      ...people,
      { name: 'robot', realName: 'Robot', isBot: true },
      { name: 'gone', realName: 'Gone', isDeactivated: true },
    ],
    userGroups: [
      { handle: 'zoom-team', name: 'Zoom team', members: ['zoe', 'robot', 'gone'] },
      { handle: 'machines', name: 'Machines', members: ['robot'] },
    ],
  };
};

describe('user groups as owners', () => {
  const stage = useStage('socket', { workspaces: [grouped()], moreScopes: ['usergroups:read'] });
  beforeEach(() => stage.slack.setsUserGroup('zoom-team', ['zoe', 'robot', 'gone']));
  const person = (name: string) => stage.slack.person(name);
  const id = (name: string) => person(name).id;
  const appNow = async (appId: string) =>
    (await stage.usecases.readCard({ workspaceId: stage.slack.id, appId }))?.app;
  const opens = async (name: string) => {
    await person('ana').types(channel, `/zoom-app groups ${name}`);
    return person('ana').modal('Owners by group');
  };
  /** As an hour later. */
  const refreshes = async () => {
    await stage.database.db.query('update user_group set next_look_at = now()');
    await stage.usecases.sweep({ workspaceId: stage.slack.id });
  };
  const chosen = async (name: string) => {
    const { app } = await registered(stage, { name });
    const modal = await opens(name);
    await modal.choose('User groups', '@zoom-team (Zoom team)');
    await modal.submit();
    await modal.sees(/is owned by .*Ana.*and the group zoom-team/);
    await modal.dismiss();
    return app.id;
  };

  test('are chosen by name: whoever is in one owns the app, but for bots and accounts that are gone', async () => {
    const appId = await chosen('By Group');
    expect(await appNow(appId)).toMatchObject({
      owners: [id('ana'), id('zoe')].sort(),
      ownersByGroup: [id('zoe')],
      ownerGroups: [{ handle: 'zoom-team', trouble: null }],
    });
    await person('zoe').types(channel, '/zoom-app edit By Group');
    const form = await person('zoe').modal('Edit a Zoom app');
    await form.fill('Purpose', 'Edited by a member');
    await form.submit();
    // The edit does not make a member an owner of their own.
    expect(await appNow(appId)).toMatchObject({ purpose: 'Edited by a member', ownersByGroup: [id('zoe')] });
  });

  test('are followed: who joins owns it, who leaves does not, and who was chosen stays', async () => {
    const appId = await chosen('Followed');
    stage.slack.setsUserGroup('zoom-team', ['ben', 'ana']);
    await refreshes();
    expect(await appNow(appId)).toMatchObject({
      owners: [id('ana'), id('ben')].sort(),
      ownersByGroup: [id('ben')],
    });
    stage.slack.setsUserGroup('zoom-team', ['zoe']);
    await refreshes();
    expect((await appNow(appId))?.owners).toEqual([id('ana'), id('zoe')].sort());
    // Each time it is in the history; who was chosen neither comes nor goes.
    const of = { workspaceId: stage.slack.id, appId, topic: 'edits' as const };
    const { events } = await stage.usecases.readHistory(of);
    const changes = events.filter(({ kind }) => kind === 'owners_changed').reverse();
    expect(changes.map(({ actor, detail }) => ({ actor, ...detail }))).toEqual([
      { actor: id('ana'), how: 'group', joined: [id('zoe')], left: [] },
      { actor: 'greenroom', how: 'group', joined: [id('ben')], left: [id('zoe')] },
      { actor: 'greenroom', how: 'group', joined: [id('zoe')], left: [id('ben')] },
    ]);
    await person('ana').types(channel, '/zoom-app history Followed');
    await person('ana').sees(channel, /made @Zoë an owner, by a user group that owns it; no longer: @Ben\./);
  });

  test('lock nobody out when Slack has them no more, says nothing, or they are empty: the card says so', async () => {
    const appId = await chosen('Kept');
    stage.slack.setsUserGroup('zoom-team', null);
    await refreshes();
    expect((await appNow(appId))?.owners).toEqual([id('ana'), id('zoe')].sort());
    await person('ana').types(channel, '/zoom-app show Kept');
    await person('ana').sees(channel, /group zoom-team \(gone in Slack; those who were in it stay owners\)/);
    stage.slack.setsUserGroup('zoom-team', []);
    await refreshes();
    expect((await appNow(appId))?.ownerGroups).toMatchObject([{ trouble: 'no_members' }]);
    stage.slack.faults.failNext('usergroups.users.list', 'internal_error');
    await refreshes();
    stage.slack.setsUserGroup('zoom-team', ['zoe']);
    await refreshes();
    expect(await appNow(appId)).toMatchObject({
      owners: [id('ana'), id('zoe')].sort(),
      ownerGroups: [{ trouble: null }],
    });
  });

  test('are listed anew where another app chooses one: who left it owns none of its apps any more', async () => {
    const first = await chosen('Chosen First');
    stage.slack.setsUserGroup('zoom-team', ['ben']);
    const second = await chosen('Chosen Second');
    for (const appId of [first, second])
      expect(await appNow(appId)).toMatchObject({
        owners: [id('ana'), id('ben')].sort(),
        ownersByGroup: [id('ben')],
      });
    await refreshes();
    expect((await appNow(first))?.owners).not.toContain(id('zoe'));
  });

  test('that are there again are said to be so on the card, with the same members', async () => {
    const appId = await chosen('There Again');
    const cards = async () => {
      const [row] = await stage.database.db.query<{ count: number }>(
        `select count(*)::int from delivery where subject_id = $1 and kind = 'card'`,
        [appId],
      );
      return row?.count ?? 0;
    };
    stage.slack.setsUserGroup('zoom-team', null);
    await refreshes();
    await stage.database.db.query(
      `update delivery set state = 'sent', sent_at = now() where subject_id = $1`,
      [appId],
    );
    const before = await cards();
    stage.slack.setsUserGroup('zoom-team', ['zoe']);
    await refreshes();
    expect((await appNow(appId))?.ownerGroups).toMatchObject([{ trouble: null }]);
    expect(await cards()).toBeGreaterThan(before);
  });

  test('whose member hands the app over leave that member an owner, and say so', async () => {
    const appId = await chosen('Handed On');
    const handOver = `/zoom-app handover Handed On <@${id('ben')}>`;
    await person('zoe').types(channel, handOver);
    const answer = await person('zoe').sees(channel, /owns .*Handed On.* now, and is told/);
    expect(answer.text()).not.toMatch(/any more/);
    expect((await appNow(appId))?.owners).toEqual(['ana', 'ben', 'zoe'].map(id).sort());
  });

  type Modal = Awaited<ReturnType<ReturnType<typeof person>['modal']>>;
  test.each<[command: string, title: string, fill: (modal: Modal) => Promise<unknown> | unknown]>([
    ['edit', 'Edit a Zoom app', (modal) => modal.fill('Purpose', 'By one who left')],
    ['archive', 'Archive a Zoom app', () => {}],
    ['handover', 'Hand over', (modal) => modal.pickUsers('New owner', ['ben'])],
    ['groups', 'Owners by group', () => {}],
    ['merge', 'Merge Zoom apps', () => {}],
  ])(
    'whose member leaves while a form is open (%s) decides nothing with it',
    async (command, title, fill) => {
      const appId = await chosen(`Left ${command}`);
      await chosen(`Other ${command}`);
      const typed = command === 'merge' ? `Left merge into Other merge` : `Left ${command}`;
      await person('zoe').types(channel, `/zoom-app ${command} ${typed}`);
      const modal = await person('zoe').modal(title);
      await fill(modal);
      stage.slack.setsUserGroup('zoom-team', ['ben']);
      await refreshes();
      const before = await appNow(appId);
      await modal.submit();
      await modal.sees(/Only owners of this Zoom app may do that\. Ask an owner: .*@Ana/);
      await modal.dismiss();
      expect(await appNow(appId)).toEqual(before);
      // Who joined meanwhile may.
      await person('ben').types(channel, `/zoom-app edit Left ${command}`);
      await (await person('ben').modal('Edit a Zoom app')).dismiss();
    },
  );

  test('are taken out again, and with them whoever owned it by them alone', async () => {
    const appId = await chosen('Taken Out');
    const by = { workspaceId: stage.slack.id, actor: id('ana') };
    expect(await stage.usecases.chooseOwnerGroups({ ...by, appId, groupIds: [] })).toMatchObject({
      ok: true,
    });
    expect((await appNow(appId))?.owners).toEqual([id('ana')]);
    expect((await appNow(appId))?.ownerGroups).toBeUndefined();
    await person('ana').types(channel, '/zoom-app history Taken Out');
    const history = await person('ana').sees(channel, /let @Zoë go: in no user group that owns it any more/);
    expect(history.text()).toMatch(
      /changed the owners \(no user group\)[\s\S]*changed the owners \(by group: zoom-team\)/,
    );
  });

  test('are refused where nobody in one can own an app', async () => {
    await registered(stage, { name: 'Not By Machines' });
    const modal = await opens('Not By Machines');
    await modal.choose('User groups', '@machines (Machines)');
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors()['User groups']).toMatch(/nobody who can own an app/);
    await modal.dismiss();
  });

  test('whose last chosen owner is forgotten leave the app to the group, not to anybody', async () => {
    const appId = await chosen('Groups Only');
    await stage.database.db.query('delete from zoom_app_owner where zoom_app_id = $1 and not by_group', [
      appId,
    ]);
    stage.slack.setsUserGroup('zoom-team', []);
    await refreshes();
    const edit = { workspaceId: stage.slack.id, appId, version: 2, changes: { purpose: 'x' } };
    expect(await stage.usecases.editZoomApp({ ...edit, actor: id('ben') })).toMatchObject({
      ok: false,
      error: { code: 'not_owner' },
    });
    expect(await stage.usecases.editZoomApp({ ...edit, actor: id('zoe') })).toMatchObject({ ok: true });
  });
});

describe('without the scope usergroups:read', () => {
  const stage = useStage('http', { workspaces: [grouped()] });

  test('the form says what is missing, and Slack is not asked', async () => {
    await registered(stage, { name: 'Without Groups' });
    const ana = stage.slack.person('ana');
    await ana.types(channel, '/zoom-app groups Without Groups');
    const modal = await ana.modal('Owners by group');
    await modal.sees(/optional scope .*usergroups:read/);
    expect(stage.slack.inspector.calls('usergroups.list')).toEqual([]);
  });
});
