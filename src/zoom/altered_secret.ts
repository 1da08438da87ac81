import { Secret } from '../core/secrets/secret.ts';

/**
 * A secret that is certainly another one, of the same length and the same kinds of characters in the same places.
 *
 * For proving once per Zoom app, after an `accepted`, that Zoom looks at the client before the code: only a `refused` for the
 * altered secret proves it. It costs one failed attempt at Zoom. An `accepted` here makes every `accepted` worthless.
 */
export function alteredSecret(secret: Secret): Secret {
  const value = secret.reveal();
  const altered = value.replace(/[A-Za-z0-9]/g, nextOfItsKind);
  return new Secret(altered === value ? 'a'.repeat(Math.max(value.length, 1)) : altered);
}

function nextOfItsKind(character: string): string {
  if (character === '9') return '0';
  if (character === 'z') return 'a';
  if (character === 'Z') return 'A';
  return String.fromCharCode(character.charCodeAt(0) + 1);
}
