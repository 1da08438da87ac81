import { own } from '../../core/own_property.ts';
import type { SupportContact } from '../../core/support_contact.ts';
import type { KnownBlock, MessageView } from '../blocks/block_types.ts';
import { messageView } from '../blocks/fit.ts';
import { context, header, section } from '../blocks/layout.ts';
import { escapeMrkdwn, sentence } from '../blocks/text.ts';
import { type Command, type HelpTopic, topics } from './help_topics.ts';
import { contactBlocks } from './support_contact.ts';

const intros: Record<Command, string> = {
  '/zoom-app':
    'Greenroom takes a Zoom app from "somebody must register this" to "the connector profile is live".',
  '/zoom-scopes':
    'Looks at Zoom scopes without registering anything. Without any words it opens a form to paste into.',
  '/zoom-ready': 'The readiness board: every Zoom app, where it stands, what is next.',
};

/** What can be typed, with examples. `topic`: one subcommand (`register`, `check`); an unknown one shows the whole. */
export function helpMessage(
  command: Command = '/zoom-app',
  topic = '',
  contact: SupportContact | null = null,
): MessageView {
  const { whole, each } = messages[command];
  const help = own(each, topic.trim().toLowerCase()) ?? whole;
  return contact === null ? help : { ...help, blocks: [...help.blocks, ...contactBlocks(contact)] };
}

function wholeHelp(command: Command): MessageView {
  const entries = Object.values(topics[command]);
  const spoken = entries.map((entry) => `${typedAs(command, entry)}: ${entry.does}.`).join(' ');
  return messageView(escapeMrkdwn(`${intros[command]} ${spoken}`), [
    header(`Help for ${command}`),
    section(intros[command]),
    // A block each: Slack leaves air between blocks, and none between lines.
    ...entries.map((entry) => section(inShort(command, entry))),
    ...footer(command),
  ]);
}

function topicHelp(command: Command, entry: HelpTopic): MessageView {
  const spoken = `${typedAs(command, entry)}: ${entry.does}. For example: ${entry.example}`;
  return messageView(escapeMrkdwn(spoken), [section(topicWords(command, entry)), ...footer(command)]);
}

/** In the whole help only a usage that is not clear by itself has an example; one with an app's name needs none. */
function inShort(command: Command, entry: HelpTopic): string {
  return command === '/zoom-app' ? topicHead(command, entry) : topicWords(command, entry);
}

function topicHead(command: Command, entry: HelpTopic): string {
  return `\`${escapeMrkdwn(typedAs(command, entry))}\`\n${sentence(entry.does)}.`;
}

function topicWords(command: Command, entry: HelpTopic): string {
  const example = `\nFor example: \`${escapeMrkdwn(entry.example)}\``;
  return `${topicHead(command, entry)}${entry.example === typedAs(command, entry) ? '' : example}`;
}

function typedAs(command: Command, { usage }: HelpTopic): string {
  return `${command} ${usage}`;
}

function footer(command: Command): KnownBlock[] {
  const others = Object.keys(topics).filter((other) => other !== command);
  const app =
    command === '/zoom-app'
      ? '`<app>` is a name, the beginning of one, or an ID; `/zoom-app help check` has an example. '
      : '';
  return [
    context(
      `${escapeMrkdwn(app)}See also ${others.map((other) => `\`${other} help\``).join(' and ')}. Never type a secret into a command.`,
    ),
  ];
}

/** Constant: built once and shared by all answers. */
const messages = {
  '/zoom-app': allOf('/zoom-app'),
  '/zoom-scopes': allOf('/zoom-scopes'),
  '/zoom-ready': allOf('/zoom-ready'),
};

function allOf(command: Command): { whole: MessageView; each: Readonly<Record<string, MessageView>> } {
  const each = Object.entries(topics[command]).map(([name, topic]) => [name, topicHelp(command, topic)]);
  return { whole: wholeHelp(command), each: Object.fromEntries(each) };
}
