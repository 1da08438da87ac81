import type { EnvironmentKind } from '../../../core/checks/check.ts';
import { secretIn } from '../../../core/secrets/find_secrets.ts';
import type { SecretsPolicy } from '../../../core/secrets/secrets_policy.ts';
import { environmentNames } from '../../messages/product_words.ts';
import { clientIdBlock, secretBlock } from './credential_fields.ts';

/** In characters. */
const LONGEST_CREDENTIAL = 200;

export interface PairsAsked {
  readonly kinds: readonly EnvironmentKind[];
  readonly policy: SecretsPolicy;
  /** Their secret is sealed in the draft and may be left empty. */
  readonly kept?: readonly EnvironmentKind[];
  /** Client IDs of the app's other environments. */
  readonly others?: readonly string[];
}

export interface TypedPair {
  readonly kind: EnvironmentKind;
  readonly clientId: string;
  readonly secret: string;
  /** The person ticked that the secret stays with them. */
  readonly keeps: boolean;
  /** The fields that held a secret. */
  readonly secretIn: readonly ('client_id' | 'client_secret')[];
  /** The values around which text was dropped. */
  readonly blanks: readonly string[];
  readonly more: readonly string[];
}

/** The errors of one pair, at their fields. `unread`: what is wrong with a field that cannot be read, which goes before. */
export function pairErrors(
  pair: TypedPair,
  { kept = [], policy }: PairsAsked,
  unread: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const { kind, clientId, secret } = pair;
  if (pair.keeps || policy === 'never') return { ...unread, ...errorsWithoutSecret(pair, policy, unread) };
  const errors: Record<string, string> = {};
  const idError = clientIdError(clientId);
  if (idError !== null) errors[clientIdBlock(kind)] = idError;
  if (secret === '' && !kept.includes(kind)) {
    errors[secretBlock(kind)] =
      'Paste the client secret from App Credentials in Zoom, or tick below that you keep it.';
  } else if (secret.length > LONGEST_CREDENTIAL) {
    errors[secretBlock(kind)] = `At most ${LONGEST_CREDENTIAL} characters; Zoom's have 32.`;
  } else if (secret !== '' && secret === clientId) {
    errors[secretBlock(kind)] =
      'This is the client ID again. The client secret is the second value under App Credentials.';
  }
  return { ...errors, ...unread };
}

/** What is typed all the same is stored nowhere; what went through Slack counts as seen. */
function errorsWithoutSecret(
  { kind, clientId, secretIn: found }: TypedPair,
  policy: SecretsPolicy,
  unread: Readonly<Record<string, string>>,
): Record<string, string> {
  const rotate =
    'It was not stored, but it went through Slack: replace it in Zoom (App Credentials, Regenerate), and keep the new one.';
  if (found.includes('client_id'))
    return {
      [clientIdBlock(kind)]: `There is a client secret in here. ${rotate} Paste the client ID alone.`,
    };
  if (found.includes('client_secret'))
    return {
      [secretBlock(kind)]:
        policy === 'never'
          ? `No client secret is taken here any more. ${rotate}`
          : 'You ticked that you keep the secret, and one is typed here. It was not stored. Leave one of the two.',
    };
  const idError = unread[clientIdBlock(kind)] === undefined ? clientIdError(clientId) : null;
  return idError === null ? {} : { [clientIdBlock(kind)]: idError };
}

function clientIdError(clientId: string): string | null {
  if (clientId === '') return 'Paste the client ID from App Credentials in Zoom.';
  if (clientId.length > LONGEST_CREDENTIAL)
    return `At most ${LONGEST_CREDENTIAL} characters; Zoom's have about 22.`;
  return secretIn(clientId) === null
    ? null
    : 'This looks like a secret. The client ID is the first, shorter value under App Credentials.';
}

/** Development and Production never share a pair: one of them was copied with the toggle in the wrong place. */
export function repeated(pairs: readonly TypedPair[], others: readonly string[]): Record<string, string> {
  const errors: Record<string, string> = {};
  pairs.forEach((pair, i) => {
    const before = pairs.slice(0, i);
    const name = environmentNames[pair.kind];
    const turn = `Turn the toggle in Zoom to ${name} and copy it again.`;
    if ([...before.map(({ clientId }) => clientId), ...others].includes(pair.clientId))
      errors[clientIdBlock(pair.kind)] = `The other environment has the same client ID. ${turn}`;
    if (pair.secret !== '' && before.some(({ secret }) => secret === pair.secret))
      errors[secretBlock(pair.kind)] = `The other environment has the same client secret. ${turn}`;
  });
  return errors;
}
