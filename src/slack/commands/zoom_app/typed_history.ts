import { own } from '../../../core/own_property.ts';
import { type HistoryTopic, historyTopics } from '../../../usecases/history/history_topics.ts';
import { appName } from '../command_words.ts';

/** A filter as typed: what is left is the name of an app. */
export interface HistoryWords {
  readonly name: string;
  readonly person?: string;
  readonly topic?: HistoryTopic;
  readonly since?: Date;
}

const HOUR = 3_600_000;
const units: Readonly<Record<string, number>> = { h: HOUR, d: 24 * HOUR, w: 7 * 24 * HOUR };
/** Ten years: nothing is older. */
const LONGEST = 3_650 * 24 * HOUR;

/** Words people use for a topic. */
const otherWords: Readonly<Record<string, HistoryTopic>> = {
  edit: 'edits',
  changes: 'edits',
  secrets: 'credentials',
  scope: 'scopes',
  check: 'checks',
  profile: 'profiles',
  stackone: 'profiles',
};

/**
 * `Acme @ana checks 7d`: a person anywhere, a topic and a time at the end, in any order. A time is `12h`, `7d`, `4w` or a date
 * `2026-11-01` (its beginning in UTC).
 */
export function historyWords(text: string, now: Date): HistoryWords {
  const person = /<@([UW][A-Z0-9]{1,30})(?:\|[^<>]*)?>/.exec(text)?.[1];
  const words = text
    .replace(/<@[UW][A-Z0-9]{1,30}(?:\|[^<>]*)?>/g, ' ')
    .split(/\s+/)
    .filter(Boolean);
  let topic: HistoryTopic | undefined;
  let since: Date | undefined;
  for (;;) {
    const word = (words.at(-1) ?? '').toLowerCase();
    const asTopic = topic === undefined ? topicIn(word) : undefined;
    const asTime = since === undefined ? timeIn(word, now) : undefined;
    if (asTopic === undefined && asTime === undefined) break;
    topic ??= asTopic;
    since ??= asTime;
    words.pop();
  }
  return {
    name: appName(words.join(' ')),
    ...(person === undefined ? {} : { person }),
    ...(topic === undefined ? {} : { topic }),
    ...(since === undefined ? {} : { since }),
  };
}

function topicIn(word: string): HistoryTopic | undefined {
  return historyTopics.find((topic) => topic === word) ?? own(otherWords, word);
}

function timeIn(word: string, now: Date): Date | undefined {
  const [, amount, unit] = /^(\d{1,5})([hdw])$/.exec(word) ?? [];
  const ms = Number(amount) * (units[unit ?? ''] ?? Number.NaN);
  if (ms > 0) return new Date(now.getTime() - Math.min(ms, LONGEST));
  if (!/^\d{4}-\d{2}-\d{2}$/.test(word)) return undefined;
  const date = new Date(`${word}T00:00:00Z`);
  // `2026-02-31` is no date; Date makes another one of it.
  return date.getTime() > 0 && date.toISOString().startsWith(word) ? date : undefined;
}
