import { copied, isObject, type JsonObject, parseJson, textAt } from '../json.ts';
import { checkMessage, slackMessage } from '../rules/index.ts';
import { channelOf } from '../state/conversations.ts';
import { note, settle } from '../state/journal.ts';
import { byBot, edit, messageAt, post, remove } from '../state/messages.ts';
import { unsupportedBlock } from '../state/older_workspace.ts';
import { useResponseUrl } from '../state/triggers.ts';
import type { Channel, Message, ResponseUrl, SlackState, Team } from '../state/workspace_state.ts';
import { contentOf } from './methods/content.ts';
import type { Reply } from './web_api.ts';

/** Where a response_url, or the acknowledgement of a command, posts. */
export interface Speaker {
  readonly userId: string;
  readonly channel: Channel;
  readonly threadTs: string | null;
  readonly origin: Message | null;
}

const asks = (body: JsonObject, flag: string): boolean => body[flag] === true || body[flag] === 'true';

/** Posts, replaces or deletes as the body says. Ephemeral unless `response_type` is `in_channel`. */
export function speak(
  slackState: SlackState,
  team: Team,
  speaker: Speaker,
  body: JsonObject,
): Message | null {
  const { origin, channel, userId } = speaker;
  if (asks(body, 'delete_original')) {
    if (origin !== null) remove(slackState, origin);
    return null;
  }
  const { text, blocks, attachments } = contentOf(body);
  if (asks(body, 'replace_original') && origin !== null) {
    edit(slackState, origin, { text, blocks, attachments });
    return origin;
  }
  const onlyFor = body.response_type === 'in_channel' ? null : userId;
  const threadTs = textAt(body, 'thread_ts') || speaker.threadTs;
  return post(slackState, team, channel, {
    author: byBot(team),
    text,
    blocks,
    attachments,
    onlyFor,
    threadTs,
  });
}

function speakerOf(team: Team, pass: ResponseUrl): Speaker | null {
  const channel = channelOf(team, pass.channel);
  if (channel === null) return null;
  const origin = pass.origin === null ? null : messageAt(team, channel.id, pass.origin);
  return { userId: pass.userId, channel, threadTs: pass.threadTs, origin };
}

const answer = (status: number, body: string): Reply => ({
  status,
  headers: { 'content-type': body === 'ok' ? 'text/html' : 'application/json; charset=utf-8' },
  body,
});

const refusal = (status: number, error: string): Reply =>
  answer(status, JSON.stringify({ ok: false, error }));

/** A POST to a response_url: five times within thirty minutes, then 404. */
export function answerResponseUrl(slackState: SlackState, teamId: string, id: string, body: string): Reply {
  const team = slackState.teams.find((one) => one.id === teamId);
  const parsed = parseJson(body);
  const entry = note(slackState.journal, 'from_app', 'response_url', copied(parsed), teamId);
  const done = (reply: Reply, said: string): Reply => {
    settle(entry, said, reply === 'cut' ? null : reply.status);
    return reply;
  };
  const broken = (code: string, message: string) => {
    entry.violations.push({ code, pointer: '', message });
    return done(refusal(code === 'invalid_payload' ? 400 : 404, code), code);
  };
  if (!isObject(parsed)) return broken('invalid_payload', 'the body must be a JSON object');
  const problem = asks(parsed, 'delete_original') ? null : checkMessage(parsed);
  if (problem !== null) {
    entry.violations.push(...problem.violations);
    return done(
      refusal(400, problem.error),
      problem.violations.map(slackMessage).join('; ') || problem.error,
    );
  }
  if (unsupportedBlock(slackState, parsed) !== null)
    return done(refusal(400, 'invalid_blocks'), 'invalid_blocks');
  const pass = useResponseUrl(slackState, id);
  if (typeof pass === 'string') return broken(pass, 'a response_url takes five posts within thirty minutes');
  const speaker = team === undefined ? null : speakerOf(team, pass);
  if (team === undefined || speaker === null) return broken('expired_url', 'unknown address');
  speak(slackState, team, speaker, parsed);
  return done(answer(200, 'ok'), 'ok');
}
