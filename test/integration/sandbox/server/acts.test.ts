import { describe, expect, it } from 'vitest';
import type { ActEnded, OfferSeen } from '../../../../sandbox/server/contract.ts';
import { until } from '../../../harness/until.ts';
import { input, modal, option, text } from '../../../unit/sandbox/slack/support/views.ts';
import { useHouse } from './support/house.ts';

const house = useHouse((app) => {
  app.command('/zoom-app', async ({ ack, command, client }) => {
    if (command.text === 'sleep') return;
    await ack();
    if (command.text === 'form') await client.views.open({ trigger_id: command.trigger_id, view: form });
    if (command.text === 'card') {
      const blocks = [{ type: 'actions', block_id: 'row', elements: [press] }];
      await client.chat.postMessage({ channel: command.channel_id, text: 'A card', blocks });
    }
    if (command.text.startsWith('anew')) {
      // Without ids of their own, so that Slack gives them new ones with each edit.
      const blocks = command.text.split(' ').map(() => ({ type: 'actions', elements: [press] }));
      await client.chat.postMessage({ channel: command.channel_id, text: command.text, blocks });
    }
  });
  app.action('go', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions' || body.message === undefined) return;
    const channel = body.channel?.id ?? '';
    await client.chat.update({ channel, ts: body.message.ts, text: 'Pressed', blocks: [] });
  });
  app.options('scope', async ({ ack, payload }) =>
    ack({ option_groups: [{ label: text('Meeting'), options: [option(`${payload.value}:read`, 'm')] }] }),
  );
  app.view('form', async ({ ack, view }) => {
    const name = view.state.values.name?.name?.value ?? '';
    if (name === 'taken') return ack({ response_action: 'errors', errors: { name: 'Choose another name' } });
    return ack();
  });
});

const press = { type: 'button', action_id: 'go', text: text('Go') } as const;
const form = modal('Register', [
  input('name', 'Name', { type: 'plain_text_input', action_id: 'name' }),
  input('scopes', 'Scopes', { type: 'multi_external_select', action_id: 'scope' }, { optional: true }),
]);

const ended = (reply: { body: unknown }) => reply.body as ActEnded;

async function channel(): Promise<string> {
  const { channels } = await house.state();
  return channels.find(({ name }) => name === 'zoom-integration')?.id ?? '';
}

async function openForm(): Promise<string> {
  await house.act({ act: 'type', channel: await channel(), text: '/zoom-app form' });
  return until(async () => (await house.state()).modals[0]?.id ?? null);
}

describe('what a person does through the sandbox server', () => {
  it('shows a typed message to everyone in the channel', async () => {
    const reply = await house.act({ act: 'type', channel: await channel(), text: 'Hello' });
    expect(ended(reply).outcome).toBe('posted');
    const { viewer, workspaces } = await house.state();
    const zoe = workspaces[0]?.people.find(({ name }) => name === 'zoe')?.id ?? '';
    const { messages } = await house.state({ team: viewer.team, user: zoe });
    expect(messages.map((one) => one.text)).toContain('Hello');
  });

  it('lets what is typed into a form that has moved on go nowhere', async () => {
    const view = await openForm();
    await house.act({ act: 'dismiss' });
    const late = {
      act: 'put',
      place: { kind: 'view', view },
      block: 'name',
      action: 'name',
      value: { value: 'x' },
    };
    expect(ended(await house.act(late)).outcome).toBe('gone');
    expect((await house.act({ act: 'submit', view })).status).toBe(409);
  });

  it('opens a modal, refuses what Slack refuses, shows the errors of the app and closes', async () => {
    const view = await openForm();
    const empty = await house.act({ act: 'submit', view });
    expect(ended(empty)).toMatchObject({
      outcome: 'incomplete',
      problems: { name: 'Please complete this required field.' },
    });
    const values = { name: { name: { value: 'taken' } } };
    expect(ended(await house.act({ act: 'submit', view, values })).outcome).toBe('errors');
    expect((await house.state()).modals[0]?.errors).toEqual({ name: 'Choose another name' });
    const place = { kind: 'view', view };
    await house.act({
      act: 'put',
      place,
      block: 'name',
      action: 'name',
      value: { value: 'free' },
      quiet: true,
    });
    expect(ended(await house.act({ act: 'submit', view })).outcome).toBe('closed');
    expect((await house.state()).modals).toEqual([]);
  });

  it('asks the app what an external select offers, with its groups', async () => {
    const view = await openForm();
    const asked = { place: { kind: 'view', view }, block: 'scopes', action: 'scope', typed: 'meeting' };
    const offers = (await house.suggestions(asked)).body as OfferSeen[];
    expect(offers).toEqual([{ group: 'Meeting', option: option('meeting:read', 'm') }]);
    await house.act({ act: 'dismiss' });
    expect((await house.state()).modals).toEqual([]);
  });

  it('presses a button of a message, and the edited message says so', async () => {
    await house.act({ act: 'type', channel: await channel(), text: '/zoom-app card' });
    const card = () => house.state().then(({ messages }) => messages.find((one) => one.text === 'A card'));
    const { ts, channel: where } = await until(async () => (await card()) ?? null);
    const place = { kind: 'message', channel: where, ts };
    const reply = await house.act({ act: 'press', place, block: 'row', action: 'go' });
    expect(ended(reply).outcome).toBe('acked');
    const after = await until(async () => {
      const { messages } = await house.state();
      return messages.find((one) => one.ts === ts && one.edited) ?? null;
    });
    expect(after.text).toBe('Pressed');
  });

  it('presses a button that an edit has just given another block, unless there are two of its action', async () => {
    for (const [text, status] of [
      ['anew', 200],
      ['anew twice', 409],
    ] as const) {
      await house.act({ act: 'type', channel: await channel(), text: `/zoom-app ${text}` });
      const card = () => house.state().then(({ messages }) => messages.find((one) => one.text === text));
      const { ts, channel: where } = await until(async () => (await card()) ?? null);
      const place = { kind: 'message', channel: where, ts };
      const reply = await house.act({ act: 'press', place, block: 'of before', action: 'go' });
      expect(reply.status).toBe(status);
    }
  });

  it("says so in Slack's words when the app does not answer a command in time", async () => {
    const reply = await house.act({ act: 'type', channel: await channel(), text: '/zoom-app sleep' });
    expect(ended(reply).outcome).toBe('timeout');
    const { messages, inspector } = await house.state();
    expect(messages.at(-1)).toMatchObject({
      ephemeral: true,
      text: '/zoom-app failed with the error "operation_timeout"',
    });
    expect(inspector.broken).toBe(1);
    await house.control({ do: 'inspector.clear' });
    expect((await house.state()).inspector.broken).toBe(0);
  });

  it('does not let anyone act where they cannot look', async () => {
    const { viewer, workspaces, channels } = await house.state();
    const ben = workspaces[0]?.people.find(({ name }) => name === 'ben')?.id ?? '';
    const hidden = channels.find(({ name }) => name === 'platform')?.id ?? '';
    const who = { team: viewer.team, user: ben };
    expect((await house.state(who)).channels.map(({ name }) => name)).not.toContain('platform');
    expect((await house.act({ act: 'type', channel: hidden, text: 'Hi' }, who)).status).toBe(404);
    expect((await house.act({ act: 'fly' })).status).toBe(400);
  });
});
