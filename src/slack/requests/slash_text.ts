/** What Slack puts between `<` and `>`: an address, a person, a channel, a group; and after a `|` its label. */
const WRAPPED = /<([^<>|]*)(?:\|([^<>]*))?>/g;
const ADDRESS = /^(?:mailto:|tel:|[a-z][a-z0-9+.-]*:\/\/)/i;

/**
 * The text of a slash command as the person typed it (docs: slash commands, "Escape channels, users, and links"). With
 * `should_escape` Slack makes links of what looks like an address, and ids of names: `<http://acme.com|acme.com>`,
 * `<mailto:a@acme.com|a@acme.com>`, `<#C1|general>`, `<!subteam^S1|@ops>`. People stay `<@U1|ana>`: a filter needs the id,
 * and `commands/command_words.ts` takes the name where one is wanted. Without `should_escape` there is nothing to unwrap. Either way
 * `&`, `<` and `>` that people type come as entities, so a bare `<` is Slack's own; they are undone last, and once.
 */
export function asTyped(text: string): string {
  return unescaped(text.replace(WRAPPED, unwrapped));
}

function unwrapped(whole: string, target: string, label = ''): string {
  if (target.startsWith('@')) return whole;
  if (target.startsWith('#')) return label === '' ? `<${target}>` : `#${label}`;
  if (target.startsWith('!')) return special(target.slice(1), label);
  if (!ADDRESS.test(target)) return whole;
  return label === '' ? target.replace(/^(?:mailto|tel):/i, '') : label;
}

/** `subteam^S1`, `here`, `channel`, `everyone`; and `date^…`, whose label is the text for clients that cannot draw it. */
function special(target: string, label: string): string {
  const [kind = '', id = ''] = target.split('^');
  if (kind === 'date') return label;
  const name = label === '' ? (kind === 'subteam' ? id : kind) : label;
  return name.startsWith('@') ? name : `@${name}`;
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
