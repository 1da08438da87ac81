import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { acme } from '../../../../sandbox/simulators/slack/index.ts';
import type { Activity, WhoMay } from '../../../../src/core/roles/activities.ts';
import { asks } from '../../../harness/asks.ts';
import { beginsAtScopes } from '../registration.ts';
import { registered, useStage } from '../stage.ts';

const channel = '#zoom-integration';

/** Zoe was added as an admin of Greenroom; Gil administers the workspace in Slack, and Ana owns the app. */
describe("what a workspace's admins have decided", () => {
  const { people, ...rest } = acme();
  const workspace = {
    ...rest,
    people: [
      ...people.map((one) => ({ ...one, isAdmin: false, isOwner: false })),
      { name: 'gil', realName: 'Gil', isAdmin: true },
    ],
    channels: rest.channels.map((one) => ({ ...one, members: [...(one.members ?? []), 'gil'] })),
  };
  const stage = useStage('socket', { workspaces: [workspace] });
  const person = (name: string) => stage.slack.person(name);
  const query = (sql: string, values: readonly unknown[] = []) =>
    stage.database.db.query(sql, [stage.slack.id, ...values]);
  const decide = (activity: Activity, who: WhoMay) =>
    query('insert into workspace_role values ($1, $2, $3)', [activity, who]);
  const denied = async (name: string, text: string, words: RegExp) => {
    await asks(person(name), text, words);
    expect(person(name).topModal()).toBeNull();
  };

  beforeEach(async () => {
    await query('delete from workspace_role where workspace_id = $1');
    await query('insert into workspace_admin values ($1, $2, $2, now()) on conflict do nothing', [
      person('zoe').id,
    ]);
  });

  test('to register is for admins: others are shown whom to ask, and their draft is kept when that comes later', async () => {
    const ben = person('ben');
    const modal = await beginsAtScopes(ben, 'Acme Late');
    await modal.fill('Or paste a list', 'user:read:user:admin');
    await modal.submit();
    await modal.sees('Step 4 of 4');
    await decide('register', 'admins');
    await modal.submit();
    await modal.sees(/Only admins of Greenroom may do that here. Ask an admin: @Zoë/);
    await modal.close();
    await ben.types(channel, '/zoom-app register Acme Late');
    const note = await ben.modal('Register a Zoom app');
    await note.sees(/Only admins of Greenroom may do that here. Ask an admin: @Zoë/);
    await note.close();
    for (const name of ['zoe', 'gil']) {
      await person(name).types(channel, '/zoom-app register Acme');
      const form = await person(name).modal('Register a Zoom app');
      await form.sees('Step 1 of 4');
      await form.dismiss();
    }
    await query('delete from workspace_role where workspace_id = $1');
    await ben.types(channel, '/zoom-app register');
    const offer = await ben.modal('Register a Zoom app');
    await offer.sees(/You began to register \*?Acme Late/);
    await offer.dismiss();
  });

  test('buttons, commands and forms are for whom it was decided, and admins may always', async () => {
    await registered(stage, { name: 'Acme Roles' });
    await decide('edit', 'admins');
    await decide('tick', 'owners');
    await decide('rotate', 'everyone');
    await denied(
      'ana',
      '/zoom-app edit Acme Roles',
      /Only admins of Greenroom may do that here. Ask an admin: @Zoë/,
    );
    await person('ben').types(channel, '/zoom-app show Acme Roles');
    const card = await person('ben').sees(channel, /Acme Roles.*Only you can see this/s);
    await person('ben').press(card, 'It is set');
    await person('ben').sees(channel, /Ask an owner: @Ana.*An admin can do it too: @Zoë/s);
    for (const name of ['zoe', 'gil']) {
      await person(name).types(channel, '/zoom-app edit Acme Roles');
      await (await person(name).modal('Edit a Zoom app')).dismiss();
    }
    await person('ben').types(channel, '/zoom-app rotate Acme Roles');
    await (await person('ben').modal('Replace the secret')).dismiss();
  });

  test('a form that was open when it was decided is denied when it is sent, and says whom to ask', async () => {
    await registered(stage, { name: 'Acme Open' });
    await person('ana').types(channel, '/zoom-app edit Acme Open');
    const modal = await person('ana').modal('Edit a Zoom app');
    await decide('edit', 'admins');
    await modal.fill('Purpose', 'Something else');
    await modal.submit();
    await modal.sees(/Only admins of Greenroom may do that here. Ask an admin: @Zoë/);
    await modal.close();
  });
});

describe('where Slack does not say who administers the workspace', () => {
  const stage = useStage('socket', { scopes: ['commands', 'chat:write'] });
  beforeEach(() => stage.database.db.query('delete from workspace_role'));
  afterEach(() => expect(stage.slack.inspector.calls('users.info')).toEqual([]));

  test('a denial names the owners, and nobody who is not known', async () => {
    await registered(stage, { name: 'Acme Unknown', owner: 'ben' });
    const zoe = stage.slack.person('zoe');
    await zoe.types(channel, '/zoom-app edit Acme Unknown');
    const denial = await zoe.sees(channel, /Only owners of this Zoom app/);
    expect(denial.text()).toMatch(
      /Ask an owner: @Ben\. They can do it, or make you an owner with \*Edit\*\. No answer\? `\/zoom-app takeover` /,
    );
  });

  test('what is for admins alone says how the first one is named', async () => {
    await stage.database.db.query(`insert into workspace_role values ($1, 'register', 'admins')`, [
      stage.slack.id,
    ]);
    const zoe = stage.slack.person('zoe');
    await zoe.types(channel, '/zoom-app register Acme');
    const note = await zoe.modal('Register a Zoom app');
    await note.sees(/Nobody is named as an admin yet: ask whoever runs Greenroom to name one/);
    await note.close();
  });
});
