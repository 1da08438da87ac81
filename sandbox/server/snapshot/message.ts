import type { Message, Team } from '../../simulators/slack/state/workspace_state.ts';
import type { MessageSeen } from '../contract.ts';

export function messageSeen(team: Team, message: Message): MessageSeen {
  const { channel, ts, threadTs, author, onlyFor, text, blocks, fields, files, edits } = message;
  return {
    channel,
    ts,
    threadTs,
    author: { ...author, name: authorName(team, message) },
    ephemeral: onlyFor !== null,
    text,
    blocks,
    fields,
    files: files.map(({ id, name, title, text: content }) => ({ id, name, title, text: content ?? '' })),
    edited: edits > 0,
  };
}

function authorName(team: Team, { author }: Message): string {
  if (author.kind === 'slack') return 'Slackbot';
  if (author.kind === 'bot') return 'Greenroom';
  return team.users.find((user) => user.id === author.id)?.realName ?? author.id;
}
