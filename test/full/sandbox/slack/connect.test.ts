import { afterEach, expect, it } from 'vitest';
import { acmeConnected, CannotDo } from '../../../../sandbox/simulators/slack/index.ts';
import { type Stage, stage } from './support/small_app.ts';

let here: Stage | null = null;
afterEach(async () => {
  await here?.stop();
  here = null;
});

/** Sam works at Globex, and meets Acme and its app in #shared. */
const start = async () => {
  here = await stage({
    transport: 'socket',
    slack: { workspaces: [acmeConnected()], scopes: ['commands', 'chat:write', 'users:read'] },
    listen: (app) => {
      app.command('/zoom-app', async ({ ack }) => ack());
      app.action('go', async ({ ack }) => ack());
    },
  });
  return { ...here, sam: here.slack.person('sam') };
};

it('a payload names the workspace of the app beside that of the person', async () => {
  const { slack, app, sam } = await start();
  const button = { type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } } as const;
  await app.client.chat.postMessage({
    token: slack.botToken,
    channel: slack.channelId('#shared'),
    text: 'Here',
    blocks: [{ type: 'actions', elements: [button] }],
  });
  const message = await sam.sees('#shared', 'Go');
  await sam.press(message, 'Go');
  await sam.types('#shared', '/zoom-app list');
  const [pressed] = slack.inspector.deliveries('block_actions');
  expect(pressed?.request).toMatchObject({
    team: { id: slack.id },
    user: { id: sam.id, team_id: 'TGLOBEX' },
  });
  const [typed] = slack.inspector.deliveries('command');
  expect(typed?.request).toMatchObject({ team_id: 'TGLOBEX', user_id: sam.id });
});

it('a person of another workspace sees what is shared, and nothing else', async () => {
  const { slack, app, sam } = await start();
  expect(() => sam.messages('#general')).toThrow(CannotDo);
  const { user } = await app.client.users.info({ token: slack.botToken, user: sam.id });
  expect(user).toMatchObject({ team_id: 'TGLOBEX', is_stranger: false });
});
