import { type EnvironmentKind, environmentKinds } from '../../../core/checks/check.ts';
import { type Pasted, readPasted } from '../../../core/credentials/pasted_credentials.ts';
import { usualClientId, usualClientSecret } from '../../../core/credentials/usual_shapes.ts';
import { Err, Ok, type Result } from '../../../core/result.ts';
import { secretIn } from '../../../core/secrets/find_secrets.ts';
import { Secret } from '../../../core/secrets/secret.ts';
import { environmentNames } from '../../messages/product_words.ts';
import type { TypedByBlock } from '../../requests/requests.ts';
import { typedIn } from '../inputs.ts';
import { clientIdBlock, secretBlock } from './credential_fields.ts';
import { unclearWords } from './unclear_credentials.ts';

/** In characters. */
const LONGEST_CREDENTIAL = 200;

type ByKind<T> = Partial<Record<EnvironmentKind, T>>;

export interface Pairs {
  readonly clientIds: ByKind<string>;
  readonly secrets: ByKind<Secret>;
  /** Warnings, in plain sentences; they do not block the form. */
  readonly hints: readonly string[];
}

export interface PairsAsked {
  readonly kinds: readonly EnvironmentKind[];
  /** Their secret is sealed in the draft and may be left empty. */
  readonly kept?: readonly EnvironmentKind[];
  /** Client IDs of the app's other environments. */
  readonly others?: readonly string[];
}

/** The typed pairs, or every error at its field. Text around a value is dropped, with a warning. */
export function readPairs(typed: TypedByBlock, asked: PairsAsked): Result<Pairs, Record<string, string>> {
  const read = asked.kinds.map((kind) => readPair(typed, kind));
  const errors: Record<string, string> = {};
  const given = read.map(({ pair }) => pair);
  for (const { pair, unread } of read) Object.assign(errors, pairErrors(pair, asked), unread);
  for (const [block, error] of Object.entries(repeated(given, asked.others ?? []))) errors[block] ??= error;
  if (Object.keys(errors).length > 0) return Err(errors);
  return Ok({
    clientIds: Object.fromEntries(given.map(({ kind, clientId }) => [kind, clientId])),
    secrets: Object.fromEntries(
      given.flatMap(({ kind, secret }) => (secret === '' ? [] : [[kind, new Secret(secret)]])),
    ),
    hints: given.flatMap(hintsOf),
  });
}

/** For Back: what may be saved of an unfinished form. A secret in the wrong field is not saved as a client ID. */
export function readClientIds(typed: TypedByBlock): ByKind<string> {
  return Object.fromEntries(
    environmentKinds.flatMap((kind) => {
      const read = readPasted(typedIn(typed, clientIdBlock(kind)).text, 'client_id');
      return !read.ok || read.value === '' || secretIn(read.value) !== null ? [] : [[kind, read.value]];
    }),
  );
}

interface TypedPair {
  readonly kind: EnvironmentKind;
  readonly clientId: string;
  readonly secret: string;
  /** The values around which text was dropped. */
  readonly blanks: readonly string[];
  readonly more: readonly string[];
}

interface ReadPair {
  /** Empty where a field cannot be read. */
  readonly pair: TypedPair;
  /** What is wrong with such a field. */
  readonly unread: Readonly<Record<string, string>>;
}

/** One field may hold both values, each under its name: then the other may be empty. */
function readPair(typed: TypedByBlock, kind: EnvironmentKind): ReadPair {
  const id = readPasted(typedIn(typed, clientIdBlock(kind)).text, 'client_id');
  const secret = readPasted(typedIn(typed, secretBlock(kind)).text, 'client_secret');
  const [readId, readSecret] = [id.ok ? id : nothing, secret.ok ? secret : nothing];
  const around = (how: 'blanks' | 'more') => [
    ...(readId.dropped === how ? ['client ID'] : []),
    ...(readSecret.dropped === how ? ['client secret'] : []),
  ];
  const pair = {
    kind,
    clientId: readId.value === '' ? (readSecret.other ?? '') : readId.value,
    secret: readSecret.value === '' ? (readId.other ?? '') : readSecret.value,
    blanks: around('blanks'),
    more: around('more'),
  };
  const unread = {
    ...conflicts(kind, readId, readSecret),
    ...(id.ok ? {} : { [clientIdBlock(kind)]: unclearWords(id.seen, 'client_id') }),
    ...(secret.ok ? {} : { [secretBlock(kind)]: unclearWords(secret.seen, 'client_secret') }),
  };
  return { pair, unread };
}

type Read = Extract<Pasted, { ok: true }>;

const nothing: Read = { ok: true, value: '', dropped: 'nothing' };

/** One field holds both values, and the other field a different one: ambiguous. */
function conflicts(kind: EnvironmentKind, id: Read, secret: Read): Record<string, string> {
  const differ = (a: string, b: string | undefined) => a !== '' && b !== undefined && a !== b;
  const words = 'This field holds both values, and the other field a different one. Leave one of each.';
  return {
    ...(differ(secret.value, id.other) ? { [clientIdBlock(kind)]: words } : {}),
    ...(differ(id.value, secret.other) ? { [secretBlock(kind)]: words } : {}),
  };
}

function pairErrors(pair: TypedPair, { kept = [] }: PairsAsked): Record<string, string> {
  const { kind, clientId, secret } = pair;
  const errors: Record<string, string> = {};
  const idError = clientIdError(clientId);
  if (idError !== null) errors[clientIdBlock(kind)] = idError;
  if (secret === '' && !kept.includes(kind)) {
    errors[secretBlock(kind)] = 'Paste the client secret from App Credentials in Zoom.';
  } else if (secret.length > LONGEST_CREDENTIAL) {
    errors[secretBlock(kind)] = `At most ${LONGEST_CREDENTIAL} characters; Zoom's have 32.`;
  } else if (secret !== '' && secret === clientId) {
    errors[secretBlock(kind)] =
      'This is the client ID again. The client secret is the second value under App Credentials.';
  }
  return errors;
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
function repeated(pairs: readonly TypedPair[], others: readonly string[]): Record<string, string> {
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

function hintsOf({ kind, clientId, secret, blanks, more }: TypedPair): string[] {
  const name = environmentNames[kind];
  return [
    ...(blanks.length === 0
      ? []
      : [`Blanks around the ${blanks.join(' and the ')} of ${name} were removed.`]),
    ...(more.length === 0
      ? []
      : [
          `What stood around the ${more.join(' and the ')} of ${name} (a name, quotes, punctuation) was removed.`,
        ]),
    ...(usualClientId.test(clientId)
      ? []
      : [`The client ID of ${name} is not of the usual length (22). Is it the one under App Credentials?`]),
    ...(secret === '' || usualClientSecret.test(secret)
      ? []
      : [`The client secret of ${name} does not look as usual (32 letters and digits).`]),
  ];
}
