import type { UnknownReason } from '../checks/reasons.ts';
import { withoutSecrets } from '../secrets/find_secrets.ts';
import { cutWhole } from '../text/cut.ts';
import { wellFormedText } from '../text/well_formed.ts';
import { type AttemptWords, type KnownFacts, type LikelyCause, likelyCause } from './likely_cause.ts';

/**
 * How a session ended without a proof. `error`, `cancelled`: StackOne says so. `expired`: nobody finished in time.
 * `gone`: StackOne does not know the session any more. `unseen`: StackOne could not be asked how it ended. The others: it was
 * authenticated, but proves nothing about what the environment has now.
 */
export const failureKinds = [
  'error',
  'cancelled',
  'expired',
  'gone',
  'unseen',
  'profile_changed',
  'pair_replaced',
  'other_profile',
] as const;
export type FailureKind = (typeof failureKinds)[number];

/** Why a session proved nothing: facts for messages. */
export interface ProofFailure {
  readonly how: FailureKind;
  /** null: not known; the words are shown as they came. */
  readonly cause: LikelyCause | null;
  /** What the likely cause is taken from: StackOne's words, or an open check of Greenroom's. */
  readonly basis?: 'words' | 'checks';
  /** StackOne's word for the attempt, its code and its words, as they came; cut off, well-formed, and without secrets. */
  readonly status: string | null;
  readonly code: string | null;
  readonly description: string | null;
  /** `unseen`: why StackOne could not be asked. */
  readonly trouble?: UnknownReason;
}

const longest = { status: 60, code: 100, description: 500 };
/** More than is kept, so that a secret is not cut in two before it is found. */
const LONGEST_READ = 4_000;

/** A failure that StackOne's attempt, if there was one, tells something about. */
export function failureOf(
  how: FailureKind,
  attempt: AttemptWords | null,
  facts: KnownFacts | null,
  trouble?: UnknownReason,
): ProofFailure {
  const likely = attempt === null || facts === null ? null : likelyCause(attempt, facts);
  return {
    how,
    cause: likely?.cause ?? null,
    ...(likely === null ? {} : { basis: likely.basis }),
    status: kept(attempt?.status ?? null, longest.status),
    code: kept(attempt?.code ?? null, longest.code),
    description: kept(attempt?.description ?? null, longest.description),
    ...(trouble === undefined ? {} : { trouble }),
  };
}

function kept(text: string | null, most: number): string | null {
  if (text === null || text.trim() === '') return null;
  return cutWhole(withoutSecrets(wellFormedText(text.slice(0, LONGEST_READ))), most);
}
