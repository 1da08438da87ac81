import { cutWhole } from '../../../core/text/cut.ts';

/** A cell of a file; only what people typed could be longer. */
const LONGEST = 2_000;

/**
 * Mrkdwn of our own as one line of plain text, for a file: dates in UTC, people and channels by their ids, without signs (`:lock:`,
 * which never follows a letter, as the parts of a scope do) and marks. What people typed holds no mark any more: `typed()` has replaced it.
 */
export function plainWords(mrkdwn: string): string {
  const text = mrkdwn
    .replace(/<!date\^[^|<>]*\|([^<>]*)>/g, '$1')
    .replace(/<@([A-Z0-9]{1,40})(?:\|[^<>]*)?>/g, '$1')
    .replace(/<#([A-Z0-9]{1,40})(?:\|[^<>]*)?>/g, '$1')
    .replace(/<(https?:[^|<>]*)(?:\|([^<>]*))?>/g, (_all, url: string, label?: string) => label ?? url)
    .replace(/(?<![\w:]):[a-z][a-z0-9_+-]{0,60}: ?/g, '')
    .replace(/[*`]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
  return cutWhole(text.trim(), LONGEST);
}

/** "2026-11-23 18:12 UTC" */
export function utcTime(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
