import { describe, expect, test } from 'vitest';
import { acmeConnected, type SlackOptions } from '../../../../sandbox/simulators/slack/index.ts';
import { eventMessage } from '../../../../src/slack/messages/events/event_message.ts';
import { asks } from '../../../harness/asks.ts';
import { registered, useStage } from '../stage.ts';

const channel = '#zoom-integration';
const onlyPeople = /Only people of this workspace can own a Zoom app/;

const withStrangers = (): NonNullable<SlackOptions['workspaces']>[number] => {
  const { people, ...rest } = acmeConnected();
  const others = [
    { name: 'robot', realName: 'Robot', isBot: true },
    { name: 'gone', realName: 'Gone', isDeactivated: true },
  ];
  return { ...rest, people: [...people, ...others] };
};

describe('who owns a Zoom app', () => {
  const stage = useStage('socket', { workspaces: [withStrangers()] });
  const person = (name: string) => stage.slack.person(name);
  const id = (name: string) => person(name).id;
  const owners = async (appId: string) =>
    (await stage.usecases.readCard({ workspaceId: stage.slack.id, appId }))?.app.owners;
  const types = (name: string, text: string, seen: RegExp) => asks(person(name), text, seen);

  test('is taken over by an admin at once', async () => {
    const { app } = await registered(stage, { name: 'Admins Choice', owner: 'ben' });
    await types('ana', '/zoom-app takeover Admins Choice', /You own .*Admins Choice.* now/);
    expect(await owners(app.id)).toEqual([id('ana'), id('ben')].sort());
    await types('ana', '/zoom-app takeover Admins Choice', /You own this Zoom app already/);
  });

  test('is asked for by others, in the channel, and withdrawn by who asked', async () => {
    const { app } = await registered(stage, { name: 'Asked For' });
    const asked = await types(
      'zoe',
      '/zoom-app takeover Asked For',
      /are asked\. If no owner objects before/,
    );
    expect(asked.ephemeral).toBe(true);
    await types('ben', '/zoom-app takeover Asked For', /has asked already/);
    await person('zoe').press(asked, 'Withdraw');
    await person('zoe').sees(channel, /Withdrawn: nothing changes/);
    expect(await owners(app.id)).toEqual([id('ana')]);
  });

  test('is decided with the buttons of the request, by owners alone', async () => {
    const { app } = await registered(stage, { name: 'Decided', owner: 'ben' });
    await types('zoe', '/zoom-app takeover Decided', /are asked/);
    const [queued] = await stage.database.db.query<{ message: Parameters<typeof eventMessage>[0] }>(
      `select message from delivery where message->>'kind' = 'takeover_asked' and message->>'appId' = $1 limit 1`,
      [app.id],
    );
    if (queued === undefined) throw new Error('nothing was queued');
    await stage.bolt.deliveryClient.chat.postMessage({
      channel: stage.slack.channelId(channel),
      ...eventMessage(queued.message),
    });
    const request = await person('ben').sees(channel, /asks to become an owner of .*Decided/);
    await person('zoe').press(request, 'Agree');
    await person('zoe').sees(channel, /Only an owner of this Zoom app, or an admin, decides that/);
    expect(await owners(app.id)).toEqual([id('ben')]);
    await person('ben').press(request, 'Agree');
    await person('ben').sees(channel, /they own it now, as you do/);
    expect(await owners(app.id)).toEqual([id('ben'), id('zoe')].sort());
    await person('ben').press(request, 'Object');
    await person('ben').sees(channel, /decided already/);
  });

  test('is handed over to a person who is named, or chosen in a form', async () => {
    const { app } = await registered(stage, { name: 'Handed On', owner: 'ben' });
    await types('ben', '/zoom-app handover Handed On @zoe', /owns .*Handed On.* now, and is told/);
    expect(await owners(app.id)).toEqual([id('zoe')]);
    await person('zoe').types(channel, '/zoom-app handover Handed On');
    const modal = await person('zoe').modal('Hand over');
    await modal.pickUsers('New owner', ['zoe']);
    expect(await modal.submit()).toBe('errors');
    await modal.pickUsers('New owner', ['ben']);
    await modal.submit();
    await modal.sees(/owns .*Handed On.* now/);
    expect(await owners(app.id)).toEqual([id('ben')]);
    await types('zoe', '/zoom-app handover Handed On @zoe', /Only owners of this Zoom app may do that/);
  });

  test('is not asked for by somebody of another workspace', async () => {
    const { app } = await registered(stage, { name: 'Ours' });
    await person('sam').types('#shared', '/zoom-app takeover Ours');
    await person('sam').sees('#shared', /belongs to another workspace|only for people of/i);
    expect(await owners(app.id)).toEqual([id('ana')]);
  });

  test.each([
    ['sam', /somebody of another workspace/],
    ['robot', /a bot/],
    ['gone', /account is deactivated/],
  ])('is not handed over to %s', async (who, said) => {
    const { app } = await registered(stage, { name: `Not for ${who}` });
    await types('ana', `/zoom-app handover Not for ${who} @${who}`, said);
    await person('ana').types(channel, `/zoom-app handover Not for ${who}`);
    const modal = await person('ana').modal('Hand over');
    await modal.pickUsers('New owner', [who]);
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors()['New owner']).toMatch(said);
    expect(modal.errors()['New owner']).toMatch(onlyPeople);
    await modal.dismiss();
    expect(await owners(app.id)).toEqual([id('ana')]);
  });
});
