import { escapeMrkdwn } from './text.ts';

/**
 * A sentence that a message shows as mrkdwn and a field's error as plain text. It is kept unescaped, as pieces, until one
 * of the two is written: so nothing is escaped twice, and nothing has to be un-escaped.
 */
export type Phrase = readonly (string | InlineCode)[];

type Words = string | number | InlineCode | Phrase;

export interface InlineCode {
  readonly code: string;
}

/** Shown in letters of one width; a backtick in it, which would end it, is shown as an apostrophe. */
export function inlineCode(text: string): InlineCode {
  return { code: text.replaceAll('`', "'") };
}

/** Template tag: phrase`${inlineCode(scope)} is fine.` */
export function phrase(strings: TemplateStringsArray, ...values: readonly Words[]): Phrase {
  return strings.flatMap((text, at) => {
    const value = values[at];
    return value === undefined ? [text] : [text, ...piecesOf(value)];
  });
}

/** Phrases one after the other, with a plain separator between them. */
export function joined(phrases: readonly Words[], separator: string): Phrase {
  return phrases.flatMap((each, at) => (at === 0 ? piecesOf(each) : [separator, ...piecesOf(each)]));
}

function piecesOf(value: Words): Phrase {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  return 'code' in value ? [value] : value;
}

/** For a text object of type `mrkdwn` and for `text` of a message. */
export function asMrkdwn(words: Phrase): string {
  return words
    .map((piece) => (typeof piece === 'string' ? escapeMrkdwn(piece) : `\`${escapeMrkdwn(piece.code)}\``))
    .join('');
}

/** For whatever Slack shows as it is: errors of fields, `plain_text`. */
export function asPlainText(words: Phrase): string {
  return words.map((piece) => (typeof piece === 'string' ? piece : piece.code)).join('');
}
