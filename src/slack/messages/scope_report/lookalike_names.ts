import type { LookalikeKind } from '../../../core/scopes/grammar/characters.ts';

/** What a lookalike character is, with its article. */
export const lookalikeNames: Readonly<Record<LookalikeKind, string>> = {
  cyrillic: 'a Cyrillic letter',
  greek: 'a Greek letter',
  armenian: 'an Armenian letter',
  latin: 'a Latin letter',
  sign: 'a look-alike sign',
  hyphen: 'a hyphen',
  variant: 'a look-alike',
};
