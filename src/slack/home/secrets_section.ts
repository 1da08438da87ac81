import type { SecretsSetting } from '../../usecases/secrets/secrets_setting.ts';
import { actionIds } from '../action_ids.ts';
import type { Button, KnownBlock } from '../blocks/block_types.ts';
import { button, confirm } from '../blocks/elements.ts';
import { actions, context, divider, section } from '../blocks/layout.ts';
import { Operator } from '../messages/support_contact.ts';

/** Whether Greenroom takes client secrets here. Who may not decide it sees a line and no button. */
export function secretsBlocks({ policy, decidedBy, stored, mayDecide }: SecretsSetting): KnownBlock[] {
  const words = policy === 'never' ? neverWords(decidedBy, stored) : askWords;
  if (mayDecide === false) return [context(words)];
  const buttons = [
    ...(decidedBy === 'configuration' ? [] : [policy === 'never' ? askAgain : neverAsk]),
    ...(stored ? [forgetAll] : []),
  ];
  if (buttons.length === 0) return [context(words)];
  return [
    divider(),
    section(`:lock: *Client secrets* (for admins of this workspace)\n${words}`),
    ...actions(buttons),
  ];
}

const askWords =
  'Forms ask for the client secret of a Zoom app, and whoever registers one may keep it: it then goes straight from Zoom into StackOne.';

function neverWords(decidedBy: SecretsSetting['decidedBy'], stored: boolean): string {
  const who =
    decidedBy === 'configuration' ? `${Operator} has decided` : 'An admin of this workspace has decided';
  const left = stored ? ' What was stored before is still used until it is forgotten.' : '';
  return `${who} that Greenroom takes no client secrets: they go straight from Zoom into StackOne.${left}`;
}

const neverAsk: Button = button('Take no secrets', actionIds.setSecrets, 'never', {
  confirm: confirm(
    'Take no secrets?',
    'Forms of this workspace have no field for a client secret then. What is stored stays until you have it forgotten.',
    'Take none',
  ),
});

const askAgain: Button = button('Ask for secrets again', actionIds.setSecrets, 'ask');

const forgetAll: Button = button('Forget all stored secrets', actionIds.forgetAllSecrets, '', {
  style: 'danger',
  confirm: confirm(
    'Forget all secrets?',
    'Every client secret that Greenroom has of this workspace is deleted. What the checks say stays, with its age; nothing asks Zoom again.',
    'Forget all',
  ),
});
