import type { SecretShape } from './secret_shape.ts';
import { secretShapes } from './secret_shapes.ts';

const INVISIBLE = /\p{Cf}/gu;

/**
 * The name of the shape of secrets that a text holds, or null. Scopes, client ids, uuids, Slack's ids and plain words are
 * none. Linear in the length of the text.
 */
export function secretIn(text: string): string | null {
  return firstIn(text, inText);
}

/**
 * Whether a text with colons may be credentials (`id:secret`) rather than a scope. Such a text is never shown again. More
 * is taken for a secret than `secretIn` does; a text of small letters alone is a scope.
 */
export function looksSecret(text: string): boolean {
  return /[A-Z\d]/.test(text) && firstIn(text, inScopeList) !== null;
}

const inText = secretShapes.filter(({ only }) => only === undefined);
const inScopeList = secretShapes.filter(({ only }) => only !== 'log');
const inLog = secretShapes.filter(({ only }) => only !== 'scope_list');

function firstIn(text: string, shapes: readonly SecretShape[]): string | null {
  // Invisible characters may have come with what was copied, and break a secret in two.
  const visible = text.replace(INVISIBLE, '');
  const row = shapes.find(
    (shape) => mayHold(visible, shape) && spansOf(visible, shape).next().done === false,
  );
  return row?.name ?? null;
}

/** The text with `[secret]` in the place of each secret. */
export function withoutSecrets(text: string): string {
  return inLog.reduce((clean, shape) => (mayHold(clean, shape) ? hidden(clean, shape) : clean), text);
}

/** Allocates nothing: most texts hold no secret, and a list of scopes has thousands of texts. */
function mayHold(text: string, { head, atLeast }: SecretShape): boolean {
  return text.length >= atLeast && (head === undefined || text.search(head) >= 0);
}

function hidden(text: string, shape: SecretShape): string {
  let clean = '';
  let done = 0;
  for (const { from, end } of spansOf(text, shape)) {
    clean += `${text.slice(done, from)}[secret]`;
    done = end;
  }
  return clean + text.slice(done);
}

/** UTF-16 offsets. */
interface Span {
  readonly from: number;
  readonly end: number;
}

/** Where secrets of one shape stand. */
export function spansOf(text: string, shape: SecretShape): Iterator<Span, undefined> & Iterable<Span> {
  return shape.head === undefined ? wholeRuns(text, shape) : runsBehind(text, shape, shape.head);
}

/** What is behind a head is read once: a head inside of a run begins no other run. */
function* runsBehind(text: string, shape: SecretShape, head: RegExp): Generator<Span, undefined> {
  let done = 0;
  for (const found of text.matchAll(head)) {
    if (found.index < done) continue;
    const start = found.index + found[0].length;
    done = endOfRun(text, start, shape.letters);
    if (fits(text, start, done, shape)) yield { from: shape.labelled ? start : found.index, end: done };
  }
}

function* wholeRuns(text: string, shape: SecretShape): Generator<Span, undefined> {
  for (let at = 0; at < text.length; at += 1) {
    const end = endOfRun(text, at, shape.letters);
    if (fits(text, at, end, shape)) yield { from: at, end };
    at = end;
  }
}

function endOfRun(text: string, start: number, letters: SecretShape['letters']): number {
  let end = start;
  while (end < text.length && letters(text.charAt(end))) end += 1;
  return end;
}

/** As much of an address as can tell what it leads to. */
const FRONT = 40;

function fits(text: string, from: number, end: number, shape: SecretShape): boolean {
  const { atLeast, atMost = Number.POSITIVE_INFINITY, before = '', holds, unlessBehind } = shape;
  const length = end - from;
  if (length < atLeast || length > atMost || !text.startsWith(before, end)) return false;
  if (unlessBehind?.(text.slice(Math.max(0, from - FRONT), from)) === true) return false;
  return holds === undefined || holds(text.slice(from, end));
}
