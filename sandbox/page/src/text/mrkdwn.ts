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

const MARKS = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
const TOKEN =
  /(?<angle><([^<>\n]+)>)|(?<tick>`([^`\n]+)`)|(?<mark>(?<![\w*_~])([*_~])(?=\S)((?:<[^<>]*>|`[^`]*`|[^\n])*?\S)\6(?!\w))|(?<name>:([a-z0-9_+-]+):)/;

function inline(row: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let rest = row;
  for (let found = TOKEN.exec(rest); found !== null; found = TOKEN.exec(rest)) {
    if (found.index > 0) pieces.push({ kind: 'text', text: unescaped(rest.slice(0, found.index)) });
    pieces.push(pieceOf(found));
    rest = rest.slice(found.index + found[0].length);
  }
  if (rest !== '') pieces.push({ kind: 'text', text: unescaped(rest) });
  return pieces;
}

function pieceOf(found: RegExpExecArray): Piece {
  if (found[2] !== undefined) return angle(found[2]);
  if (found[4] !== undefined) return { kind: 'code', text: unescaped(found[4]) };
  if (found[9] !== undefined) return { kind: 'emoji', name: found[9] };
  const sign = found[6];
  const kind = sign === '*' || sign === '_' || sign === '~' ? MARKS[sign] : 'bold';
  return { kind, inside: inline(found[7] ?? '') };
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
