import type { ZoomApp } from '../apps/zoom_app.ts';
import type { EnvironmentKind, ManagementType } from '../checks/check.ts';
import { STACKONE_ZOOM_REDIRECT } from '../profiles/zoom_connector.ts';

/** What a Zoom app manifest says of an app, as far as it matters here. It names no client ID (Z27). */
export interface ZoomManifest {
  readonly displayName: string | null;
  /** Null when it says neither. */
  readonly managementType: ManagementType | null;
  /** Of each environment; null when it names none. */
  readonly redirects: Readonly<Record<EnvironmentKind, string | null>>;
  readonly allowList: readonly string[];
  /** Each once. */
  readonly scopes: readonly ManifestScope[];
  readonly scopeDescription: string;
  readonly strictMode: boolean;
  readonly subdomainCheck: boolean;
}

export interface ManifestScope {
  readonly scope: string;
  /** Who authorises the app may leave it out. */
  readonly optional: boolean;
}

/** Zoom's words for the management type. */
export const usages: Readonly<Record<ManagementType, string>> = {
  admin: 'ADMIN_MANAGEMENT',
  user: 'USER_OPERATION',
};

/** The manifest takes shorter names than the page does (Z27). */
export const LONGEST_DISPLAY_NAME = 49;

type Registered = Pick<ZoomApp, 'name' | 'managementType' | 'scopeDescription'> & {
  readonly scopes: readonly Pick<ZoomApp['scopes'][number], 'scope'>[];
};

/** What a registration wants Zoom to have. StackOne needs each declared scope, so none may be left out. */
export function wantedManifest(app: Registered): ZoomManifest {
  return {
    displayName: app.name,
    managementType: app.managementType,
    redirects: { development: STACKONE_ZOOM_REDIRECT, production: STACKONE_ZOOM_REDIRECT },
    allowList: [STACKONE_ZOOM_REDIRECT],
    scopes: app.scopes.map(({ scope }) => ({ scope, optional: false })),
    scopeDescription: oneLine(app.scopeDescription),
    strictMode: false,
    subdomainCheck: false,
  };
}

/** How descriptions are written and compared: Zoom may fold lines. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The fields about the developer that Greenroom does not know. Zoom asks for them before it shares or publishes the app. */
const developerFields = [
  'developer_name',
  'developer_email',
  'company_name',
  'website',
  'privacy_policy',
  'terms_of_use',
  'support',
] as const;

/**
 * The document to import in Zoom, the inner object, always the same for the same registration (Z27). No secret: Zoom's manifest
 * has a field for none. What Greenroom does not know stays empty.
 */
export function manifestDocument(app: Registered): string {
  const { displayName, redirects, allowList, scopes, scopeDescription, ...rest } = wantedManifest(app);
  const document = {
    display_information: { display_name: displayName },
    oauth_information: {
      usage: usages[app.managementType],
      development_redirect_uri: redirects.development,
      production_redirect_uri: redirects.production,
      oauth_allow_list: allowList,
      scopes,
      scope_description: scopeDescription,
      strict_mode: rest.strictMode,
      subdomain_strict_mode: rest.subdomainCheck,
    },
    developer_information: Object.fromEntries(developerFields.map((field) => [field, ''])),
    features: { products: [] },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
