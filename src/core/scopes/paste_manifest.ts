import { z } from 'zod';
import type { ManagementType } from './level.ts';

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
  if (!text.includes('oauth_information')) return isPart(text) ? readPart(text) : undefined;
  const read = manifest.safeParse(parseJson(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)));
  if (!read.success) return readPart(text);
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

const USAGE = /["“”]usage["“”]\s*:\s*["“”]([A-Z_]{1,40})/;
const ENTRY = /["“”]scope["“”]\s*:\s*["“”]([^"“”]*)(["“”]?)/g;
const PLAIN = /["“”]([^"“”]*)(["“”]?)/g;

/** The rest of a manifest that was pasted into the next field. */
function isPart(text: string): boolean {
  return (
    /["“”]optional["“”]\s*:/.test(text) && /["“”]scope["“”]\s*:/.test(text) && parseJson(text) === undefined
  );
}

/**
 * A manifest that is no JSON any more: Slack's fields end after 3,000 characters. What stands as a scope is read, and
 * nothing of its prose; what was cut in the middle is marked, for nobody can tell how it went on.
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
  if (whole.length === 0) return undefined;
  const head =
    list === null && !text.trimStart().startsWith('{') ? (/^[^"“”]*/.exec(text)?.[0].trim() ?? '') : '';
  return {
    scopes: [
      ...(head.includes(':') ? [`…${head}`] : []),
      ...whole.map((match) => `${match[1] ?? ''}${match[2] === '' ? '…' : ''}`),
    ],
    ignored: 0,
    incomplete: count(text, '{') !== count(text, '}'),
    ...typeOf(USAGE.exec(text)?.[1]),
  };
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
