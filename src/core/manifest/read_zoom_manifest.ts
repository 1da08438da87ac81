import type { ManagementType } from '../checks/check.ts';
import { Err, Ok, type Result } from '../result.ts';
import { cutWhole } from '../text/cut.ts';
import { type JsonFault, type LenientJson, readLenientJson } from './lenient_json.ts';
import { type ManifestScope, usages, type ZoomManifest } from './zoom_manifest.ts';

/** In UTF-16 units: five times what an app with every scope there is takes. */
export const LONGEST_MANIFEST = 300_000;
/** Zoom lists about 2,000 scopes in all. */
const MOST_SCOPES = 3_000;
const LONGEST_SCOPE = 200;
const LONGEST_VALUE = 2_000;

export type PasteFault =
  | JsonFault
  | { readonly kind: 'empty' }
  | { readonly kind: 'too_long' }
  /** JSON, but no manifest of a Zoom app. */
  | { readonly kind: 'other' };

type JsonObject = ReadonlyMap<string, LenientJson>;

/**
 * Reads a Zoom app manifest that a person pasted or uploaded: alone or in `{manifest: …}`, in a code fence or a sentence, with the
 * quotes and escapes of a word processor or a log. Only what a comparison needs is read; what else it holds, and be
 * it a secret, is dropped here.
 */
export function readZoomManifest(text: string): Result<ZoomManifest, PasteFault> {
  if (text.length > LONGEST_MANIFEST) return Err({ kind: 'too_long' });
  const json = jsonIn(text);
  if (json === '') return Err({ kind: 'empty' });
  const first = readLenientJson(json);
  const read = first.ok ? first : (readRepaired(json) ?? first);
  if (!read.ok) return read;
  const found = manifestIn(read.value);
  return found === null ? Err({ kind: 'other' }) : fromJson(found);
}

/** From the first bracket on; what follows the last one is dropped where the document is whole. */
function jsonIn(text: string): string {
  const begin = text.indexOf('{');
  if (begin < 0) return text.trim() === '' ? '' : '?';
  const end = text.lastIndexOf('}');
  return text.slice(begin, end > begin ? end + 1 : undefined);
}

/** The ways in which tools change a text, each undone for the whole of it: only where it could not be read as it stands. */
const repairs: readonly ((text: string) => string)[] = [
  (text) => text.replace(/[“”„‟″]/g, '"'),
  (text) => text.replace(/\\r?\\n|\\[nrt]/g, ' ').replace(/\\{1,3}"/g, '"'),
  (text) =>
    text
      .replace(/&(?:quot|#34|#x22);/gi, '"')
      .replace(/&(?:amp|#38);/gi, '&')
      .replace(/&nbsp;/gi, ' '),
];

function readRepaired(json: string): Result<LenientJson, JsonFault> | null {
  let text = json;
  for (const repair of repairs) {
    text = repair(text);
    const read = readLenientJson(text);
    if (read.ok) return read;
  }
  return null;
}

/** Wrappers that an answer of Zoom's API, or of a tool around it, puts around the manifest. */
const MOST_WRAPPERS = 3;

function manifestIn(value: LenientJson): JsonObject | null {
  let inner: LenientJson | undefined = value;
  for (let depth = 0; depth <= MOST_WRAPPERS; depth += 1) {
    if (!isObject(inner)) return null;
    if (isObject(inner.get('oauth_information'))) return inner;
    inner = inner.get('manifest');
    if (typeof inner === 'string') {
      const read = readLenientJson(inner);
      inner = read.ok ? read.value : undefined;
    }
  }
  return null;
}

function fromJson(manifest: JsonObject): Result<ZoomManifest, PasteFault> {
  const oauth = objectAt(manifest, 'oauth_information');
  const scopes = scopesIn(oauth.get('scopes'));
  if (scopes === null) return Err({ kind: 'too_long' });
  return Ok({
    displayName: textAt(objectAt(manifest, 'display_information'), 'display_name'),
    managementType: managementTypeOf(textAt(oauth, 'usage')),
    redirects: {
      development: textAt(oauth, 'development_redirect_uri'),
      production: textAt(oauth, 'production_redirect_uri'),
    },
    allowList: listOf(oauth.get('oauth_allow_list')).flatMap((one) => textOf(one) ?? []),
    scopes,
    scopeDescription: textAt(oauth, 'scope_description') ?? '',
    strictMode: isTrue(oauth.get('strict_mode')),
    subdomainCheck: isTrue(oauth.get('subdomain_strict_mode')),
  });
}

/** Null when there are more than a manifest can hold. A scope that is required at one place is required. */
function scopesIn(value: LenientJson | undefined): readonly ManifestScope[] | null {
  const entries = listOf(value);
  if (entries.length > MOST_SCOPES) return null;
  const found = new Map<string, boolean>();
  for (const entry of entries) {
    const written = isObject(entry) ? textAt(entry, 'scope') : textOf(entry);
    const scope = written?.replace(/\s+/g, (blanks) => (blanks.includes('\n') ? '' : blanks));
    if (scope === undefined || scope.length > LONGEST_SCOPE) continue;
    const optional = isObject(entry) && isTrue(entry.get('optional'));
    found.set(scope, optional && found.get(scope) !== false);
  }
  return [...found].map(([scope, optional]) => ({ scope, optional }));
}

function managementTypeOf(usage: string | null): ManagementType | null {
  if (usage === usages.admin) return 'admin';
  return usage === usages.user ? 'user' : null;
}

function isObject(value: LenientJson | undefined): value is JsonObject {
  return value instanceof Map;
}

const NO_FIELDS: JsonObject = new Map();

function objectAt(value: JsonObject, key: string): JsonObject {
  const found = value.get(key);
  return isObject(found) ? found : NO_FIELDS;
}

function listOf(value: LenientJson | undefined): readonly LenientJson[] {
  return Array.isArray(value) ? value : [];
}

const textAt = (value: JsonObject, key: string): string | null => textOf(value.get(key));

/** Null for what is no text, or empty. */
function textOf(value: LenientJson | undefined): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' ? null : cutWhole(text, LONGEST_VALUE);
}

/** Zoom takes the text as well (Z27). */
function isTrue(value: LenientJson | undefined): boolean {
  return value === true || (typeof value === 'string' && value.trim().toLowerCase() === 'true');
}
