import { Err } from '../../../../core/result.ts';
import { secretsPolicies } from '../../../../core/secrets/secrets_policy.ts';
import type { SecretsSetting } from '../../../../usecases/secrets/secrets_setting.ts';
import { actionIds } from '../../../action_ids.ts';
import type { Button, KnownBlock } from '../../../blocks/block_types.ts';
import { button, confirm } from '../../../blocks/elements.ts';
import { actions, context } from '../../../blocks/layout.ts';
import { Operator } from '../../../messages/support_contact.ts';
import { input, option, typedIn } from '../../inputs.ts';
import type { SettingPart } from '../setting_part.ts';

const POLICY = 'secrets_policy';

/** Whether Greenroom takes client secrets here. */
export const secretsPart: SettingPart = {
  blocks: [POLICY],
  draw: ({ secrets }) => [
    secrets.decidedBy === 'configuration' ? context(configuredWords) : policyField(secrets),
    ...(secrets.policy === 'never' && secrets.stored
      ? [context('What was stored before is still used until it is forgotten.')]
      : []),
    ...actions(secrets.stored ? [forgetAll] : []),
  ],
  async save({ usecases }, by, changed) {
    const { option: chosen } = typedIn(changed, POLICY);
    const policy = secretsPolicies.find((one) => one === chosen);
    if (policy === undefined) return Err({ block: POLICY, text: 'Choose one of these.' });
    return usecases.setSecretsPolicy({ ...by, policy });
  },
};

const configuredWords = `${Operator} has decided that Greenroom takes no client secrets: they go straight from Zoom into StackOne.`;

const policyWords: Readonly<Record<SecretsSetting['policy'], string>> = {
  ask: 'Ask for them',
  never: 'Take none',
};

function policyField({ policy }: SecretsSetting): KnownBlock {
  return input(
    {
      block: POLICY,
      label: 'Client secrets',
      hint: 'Where they are asked for, whoever registers an app may still keep its own. Where none are taken, they go straight from Zoom into StackOne; what is stored stays until you have it forgotten.',
    },
    {
      type: 'static_select',
      action_id: POLICY,
      options: secretsPolicies.map((one) => option(policyWords[one], one)),
      initial_option: option(policyWords[policy], policy),
    },
  );
}

const forgetAll: Button = button('Forget all stored secrets', actionIds.forgetAllSecrets, '', {
  style: 'danger',
  confirm: confirm(
    'Forget all secrets?',
    'Every client secret that Greenroom has of this workspace is deleted. What the checks say stays, with its age; nothing asks Zoom again.',
    'Forget all',
  ),
});
