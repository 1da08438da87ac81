import type { EnvironmentKind } from '../../../core/checks/check.ts';
import type { FailureKind, ProofFailure } from '../../../core/proof/proof_failure.ts';
import { typed } from '../../blocks/text.ts';
import { whyNoAnswer } from '../checks/unknown_reason_words.ts';
import { type CauseWords, causeWords, zoomSaidNo } from './cause_words.ts';
import { stackoneSaid } from './stackone_words.ts';

export interface FailureWords {
  /** What happened, with StackOne's words. */
  readonly what: string;
  readonly next: string;
  readonly link: CauseWords['link'];
}

/** Why there is no proof, and the way out. In mrkdwn. */
export function failureWords(failure: ProofFailure, environment: EnvironmentKind): FailureWords {
  const what = `${happened(failure)}${said(failure)}`;
  const { cause } = failure;
  if (cause === null) {
    const seen = isLeftAtZoom(failure) ? `\n${zoomSaidNo}` : '';
    return { what: `${what}${seen}`, next: ways[failure.how], link: null };
  }
  const words = causeWords(cause, environment);
  // That it was left is all that there is to say.
  if (failure.how === 'cancelled' && cause === 'consent_declined')
    return { what, next: ways.cancelled, link: null };
  const likely =
    failure.basis === 'checks'
      ? `*Worth a look,* as this is not settled in Greenroom either: ${words.unsettled ?? words.likely}`
      : `*Most likely:* ${words.likely}`;
  return { what: `${what}\n${likely}`, next: words.next, link: words.link };
}

function happened({ how, status, trouble }: ProofFailure): string {
  switch (how) {
    case 'error':
      return 'The sign-in at Zoom did not go through.';
    case 'cancelled':
      return 'The sign-in was left before anybody consented.';
    case 'expired':
      return expiredWords(status);
    case 'gone':
      return 'StackOne does not know the link any more.';
    case 'unseen':
      return trouble === undefined
        ? 'StackOne could not be asked how it ended.'
        : `StackOne could not be asked how it ended: ${whyNoAnswer(trouble, 'StackOne')}.`;
    case 'profile_changed':
      return 'An account was linked, but this environment has another profile by now, or none: it proves nothing about that.';
    case 'pair_replaced':
      return 'An account was linked, but the client ID or secret was replaced meanwhile: it proves nothing about the new pair.';
    case 'other_profile':
      return "StackOne made the link for another profile than this environment's: what came of it proves nothing about this one.";
  }
}

/** Somebody was at Zoom, and what happened there is not known. */
function isLeftAtZoom({ how, status, code, description }: ProofFailure): boolean {
  return (
    how === 'expired' && status !== null && !wentThrough(status) && code === null && description === null
  );
}

const wentThrough = (status: string): boolean => status.trim().toLowerCase() === 'authenticated';

function expiredWords(status: string | null): string {
  if (status === null) return 'Nobody opened the link while it was good.';
  return wentThrough(status)
    ? 'StackOne says that the sign-in went through, and names no account that it linked: that proves nothing.'
    : 'Somebody began to sign in, and did not finish while the link was good.';
}

/** Words of StackOne that have a meaning here already. */
const plainStatuses: ReadonlySet<string> = new Set([
  'error',
  'cancelled',
  'pending',
  'authenticated',
  'unknown',
]);

function said({ how, status, code, description }: ProofFailure): string {
  if (code !== null || description !== null) return ` ${stackoneSaid(code, description)}`;
  if (status !== null && !plainStatuses.has(status)) return ` StackOne calls it \`${typed(status)}\`.`;
  return how === 'error' ? ` ${stackoneSaid(null, null)}` : '';
}

const tryAgain = 'Try it again when somebody has time to sign in; nothing was used up.';

const ways: Record<FailureKind, string> = {
  error: 'Try it once more. If it ends the same way, look for these words in StackOne and in Zoom.',
  cancelled: tryAgain,
  expired: tryAgain,
  gone: 'Try it again: a new link takes its place.',
  unseen:
    'If an account was linked, Greenroom sees it as soon as StackOne answers. If not, try it again then.',
  profile_changed: 'Prove the profile that is assigned now.',
  pair_replaced: 'Put the new pair into the profile in StackOne too, then prove it again.',
  other_profile: 'Look in StackOne which profiles of Zoom there are, and prove it again.',
};
