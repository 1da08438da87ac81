import type {
  SlackApp,
  SlackAppContextWithRespond,
  SlackEdgeAppEnv,
  SlackSocketModeAppEnv,
  SlashCommand,
} from 'slack-edge';
import { card, explanation, form, home, line, menu, step, topicsLike } from './views.ts';

type Env = SlackEdgeAppEnv | SlackSocketModeAppEnv;
type Context = SlackAppContextWithRespond;

/** The listeners of the slack-edge bot: what must be quick answers in the acknowledgement, the rest runs beside it. */
export function listenWithEdge<E extends Env>(app: SlackApp<E>, command: string): void {
  app.use(async ({ context }) => {
    context.custom.greeting = 'Good day';
  });
  listenToCommand(app, command);
  listenToEvents(app);
  listenToMessages(app);
  listenToForms(app);
  listenToSteps(app);
  listenToShortcuts(app);
}

function listenToCommand<E extends Env>(app: SlackApp<E>, name: string): void {
  app.command(
    name,
    async ({ payload: { text } }) => {
      const [verb, ...rest] = text.split(' ');
      if (verb === 'say') return `You said: ${rest.join(' ')}`;
      if (verb === 'loud') return { response_type: 'in_channel', text: rest.join(' ') };
      return '';
    },
    async ({ context, payload }) => followUp(context, payload),
  );
}

async function followUp(context: Context, payload: SlashCommand): Promise<void> {
  const { client, respond, custom } = context;
  const { trigger_id, channel_id: channel } = payload;
  const verb = payload.text.split(' ')[0] ?? '';
  if (verb === 'say' || verb === 'loud') return;
  if (verb === 'form') await client.views.open({ trigger_id, view: form('My hopes', channel) });
  else if (verb === 'steps') await client.views.open({ trigger_id, view: step(1) });
  else if (verb === 'menu') await respond({ text: 'A menu', blocks: menu() });
  else if (verb === 'card') await client.chat.postMessage({ channel, text: 'A card', blocks: card() });
  else if (verb === 'whoami') await sayWho(context, payload);
  else if (verb === 'around') await respond({ text: await whatIsAround(context) });
  else if (verb === 'join') await client.conversations.join({ channel });
  else if (verb === 'dm') await writeTo(context, payload);
  else await respond({ text: `${custom.greeting} from the bot` });
}

async function sayWho({ client }: Context, { channel_id: channel, user_id: user }: SlashCommand) {
  const { user: found } = await client.users.info({ user });
  await client.chat.postEphemeral({ channel, user, text: `${found?.real_name} of ${found?.tz}` });
}

async function whatIsAround({ client }: Context): Promise<string> {
  await client.api.test();
  const { team } = await client.team.info({});
  const { members = [] } = await client.users.list({ limit: 200 });
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.conversations.list({
      types: ['public_channel'],
      exclude_archived: true,
      limit: 1,
      ...(cursor === undefined ? {} : { cursor }),
    });
    names.push(...(page.channels ?? []).map(({ name }) => String(name)));
    cursor = page.response_metadata?.next_cursor;
  } while (cursor);
  const people = members.filter((member) => !member.is_bot && member.id !== 'USLACKBOT');
  return `${team?.name}: ${people.length} people in ${names.toSorted().join(' and ')}`;
}

async function writeTo({ client }: Context, { user_id: users }: SlashCommand): Promise<void> {
  const { channel } = await client.conversations.open({ users });
  await client.chat.postMessage({ channel: channel?.id ?? '', text: 'Only for you' });
}

function listenToEvents<E extends Env>(app: SlackApp<E>): void {
  // Without it slack-edge answers 404 to every message that no other listener wants, and Slack would send it again.
  app.event('message', async () => {});
  let pressed = 0;
  app.event('app_home_opened', async ({ payload, context }) => {
    const { tab, user: user_id } = payload;
    if (tab === 'home') await context.client.views.publish({ user_id, view: home(user_id, pressed) });
  });
  app.action('home_press', async ({ context, payload }) => {
    pressed += 1;
    const user_id = payload.user.id;
    const hash = 'view' in payload ? payload.view.hash : '';
    await context.client.views.publish({ user_id, hash, view: home(user_id, pressed) });
  });
  // The answer begins as the greeting does: a bot that heard itself would never stop.
  app.message(/^(hi|hello|hey)\b/, async ({ payload, context }) => {
    const greeting = payload.text.split(/\b/)[0];
    const thread_ts = 'thread_ts' in payload ? payload.thread_ts : undefined;
    const text = `${greeting}, how are you?`;
    await context.say(thread_ts === undefined ? { text } : { text, thread_ts });
  });
  app.event('app_mention', async ({ payload, context }) => {
    await context.say({ text: 'You called?', thread_ts: payload.ts });
  });
  app.event('member_joined_channel', async ({ payload, context }) => {
    const { user, channel } = payload;
    if (user !== context.botUserId) return;
    await context.client.chat.postMessage({ channel, text: 'Thanks for the invitation' });
  });
}

