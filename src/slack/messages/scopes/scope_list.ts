import { typed } from '../../blocks/text.ts';

/** The first five of these scopes or other names of an interface, in mrkdwn; the rest is counted. */
export function scopeList(scopes: readonly string[]): string {
  const shown = scopes.slice(0, 5).map((scope) => `\`${typed(scope, 200)}\``);
  const more = scopes.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
