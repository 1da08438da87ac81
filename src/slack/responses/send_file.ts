import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { retry } from '../../concurrency/retry.ts';
import { divideText } from '../../core/text/text_parts.ts';
import type { KnownBlock } from '../blocks/block_types.ts';
import { limits } from '../blocks/limits.ts';
import { escapeMrkdwn } from '../blocks/text.ts';
import type { HandlerContext } from '../handler_context.ts';
import type { FileSent, FileToSend } from '../messages/file_sent.ts';
import type { Person } from '../requests/requests.ts';
import { errorText } from '../web_api/connect_workspace.ts';
import type { SlackFiles } from '../web_api/slack_files.ts';

type Needs = Pick<HandlerContext, 'files' | 'isGranted' | 'log'>;

/**
 * Sends a text to one person by direct message: as a file where the bot may (`files:write`), else as code blocks, divided at line
 * ends. Whatever keeps a file from being sent, the text follows; after an unclear end it may stand there in both forms, which is
 * better than in none. Rejects when Slack cannot be reached.
 */
export async function sendFile(context: Needs, { userId }: Person, file: FileToSend): Promise<FileSent> {
  const { files } = context;
  try {
    const channel = await post(files, { channel: userId, text: file.comment });
    if (await shareFile(context, channel, file)) return { kind: 'file' };
    return await sendText(files, channel, file);
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError)) throw error;
    return { kind: 'refused', error: error.data.error };
  }
}

/** False when it is not there, or nobody knows whether it is. */
async function shareFile(
  { files, isGranted, log }: Needs,
  channel: string,
  file: FileToSend,
): Promise<boolean> {
  if (isGranted('files:write') === false) return false;
  try {
    const length = Buffer.byteLength(file.text);
    const asked = await files.client.files.getUploadURLExternal({ filename: file.filename, length });
    const { upload_url: url, file_id: id } = asked;
    if (url === undefined || id === undefined || !(await files.upload(url, file.text))) return false;
    await files.client.files.completeUploadExternal({
      files: [{ id, title: file.title }],
      channel_id: channel,
    });
    return true;
  } catch (error) {
    log.info({ reason: errorText(error) }, 'A file is sent as text instead');
    return false;
  }
}

async function sendText(files: SlackFiles, channel: string, { title, text }: FileToSend): Promise<FileSent> {
  const { parts, left } = divideText(text, limits.fileText);
  for (const [index, part] of parts.entries()) {
    const name = parts.length === 1 ? title : `${title}, part ${index + 1} of ${parts.length}`;
    await post(files, { channel, text: escapeMrkdwn(name), blocks: [titleBlock(name), codeBlock(part)] });
  }
  const isCutOff = left > 0;
  if (isCutOff) await post(files, { channel, text: cutOffText(title, left) });
  return { kind: 'text', messages: parts.length, isCutOff };
}

const cutOffText = (title: string, left: number) =>
  `${escapeMrkdwn(title)} is cut off here: ${left.toLocaleString('en')} more characters do not fit into messages. With the scope \`files:write\` Greenroom sends it whole, as a file.`;

// Not mrkdwn: what is copied from there is the text, character for character.
const codeBlock = (text: string): KnownBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
});

const titleBlock = (text: string): KnownBlock => ({
  type: 'context',
  elements: [{ type: 'plain_text', text: text.slice(0, limits.context.text), emoji: false }],
});

interface Posted {
  readonly channel: string;
  readonly text: string;
  readonly blocks?: KnownBlock[];
}

const MAX_TRIES = 4;
const LONGEST_RETRY_AFTER_S = 15;

/** The conversation it stands in. Only a rate limit is worth another try: after a lost answer it might be there twice. */
async function post({ client }: SlackFiles, message: Posted): Promise<string> {
  const { channel = message.channel } = await retry(() => client.chat.postMessage({ ...message }), {
    maxTries: MAX_TRIES,
    retryIf: (error) => error instanceof WebAPIRateLimitedError,
    delay: (_, error) =>
      1_000 *
      (error instanceof WebAPIRateLimitedError ? Math.min(error.retryAfter, LONGEST_RETRY_AFTER_S) : 1),
  });
  return channel;
}
