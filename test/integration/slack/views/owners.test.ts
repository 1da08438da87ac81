import { describe, expect, test } from 'vitest';
import { acmeConnected, type Modal, type SlackOptions } from '../../../../sandbox/simulators/slack/index.ts';
import type { MemberStatus } from '../../../../src/core/apps/member_status.ts';
import { newId } from '../../../../src/ids.ts';
import { registered, type Stage, theClientId, theSecret, useStage } from '../stage.ts';

const everybody = (): NonNullable<SlackOptions['workspaces']>[number] => {
  const { people, ...rest } = acmeConnected();
  const others = [
    { name: 'robot', realName: 'Robot', isBot: true },
    { name: 'gone', realName: 'Gone', isDeactivated: true },
  ];
  return { ...rest, people: [...people, ...others] };
};
const refused: [who: string, said: RegExp][] = [
  ['sam', /people of another workspace/],
  ['robot', /bots/],
  ['gone', /deactivated accounts/],
];

/** Who Slack says they are, as the bot hears it. */
async function memberStatus(stage: Stage, id: string): Promise<MemberStatus | undefined> {
  return (await stage.bolt.memberStatusesOf([id])).get(id);
}

describe('an owner must be a person of the workspace', () => {
  const stage = useStage('socket', { workspaces: [everybody()] });
  const id = (name: string) => stage.slack.person(name).id;
  const begins = async (): Promise<Modal> => {
    // A closed form is kept as a draft a moment later: not Ana's, whose drafts the other stories save.
    const zoe = stage.slack.person('zoe');
    await zoe.types('#zoom-integration', '/zoom-app register');
    const modal = await zoe.modal('Register a Zoom app');
    if (modal.buttons().includes('Start anew')) await modal.press('Start anew');
    await modal.sees('Step 1 of 4');
    return modal;
  };

  test.each(refused)('so %s is refused at the field of the registration', async (who, said) => {
    const modal = await begins();
    await modal.fill('Name', `For ${who}`);
    await modal.choose('Who manages it in Zoom?', 'Admin-managed');
    await modal.pickUsers('Owners', ['ana', who]);
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors().Owners).toMatch(/Only people of this workspace/);
    expect(modal.errors().Owners).toMatch(said);
    await modal.dismiss();
  });

  test.each(refused)('so %s is refused at the field of the edit, where others stay', async (who, said) => {
    const ana = stage.slack.person('ana');
    await registered(stage, { name: `Edited for ${who}` });
    await ana.types('#zoom-integration', `/zoom-app edit Edited for ${who}`);
    const modal = await ana.modal('Edit a Zoom app');
    await modal.pickUsers('Owners', [who]);
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors().Owners).toMatch(said);
    await modal.dismiss();
  });

  test.each([['sam'], ['robot'], ['gone'], ['USLACKBOT'], ['B0123'], ['U0NOBODY'], ['constructor'], ['']])(
    'and the use cases refuse %s, past every form',
    async (who) => {
      const owner = /^[a-z]+$/.test(who) && who !== 'constructor' ? id(who) : who;
      const by = { workspaceId: stage.slack.id, actor: id('ana') };
      const { app } = await registered(stage, { name: `Past ${who}` });
      const changes = { owners: [by.actor, owner] };
      const edited = await stage.usecases.editZoomApp({
        ...by,
        appId: app.id,
        version: app.version,
        changes,
      });
      expect(edited).toEqual({ ok: false, error: { code: 'no_owner' } });
      const draftId = newId();
      const answers = { name: `New ${who}`, owners: [by.actor, owner] };
      await stage.usecases.saveDraft({ ...by, draftId, answers });
      const result = await stage.usecases.registerZoomApp({ ...by, draftId });
      expect(result).toEqual({ ok: false, error: 'no_owner' });
    },
  );

  test('as the bot itself is none', async () => {
    expect(await memberStatus(stage, stage.slack.botUserId)).toBe('bot');
  });

  test('who owned it before stays, whatever became of the account', async () => {
    const by = { workspaceId: stage.slack.id, actor: id('ana') };
    const { app } = await registered(stage, { name: 'Left behind' });
    await stage.database.db.query(
      'insert into zoom_app_owner (workspace_id, zoom_app_id, user_id) values ($1, $2, $3)',
      [by.workspaceId, app.id, id('gone')],
    );
    const changes = { owners: [by.actor, id('gone'), id('zoe')] };
    const edited = await stage.usecases.editZoomApp({ ...by, appId: app.id, version: app.version, changes });
    expect(edited).toMatchObject({
      ok: true,
      value: { owners: expect.arrayContaining([id('gone'), id('zoe')]) },
    });
  });

  test('a workspace that does not answer delays no other', async () => {
    const { faults } = stage.slack;
    faults.failNext('users.info', 'fatal_error');
    faults.html(1, 500);
    const modal = await begins();
    await modal.fill('Name', 'Unanswered');
    await modal.choose('Who manages it in Zoom?', 'Admin-managed');
    await modal.pickUsers('Owners', ['ben']);
    expect(await modal.submit()).toBe('updated');
    await modal.sees('Step 2 of 4');
    await modal.fill('Client ID (Development)', theClientId);
    await modal.fill('Client secret (Development)', theSecret);
    faults.clear();
    await modal.dismiss();
  });
});

describe('a workspace that has not granted users:read', () => {
  const stage = useStage('http', { workspaces: [everybody()], scopes: ['commands', 'chat:write'] });

  test('registers all the same, and asks Slack about nobody', async () => {
    const by = { workspaceId: stage.slack.id, actor: stage.slack.person('ana').id };
    const { app } = await registered(stage, { name: 'Without' });
    const owners = [by.actor, stage.slack.person('zoe').id];
    const edited = await stage.usecases.editZoomApp({
      ...by,
      appId: app.id,
      version: app.version,
      changes: { owners },
    });
    expect(edited.ok).toBe(true);
    expect(await memberStatus(stage, stage.slack.person('ben').id)).toBe('unknown');
    expect(await memberStatus(stage, 'USLACKBOT')).toBe('bot');
    expect(stage.slack.inspector.calls('users.info')).toEqual([]);
  });
});
