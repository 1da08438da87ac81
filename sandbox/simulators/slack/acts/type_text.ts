import { speak } from '../api/response_url.ts';
import type { Typed } from '../contract.ts';
import { type Delivered, deliver, type Session } from '../delivery/deliver.ts';
import { emit } from '../delivery/events.ts';
import { commandEnvelope, type Who } from '../delivery/payloads.ts';
import { objectsAt, textAt } from '../json.ts';
import { bySlack, post } from '../state/messages.ts';
import { messageOnWire } from '../state/wire/to_wire.ts';
import type { Channel, Message } from '../state/workspace_state.ts';
import { inviteBot, removeBot } from './channels.ts';
import { commandText, messageText } from './typed_text.ts';

/** What happens when a person presses Enter. */
export interface TypedText {
  readonly outcome: Typed['outcome'];
  readonly ms: number;
  readonly message: Message | null;
}

/** A message of Slack itself, which only the person who typed sees. */
function slackSays(who: Who, channel: Channel, text: string): Message {
  return post(who.slackState, who.team, channel, { author: bySlack, text, onlyFor: who.user.id });
}

const isCommandOfApp = (who: Who, command: string): boolean =>
  who.team.installed &&
  objectsAt(who.slackState.manifest, 'features', 'slash_commands').some(
    (one) => textAt(one, 'command') === command,
  );

const escapes = (who: Who, command: string): boolean =>
  objectsAt(who.slackState.manifest, 'features', 'slash_commands').some(
    (one) => textAt(one, 'command') === command && one.should_escape === true,
  );

function failure(delivered: Delivered): string | null {
  if (delivered.broken) return 'invalid_command_response';
  if (delivered.kind === 'timeout') return 'operation_timeout';
  return delivered.kind === 'acked' ? null : 'dispatch_failed';
}

async function command(
  session: Session,
  who: Who,
  channel: Channel,
  name: string,
  rest: string,
): Promise<TypedText> {
  const began = Date.now();
  const text = commandText(who.team, rest, escapes(who, name));
  const delivered = await deliver(session, commandEnvelope(who, channel, name, text));
  const failed = failure(delivered);
  const ms = Date.now() - began;
  if (failed !== null) {
    const words = `${name} failed with the error "${failed}"`;
    return { outcome: delivered.kind, ms, message: slackSays(who, channel, words) };
  }
  if (delivered.body === null) return { outcome: 'acked', ms, message: null };
  if (delivered.body.response_type === 'in_channel')
    post(who.slackState, who.team, channel, {
      author: { kind: 'user', id: who.user.id },
      text: messageText(who.team, `${name} ${rest}`.trim()),
    });
  const speaker = { userId: who.user.id, channel, threadTs: null, origin: null };
  return { outcome: 'acked', ms, message: speak(who.slackState, who.team, speaker, delivered.body) };
}

/** `/invite`, `/remove`, each of the app: commands of Slack itself. */
async function builtIn(session: Session, who: Who, channel: Channel, name: string): Promise<Message | null> {
  if (name === '/invite') await inviteBot(session, who.team, channel, who.user.id);
  else if (name === '/remove' || name === '/kick') await removeBot(session, who.team, channel);
  else
    return slackSays(
      who,
      channel,
      `${name} is not a valid command. In Slack, all messages that start with the "/" character are interpreted as commands. If you are trying to send a message and not run a command, try preceding the "/" with an empty space.`,
    );
  return null;
}

const eventTypes = { public: 'channel', private: 'group', im: 'im' } as const;

function sendToApp(session: Session, who: Who, channel: Channel, message: Message): void {
  if (!channel.hasBot) return;
  const { type: _type, ...shown } = messageOnWire(session.slackState, who.team, message);
  const event = { ...shown, channel: channel.id, event_ts: message.ts };
  const type = eventTypes[channel.kind];
  const as = `message.${type === 'channel' ? 'channels' : type === 'group' ? 'groups' : 'im'}`;
  void emit(session, who.team, { type: 'message', channel_type: type, ...event }, as);
  if (message.text.includes(`<@${who.team.botUserId}>`))
    void emit(session, who.team, { type: 'app_mention', ...event });
}

/** A command of the app, a command of Slack, or a plain message. Resolves when the app has acknowledged or Slack gave up. */
export async function typeText(
  session: Session,
  who: Who,
  channel: Channel,
  text: string,
  threadTs: string | null,
): Promise<TypedText> {
  const [, name, rest] = /^(\/\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  if (name !== undefined && isCommandOfApp(who, name))
    return command(session, who, channel, name, (rest ?? '').trim());
  if (name !== undefined)
    return { outcome: 'slack', ms: 0, message: await builtIn(session, who, channel, name) };
  const said = messageText(who.team, text).replaceAll(`@${who.team.botName}`, `<@${who.team.botUserId}>`);
  const message = post(who.slackState, who.team, channel, {
    author: { kind: 'user', id: who.user.id },
    text: said,
    threadTs,
  });
  sendToApp(session, who, channel, message);
  return { outcome: 'posted', ms: 0, message };
}
