import type { EnvironmentKind } from '../../../core/checks/check.ts';
import type { KnownBlock } from '../../blocks/block_types.ts';
import { section } from '../../blocks/layout.ts';
import { environmentNames } from '../../messages/product_words.ts';
import { textInput } from '../inputs.ts';

export const clientIdBlock = (kind: EnvironmentKind): string => `client_id_${kind}`;
export const secretBlock = (kind: EnvironmentKind): string => `client_secret_${kind}`;

/** Room for a line of a `.env` file, or a piece of JSON with both values. */
const LONGEST = 500;

export interface PairFields {
  readonly kind: EnvironmentKind;
  readonly clientId?: string | undefined;
  /** Its secret is sealed in the draft and need not be typed again. The field itself is always empty. */
  readonly kept?: boolean;
}

/** The client ID and the client secret of one environment. Slack has no masked field, so the hint says what happens to it. */
export function pairFields({ kind, clientId, kept = false }: PairFields): KnownBlock[] {
  const name = environmentNames[kind];
  return [
    section(
      `*${name}*\nIn Zoom: Basic Information, App Credentials, with the toggle at the top on *${name}*. Each environment has its own pair.`,
    ),
    textInput(
      { block: clientIdBlock(kind), label: `Client ID (${name})` },
      { initial: clientId, max: LONGEST, placeholder: 'about 22 letters and digits' },
    ),
    textInput(
      {
        block: secretBlock(kind),
        label: `Client secret (${name})`,
        optional: kept,
        hint: kept
          ? 'Typed already and sealed. Leave it empty to keep it.'
          : 'Encrypted at once, never shown again, used only to ask Zoom whether it is right.',
      },
      { max: LONGEST },
    ),
  ];
}
