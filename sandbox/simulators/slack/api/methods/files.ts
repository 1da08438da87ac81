import { type JsonObject, objectsAt, textAt } from '../../json.ts';
import { channelOf } from '../../state/conversations.ts';
import { addFile, fileOnWire } from '../../state/files.ts';
import { byBot, post } from '../../state/messages.ts';
import type { StoredFile } from '../../state/workspace_state.ts';
import { type Answer, type Call, fine, type Method, missing, no } from '../call.ts';
import { messagesTabIsOff } from './content.ts';

/** files.*: an upload in three steps (docs: files.getUploadURLExternal). */

/** Slack says `missing_argument` where the length is 0, too. */
function getUploadUrl(call: Call): Answer {
  const { slackState, team, args } = call;
  const name = textAt(args, 'filename');
  const length = Number(textAt(args, 'length') || args.length);
  if (name === '') return missing(call, 'filename');
  if (!Number.isInteger(length) || length <= 0) return no('missing_argument');
  const file = addFile(slackState, team, { name, length, by: team.botUserId });
  return fine({ upload_url: `${slackState.url}upload/v1/${file.uploadKey}`, file_id: file.id });
}

/** Only files of this bot whose content has arrived, each once. Without a channel they stay private. */
function completeUpload(call: Call): Answer {
  const { slackState, team, args } = call;
  const asked = objectsAt(args, 'files');
  if (asked.length === 0) return missing(call, 'files');
  const files: StoredFile[] = [];
  for (const one of asked) {
    const file = slackState.files.get(textAt(one, 'id'));
    if (file?.teamId !== team.id || file.by !== team.botUserId || file.text === null || file.completed)
      return no('file_not_found');
    files.push(file);
  }
  const refusal = args.channel_id === undefined ? null : refusedChannel(call, textAt(args, 'channel_id'));
  if (refusal !== null) return refusal;
  for (const [index, file] of files.entries()) {
    file.completed = true;
    file.title = textAt(asked[index] ?? {}, 'title') || file.name;
  }
  share(call, files);
  return fine({ files: files.map((file) => fileOnWire(slackState, file)) });
}

/** Ids of channels alone: `channel_id` takes no person (python-slack-sdk#1426). */
function refusedChannel(call: Call, id: string): Answer | null {
  const channel = call.team.channels.find((one) => one.id === id);
  if (channel === undefined || (channel.kind !== 'public' && !channel.hasBot)) return no('channel_not_found');
  if (channel.kind === 'im' && messagesTabIsOff(call)) return no('messages_tab_disabled');
  if (channel.archived) return no('is_archived');
  return channel.hasBot ? null : no('not_in_channel');
}

function share({ slackState, team, args }: Call, files: readonly StoredFile[]): void {
  const channel = channelOf(team, textAt(args, 'channel_id'));
  if (channel === null) return;
  post(slackState, team, channel, {
    author: byBot(team),
    text: textAt(args, 'initial_comment'),
    threadTs: textAt(args, 'thread_ts') || null,
    files,
  });
}

function info({ slackState, team, args }: Call): Answer {
  const file = slackState.files.get(textAt(args, 'file'));
  const shown: JsonObject | null =
    file?.teamId === team.id && file.completed ? fileOnWire(slackState, file) : null;
  return shown === null ? no('file_not_found') : fine({ file: shown });
}

export const fileMethods: Record<string, Method> = {
  'files.getUploadURLExternal': { scope: 'files:write', token: 'bot', run: getUploadUrl },
  'files.completeUploadExternal': { scope: 'files:write', token: 'bot', run: completeUpload },
  'files.info': { scope: 'files:read', token: 'bot', run: info },
};
