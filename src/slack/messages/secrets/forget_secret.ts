import type { Environment } from '../../../core/apps/zoom_app.ts';
import { awaitsProof, type Check } from '../../../core/checks/check.ts';
import { isProven } from '../../../core/checks/keep_proof.ts';
import { actionIds } from '../../action_ids.ts';
import type { Button, KnownBlock } from '../../blocks/block_types.ts';
import { button, confirm, nth } from '../../blocks/elements.ts';
import { actions, section } from '../../blocks/layout.ts';
import { environmentNames } from '../product_words.ts';

/** For an environment whose secret is stored. Whether the person may is checked by the use case. */
export function forgetButton({ id, kind, pairMark }: Environment, label = 'Forget the secret'): Button {
  const sure = confirm(
    'Forget the secret?',
    `Greenroom deletes the client secret of ${environmentNames[kind]} and cannot ask Zoom about it any more. Nothing changes in Zoom or StackOne.`,
    'Forget it',
  );
  return button(label, nth(actionIds.forgetSecret, id), `${id} ${pairMark}`, { confirm: sure });
}

/** A button for each environment of a Zoom app whose secret is stored. */
export function forgetButtons(environments: readonly Environment[]): Button[] {
  return environments
    .filter(({ hasSecret }) => hasSecret)
    .map((each) => forgetButton(each, `Forget the secret (${environmentNames[each.kind]})`));
}

/** After a proof the stored secret is not needed any more, so that the card offers to have it forgotten. */
function isForgetOffered({ checks, hasSecret }: Environment): boolean {
  return hasSecret && checks.some((check) => check.name === 'credentials' && isProven(check));
}

/** `isMine`: to one person only, who may want it at any time. */
export function forgetOffer(environment: Environment, isMine: boolean): KnownBlock[] {
  if (!isForgetOffered(environment))
    return isMine && environment.hasSecret ? actions([forgetButton(environment)]) : [];
  return [
    section(
      ':lock: These credentials are proven, so Greenroom does not need the client secret any more. An owner can have it forgotten.',
      forgetButton(environment),
    ),
  ];
}

/** After the line of the credentials: that its age will not change. Empty where Greenroom looks, or never could. */
export function withoutSecretWords({ hasSecret }: Environment, check: Check): string {
  if (check.name !== 'credentials' || hasSecret || awaitsProof(check)) return '';
  return ' Not looked at again: Greenroom has no secret.';
}
