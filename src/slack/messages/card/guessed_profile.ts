import { checkOf, type Environment } from '../../../core/apps/zoom_app.ts';
import type { Check } from '../../../core/checks/check.ts';
import type { ProfileMatch } from '../../../core/checks/check_detail.ts';
import { isProven } from '../../../core/checks/keep_proof.ts';
import { actionIds } from '../../action_ids.ts';
import type { Button } from '../../blocks/block_types.ts';
import { button, confirm, nth } from '../../blocks/elements.ts';
import { matchWords } from '../checks/evidence_words.ts';

/** A profile that Greenroom assigned by itself, and that neither a person nor an account has confirmed: what is said of it, and the way out. */

export function isGuess(matchedBy: ProfileMatch | undefined): boolean {
  return matchedBy === 'name' || matchedBy === 'only_candidate';
}

/** The check of the profile, while it rests on a guess. */
function guessedCheck(environment: Environment): Check | null {
  const check = checkOf(environment, 'connector_profile');
  if (check.lastKnown !== 'passed' || isProven(check)) return null;
  // A linked account proves it.
  const account = checkOf(environment, 'linked_account');
  if (account.lastKnown === 'passed' && account.evidence === 'verified') return null;
  return check.evidence === 'derived' || isGuess(check.detail.matchedBy) ? check : null;
}

/** On the card, where the check itself is folded among those that passed. */
export function guessLine(environment: Environment): string[] {
  const check = guessedCheck(environment);
  if (check?.status !== 'passed') return [];
  const how = matchWords(check) || 'matched by Greenroom';
  return [`:grey_question: *Nobody has confirmed the connector profile yet:* ${how}.`];
}

export function guessButtons(environment: Environment): Button[] {
  const check = guessedCheck(environment);
  return check === null ? [] : [notThisOneButton(environment, check.detail.profileId)];
}

/** `profileId`: only that one is let go, not another that came in its place. */
export function notThisOneButton({ id }: Pick<Environment, 'id'>, profileId = ''): Button {
  return button('Not this one', nth(actionIds.rejectProfile, id), `${id} ${profileId}`.trim(), {
    confirm: confirm(
      'Not this profile?',
      'Greenroom lets go of this profile and waits for another one. It remembers that this one does not belong here.',
      'Not this one',
    ),
  });
}
