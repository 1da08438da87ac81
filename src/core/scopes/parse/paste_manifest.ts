import { z } from 'zod';
import type { ManagementType } from '../grammar/scope_level.ts';

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
}

/** Reads a Zoom app manifest, also one in `{manifest: ...}`, in a code fence, or cut off; undefined if this is none. */
export function readManifest(text: string): ManifestScopes | undefined {
  if (!text.includes('oauth_information')) return isPart(text) ? (readPart(text) ?? NO_SCOPES) : undefined;
  const read = manifest.safeParse(parseJson(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)));
  if (!read.success) return readPart(inJson(text));
  const { scopes, usage } = read.data.oauth_information;
  const entries = scopes.map((item) => entry.safeParse(item));
  return {
    scopes: entries.flatMap((item) => (item.success ? [item.data] : [])),
    ignored: entries.filter((item) => !item.success).length,
    incomplete: false,
    ...typeOf(usage),
  };
}

function typeOf(usage: string | undefined): { readonly managementType?: ManagementType } {
  if (usage === 'ADMIN_MANAGEMENT') return { managementType: 'admin' };
  return usage === 'USER_OPERATION' ? { managementType: 'user' } : {};
}

const KEYS = /(^|[\s{,[])(oauth_information|usage|scopes|scope|optional)\s?:/gm;

/**
 * A manifest in the quotes of another language, in a text of JSON, in HTML, YAML or a program, with the quotes of JSON where
 * it matters: at keys, and at values that have none.
 */
function inJson(text: string): string {
  return text
    .replace(/\\{1,4}["']|&(?:quot|apos|#34|#39);/g, '"')
    .replace(/\\{1,4}[nrt]/g, ' ')
    .replace(/['‘’]/g, '"')
    .replace(KEYS, '$1"$2":')
    .replace(/("(?:scope|usage)":[ \t]{0,8})([A-Za-z][A-Za-z0-9_:]{0,99})(?=[ \t]{0,8}\r?$)/gm, '$1"$2"');
}

const USAGE = /["“”]usage["“”]\s*:\s*["“”]([A-Z_]{1,40})/;
const ENTRY = /["“”]scope["“”]\s*:\s*["“”]([^"“”]*)(["“”]?)/g;
const PLAIN = /["“”]([^"“”]*)(["“”]?)/g;

/** A part of a manifest that holds none. */
const NO_SCOPES: ManifestScopes = { scopes: [], ignored: 0, incomplete: true };

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
 * A manifest that is no JSON any more: Slack's fields end after 3,000 characters. What stands as a scope is read, and
 * nothing of its prose; a scope that was cut in the middle is marked as truncated.
 */
function readPart(text: string): ManifestScopes | undefined {
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
