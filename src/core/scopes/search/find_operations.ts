import { memoize } from '../../../concurrency/memoize.ts';
import { catalogue } from '../catalogue/catalogue.ts';
import type { Operation } from '../catalogue/catalogue_types.ts';
import { singular } from '../grammar/service_names.ts';
import { plainPath } from './search_index.ts';

const METHOD = /^(get|post|put|patch|delete)\s+/i;
const MOST_SEGMENTS = 20;

interface Known {
  readonly operation: Operation;
  readonly segments: readonly string[];
}

const known = memoize((): readonly Known[] =>
  catalogue.operations.map((operation) => ({ operation, segments: segmentsOf(operation.path) })),
);

/**
 * Operations of Zoom's API by a method or none and a path or a part of one, with parameters as Zoom names them or with their
 * values (`/users/me/meetings`, `/meetings/123`). Best match first.
 */
export function findOperations(query: string, limit = 20): readonly Operation[] {
  const method = METHOD.exec(query.trim())?.[1]?.toUpperCase();
  const wanted = segmentsOf(query.trim().replace(METHOD, '')).slice(0, MOST_SEGMENTS);
  if (wanted.length === 0) return [];
  return known()
    .filter(({ operation }) => method === undefined || operation.method === method)
    .flatMap(({ operation, segments }) => {
      const score = scoreOf(wanted, segments);
      return score === undefined ? [] : [{ operation, score }];
    })
    .sort((a, b) => a.score - b.score || byName(a.operation, b.operation))
    .slice(0, limit)
    .map(({ operation }) => operation);
}

function segmentsOf(text: string): readonly string[] {
  const [path = ''] = plainPath(text).split(/[?#]/, 1);
  return path
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => (segment.startsWith(':') ? '{}' : segment));
}

/** The best place of the wanted segments within a path; 0 is the whole path, word by word. */
function scoreOf(wanted: readonly string[], segments: readonly string[]): number | undefined {
  let best: number | undefined;
  for (let from = 0; from + wanted.length <= segments.length; from += 1) {
    const misfits = misfitsAt(wanted, segments, from);
    if (misfits === undefined) continue;
    const score = misfits + from * 10 + (segments.length - wanted.length) * 5;
    if (best === undefined || score < best) best = score;
  }
  return best;
}

function misfitsAt(wanted: readonly string[], segments: readonly string[], from: number): number | undefined {
  let misfits = 0;
  for (const [at, word] of wanted.entries()) {
    const segment = segments[from + at] ?? '';
    if (word === segment) continue;
    // The value of a parameter can be anything; a parameter in the query matches no fixed segment.
    if (segment === '{}') misfits += 1;
    else if (word !== '{}' && singular(word) === singular(segment)) misfits += 2;
    else if (word !== '{}' && at === wanted.length - 1 && segment.startsWith(word)) misfits += 3;
    else return undefined;
  }
  return misfits;
}

function byName(a: Operation, b: Operation): number {
  const [left, right] = [`${a.path} ${a.method}`, `${b.path} ${b.method}`];
  return left < right ? -1 : 1;
}
