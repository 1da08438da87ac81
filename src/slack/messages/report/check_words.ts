import type { Environment } from '../../../core/apps/zoom_app.ts';
import type { Check, EnvironmentKind } from '../../../core/checks/check.ts';
import { count, typed } from '../../blocks/text.ts';
import { meaning } from '../checks/check_meaning.ts';
import { isUnknownReason, whyNoAnswer } from '../checks/unknown_reason_words.ts';
import { plainWords, utcTime } from './plain_words.ts';

/** Where nobody and nothing has shown that a check passes. */
export const unverified = 'not verified';

/**
 * What a check means, in plain text. A report is taken along, out of the workspace, so it counts accounts by their status and
 * names none: their owners are customers.
 */
export function checkMeaning(check: Check, kind: EnvironmentKind, checks: readonly Check[]): string {
  const { notActive, ...detail } = check.detail;
  const means = plainWords(meaning({ ...check, detail }, kind, checks));
  const statuses = new Map<string, number>();
  for (const { status } of notActive ?? []) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  const counted = [...statuses].map(
    ([status, n]) => `${n} ${plainWords(typed(status, 30)) || 'without a status'}`,
  );
  const more = (detail.accounts ?? 0) - (detail.active ?? 0) - (notActive?.length ?? 0);
  const others = more > 0 && counted.length > 0 ? [...counted, `${more} more`] : counted;
  const accounts = others.length === 0 ? '' : `Not active: ${others.join(', ')}.`;
  return [unknownWords(check), means, accounts].filter((part) => part !== '').join(' ');
}

function unknownWords(check: Check): string {
  if (check.status !== 'unknown') return '';
  const host = check.name === 'connector_profile' || check.name === 'linked_account' ? 'StackOne' : 'Zoom';
  const why = isUnknownReason(check.reason) ? `: ${whyNoAnswer(check.reason, host)}` : '';
  return `Not known now${plainWords(why)}. Last known:`;
}

/** When the evidence is from; of a statement also until when it is believed. */
export function evidenceTime(check: Check): string {
  if (check.knownAt === null) return '';
  const seen = check.evidence === 'verified' ? (check.lookedAt ?? check.knownAt) : check.knownAt;
  const at = check.status === 'unknown' ? check.knownAt : seen;
  return `${utcTime(at)}${check.expiresAt === null ? '' : `, believed until ${utcTime(check.expiresAt)}`}`;
}

/** Whether Greenroom holds the secret of this environment, and how. */
export function secretWords({ id, hasSecret }: Environment, fingerprints: readonly string[]): string {
  if (hasSecret) return 'stored, sealed (AES-256-GCM), and shown to nobody';
  return fingerprints.includes(id)
    ? 'forgotten; a fingerprint is stored, to recognise a changed pair'
    : 'not stored';
}

/** "9 of 12 checks passed, 4 of them verified by a machine, and 2 are not known now". What passed once is no pass of today. */
export function passedWords(environments: readonly Environment[]): string {
  const checks = environments.flatMap((environment) => environment.checks);
  const passed = checks.filter(({ status }) => status === 'passed');
  const verified = passed.filter(({ evidence }) => evidence === 'verified').length;
  const unknown = checks.filter(({ status }) => status === 'unknown').length;
  const known = `${passed.length} of ${count(checks.length, 'check')} passed, ${verified} of them verified by a machine`;
  return unknown === 0 ? known : `${known}, and ${unknown} ${unknown === 1 ? 'is' : 'are'} not known now`;
}
