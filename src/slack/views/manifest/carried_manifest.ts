import { z } from 'zod';
import { managementTypes } from '../../../core/checks/check.ts';
import { type ManifestScope, oneLine, type ZoomManifest } from '../../../core/manifest/zoom_manifest.ts';
import { STACKONE_ZOOM_REDIRECT } from '../../../core/profiles/zoom_connector.ts';
import { packScopes, unpackScopes } from '../../../core/scopes/catalogue/packed_scopes.ts';
import { secretIn, withoutSecrets } from '../../../core/secrets/find_secrets.ts';
import { cutWhole } from '../../../core/text/cut.ts';
import { LONGEST_DESCRIPTION } from '../inputs.ts';

/**
 * What the view of a comparison remembers of Zoom's manifest, so that nothing of it is stored: enough to copy parts of it and to
 * compare again, never a text that may hold a secret.
 */
export const carriedManifest = z.object({
  name: z.string().nullable(),
  type: z.enum(managementTypes).nullable(),
  /** The redirect URLs: `=` for StackOne's, else the beginning of what stands there. */
  development: z.string().nullable(),
  production: z.string().nullable(),
  allowed: z.boolean(),
  strict: z.boolean(),
  subdomain: z.boolean(),
  /** core/scopes/catalogue/packed_scopes.ts */
  required: z.string(),
  optional: z.string(),
  description: z.string(),
});
export type CarriedManifest = z.infer<typeof carriedManifest>;

const LONGEST_NAME = 60;
const LONGEST_SCOPES = 1_500;

/** As JSON, which escapes quotes; the ids beside it need the rest of Slack's 3,000 characters. */
const LONGEST = 2_800;

/** Null when it does not fit, or holds what looks like a secret: then nothing can be copied from the view. */
export function carry(manifest: ZoomManifest): CarriedManifest | null {
  const whole = carriedWhole(manifest);
  return whole === null || JSON.stringify(whole).length > LONGEST ? null : whole;
}

function carriedWhole(manifest: ZoomManifest): CarriedManifest | null {
  const { displayName, managementType, redirects, scopes } = manifest;
  const description = oneLine(manifest.scopeDescription);
  const name = displayName === null || displayName.length > LONGEST_NAME ? null : displayName;
  const required = packed(scopes, false);
  const optional = packed(scopes, true);
  if (required === null || optional === null || description.length > LONGEST_DESCRIPTION) return null;
  if ([name ?? '', description, ...scopes.map(({ scope }) => scope)].some((text) => secretIn(text) !== null))
    return null;
  return {
    name,
    type: managementType,
    development: shortAddress(redirects.development),
    production: shortAddress(redirects.production),
    allowed: manifest.allowList.includes(STACKONE_ZOOM_REDIRECT),
    strict: manifest.strictMode,
    subdomain: manifest.subdomainCheck,
    required,
    optional,
    description,
  };
}

/** Null when the catalogue has changed since. */
export function carried(from: CarriedManifest): ZoomManifest | null {
  const required = unpackScopes(from.required);
  const optional = unpackScopes(from.optional);
  if (required === null || optional === null) return null;
  return {
    displayName: from.name,
    managementType: from.type,
    redirects: { development: address(from.development), production: address(from.production) },
    allowList: from.allowed ? [STACKONE_ZOOM_REDIRECT] : [],
    scopes: [
      ...required.map((scope) => ({ scope, optional: false })),
      ...optional.map((scope) => ({ scope, optional: true })),
    ],
    scopeDescription: from.description,
    strictMode: from.strict,
    subdomainCheck: from.subdomain,
  };
}

const packed = (scopes: readonly ManifestScope[], optional: boolean): string | null =>
  packScopes(
    scopes.filter((one) => one.optional === optional).map(({ scope }) => scope),
    LONGEST_SCOPES,
  );

const STACKONES = '=';
const LONGEST_ADDRESS = 120;

function shortAddress(redirect: string | null): string | null {
  if (redirect === null) return null;
  return redirect === STACKONE_ZOOM_REDIRECT
    ? STACKONES
    : cutWhole(withoutSecrets(redirect), LONGEST_ADDRESS);
}

const address = (short: string | null): string | null =>
  short === STACKONES ? STACKONE_ZOOM_REDIRECT : short;
