import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { openView } from '../../../../sandbox/simulators/slack/state/views.ts';
import { actionIds } from '../../../../src/slack/action_ids.ts';
import { callbackIds } from '../../../../src/slack/views/view_ids.ts';
import { parts, press, sent } from '../press.ts';
import { registered, type Stage, useStage } from '../stage.ts';

// Correctly signed, from a person of the workspace, and nothing that Greenroom ever drew.

const noIds = [
  '',
  'x',
  '1',
  '__proto__',
  'constructor',
  "' or 1=1 --",
  '{"appId":"x"}',
  '{}',
  '[]',
  'null',
  'a b c d',
  'ä'.repeat(500),
];
const prototypes = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];
/** Buttons whose value names something that must be there. */
const ofSomething = Object.values(actionIds).filter(
  (id) =>
    !/^(register|discard_draft|open_link|use_scopes|copy_scopes|convert_scopes_to|confirm_scopes|register_with_scopes|edit_with_scopes|list_page|board_page|archived_page|find_apps|narrow_apps|open_settings|my_reminders|history_page|history_csv|watch_list|forget_all_secrets|resume_draft)$/.test(
      id,
    ),
);

describe('what was made up', () => {
  const stage = useStage('http');
  const broken = () => stage.logLines.filter((line) => /request failed|could not be told/.test(line));
  const ana = () => stage.slack.person('ana');

  test.each(ofSomething.map((id) => [id]))(
    'the button %s with a value that is none says that it is gone',
    async (actionId) => {
      for (const value of noIds) {
        const before = ana().messages('#general').at(-1);
        expect(await press(stage, actionId, value)).toBe('acked');
        await ana().sees(
          '#general',
          /no longer there|is none any more|not confirmed any more|was decided already/,
          before === undefined ? {} : { after: before },
        );
      }
      expect(broken()).toEqual([]);
    },
  );

  test('every other button with any value ends without an error', async () => {
    for (const actionId of [...Object.values(actionIds), ...prototypes])
      for (const value of noIds) expect(await press(stage, actionId, value)).toBe('acked');
    expect(broken()).toEqual([]);
  });

  test.each(Object.values(callbackIds).map((id) => [id]))(
    'the form %s with any state ends without an error',
    async (callbackId) => {
      const states = [
        '',
        'x',
        '{}',
        'null',
        ...noIds.map((id) => JSON.stringify({ kind: 'card', appId: id })),
      ];
      for (const state of [...states, ...forgedStates()]) await submits(stage, callbackId, state);
      expect(broken()).toEqual([]);
    },
  );

  test.each(prototypes.map((name) => [name]))('the name %s answers to nothing', async (name) => {
    await submits(stage, name, '');
    const user = { id: ana().id, team_id: stage.slack.id };
    const asked = await sent(stage, 'block_suggestion', {
      type: 'block_suggestion',
      user,
      action_id: name,
      value: 'x',
    });
    expect(asked.body).toEqual({ options: [] });
    expect(broken()).toEqual([]);
  });

  test('a response_url of another host is not called, and the bot goes on', async () => {
    const called: string[] = [];
    const server = createServer((request, response) => {
      called.push(request.url ?? '');
      response.end('ok');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    await registered(stage, { name: 'Not for others' });
    for (const url of [`http://127.0.0.1:${port}/a`, `http://localhost:${port}/b`, 'nonsense'])
      await press(stage, 'check_now', 'x', { responseUrl: url });
    await press(stage, 'show_app', 'x');
    await ana().sees('#general', 'no longer there');
    server.close();
    expect(called).toEqual([]);
  });
});

function forgedStates(): string[] {
  const draft = { kind: 'register', draftId: 'x' };
  return [
    { ...draft, step: 'basics' },
    { ...draft, step: 'review', name: 'x' },
    { kind: 'edit_basics', appId: 'x', version: 1, round: 0, marks: {} },
    { kind: 'edit_scopes', appId: 'x', version: 1 },
    { kind: 'replace_credentials', environmentId: 'x', environment: 'development', appName: 'x' },
    { kind: 'not_ready', environmentId: 'x', environment: 'development' },
    { kind: 'plan', managementType: 'admin', appId: 'x' },
  ].map((state) => JSON.stringify(state));
}

/** Sends the form as Slack's client would; what it says is read by nobody. */
async function submits(stage: Stage, callbackId: string, state: string): Promise<void> {
  const { slackState, team, userId } = parts(stage);
  const input = {
    type: 'input',
    block_id: 'any',
    optional: true,
    label: { type: 'plain_text', text: 'Any' },
    element: { type: 'plain_text_input', action_id: 'any' },
  };
  const view = {
    type: 'modal',
    callback_id: callbackId,
    private_metadata: state,
    title: { type: 'plain_text', text: 'Made up' },
    submit: { type: 'plain_text', text: 'Send' },
    notify_on_close: true,
    blocks: [input],
  };
  openView(slackState, team, userId, view, null);
  const modal = await stage.slack.person('ana').modal('Made up');
  expect(['updated', 'errors', 'closed']).toContain(await modal.submit());
  if (modal.isOpen()) await modal.dismiss();
}
