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
}

/** Reads a Zoom app manifest, also one in `{manifest: ...}` or in a code fence; undefined if this is none. */
export function readManifest(text: string): ManifestScopes | undefined {
  if (!text.includes('oauth_information')) return undefined;
  const read = manifest.safeParse(parseJson(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)));
  if (!read.success) return undefined;
  const { scopes, usage } = read.data.oauth_information;
  const entries = scopes.map((item) => entry.safeParse(item));
  const managementType =
    usage === 'ADMIN_MANAGEMENT' ? 'admin' : usage === 'USER_OPERATION' ? 'user' : undefined;
  return {
    scopes: entries.flatMap((item) => (item.success ? [item.data] : [])),
    ignored: entries.filter((item) => !item.success).length,
    ...(managementType === undefined ? {} : { managementType }),
  };
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
