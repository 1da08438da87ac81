import type { MessageHandle } from '../contract.ts';
import type { Who } from '../delivery/payloads.ts';
import { attachmentLines } from '../render/attachments.ts';
import { renderBlocks } from '../render/blocks.ts';
import { readMrkdwn } from '../render/mrkdwn.ts';
import { nameOfId } from '../state/conversations.ts';
import type { Message, Team } from '../state/workspace_state.ts';
import { buttonLabels } from './labels.ts';
import { CannotDo } from './refusal.ts';

/** What a person reads in a message: its blocks, else its text. */
export function messageLines(team: Team, message: Message): string[] {
  if (message.deleted) return [];
  const nameOf = (id: string) => nameOfId(team, id);
  const { blocks, text, fields, attachments, files } = message;
  const words =
    text === '' && attachments.length + files.length > 0 ? [] : readMrkdwn(text, nameOf).split('\n');
  const body = blocks.length > 0 ? renderBlocks(blocks, { nameOf, fields }) : words;
  return [
    ...body,
    ...attachments.flatMap((one) => attachmentLines(one, nameOf)),
    ...files.map(({ name, title }) => (name === title ? `(file ${name})` : `(file ${name}) ${title}`)),
  ];
}

export const handleOf = (team: Team, message: Message): MessageHandle => ({
  channel: message.channel,
  ts: message.ts,
  threadTs: message.threadTs,
  ephemeral: message.onlyFor !== null,
  text: () => messageLines(team, message).join('\n'),
  edits: () => message.edits,
  buttons: () => (message.deleted ? [] : buttonLabels(message.blocks)),
  files: () =>
    message.deleted ? [] : message.files.map(({ name, title, text }) => ({ name, title, text: text ?? '' })),
  blocks: () => (message.deleted ? [] : message.blocks),
  isDeleted: () => message.deleted,
});

/** The message behind a handle, if this person can still see it. */
export function messageBehind({ team, user }: Who, handle: MessageHandle): Message {
  const found = team.messages.find((m) => m.channel === handle.channel && m.ts === handle.ts);
  if (found === undefined || found.deleted) throw new CannotDo('The message is gone');
  if (found.onlyFor !== null && found.onlyFor !== user.id)
    throw new CannotDo(`${user.realName} does not see this message`);
  return found;
}

function author({ team }: Who, message: Message): string {
  if (message.author.kind === 'slack') return 'Slackbot';
  return nameOfId(team, message.author.id).slice(1);
}

/** These messages as plain text: author, text, `(only you)`, replies indented. */
export function transcriptOf(who: Who, messages: readonly Message[]): string {
  return messages
    .flatMap((message) => {
      const isReply = message.threadTs !== null && message.threadTs !== message.ts;
      const marks = `${message.onlyFor === null ? '' : ' (only you)'}${message.edits === 0 ? '' : ' (edited)'}`;
      const lines = [
        `${author(who, message)}${marks}:`,
        ...messageLines(who.team, message).map((l) => `  ${l}`),
      ];
      return isReply ? lines.map((line) => `    ${line}`) : lines;
    })
    .join('\n');
}
