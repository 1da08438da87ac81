import { awaitsProof, type Check, type EnvironmentKind } from '../../../core/checks/check.ts';
import { cutMrkdwn, person, sentence } from '../../blocks/text.ts';
import { day, moment } from '../../blocks/time.ts';
import { checkTitles, statusWords } from '../product_words.ts';
import { meaning } from './check_meaning.ts';
import { evidenceAge, evidenceWords } from './evidence_words.ts';
import { type HostName, isUnknownReason, whyNoAnswer } from './unknown_reason_words.ts';

/** One check on the card: status word and sign, what it means, how it is known and since when. */
export function checkLine(check: Check, kind: EnvironmentKind, checks: readonly Check[]): string {
  const means = meaning(check, kind, checks);
  if (check.reason === 'attestation_expired') return expiredLine(check, means);
  const known = check.status === 'unknown' ? lastKnownWords(check, means) : knownWords(check, means);
  return `${statusOf(check, awaitsProof(check) ? ' until proven' : '')} ${known}`;
}

/** The same for a card, where it shall be short: what cannot be looked at now needs no explanation again, unless it had failed. */
export function briefCheckLine(check: Check, kind: EnvironmentKind, checks: readonly Check[]): string {
  if (check.status !== 'unknown' || check.lastKnown === 'failed') return checkLine(check, kind, checks);
  if (check.reason === 'attestation_expired') return expiredLine(check, '');
  return `${statusOf(check)} ${lastKnownWords(check, '')}`.trim();
}

/** Beside another one on the same card: why it failed, or what was known last. */
export function reasonLine(check: Check, kind: EnvironmentKind, checks: readonly Check[]): string {
  if (check.reason === 'attestation_expired') return expiredLine(check, '');
  const why =
    check.status === 'failed' ? cutMrkdwn(meaning(check, kind, checks), TWO_ROWS) : lastKnownBriefly(check);
  return `${statusOf(check)} ${why}`;
}

/** Of a phone, about. */
const TWO_ROWS = 80;

function statusOf(check: Check, until = ''): string {
  const { sign, word } = statusWords[check.status];
  return `${sign} *${checkTitles[check.name]}: ${word.toLowerCase()}${until}.*`;
}

function lastKnownBriefly(check: Check): string {
  const { knownAt, lastKnown } = check;
  if (knownAt === null) return `${whyUnknown(check)}.`;
  return `${whyUnknown(check)}. *Last known: ${statusWords[lastKnown].word.toLowerCase()}*, ${day(knownAt)}.`;
}

function whyUnknown(check: Check): string {
  return isUnknownReason(check.reason)
    ? sentence(whyNoAnswer(check.reason, hostOf(check)))
    : 'There was no answer';
}

/** Nothing was looked at and nothing failed: who said it last, and when. */
function expiredLine(check: Check, means: string): string {
  const when = check.knownAt === null ? '' : ` ${moment(check.knownAt)}`;
  const who = check.attestedBy === null ? '' : ` by ${person(check.attestedBy)}`;
  const said = means === '' ? '' : ` It was said then: ${means}`;
  return `${statusWords.unknown.sign} *${checkTitles[check.name]}: unknown, last confirmed${when}${who}.*${said}`;
}

function knownWords(check: Check, means: string): string {
  const basis = [evidenceWords(check), evidenceAge(check)].filter((part) => part !== '').join(', ');
  return basis === '' ? means : `${means} ${sentence(basis)}.`;
}

/** A stale status must not look fresh: since when and why the check is unknown, and its last known status. */
function lastKnownWords(check: Check, means: string): string {
  const why = whyUnknown(check);
  const tried = check.lookedAt === null ? '' : `; last try ${moment(check.lookedAt)}`;
  if (check.knownAt === null) return `There has been no answer so far. ${why}${tried}.`;
  const basis = evidenceWords(check);
  const last = `*Last known: ${statusWords[check.lastKnown].word.toLowerCase()}*${basis === '' ? '' : `, ${basis}`}.`;
  return `No answer since ${moment(check.knownAt)}. ${why}${tried}. ${last} ${means}`;
}

function hostOf(check: Check): HostName {
  return check.name === 'connector_profile' || check.name === 'linked_account' ? 'StackOne' : 'Zoom';
}
