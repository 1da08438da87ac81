import { describe, expect, test } from 'vitest';
import {
  acmeOrganisation,
  type MessageHandle,
  type Person,
} from '../../../../sandbox/simulators/slack/index.ts';
import type { JsonObject } from '../../../../sandbox/simulators/slack/json.ts';
import { byBot, post } from '../../../../sandbox/simulators/slack/state/messages.ts';
import { openView } from '../../../../sandbox/simulators/slack/state/views.ts';
import type { Team } from '../../../../sandbox/simulators/slack/state/workspace_state.ts';
import { actionIds } from '../../../../src/slack/action_ids.ts';
import { type Stage, transports, useStage } from '../../../integration/slack/stage.ts';

const only = 'Greenroom is only for people of Acme Group, and you belong to another workspace.';
const unsure =
  /^Slack did not say whether you belong to Acme Group, so nothing was changed\. Try again in a moment\./;

/**
 * The app is installed for an organisation: payloads name its id whoever acts. Ana and Lea belong to it, in different workspaces; Sam
 * is a guest of a shared channel.
 */
describe.each(transports)('an organisation that shares a channel, over %s', (transport) => {
  const stage = useStage(transport, { workspaces: [acmeOrganisation()], limits: { timeoutMs: 20_000 } });
  const asked = () => stage.slack.inspector.calls('users.info').length;

  test('lets its people in by what users.info says of them, asked once for many payloads', async () => {
    const before = asked();
    for (const name of ['ana', 'lea']) {
      const person = stage.slack.person(name);
      for (const [what, act] of everyKind(stage, person)) expect([what, await act()]).not.toContain(only);
    }
    expect(asked() - before).toBe(2);
  });

  test('turns away a guest whose payloads look the same, whatever their kind', async () => {
    for (const [what, act] of everyKind(stage, stage.slack.person('sam')))
      expect([what, await act()]).toEqual([what, what === 'a select' ? '' : only]);
  });
});

describe.each(transports)('while Slack does not say who a person is, over %s', (transport) => {
  const stage = useStage(transport, { workspaces: [acmeOrganisation()], limits: { timeoutMs: 20_000 } });

  test('a form is kept, and taken when it is sent again', async () => {
    const ben = stage.slack.person('ben');
    stage.slack.faults.failNext('users.info', 'internal_error', 1);
    const modal = await opensForm(stage, ben);
    await modal.fill('Anything', 'typed with care');
    await modal.submit();
    expect(withoutFrame(ben.topModal()?.text() ?? '')).toMatch(unsure);
    await ben.topModal()?.close();
    const kept = await ben.modal('Form');
    expect(kept.value('Anything')).toBe('typed with care');
    await kept.submit();
    expect(ben.topModal()?.text() ?? '').not.toMatch(/did not say|belong/);
  });

  test('the time that takes counts: a form whose work hangs is answered before Slack gives up', async () => {
    const lea = stage.slack.person('lea');
    await lea.types('#shared', '/zoom-app register');
    const modal = await lea.modal('Register a Zoom app');
    await modal.fill('Name', 'Waiting');
    await modal.choose('Who manages it in Zoom?', 'User-managed');
    stage.slack.faults.slow(900, 'users.info');
    await stage.database.db.tx(async (tx) => {
      await tx.query('lock table draft in access exclusive mode');
      expect(await modal.submit()).toBe('errors');
    });
    expect(Object.values(modal.errors()).join()).toMatch(/^Greenroom could not finish in time/);
    expect(modal.value('Name')).toBe('Waiting');
    stage.slack.faults.clear();
    await modal.dismiss();
  });

  // The missing scope last: that is remembered for a while.
  test.each<[string, (faults: Stage['slack']['faults']) => void]>([
    ['fails', (faults) => faults.failNext('users.info', 'internal_error', 100)],
    ['is too slow', (faults) => faults.slow(2_500, 'users.info')],
    ['wants no more questions', (faults) => faults.rateLimited({ method: 'users.info', retryAfter: 60 })],
    ['has not granted users:read', (faults) => faults.failNext('users.info', 'missing_scope', 100)],
  ])('and %s, nobody is let in by a payload that does not say it, and reads why', async (how, breaks) => {
    breaks(stage.slack.faults);
    for (const name of ['ana', 'sam']) {
      for (const [what, act] of everyKind(stage, stage.slack.person(name))) {
        if (what === 'a command') continue; // it says where it was typed
        if (how === 'is too slow' && what.startsWith('a shortcut')) continue; // as long as a button
        const heard = await act();
        if (what === 'a select') expect([what, heard]).toEqual([what, '']);
        else expect(heard, what).toMatch(unsure);
      }
    }
    stage.slack.faults.clear();
  });
});

