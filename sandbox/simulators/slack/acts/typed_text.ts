import type { Team } from '../state/workspace_state.ts';

/** Typed text as Slack passes it on: always with entities; with links and ids of names where Slack makes them. */

const ADDRESS = /https?:\/\/[^\s<>"|]+/i;
const MAIL = /^[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}$/i;
const LABEL = /^[a-z0-9-]{1,63}$/i;
const NAME = /[@#]([\p{L}\w.-]{1,80})/gu;
/** A full stop, a comma or a bracket beside a word belongs to the sentence. */
const OPENING = /^[([{'"]{1,8}/;
const CLOSING = /[.,;:!?)\]}'"]{1,8}$/;

const entities = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

// Which endings Slack takes for domains is not documented: the common ones here, and any two letters.
const ENDINGS = new Set(['com', 'net', 'org', 'info', 'biz', 'app', 'dev', 'cloud']);

function isDomain(text: string): boolean {
  const labels = text.split(/[/?#:]/)[0]?.split('.') ?? [];
  const ending = labels.at(-1)?.toLowerCase() ?? '';
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label)) || /[<>"|]/.test(text)) return false;
  return ENDINGS.has(ending) || /^[a-z]{2}$/.test(ending);
}

const BROADCASTS = new Set(['here', 'channel', 'everyone']);

/** How an id of a person is written: with the name in commands, bare in messages (recorded: `<@U1>`). */
type Mention = (id: string, name: string) => string;

function personNamed(team: Team, typed: string, mention: Mention): string | null {
  const name = typed.toLowerCase();
  if (BROADCASTS.has(name)) return `<!${name}>`;
  const user = team.users.find((one) => one.name === name || one.realName.toLowerCase() === name);
  return user === undefined ? null : mention(user.id, user.name);
}

function channelNamed(team: Team, name: string): string | null {
  const channel = team.channels.find((one) => one.name === name && one.kind !== 'im');
  return channel === undefined ? null : `<#${channel.id}|${channel.name}>`;
}

const withNames = (team: Team, text: string, mention: Mention): string =>
  entities(text).replaceAll(NAME, (all, typed: string) => {
    const name = typed.replace(/\.{1,8}$/, '');
    const found = all.startsWith('@') ? personNamed(team, name, mention) : channelNamed(team, name);
    return found === null ? all : found + typed.slice(name.length);
  });

/** What stands around an address or mail in one word, and the link that Slack makes of it; null where it makes none. */
function linked(word: string): { before: string; link: string; after: string } | null {
  const opening = OPENING.exec(word)?.[0] ?? '';
  const address = ADDRESS.exec(word);
  const start = address === null ? opening.length : address.index;
  const rest = address === null ? word.slice(start) : address[0];
  const core = rest.slice(0, CLOSING.exec(rest)?.index ?? rest.length);
  const link = linkOf(core, address !== null);
  return link === null
    ? null
    : { before: word.slice(0, start), link, after: word.slice(start + core.length) };
}

function linkOf(core: string, isAddress: boolean): string | null {
  const shown = entities(core);
  if (isAddress) return `<${shown}>`;
  if (MAIL.test(core)) return `<mailto:${shown}|${shown}>`;
  return isDomain(core) ? `<http://${shown}|${shown}>` : null;
}

function rewritten(team: Team, text: string, mention: Mention): string {
  const words = text.split(/(\s+)/).map((word) => {
    const found = linked(word);
    if (found === null) return withNames(team, word, mention);
    return `${withNames(team, found.before, mention)}${found.link}${entities(found.after)}`;
  });
  return words.join('');
}

/** The text of a slash command: links and ids only for commands with `should_escape` (docs: slash commands). */
export const commandText = (team: Team, text: string, shouldEscape: boolean): string =>
  shouldEscape ? rewritten(team, text, (id, name) => `<@${id}|${name}>`) : entities(text);

/** The text of a message. */
export const messageText = (team: Team, text: string): string => rewritten(team, text, (id) => `<@${id}>`);
