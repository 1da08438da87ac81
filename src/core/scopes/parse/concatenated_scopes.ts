import { memoize } from '../../../concurrency/memoize.ts';
import { catalogue } from '../catalogue/catalogue.ts';
import { type Piece, partOf } from './paste_pieces.ts';

/** Scopes have at most 67 characters so far; a longer piece is not split. */
const LONGEST = 300;

const known = memoize(() => {
  const names = new Set(
    catalogue.scopes.flatMap((row) => [row.scope, ...row.classic]).filter((name) => name.includes(':')),
  );
  return { names, lengths: [...new Set([...names].map((name) => name.length))].sort((a, b) => a - b) };
});

/**
 * Known scopes that stand in one word because a table or a tag between them was lost, in their order:
 * `user:read:useruser:read:settings`. Other text attached to the last one stays with it. Undefined when there are fewer than
 * two, or more than one way to split them. `text` keeps its capitals: they show where other words begin.
 */
export function splitConcatenated(text: string): readonly string[] | undefined {
  if (text.length > LONGEST) return undefined;
  const ways = waysThrough(text.toLowerCase());
  const ends = [...ways].filter(([end, { count, scopes }]) => count === 1 && scopes > 1 && isEnd(text, end));
  const [end] = ends.at(-1) ?? [];
  if (end === undefined) return undefined;
  const starts: number[] = [];
  for (let at = end; at > 0; ) {
    at = ways.get(at)?.before ?? 0;
    starts.unshift(at);
  }
  return starts.map((start, i) => text.slice(start, starts[i + 1] ?? text.length));
}

/**
 * A scope with its level, and what stands behind it where that has a colon of its own: nothing can follow a level, so it is
 * another scope, or to be named. `…:admin2user:read:user:admin`, `…:admin:user:read:user:admin`.
 */
export function partedBehindLevel(piece: Piece): readonly Piece[] {
  const { text } = piece;
  if (piece.whole === true || text.length > LONGEST) return [piece];
  const end = endOfLevel(text.toLowerCase());
  const rest = end === undefined ? -1 : text.slice(end).search(/[a-z]/i);
  if (end === undefined || rest < 0 || !text.includes(':', end + rest)) return [piece];
  return [partOf(piece, 0, end), ...partedBehindLevel(partOf(piece, end + rest, text.length))];
}

function endOfLevel(text: string): number | undefined {
  const ends = [':admin', ':master'].flatMap((level) => {
    const at = text.indexOf(level);
    return at < 0 ? [] : [at + level.length];
  });
  return ends.find((end) => catalogue.find(text.slice(0, end)) !== undefined);
}

interface Way {
  readonly count: number;
  readonly scopes: number;
  readonly before: number;
}

/** From the beginning over known scopes: each place that is reached, and in how many ways. Places in rising order. */
function waysThrough(text: string): ReadonlyMap<number, Way> {
  const { names, lengths } = known();
  const ways: (Way | undefined)[] = [{ count: 1, scopes: 0, before: 0 }];
  for (let at = 0; at < text.length; at += 1) {
    const way = ways[at];
    if (way === undefined) continue;
    for (const length of lengths) {
      const end = at + length;
      if (end > text.length) break;
      if (!names.has(text.slice(at, end))) continue;
      const count = (ways[end]?.count ?? 0) + way.count;
      ways[end] = { count, scopes: way.scopes + 1, before: at };
    }
  }
  return new Map(ways.flatMap((way, at) => (way === undefined ? [] : [[at, way] as const])));
}

/** The end of the word, or the beginning of something that is no part of a scope. */
function isEnd(text: string, end: number): boolean {
  return end === text.length || !/[a-z_:]/.test(text[end] ?? '');
}