type Act = readonly [what: string, act: () => Promise<string>];

/** Acts once in every way there is, and tells the words that came back. */
function everyKind(stage: Stage, person: Person): readonly Act[] {
  return [
    [
      'a button',
      async () => {
        const message = posted(stage);
        const seen = person.messages('#shared').length;
        await person.press(message, 'Go');
        await person.sees('#shared', /./s, { after: message });
        return person.messages('#shared').at(seen)?.text() ?? '';
      },
    ],
    [
      'a form',
      async () => {
        await (await opensForm(stage, person)).submit();
        return closes(person, withoutFrame(person.topModal()?.text() ?? ''));
      },
    ],
    [
      'a select',
      async () => {
        const offered = await (await opensForm(stage, person)).suggestions('Pick', 'user');
        return closes(person, offered.join(' '));
      },
    ],
    ['a command', async () => (await person.types('#shared', '/zoom-app list')).message?.text() ?? ''],
    [
      'a shortcut',
      async () => {
        await person.runsShortcut('Register a Zoom app');
        return closes(person, withoutFrame((await person.modal()).text()));
      },
    ],
    [
      'a shortcut on a message',
      async () => {
        const message = posted(stage);
        const seen = person.messages('#shared').length;
        await person.runsShortcutOn(message, 'Check the scopes here');
        await person.sees('#shared', /./s, { after: message });
        return person.messages('#shared').at(seen)?.text() ?? '';
      },
    ],
    ['a Home', async () => (await person.opensHome()).text()],
  ];
}

/** The words of a view that says one thing. */
const withoutFrame = (text: string): string => text.replace(/^== Greenroom ==\n|\n\[Close\]$/g, '');

async function closes(person: Person, words: string): Promise<string> {
  while (person.topModal() !== null) await person.topModal()?.dismiss();
  return words;
}

function teamOf(stage: Stage): Team {
  const [team] = stage.slack.session.slackState.teams;
  if (team === undefined) throw new Error('no team');
  return team;
}

function posted(stage: Stage): MessageHandle {
  const team = teamOf(stage);
  const channel = team.channels.find(({ name }) => name === 'shared');
  if (channel === undefined) throw new Error('no shared channel');
  const button = {
    type: 'button',
    action_id: actionIds.showApp,
    value: 'none',
    text: { type: 'plain_text', text: 'Go' },
  };
  const blocks = [{ type: 'actions', block_id: 'b', elements: [button] }];
  const { ts } = post(stage.slack.session.slackState, team, channel, {
    author: byBot(team),
    text: 'Here',
    blocks,
  });
  const all = stage.slack.person('ana').messages('#shared');
  const handle = all.find((each) => each.ts === ts);
  if (handle === undefined) throw new Error('no message');
  return handle;
}

function opensForm(stage: Stage, person: Person) {
  const text = (words: string) => ({ type: 'plain_text', text: words });
  const input = (block_id: string, label: string, element: JsonObject): JsonObject => ({
    type: 'input',
    block_id,
    optional: true,
    label: text(label),
    element,
  });
  const blocks = [
    input('name', 'Anything', { type: 'plain_text_input', action_id: 'name' }),
    input('pick', 'Pick', { type: 'external_select', action_id: 'scopes', min_query_length: 0 }),
  ];
  const view = { type: 'modal', callback_id: 'gone', title: text('Form'), submit: text('Send'), blocks };
  openView(stage.slack.session.slackState, teamOf(stage), person.id, view, null);
  return person.modal('Form');
}