function listenToMessages<E extends Env>(app: SlackApp<E>): void {
  app.action('menu_replace', async ({ context }) => {
    await context.respond?.({ replace_original: true, text: 'Replaced' });
  });
  app.action('menu_delete', async ({ context }) => {
    await context.respond?.({ delete_original: true });
  });
  app.action('menu_everyone', async ({ context }) => {
    await context.respond?.({ replace_original: false, response_type: 'in_channel', text: 'For everyone' });
  });
  app.action(
    /^card_/,
    async () => {},
    async ({ context: { client }, payload }) => {
      const [action] = payload.actions;
      if (!('message' in payload)) return;
      const [channel, ts] = [payload.channel.id, payload.message?.ts ?? ''];
      const text = `Approved by <@${payload.user.id}>`;
      if (action?.action_id === 'card_approve')
        await client.chat.update({ channel, ts, text, blocks: [line(text)] });
      if (action?.action_id === 'card_discuss')
        await client.chat.postMessage({ channel, thread_ts: ts, text: 'What do you think?' });
      if (action?.action_id === 'card_remove') await client.chat.delete({ channel, ts });
      if (action?.type === 'static_select')
        await client.chat.postMessage({ channel, text: `Urgency: ${action.selected_option.text.text}` });
    },
  );
}

function listenToForms<E extends Env>(app: SlackApp<E>): void {
  app.action('form_rename', async ({ context, payload }) => {
    if (!('view' in payload)) return;
    const { id: view_id, hash, private_metadata } = payload.view;
    await context.client.views.update({ view_id, hash, view: form('New title', private_metadata) });
  });
  app.options('topics', async ({ payload }) => {
    const options = topicsLike(payload.value);
    const label = { type: 'plain_text' as const, text: 'All' };
    return options.length === 0 ? { options } : { option_groups: [{ label, options }] };
  });
  app.viewSubmission(
    'hopes',
    async ({ payload }) => {
      const typed = payload.view.state.values.hope?.typed?.value;
      if (typed !== 'nothing') return;
      return { response_action: 'errors', errors: { hope: 'Everybody hopes for something.' } };
    },
    async ({ context, payload }) => {
      const { hope, topic, where } = payload.view.state.values;
      const typed = hope?.typed?.value ?? '';
      if (typed === 'nothing') return;
      const about = topic?.topics?.selected_option?.text.text ?? 'anything';
      const channel = where?.chosen?.selected_conversation ?? payload.user.id;
      const text = `<@${payload.user.id}> hopes (${about}): ${typed}`;
      await context.client.chat.postMessage({ channel, text });
      await context.respond?.({ response_type: 'in_channel', text: 'That was all' });
    },
  );
  app.viewClosed('hopes', async ({ context, payload }) => {
    const [channel, user] = [payload.view.private_metadata ?? '', payload.user.id];
    await context.client.chat.postEphemeral({ channel, user, text: 'You closed the form' });
  });
}

function listenToShortcuts<E extends Env>(app: SlackApp<E>): void {
  app.globalShortcut('edge-hopes', async ({ context, payload: { trigger_id } }) => {
    await context.client.views.open({ trigger_id, view: form('My hopes', '') });
  });
  app.messageShortcut(
    'edge-quote',
    async () => {},
    async ({ context, payload: { message } }) => {
      const text = `<@${message.user}> said: ${message.text}`;
      await context.respond({ response_type: 'in_channel', text });
    },
  );
}

function listenToSteps<E extends Env>(app: SlackApp<E>): void {
  app.action('step_explain', async ({ context, payload }) => {
    await context.client.views.push({ trigger_id: payload.trigger_id, view: explanation() });
  });
  app.viewSubmission('step_1', async () => ({ response_action: 'push', view: step(2) }));
  app.viewSubmission('step_2', async () => ({ response_action: 'update', view: step(3) }));
  app.viewSubmission('step_3', async () => ({ response_action: 'clear' }));
}
