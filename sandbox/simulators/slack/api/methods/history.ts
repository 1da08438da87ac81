import { type JsonObject, textAt } from '../../json.ts';
import { now } from '../../state/clock.ts';
import { messageAt } from '../../state/messages.ts';
import { messageOnWire } from '../../state/wire/to_wire.ts';
import type { Channel, Message } from '../../state/workspace_state.ts';
import { type Answer, type Call, fine, type Method, missing, no } from '../call.ts';
import { cursor, isAnswer, known, page } from './conversations.ts';

/** conversations.history and conversations.replies: what stands in a channel or a thread the app is a member of. */

const TIMESTAMP = /^\d+(\.\d{1,6})?$/;
const HELD_BACK_SECONDS = 60;

/** `most`: the greatest limit; `usual`: the limit of those who name none. */
interface Amounts {
  readonly most: number;
  readonly usual: number;
}

const few: Amounts = { most: 15, usual: 15 };

/** Commercial apps outside the Marketplace may ask once a minute (when that fault is on). */
function heldBack({ slackState, team }: Call, method: string): Answer | null {
  const { historyLimited, lastReads } = slackState.faults;
  if (!historyLimited) return null;
  const key = `${team.id} ${method}`;
  const waited = (now(slackState) - (lastReads.get(key) ?? 0)) / 1000;
  if (waited < HELD_BACK_SECONDS)
    return no('ratelimited', { retry_after: Math.ceil(HELD_BACK_SECONDS - waited) });
  lastReads.set(key, now(slackState));
  return null;
}

/** A channel whose messages the app may read, and the answer otherwise. */
function readable(call: Call): { channel: Channel } | Answer {
  const found = known(call, 'history');
  if (isAnswer(found)) return found;
  return found.channel.hasBot ? found : no('not_in_channel');
}

const isTrue = (args: JsonObject, name: string): boolean =>
  args[name] === true || ['true', '1'].includes(textAt(args, name));

/** Arguments that Slack refuses, whatever the channel holds. */
function badArguments({ args }: Call, amounts: Amounts): Answer | null {
  const limit = textAt(args, 'limit');
  if (limit !== '' && !(Number(limit) >= 1 && Number(limit) <= amounts.most)) return no('invalid_limit');
  for (const end of ['oldest', 'latest']) {
    const ts = textAt(args, end);
    if (ts !== '' && !TIMESTAMP.test(ts)) return no(`invalid_ts_${end}`);
  }
  const from = textAt(args, 'cursor');
  return /^\d*$/.test(Buffer.from(from, 'base64').toString()) ? null : no('invalid_cursor');
}

/** Between `oldest` and `latest`, both left out unless `inclusive`. */
function between({ args }: Call, { ts }: Message): boolean {
  const [oldest, latest] = [textAt(args, 'oldest'), textAt(args, 'latest')];
  if (isTrue(args, 'inclusive') && (ts === oldest || ts === latest)) return true;
  return (oldest === '' || Number(ts) > Number(oldest)) && (latest === '' || Number(ts) < Number(latest));
}

/** Metadata is included only if it was asked for. */
function shown(call: Call, message: Message): JsonObject {
  const { metadata, ...rest } = messageOnWire(call.slackState, call.team, message);
  const thread = message.threadTs === null ? threadOf(call, message) : {};
  const hidden = metadata === undefined || !isTrue(call.args, 'include_all_metadata');
  return { ...rest, ...thread, ...(hidden ? {} : { metadata }) };
}

/** What the first message of a thread says of it; nothing while nobody has answered. */
function threadOf({ team }: Call, { channel, ts }: Message): JsonObject {
  const replies = team.messages.filter((m) => m.channel === channel && m.threadTs === ts && !m.deleted);
  const last = replies.at(-1);
  if (last === undefined) return {};
  const users = [...new Set(replies.map((reply) => reply.author.id))];
  return {
    thread_ts: ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    latest_reply: last.ts,
    reply_users: users,
    is_locked: false,
    subscribed: false,
  };
}

function answer(call: Call, messages: readonly Message[], usual: number): Answer {
  const { items, next } = page(call, messages, usual);
  return fine({
    messages: items.map((message) => shown(call, message)),
    has_more: next !== '',
    ...(next === '' ? {} : cursor(next)),
  });
}

/** What everybody can see, and no reply of a thread. Newest first. */
function history(call: Call): Answer {
  const found = readable(call);
  if (isAnswer(found)) return found;
  const amounts = call.slackState.faults.historyLimited ? few : { most: 999, usual: 100 };
  const refused = badArguments(call, amounts) ?? heldBack(call, 'history');
  if (refused !== null) return refused;
  const visible = call.team.messages.filter(
    (m) => m.channel === found.channel.id && !m.deleted && m.onlyFor === null && m.threadTs === null,
  );
  const asked = visible.filter((message) => between(call, message)).toReversed();
  return answer(call, asked, amounts.usual);
}

/** The first message, whatever its age, and the replies. Oldest first. */
function replies(call: Call): Answer {
  const found = readable(call);
  if (isAnswer(found)) return found;
  const ts = textAt(call.args, 'ts');
  if (ts === '') return missing(call, 'ts');
  const amounts = call.slackState.faults.historyLimited ? few : { most: 1000, usual: 1000 };
  const refused = badArguments(call, amounts) ?? heldBack(call, 'replies');
  if (refused !== null) return refused;
  const root = messageAt(call.team, found.channel.id, ts);
  if (root === null || root.onlyFor !== null) return no('thread_not_found');
  const thread = call.team.messages.filter(
    (m) => m.channel === root.channel && m.threadTs === root.ts && !m.deleted && m.onlyFor === null,
  );
  const asked = thread.filter((message) => message !== root && between(call, message));
  return answer(call, [root, ...asked], amounts.usual);
}

export const historyMethods: Record<string, Method> = {
  'conversations.history': { scope: null, token: 'bot', run: history },
  'conversations.replies': { scope: null, token: 'bot', run: replies },
};
