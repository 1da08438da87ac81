/** Slack's mrkdwn as a tree. Rules: docs.slack.dev, "Formatting text for app surfaces". */

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly inside: readonly Piece[] }
  | { readonly kind: 'code' | 'pre'; readonly text: string }
  | { readonly kind: 'quote'; readonly inside: readonly Piece[] }
  | { readonly kind: 'break' }
  | { readonly kind: 'emoji'; readonly name: string }
  | { readonly kind: 'user' | 'channel'; readonly id: string; readonly label: string | null }
  | { readonly kind: 'broadcast'; readonly name: string }
  | {
      readonly kind: 'date';
      readonly seconds: number;
      readonly pattern: string;
      readonly url: string | null;
      readonly fallback: string;
    }
  | { readonly kind: 'link'; readonly url: string; readonly label: string };

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Text of a `mrkdwn` object, or of an ordinary message. */
export function readMrkdwn(text: string): readonly Piece[] {
  return text.split(/```\n?([\s\S]*?)```/).flatMap((part, index): readonly Piece[] => {
    if (index % 2 === 1) return [{ kind: 'pre', text: unescaped(part.replace(/\n$/, '')) }];
    return lines(part);
  });
}

/** Text of a `plain_text` object: only emoji and line breaks mean something. */
export function readPlain(text: string): readonly Piece[] {
  return withBreaks(text.split('\n').map((line) => emojiIn(line)));
}

function withBreaks(rows: readonly (readonly Piece[])[]): Piece[] {
  return rows.flatMap((row, index): Piece[] => (index === 0 ? [...row] : [{ kind: 'break' }, ...row]));
}

const QUOTE = /^(?:&gt;|>) ?/;

function lines(text: string): readonly Piece[] {
  const rows = text.split('\n');
  const pieces: Piece[] = [];
  for (let at = 0; at < rows.length; ) {
    const from = at;
    const quoted = QUOTE.test(rows[at] ?? '');
    while (at < rows.length && QUOTE.test(rows[at] ?? '') === quoted) at += 1;
    const inside = withBreaks(rows.slice(from, at).map((row) => inline(row.replace(QUOTE, ''))));
    if (quoted) pieces.push({ kind: 'quote', inside });
    else pieces.push(...inside);
  }
  return pieces;
}

function inline(row: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const textUntil = (end: number) => {
    if (end > from) pieces.push({ kind: 'text', text: unescaped(row.slice(from, end)) });
  };
  const unclosed = new Set<string>();
  let from = 0;
  for (let at = 0; at < row.length; ) {
    const token = tokenAt(row, at, from, unclosed);
    if (token !== null) {
      textUntil(at);
      pieces.push(token.piece);
      from = token.end;
    }
    at = token?.end ?? at + 1;
  }
  textUntil(row.length);
  return pieces;
}

interface Token {
  readonly piece: Piece;
  /** Where parsing continues. */
  readonly end: number;
}

/** `from`: what stands before is read already. `unclosed`: marks that are known to be closed nowhere in the rest of the row. */
function tokenAt(row: string, at: number, from: number, unclosed: Set<string>): Token | null {
  const sign = row.charAt(at);
  if (sign === ':') return emojiAt(row, at);
  if (sign === '<' || sign === '`') {
    const end = spanAt(row, at);
    const inside = row.slice(at + 1, end - 1);
    if (end === at) return null;
    return { piece: sign === '<' ? angle(inside) : { kind: 'code', text: unescaped(inside) }, end };
  }
  if (!isMark(sign) || unclosed.has(sign) || (at > from && /[\w*~]/.test(row.charAt(at - 1)))) return null;
  if (!/\S/.test(row.charAt(at + 1))) return null;
  const close = closeOf(row, at, sign);
  if (close < 0) unclosed.add(sign);
  return close < 0
    ? null
    : { piece: { kind: MARKS[sign], inside: inline(row.slice(at + 1, close)) }, end: close + 1 };
}

const MARKS = { '*': 'bold', _: 'italic', '~': 'strike' } as const;

function isMark(sign: string): sign is keyof typeof MARKS {
  return Object.hasOwn(MARKS, sign);
}

/** Where the `<…>` or the code that begins here ends; `at` itself if none does. */
function spanAt(row: string, at: number): number {
  const end = row.indexOf(row[at] === '<' ? '>' : '`', at + 1);
  const other = row[at] === '<' ? row.indexOf('<', at + 1) : -1;
  return end > at + 1 && (other < 0 || other > end) ? end + 1 : at;
}

/** Marks inside of links and of code close nothing. */
function closeOf(row: string, open: number, sign: string): number {
  for (let at = open + 1; at < row.length; at += 1) {
    const end = row[at] === '<' || row[at] === '`' ? spanAt(row, at) : at;
    if (end > at) at = end - 1;
    else if (
      row[at] === sign &&
      at > open + 1 &&
      /\S/.test(row.charAt(at - 1)) &&
      !/\w/.test(row.charAt(at + 1))
    )
      return at;
  }
  return -1;
}

const EMOJI = /:([a-z0-9_+-]+):/y;

function emojiAt(row: string, at: number): Token | null {
  EMOJI.lastIndex = at;
  const [whole = '', name = ''] = EMOJI.exec(row) ?? [];
  return whole === '' ? null : { piece: { kind: 'emoji', name }, end: at + whole.length };
}

/** `<https://…|label>`, `<@U1>`, `<#C1|name>`, `<!here>`, `<!date^…|fallback>`. */
function angle(inside: string): Piece {
  const cut = inside.indexOf('|');
  const target = cut < 0 ? inside : inside.slice(0, cut);
  const label = cut < 0 ? null : unescaped(inside.slice(cut + 1));
  if (target.startsWith('@')) return { kind: 'user', id: target.slice(1), label };
  if (target.startsWith('#')) return { kind: 'channel', id: target.slice(1), label };
  if (target.startsWith('!date^')) return dated(target, label ?? '');
  if (target.startsWith('!')) return { kind: 'broadcast', name: target.slice(1).split('^')[0] ?? '' };
  return { kind: 'link', url: unescaped(target), label: label ?? unescaped(target) };
}

function dated(target: string, fallback: string): Piece {
  const [, seconds = '', pattern = '', url = null] = target.split('^');
  return { kind: 'date', seconds: Number(seconds), pattern, url, fallback };
}

function emojiIn(line: string): readonly Piece[] {
  return line.split(/:([a-z0-9_+-]+):/).flatMap((part, index): Piece[] => {
    if (index % 2 === 1) return [{ kind: 'emoji', name: part }];
    return part === '' ? [] : [{ kind: 'text', text: part }];
  });
}
