import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SimulatedSlack, startSlack } from '../../../../sandbox/simulators/slack/index.ts';
import { manifest } from '../../../../src/slack/manifest.ts';
import type { Handlers } from '../../../../src/slack/requests/handlers_by_name.ts';
import { createBolt, type Slack } from '../../../../src/slack/transport/bolt_app.ts';
import type { Web } from '../../../../src/web/listen.ts';
import { startWeb } from '../../../../src/web/server.ts';
import { recordedLog } from '../../../harness/log.ts';
import { configOf } from '../stage.ts';

type Body = Readonly<Record<string, unknown>>;

const handlers: Handlers = {
  commands: { '/zoom-app': (call) => call.reply({ text: 'Hello', blocks: [] }) },
  actions: { press: async () => {} },
  submits: { form: (call) => call.answer({ kind: 'close' }) },
  closes: {},
  shortcuts: { run: async () => {} },
  suggestions: { pick: async () => [] },
  channelJoined: async () => {},
  channelClosed: async () => {},
  homeOpened: async () => {},
};

let slack: SimulatedSlack;
let bolt: Slack;
let web: Web;
let lines: string[];

beforeAll(async () => {
  slack = await startSlack({ manifest: manifest() });
  const recorded = recordedLog();
  lines = recorded.lines;
  bolt = createBolt({ config: configOf('http', slack), log: recorded.log });
  bolt.listen(handlers);
  web = await startWeb({
    port: 0,
    host: null,
    version: '1',
    readiness: async () => ({}),
    serving: () => true,
    slack: bolt.requestListener ?? undefined,
  });
  await bolt.identify();
  await bolt.openConnection();
});

afterAll(async () => {
  await bolt.drain(1_000);
  await web.stop();
  await slack.stop();
});

