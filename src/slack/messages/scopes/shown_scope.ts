import { looksSecret } from '../../../core/secrets/find_secrets.ts';
import { cutWhole } from '../../../core/text/cut.ts';
import { type InlineCode, inlineCode } from '../../blocks/phrase.ts';

/** Characters of a pasted scope that are shown. */
const SHOWN = 90;
const HIDDEN = 'A text that may be a secret (hidden)';

/** A scope as somebody pasted it, as plain text: cut off when it is long, and never a secret. */
export function shownScope(text: string): string {
  if (looksSecret(text)) return HIDDEN;
  return text.length > SHOWN ? `${cutWhole(text, SHOWN)}…` : text;
}

/** The same inside a sentence. */
export function scopeCode(text: string): InlineCode | string {
  return looksSecret(text) ? HIDDEN : inlineCode(shownScope(text));
}
