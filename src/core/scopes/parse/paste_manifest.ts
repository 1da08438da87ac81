import { z } from 'zod';
import type { ManagementType } from '../grammar/scope_level.ts';
import { type PasteText, pasted, rewritten } from './paste_text.ts';

/** Of a Zoom app manifest, what matters here. Entries that are no scopes are left to be counted. */
const inner = z.object({
  oauth_information: z.object({
    usage: z.string().optional().catch(undefined),
    scopes: z.array(z.unknown()),
  }),
});
const manifest = z.union([inner, z.object({ manifest: inner }).transform((wrapped) => wrapped.manifest)]);
const entry = z.union([z.string(), z.object({ scope: z.string() }).transform(({ scope }) => scope)]);

export interface ManifestScopes {
  readonly scopes: readonly string[];
  /** Entries of the list that hold no scope. */
  readonly ignored: number;
  readonly managementType?: ManagementType;
  /** Its beginning or its end is missing. */
  readonly incomplete: boolean;
  /** The paste without the escapes that were undone to read the scopes: it holds each of them, in their order. */
  readonly clean: PasteText;
  /** Offset in `clean`; the scopes come after it. */
  readonly listAt: number;
}

/** Reads a Zoom app manifest, also one in `{manifest: ...}`, in a code fence, or cut off; undefined if this is none. */
export function readManifest(text: string): ManifestScopes | undefined {
  const whole = pasted(text);
  if (!text.includes('oauth_information')) {
    if (!isPart(text)) return undefined;
    const nothing = { scopes: [], ignored: 0, incomplete: true, clean: whole, listAt: 0 };
    return readPart(text, whole) ?? nothing;
  }
  const read = manifest.safeParse(parseJson(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)));
  if (!read.success) {
    const clean = withoutEscapes(whole);
    return readPart(withJsonQuotes(clean.text), clean);
  }
  const { scopes, usage } = read.data.oauth_information;
  const entries = scopes.map((item) => entry.safeParse(item));
  const clean = rewritten(whole, JSON_ESCAPE, ([escaped]) => unescaped(escaped));
  return {
    scopes: entries.flatMap((item) => (item.success ? [item.data] : [])),
    ignored: entries.filter((item) => !item.success).length,
    incomplete: false,
    clean,
    listAt: listIn(clean.text),
    ...typeOf(usage),
  };
}

/** The escapes that a string of JSON may hold; each is one UTF-16 unit. */
const JSON_ESCAPE = /\\(?:u[0-9a-fA-F]{4}|["\\/bfnrt])/g;

function unescaped(escaped: string): string | undefined {
  const unit = parseJson(`"${escaped}"`);
  return typeof unit === 'string' ? unit : undefined;
}

/** The offset behind the bracket of the first list that may be the one of the scopes. */
function listIn(text: string): number {
  const list = /["“”]?scopes["“”]?\s*:\s*\[/.exec(text);
  return list === null ? 0 : list.index + list[0].length;
}

function typeOf(usage: string | undefined): { readonly managementType?: ManagementType } {
  if (usage === 'ADMIN_MANAGEMENT') return { managementType: 'admin' };
  return usage === 'USER_OPERATION' ? { managementType: 'user' } : {};
}

const KEYS = /(^|[\s{,[])(oauth_information|usage|scopes|scope|optional)\s?:/gm;

/** Without the marks by which a text of JSON, HTML, YAML or a program holds the quotes and line breaks of a manifest. */
function withoutEscapes(text: PasteText): PasteText {
  const quoted = rewritten(text, /\\{1,4}["']|&(?:quot|apos|#34|#39);/g, () => '"');
  const plain = rewritten(quoted, /\\{1,4}[nrt]/g, () => ' ');
  return rewritten(plain, /['‘’]/g, () => '"');
}

/** Adds the quotes of JSON where they are missing and matter: at keys, and at the values of `scope` and `usage`. */
function withJsonQuotes(text: string): string {
  return text
    .replace(KEYS, '$1"$2":')
    .replace(/("(?:scope|usage)":[ \t]{0,8})([A-Za-z][A-Za-z0-9_:]{0,99})(?=[ \t]{0,8}\r?$)/gm, '$1"$2"');
}

const USAGE = /["“”]usage["“”]\s*:\s*["“”]([A-Z_]{1,40})/;
const ENTRY = /["“”]scope["“”]\s*:\s*["“”]([^"“”]*)(["“”]?)/g;
const PLAIN = /["“”]([^"“”]*)(["“”]?)/g;

/** Letters of a scope, with room for one that is damaged. */
const LONGEST = 120;

/** The scope that the field before this one cut off, whole where its first quotation mark is here. */
const HEAD = /^\s*(?:[a-z]{0,5}["“”]\s*:\s*|:\s*)?(["“”]?)([a-z0-9_:]+)["“”]\s*,\s*["“”]optional["“”]/;

/** The rest of a manifest that was pasted into the next field. */
function isPart(text: string): boolean {
  const isRest = /["“”]optional["“”]\s*:/.test(text);
  return (
    isRest &&
    (/["“”]scope(?:_description)?["“”]\s*:/.test(text) || HEAD.test(text)) &&
    parseJson(text) === undefined
  );
}

/**
 * A manifest that is no JSON any more: Slack's fields end after 3,000 characters. What is listed as a scope is read, and
 * nothing of its prose; a scope that was cut in the middle is marked as truncated. `clean`: `text` before quotes were added.
 */
function readPart(text: string, clean: PasteText): ManifestScopes | undefined {
  const list = /["“”]scopes["“”]\s*:\s*\[/.exec(text);
  const start = list === null ? 0 : list.index + list[0].length;
  const inside = text.slice(start);
  const plain = /^\s*["“”]/.test(inside) && list !== null;
  const end = inside.indexOf(']');
  const listed = end < 0 ? inside : inside.slice(0, end);
  const entries = plain ? [...listed.matchAll(PLAIN)] : [...inside.matchAll(ENTRY)];
  const whole = entries.filter((match) => match[1] !== '' || match[2] !== '');
  if (whole.length === 0 && (list !== null || headOf(text).length === 0)) return undefined;
  return {
    scopes: [
      ...(list === null ? headOf(text) : []),
      ...whole.map((match) => `${match[1] ?? ''}${match[2] === '' ? '…' : ''}`),
    ],
    ignored: 0,
    incomplete: count(text, '{') !== count(text, '}'),
    clean,
    listAt: list === null ? 0 : listIn(clean.text),
    ...typeOf(USAGE.exec(text)?.[1]),
  };
}

function headOf(text: string): readonly string[] {
  const [, quote = '', scope = ''] = HEAD.exec(text) ?? [];
  return scope.includes(':') && scope.length <= LONGEST ? [quote === '' ? `…${scope}` : scope] : [];
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
