import type { ManagementType } from '../../core/checks/check.ts';

/** A typed line: the first word in lower case, and the rest as typed. */
export interface Words {
  readonly first: string;
  readonly rest: string;
}

/** Most pairs of quotation marks that are removed. */
const MOST_QUOTES = 20;

/** Phones write smart quotes, no-break and invisible characters; none of them is meant. */
function tidy(text: string): string {
  if (/^[ -~]*$/.test(text)) return text.trim();
  return text
    .normalize('NFC')
    .replace(/[\u201C\u201D\u201E\u00AB\u00BB]/g, '"')
    .replace(/[\u2018\u2019\u201A]/g, "'")
    .replace(/[\u200B\u200E\u200F\u2060\uFEFF]/g, '')
    .replace(/\s/g, (blank) => (blank === '\n' ? '\n' : ' '))
    .trim();
}

export function split(text: string): Words {
  const clean = tidy(text);
  const [first = ''] = clean.split(/\s/, 1);
  return { first: first.toLowerCase(), rest: clean.slice(first.length).trim() };
}

/** The name of an app: without quotes around it, with single blanks; a mention in it becomes the name that was typed. */
export function appName(text: string): string {
  const clean = tidy(text.replace(/<@[UW][A-Z0-9]+\|([^<>]+)>/g, '@$1')).replace(/\s+/g, ' ');
  const around = quotesAround(clean);
  return clean.slice(around, clean.length - around).trim();
}

/** How many quotation marks stand in front and behind, the same ones in the same order. */
function quotesAround(text: string): number {
  const front = /^["'`*]*/.exec(text)?.[0] ?? '';
  const longest = Math.min(front.length, MOST_QUOTES, Math.floor(text.length / 2));
  for (let many = longest; many > 0; many -= 1) if (text.endsWith(front.slice(0, many))) return many;
  return 0;
}

/** Words of a filter: a mention comes as `<@U1|ana>` and is kept as `<@U1>`. */
export function filterWords(text: string): string {
  return appName(text.replace(/<@([UW][A-Z0-9]+)\|[^<>]*>/g, '<@$1>'));
}

/** What people call the two ways to manage an app, Zoom's own words included. */
export function managementTypeOf(word: string): ManagementType | null {
  const key = word.toLowerCase().replace(/[^a-z]/g, '');
  if (/^(admin|admins|adminmanaged|adminmanagement|account|accountlevel)$/.test(key)) return 'admin';
  return /^(user|users|usermanaged|useroperation|userlevel)$/.test(key) ? 'user' : null;
}
