import { awaitsProof, type Check } from '../../../core/checks/check.ts';
import { person } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { provenWords } from '../proof/proven_words.ts';

/** The evidence of the last known status: "verified by Zoom", "said by @Ana". Empty while there is none. */
export function evidenceWords(check: Check): string {
  switch (check.evidence) {
    case 'attested':
      return attestation(check);
    case 'verified':
      return check.detail.provenBy === undefined
        ? withMatch(`verified by ${verifier(check)}`, check)
        : provenWords(check.detail.provenBy);
    case 'derived':
      return derivation(check);
    case null:
      if (check.attestedBy === null) return '';
      return awaitsProof(check)
        ? `client ID compared by ${person(check.attestedBy)}`
        : `said by ${person(check.attestedBy)}`;
  }
}

function attestation(check: Check): string {
  const who = check.attestedBy === null ? 'a person' : person(check.attestedBy);
  // That StackOne lists the profile is verified; that it belongs here was said by a person.
  return check.name === 'connector_profile'
    ? `listed by StackOne, said by ${who} to belong here`
    : `said by ${who}`;
}

function verifier(check: Check): string {
  return check.name === 'connector_profile' || check.name === 'linked_account' ? 'StackOne' : 'Zoom';
}

function derivation(check: Check): string {
  if (check.detail.manifestOf !== undefined) return seenInManifest(check);
  switch (check.name) {
    case 'scopes':
      return 'follows from the declared scopes';
    case 'connector_profile':
      return withMatch('listed by StackOne', check);
    default:
      return 'follows from the other checks';
  }
}

/** A person pasted it, and it names no client ID: the date and the person belong to it. */
function seenInManifest({ detail, attestedBy }: Check): string {
  const day = new Date(detail.manifestOf ?? '');
  const of = Number.isNaN(day.getTime()) ? '' : ` of ${moment(day)}`;
  const by = attestedBy === null ? '' : `, given by ${person(attestedBy)}`;
  return `seen in Zoom's manifest${of}${by}`;
}

const withMatch = (words: string, check: Check): string =>
  [words, matchWords(check)].filter((part) => part !== '').join(', ');

/** How Greenroom assigned a profile to this environment by itself; empty where a person did. */
export function matchWords(check: Check): string {
  switch (check.detail.matchedBy) {
    case 'name':
      return 'matched by its name';
    case 'only_candidate':
      return 'matched because nothing else waited for a profile';
    default:
      return '';
  }
}

/**
 * When: absolute, in the reader's time zone. For attested and derived evidence the time when it was found, for verified
 * evidence the time of the last check.
 */
export function evidenceAge(check: Check): string {
  if (check.knownAt === null || check.detail.manifestOf !== undefined) return '';
  // The day stands in the words; the checks that StackOne is polled for say when it was looked at last.
  if (check.detail.provenBy !== undefined && verifier(check) === 'Zoom') return '';
  const byWord = check.attestedBy !== null && check.name !== 'connector_profile';
  if (byWord) {
    const until =
      check.status === 'passed' && check.expiresAt !== null ? `, holds until ${moment(check.expiresAt)}` : '';
    return `${moment(check.knownAt)}${until}`;
  }
  if (check.evidence === 'derived' && check.name === 'scopes') return `as of ${moment(check.knownAt)}`;
  return `last looked ${moment(check.lookedAt ?? check.knownAt)}`;
}
