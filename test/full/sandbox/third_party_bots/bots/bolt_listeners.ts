import type { App, BlockAction, MessageShortcut, SlashCommand } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { card, explanation, form, home, line, menu, step, topicsLike } from './views.ts';

/** The listeners of the Bolt bot, in the way of Slack's own starter template. */
export function listenWithBolt(app: App, command: string): void {
  app.use(async ({ context, next }) => {
    context.greeting = 'Good day';
    await next();
  });
  listenToCommand(app, command);
  listenToEvents(app);
  listenToMessages(app);
  listenToForms(app);
  listenToSteps(app);
  listenToShortcuts(app);
}

function listenToCommand(app: App, name: string): void {
  app.command(name, async ({ ack, command, client, context, respond }) => {
    const [verb, ...rest] = command.text.split(' ');
    const words = rest.join(' ');
    if (verb === 'say') return ack(`You said: ${words}`);
    if (verb === 'loud') return ack({ response_type: 'in_channel', text: words });
    await ack();
    const { trigger_id, channel_id: channel } = command;
    if (verb === 'form') await client.views.open({ trigger_id, view: form('My hopes', channel) });
    else if (verb === 'steps') await client.views.open({ trigger_id, view: step(1) });
    else if (verb === 'menu') await respond({ text: 'A menu', blocks: menu() });
    else if (verb === 'card') await client.chat.postMessage({ channel, text: 'A card', blocks: card() });
    else if (verb === 'whoami') await sayWho(client, command);
    else if (verb === 'around') await respond(await whatIsAround(client));
    else if (verb === 'join') await client.conversations.join({ channel });
    else if (verb === 'dm')
      await writeTo(client, command).catch((error) => respond(`No: ${error.data.error}`));
    else await respond(`${context.greeting} from the bot`);
  });
}

async function sayWho(client: WebClient, { channel_id: channel, user_id: user }: SlashCommand) {
  const { user: found } = await client.users.info({ user });
  await client.chat.postEphemeral({ channel, user, text: `${found?.real_name} of ${found?.tz}` });
}

async function whatIsAround(client: WebClient): Promise<string> {
  const [{ team }, { members = [] }] = await Promise.all([client.team.info(), client.users.list({})]);
  const names: string[] = [];
  for await (const page of client.paginate('conversations.list', { limit: 1, exclude_archived: true })) {
    const channels = 'channels' in page && Array.isArray(page.channels) ? page.channels : [];
    names.push(...channels.map((channel) => String(channel.name)));
  }
  const people = members.filter((member) => !member.is_bot && member.id !== 'USLACKBOT');
  return `${team?.name}: ${people.length} people in ${names.toSorted().join(' and ')}`;
}

const writeTo = (client: WebClient, { user_id: channel }: SlashCommand) =>
  client.chat.postMessage({ channel, text: 'Only for you' });

function listenToEvents(app: App): void {
  let pressed = 0;
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab === 'home')
      await client.views.publish({ user_id: event.user, view: home(event.user, pressed) });
  });
  app.action<BlockAction>('home_press', async ({ ack, body, client }) => {
    await ack();
    pressed += 1;
    const hash = body.view?.hash ?? '';
    await client.views.publish({ user_id: body.user.id, hash, view: home(body.user.id, pressed) });
  });
  // The answer begins as the greeting does: a bot that heard itself would never stop.
  app.message(/^(hi|hello|hey)\b/, async ({ context, message, say }) => {
    const thread = 'thread_ts' in message && message.thread_ts !== undefined ? message.thread_ts : null;
    const text = `${context.matches[0]}, how are you?`;
    await say(thread === null ? text : { text, thread_ts: thread });
  });
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: 'You called?', thread_ts: event.ts });
  });
  app.event('member_joined_channel', async ({ event, context, say }) => {
    if (event.user === context.botUserId) await say('Thanks for the invitation');
  });
}

function listenToMessages(app: App): void {
  app.action('menu_replace', async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: true, text: 'Replaced' });
  });
  app.action('menu_delete', async ({ ack, respond }) => {
    await ack();
    await respond({ delete_original: true });
  });
  app.action('menu_everyone', async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: false, response_type: 'in_channel', text: 'For everyone' });
  });
  app.action<BlockAction>(/^card_/, async ({ ack, action, body, client }) => {
    await ack();
    const [channel, ts] = [body.channel?.id ?? '', body.message?.ts ?? ''];
    const text = `Approved by <@${body.user.id}>`;
    if (action.action_id === 'card_approve')
      await client.chat.update({ channel, ts, text, blocks: [line(text)] });
    if (action.action_id === 'card_discuss')
      await client.chat.postMessage({ channel, thread_ts: ts, text: 'What do you think?' });
    if (action.action_id === 'card_remove') await client.chat.delete({ channel, ts });
    if (action.type === 'static_select')
      await client.chat.postMessage({ channel, text: `Urgency: ${action.selected_option.text.text}` });
  });
}

function listenToForms(app: App): void {
  app.action<BlockAction>('form_rename', async ({ ack, body, client }) => {
    await ack();
    if (body.view?.type !== 'modal') return;
    const { id: view_id, hash, private_metadata } = body.view;
    await client.views.update({ view_id, hash, view: form('New title', private_metadata) });
  });
  app.options('topics', async ({ ack, options }) => ack({ options: topicsLike(options.value) }));
  app.view('hopes', async ({ ack, body, client, respond, view }) => {
    const { hope, topic, where } = view.state.values;
    const typed = hope?.typed?.value ?? '';
    if (typed === 'nothing')
      return ack({ response_action: 'errors', errors: { hope: 'Everybody hopes for something.' } });
    await ack();
    const about = topic?.topics?.selected_option?.text.text ?? 'anything';
    const channel = where?.chosen?.selected_conversation ?? body.user.id;
    await client.chat.postMessage({ channel, text: `<@${body.user.id}> hopes (${about}): ${typed}` });
    await respond({ response_type: 'in_channel', text: 'That was all' });
  });
  app.view({ callback_id: 'hopes', type: 'view_closed' }, async ({ ack, body, client, view }) => {
    await ack();
    const [channel, user] = [view.private_metadata, body.user.id];
    await client.chat.postEphemeral({ channel, user, text: 'You closed the form' });
  });
}

function listenToShortcuts(app: App): void {
  app.shortcut('open_hopes', async ({ ack, client, shortcut }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: form('My hopes', '') });
  });
  app.shortcut<MessageShortcut>('quote_it', async ({ ack, respond, shortcut }) => {
    await ack();
    const { user, text } = shortcut.message;
    await respond({ response_type: 'in_channel', text: `<@${user}> said: ${text}` });
  });
}

function listenToSteps(app: App): void {
  app.action<BlockAction>('step_explain', async ({ ack, body, client }) => {
    await ack();
    await client.views.push({ trigger_id: body.trigger_id, view: explanation() });
  });
  app.view('step_1', async ({ ack }) => ack({ response_action: 'push', view: step(2) }));
  app.view('step_2', async ({ ack }) => ack({ response_action: 'update', view: step(3) }));
  app.view('step_3', async ({ ack }) => ack({ response_action: 'clear' }));
}