async function send(type: string, body: string): Promise<number> {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const hash = createHmac('sha256', slack.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  const answer = await fetch(`http://127.0.0.1:${web.port}/slack/events`, {
    method: 'POST',
    body,
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${hash}`,
    },
  });
  await answer.text();
  return answer.status;
}

const form = 'application/x-www-form-urlencoded';
const sendPayload = (body: unknown) => send(form, `payload=${encodeURIComponent(JSON.stringify(body))}`);
const sendEvent = (body: unknown) => send('application/json', JSON.stringify(body));
const sendCommand = (fields: Readonly<Record<string, string>>) =>
  send(form, String(new URLSearchParams(fields)));

const person = () => ({ id: 'UANA', username: 'ana', name: 'ana', team_id: slack.id });
const team = () => ({ id: slack.id, domain: 'acme' });
const view = {
  id: 'V1',
  type: 'modal',
  callback_id: 'form',
  private_metadata: '',
  hash: '1.a',
  blocks: [{ type: 'input', block_id: 'name' }],
  state: { values: { name: { name: { type: 'plain_text_input', value: 'A' } } } },
};

const samples: Readonly<Record<string, () => Body>> = {
  block_actions: () => ({
    type: 'block_actions',
    user: person(),
    team: team(),
    api_app_id: 'A1',
    trigger_id: '1.2.3',
    container: { type: 'message', message_ts: '1.1', channel_id: 'C1', is_ephemeral: true },
    channel: { id: 'C1', name: 'general' },
    actions: [{ type: 'button', action_id: 'press', block_id: 'b', value: 'v', action_ts: '1.1' }],
  }),
  view_submission: () => ({
    type: 'view_submission',
    user: person(),
    team: team(),
    view,
    trigger_id: '1.2.3',
  }),
  view_closed: () => ({ type: 'view_closed', user: person(), team: team(), view, is_cleared: false }),
  block_suggestion: () => ({
    type: 'block_suggestion',
    user: person(),
    team: team(),
    action_id: 'pick',
    block_id: 'b',
    value: 'x',
    view,
  }),
  shortcut: () => ({
    type: 'shortcut',
    user: person(),
    team: team(),
    callback_id: 'run',
    trigger_id: '1.2.3',
    action_ts: '1.1',
  }),
  message_action: () => ({
    type: 'message_action',
    user: person(),
    team: team(),
    callback_id: 'run',
    trigger_id: '1.2.3',
    action_ts: '1.1',
    message_ts: '1.1',
    channel: { id: 'C1', name: 'general' },
    message: {
      type: 'message',
      user: 'UBEN',
      ts: '1.1',
      text: 'user:read',
      blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'user:read' } }],
      attachments: [{ fallback: 'user:read' }],
    },
    response_url: 'https://hooks.slack.com/app/1',
  }),
  app_home_opened: () => ({
    type: 'event_callback',
    team_id: slack.id,
    api_app_id: 'A1',
    event_id: 'Ev1',
    authorizations: [{ team_id: slack.id, user_id: 'UBOT', is_bot: true, is_enterprise_install: false }],
    event: { type: 'app_home_opened', user: 'UANA', channel: 'D1', tab: 'home', event_ts: '1.1' },
  }),
};
const command = () => ({
  command: '/zoom-app',
  text: '',
  team_id: slack.id,
  user_id: 'UANA',
  channel_id: 'C1',
  channel_name: 'general',
  trigger_id: '1.2.3',
  response_url: 'https://hooks.slack.com/commands/1',
});

const sendSample = (kind: string, body: Body) =>
  kind === 'app_home_opened' ? sendEvent(body) : sendPayload(body);

describe('a signed request', () => {
  test('of each kind is taken as Slack sends it', async () => {
    for (const [kind, sample] of Object.entries(samples))
      expect([kind, await sendSample(kind, sample())]).toEqual([kind, 200]);
    expect(await sendCommand(command())).toBe(200);
  });

  test.each<[string, () => Promise<number>]>([
    ['an action without actions', () => sendPayload({ ...samples.block_actions?.(), actions: [] })],
    ['an action whose actions are none', () => sendPayload({ ...samples.block_actions?.(), actions: null })],
    ['an action of nobody', () => sendPayload({ ...samples.block_actions?.(), user: null })],
    [
      'an action in a channel that is none',
      () => sendPayload({ ...samples.block_actions?.(), channel: null }),
    ],
    ['an action in no place', () => sendPayload({ ...samples.block_actions?.(), container: undefined })],
    ['a view that is none', () => sendPayload({ ...samples.view_submission?.(), view: null })],
    [
      'a view whose state is a text',
      () => sendPayload({ ...samples.view_submission?.(), view: { ...view, state: 'x' } }),
    ],
    ['a closed view of nobody', () => sendPayload({ ...samples.view_closed?.(), user: {} })],
    [
      'a question for options without its select',
      () => sendPayload({ ...samples.block_suggestion?.(), action_id: 1 }),
    ],
    ['a shortcut of nobody', () => sendPayload({ ...samples.shortcut?.(), user: {} })],
    ['a shortcut that opens nothing', () => sendPayload({ ...samples.shortcut?.(), trigger_id: undefined })],
    ['a shortcut without its name', () => sendPayload({ ...samples.message_action?.(), callback_id: null })],
    ['a shortcut on a text', () => sendPayload({ ...samples.message_action?.(), message: 'user:read' })],
    ['a shortcut in no channel', () => sendPayload({ ...samples.message_action?.(), channel: 'C1' })],
    ['a payload without a type', () => sendPayload({ user: { id: 'U1' } })],
    ['a payload that is a list', () => sendPayload([])],
    ['an empty form', () => send(form, '')],
    ['a command of nobody', () => sendCommand({ command: '/zoom-app' })],
    ['a command that is named twice', () => send(form, `${new URLSearchParams(command())}&command=%2Fother`)],
    ['an event without an event', () => sendEvent({ type: 'event_callback', event: null })],
    ['an event that is a text', () => sendEvent({ type: 'event_callback', event: 'app_home_opened' })],
    ['an event without a type', () => sendEvent({ type: 'event_callback', event: {} })],
    [
      'an opened Home of nobody',
      () => sendEvent({ type: 'event_callback', event: { type: 'app_home_opened' } }),
    ],
    [
      'an event whose authorizations are none',
      () => sendEvent({ ...samples.app_home_opened?.(), authorizations: [null] }),
    ],
  ])('that is malformed is refused at once: %s', async (_what, sent) => {
    expect(await sent()).toBe(400);
  });

  test.each<[string, () => Promise<number>]>([
    [
      'an event that nothing listens to',
      () => sendEvent({ type: 'event_callback', event: { type: 'message', user: null } }),
    ],
    [
      'a notice that events are limited',
      () => sendEvent({ type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1 }),
    ],
    [
      'a shortcut that this version does not have',
      () => sendPayload({ ...samples.shortcut?.(), callback_id: 'gone' }),
    ],
    [
      'one on a message that this version does not have',
      () => sendPayload({ ...samples.message_action?.(), callback_id: 'gone' }),
    ],
    ['a submitted dialog', () => sendPayload({ type: 'dialog_submission', user: person(), team: team() })],
    [
      'a press of an old kind',
      () => sendPayload({ type: 'interactive_message', actions: [], user: person() }),
    ],
    ['a kind that is not known yet', () => sendPayload({ type: 'hologram_waved', user: null })],
    [
      'a command that this version does not have',
      () => sendCommand({ ...command(), command: '/zoom-other' }),
    ],
    [
      'a button that this version does not have',
      () => sendPayload({ ...samples.block_actions?.(), actions: [{ action_id: 'gone' }] }),
    ],
    [
      'a form that this version does not have',
      () => sendPayload({ ...samples.view_submission?.(), view: { ...view, callback_id: 'gone' } }),
    ],
  ])('that nothing answers to is acknowledged at once: %s', async (_what, sent) => {
    expect(await sent()).toBe(200);
  });

  test('is answered 200 or 400, whichever part of it is replaced or missing', async () => {
    const kinds = Object.keys(samples);
    let sent = 0;
    const junk = fc.constantFrom<unknown>(
      undefined,
      null,
      '',
      'x',
      0,
      -1,
      true,
      [],
      [null],
      {},
      { id: null },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...kinds), fc.nat(), junk, async (kind, where, value) => {
        const body = structuredClone(samples[kind]?.() ?? {});
        // Who belongs to which workspace is judged elsewhere (admission).
        const places = placesOf(body).filter(({ parent, key }) => key !== 'team' && parent !== body.team);
        const place = places[where % places.length];
        place?.parent && Reflect.set(place.parent, place.key, value);
        // The same bytes twice in a second are a replay.
        const status = await sendSample(kind, { ...body, sent: sent++ });
        expect([200, 400]).toContain(status);
      }),
      { numRuns: 400 },
    );
    expect(lines.filter((line) => /A request failed/.test(line))).toEqual([]);
  }, 60_000);

  test('is named in the log without its values', async () => {
    await sendPayload({ ...samples.block_actions?.(), trigger_id: 7, user: { id: 'UANA', secret: 'hush' } });
    expect(lines.join('\n')).not.toContain('hush');
  });
});

/** Every place in a body where something stands. */
function placesOf(value: unknown): { parent: object; key: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [{ parent: value, key }, ...placesOf(inner)]);
}
