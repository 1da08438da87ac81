import type { EnvironmentKind } from '../../../core/checks/check.ts';
import type { SecretsPolicy } from '../../../core/secrets/secrets_policy.ts';
import type { KnownBlock } from '../../blocks/block_types.ts';
import { context, section } from '../../blocks/layout.ts';
import { environmentNames } from '../../messages/product_words.ts';
import { input, option, textInput } from '../inputs.ts';

export const clientIdBlock = (kind: EnvironmentKind): string => `client_id_${kind}`;
export const secretBlock = (kind: EnvironmentKind): string => `client_secret_${kind}`;
export const keepBlock = (kind: EnvironmentKind): string => `keep_secret_${kind}`;
export const KEEP = 'keep';

/** Room for a line of a `.env` file, or a piece of JSON with both values. */
const LONGEST = 500;

export interface PairFields {
  readonly kind: EnvironmentKind;
  readonly policy: SecretsPolicy;
  readonly clientId?: string | undefined;
  /** Its secret is sealed in the draft and need not be typed again. The field itself is always empty. */
  readonly kept?: boolean;
  /** The person said before that the secret stays with them. */
  readonly keepsSecret?: boolean;
}

/** Two ways of equal rank, or why there is no field for a secret. */
export function secretChoice(policy: SecretsPolicy): KnownBlock {
  return policy === 'never'
    ? context(
        'Greenroom takes no client secret here: it goes straight from Zoom into StackOne. Please never paste one into Slack.',
      )
    : section(
        'Paste the client secret, and Greenroom asks Zoom whether it is right. Or keep it to yourself, and *Prove it works* shows it later.',
      );
}

/** The client ID of one environment, and its secret where one is taken. Slack has no masked field, so the hint says what happens to it. */
export function pairFields({
  kind,
  policy,
  clientId,
  kept = false,
  keepsSecret = false,
}: PairFields): KnownBlock[] {
  const name = environmentNames[kind];
  return [
    section(
      `*${name}*\nIn Zoom: Basic Information, App Credentials, with the toggle at the top on *${name}*. Each environment has its own pair.`,
    ),
    textInput(
      { block: clientIdBlock(kind), label: `Client ID (${name})` },
      { initial: clientId, max: LONGEST, placeholder: 'about 22 letters and digits' },
    ),
    ...(policy === 'never' ? [] : secretFields(kind, kept, keepsSecret)),
  ];
}

function secretFields(kind: EnvironmentKind, kept: boolean, keepsSecret: boolean): KnownBlock[] {
  const name = environmentNames[kind];
  const keep = option('I keep the secret to myself', KEEP);
  return [
    textInput(
      {
        block: secretBlock(kind),
        label: `Client secret (${name})`,
        optional: true,
        hint: kept
          ? 'Typed already and sealed. Leave it empty to keep it.'
          : 'Encrypted at once, never shown again, used only to ask Zoom whether it is right.',
      },
      { max: LONGEST },
    ),
    input(
      { block: keepBlock(kind), label: `Or no secret (${name})`, optional: true },
      {
        type: 'checkboxes',
        action_id: keepBlock(kind),
        options: [keep],
        ...(keepsSecret ? { initial_options: [keep] } : {}),
      },
    ),
  ];
}
