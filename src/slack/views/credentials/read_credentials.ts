import { type EnvironmentKind, environmentKinds } from '../../../core/checks/check.ts';
import { type Pasted, readPasted, type Unclear } from '../../../core/credentials/pasted_credentials.ts';
import { usualClientId, usualClientSecret } from '../../../core/credentials/usual_shapes.ts';
import { Err, Ok, type Result } from '../../../core/result.ts';
import { secretIn } from '../../../core/secrets/find_secrets.ts';
import { Secret } from '../../../core/secrets/secret.ts';
import { environmentNames } from '../../messages/product_words.ts';
import type { TypedByBlock } from '../../requests/requests.ts';
import { typedIn } from '../inputs.ts';
import { type PairsAsked, pairErrors, repeated, type TypedPair } from './credential_errors.ts';
import { clientIdBlock, KEEP, keepBlock, secretBlock } from './credential_fields.ts';
import { unclearWords } from './unclear_credentials.ts';

type ByKind<T> = Partial<Record<EnvironmentKind, T>>;

export interface Pairs {
  readonly clientIds: ByKind<string>;
  readonly secrets: ByKind<Secret>;
  /** Whose secret the person keeps; all of them where none is taken. */
  readonly keepsSecret: readonly EnvironmentKind[];
  /** Warnings, in plain sentences; they do not block the form. */
  readonly hints: readonly string[];
}

/** The typed pairs, or every error at its field. Text around a value is dropped, with a warning. */
export function readPairs(typed: TypedByBlock, asked: PairsAsked): Result<Pairs, Record<string, string>> {
  const read = asked.kinds.map((kind) => readPair(typed, kind));
  const errors: Record<string, string> = {};
  const given = read.map(({ pair }) => pair);
  for (const { pair, unread } of read) Object.assign(errors, pairErrors(pair, asked, unread));
  for (const [block, error] of Object.entries(repeated(given, asked.others ?? []))) errors[block] ??= error;
  if (Object.keys(errors).length > 0) return Err(errors);
  return Ok({
    clientIds: Object.fromEntries(given.map(({ kind, clientId }) => [kind, clientId])),
    secrets: Object.fromEntries(
      given.flatMap(({ kind, secret }) => (secret === '' ? [] : [[kind, new Secret(secret)]])),
    ),
    keepsSecret: given.flatMap(({ kind, keeps }) => (keeps || asked.policy === 'never' ? [kind] : [])),
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

/** For Back: whose secret the person keeps. `before`: what was said where the form does not ask. */
export function readKeepsSecret(
  typed: TypedByBlock,
  before: readonly EnvironmentKind[],
): readonly EnvironmentKind[] {
  return environmentKinds.filter((kind) =>
    typed[keepBlock(kind)] === undefined ? before.includes(kind) : isTicked(typed, kind),
  );
}

function isTicked(typed: TypedByBlock, kind: EnvironmentKind): boolean {
  return typedIn(typed, keepBlock(kind)).options.includes(KEEP);
}

interface ReadPair {
  /** Empty where a field cannot be read. */
  readonly pair: TypedPair;
  /** What is wrong with such a field. */
  readonly unread: Readonly<Record<string, string>>;
}

/** One field may hold both values, each under its name: then the other may be empty. */
function readPair(typed: TypedByBlock, kind: EnvironmentKind): ReadPair {
  const idText = typedIn(typed, clientIdBlock(kind)).text;
  const id = readPasted(idText, 'client_id');
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
    // A form without the field was drawn while no secret was taken: there is none in it, and nothing to tick.
    keeps: isTicked(typed, kind) || typed[secretBlock(kind)] === undefined,
    secretIn: secretFieldsOf(id, secret, idText),
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

/** A shape of a secret in the field of the client ID counts too, and what is named as one; anything in the field of the secret. */
function secretFieldsOf(id: Pasted, secret: Pasted, idText: string): TypedPair['secretIn'] {
  const isNamed = id.ok ? id.other !== undefined : holdSecrets.has(id.seen);
  const inId = isNamed || secretIn(idText) !== null;
  const inSecret = !secret.ok || secret.value !== '';
  return [...(inSecret ? (['client_secret'] as const) : []), ...(inId ? (['client_id'] as const) : [])];
}

/** What cannot be read as a client ID, and is or holds a secret. */
const holdSecrets: ReadonlySet<Unclear> = new Set(['the_other', 'basic_header', 'access_token']);

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
