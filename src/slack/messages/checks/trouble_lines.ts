import type { Environment } from '../../../core/apps/zoom_app.ts';
import type { Check } from '../../../core/checks/check.ts';
import { day, oldestOf } from '../../blocks/time.ts';
import { statusWords } from '../product_words.ts';
import { briefCheckLine, reasonLine } from './check_line.ts';
import { titleInSentence, titlesInSentence } from './title_in_sentence.ts';

/** Of a check that failed or is not known: `all`: why, how that is known and since when; `reason`: why; `name`: that it is so. */
export type TroubleWords = 'all' | 'reason' | 'name';

export function isTroubled({ status }: Check): boolean {
  return status === 'failed' || status === 'unknown';
}

/** What is wrong in an environment: on a card, the lines before the next step. */
export function troubleLines({ checks, kind }: Environment, words: TroubleWords): string[] {
  const troubled = checks.filter(isTroubled);
  if (words === 'name') return nameLines(troubled);
  const line = words === 'all' ? briefCheckLine : reasonLine;
  return troubled.map((check) => line(check, kind, checks));
}

function nameLines(troubled: readonly Check[]): string[] {
  const failed = troubled.filter(({ status }) => status === 'failed');
  const expired = troubled.filter(({ reason }) => reason === 'attestation_expired');
  const unseen = troubled.filter((check) => !failed.includes(check) && !expired.includes(check));
  const { failed: bad, unknown } = statusWords;
  return [
    ...(failed.length === 0 ? [] : [`${bad.sign} *${bad.word}:* ${titlesInSentence(failed)}`]),
    ...(expired.length === 0 ? [] : [`${unknown.sign} *To confirm again:* ${titlesInSentence(expired)}`]),
    ...(unseen.length === 0 ? [] : [`${unknown.sign} *${unknown.word}:* ${lastKnownTitles(unseen)}`]),
  ];
}

/** "credentials (failed before), linked account · last known 23 Nov 2026" */
function lastKnownTitles(unseen: readonly Check[]): string {
  const names = unseen.map(
    ({ name, lastKnown }) => `${titleInSentence(name)}${lastKnown === 'failed' ? ' (failed before)' : ''}`,
  );
  const known = oldestOf(unseen.flatMap(({ knownAt }) => knownAt ?? []));
  return `${names.join(', ')}${known === undefined ? '' : ` · last known ${day(known)}`}`;
}
