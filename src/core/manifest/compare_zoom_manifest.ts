import { nameKey } from '../apps/app_name.ts';
import type { EnvironmentKind, ManagementType } from '../checks/check.ts';
import { STACKONE_ZOOM_REDIRECT } from '../profiles/zoom_connector.ts';
import { oneLine, type ZoomManifest } from './zoom_manifest.ts';

/** Where Zoom's manifest and the registration differ; `zoom`: what the manifest says, null where it says nothing. */
export type ManifestDifference =
  | { readonly part: 'name'; readonly zoom: string | null }
  | { readonly part: 'management_type'; readonly zoom: ManagementType | null }
  | { readonly part: 'redirect'; readonly environment: EnvironmentKind; readonly zoom: string | null }
  | { readonly part: 'allow_list'; readonly beginsIt: string | null }
  | { readonly part: 'strict_mode' | 'subdomain_check' }
  | {
      readonly part: 'scopes_missing' | 'scopes_extra' | 'scopes_optional';
      readonly scopes: readonly string[];
    }
  | { readonly part: 'scope_description'; readonly zoom: string };

export interface ManifestComparison {
  /** In the order of Zoom's pages; none: the manifest is that of the registration. */
  readonly differences: readonly ManifestDifference[];
  /**
   * Has it the app's name, case and punctuation aside? Nothing else in a manifest says whose it is: one of another app with the
   * same name cannot be told apart.
   */
  readonly isNamedAlike: boolean;
  /** The environments whose redirect URL is StackOne's, which is on the allow list too. */
  readonly redirects: readonly EnvironmentKind[];
  /** Zoom has the declared scopes, no more and no less, all required, for the same management type. */
  readonly hasSameScopes: boolean;
}

/** `wanted`: of the registration. Only the redirect URLs of environments that are registered are compared. */
export function compareZoomManifest(
  wanted: ZoomManifest,
  zoom: ZoomManifest,
  environments: readonly EnvironmentKind[],
): ManifestComparison {
  const isAllowed = zoom.allowList.includes(STACKONE_ZOOM_REDIRECT);
  const isRedirect = (kind: EnvironmentKind) => zoom.redirects[kind] === STACKONE_ZOOM_REDIRECT;
  const isSameType = wanted.managementType === zoom.managementType;
  const scopes = scopeDifferences(wanted, zoom);
  return {
    differences: [
      ...(zoom.displayName === wanted.displayName ? [] : [{ part: 'name', zoom: zoom.displayName } as const]),
      ...(isSameType ? [] : [{ part: 'management_type', zoom: zoom.managementType } as const]),
      ...environments
        .filter((kind) => !isRedirect(kind))
        .map(
          (environment) => ({ part: 'redirect', environment, zoom: zoom.redirects[environment] }) as const,
        ),
      ...(isAllowed ? [] : [{ part: 'allow_list', beginsIt: beginningIn(zoom.allowList) } as const]),
      ...(zoom.strictMode ? [{ part: 'strict_mode' } as const] : []),
      ...(zoom.subdomainCheck ? [{ part: 'subdomain_check' } as const] : []),
      ...scopes,
      ...descriptionDifference(wanted, zoom),
    ],
    isNamedAlike: isAlike(wanted.displayName, zoom.displayName),
    redirects: isAllowed ? environments.filter(isRedirect) : [],
    hasSameScopes: isSameType && scopes.length === 0,
  };
}

function isAlike(wanted: string | null, zoom: string | null): boolean {
  if (wanted === null || zoom === null) return false;
  // A name of signs alone has no key: then every sign counts.
  const key = nameKey(wanted);
  return key === '' ? wanted === zoom : key === nameKey(zoom);
}

/** An entry that allows addresses like StackOne's, but does not say it whole: whether that is enough is not known (Z27). */
function beginningIn(allowList: readonly string[]): string | null {
  return (
    allowList.find((entry) => entry.startsWith('https://') && STACKONE_ZOOM_REDIRECT.startsWith(entry)) ??
    null
  );
}

function scopeDifferences(wanted: ZoomManifest, zoom: ZoomManifest): ManifestDifference[] {
  const ours = new Set(wanted.scopes.map(({ scope }) => scope));
  const theirs = new Map(zoom.scopes.map(({ scope, optional }) => [scope, optional]));
  const missing = [...ours].filter((scope) => !theirs.has(scope)).sort();
  const extra = [...theirs.keys()].filter((scope) => !ours.has(scope)).sort();
  const optional = [...ours].filter((scope) => theirs.get(scope) === true).sort();
  return [
    { part: 'scopes_missing', scopes: missing } as const,
    { part: 'scopes_extra', scopes: extra } as const,
    { part: 'scopes_optional', scopes: optional } as const,
  ].filter(({ scopes }) => scopes.length > 0);
}

function descriptionDifference(wanted: ZoomManifest, zoom: ZoomManifest): ManifestDifference[] {
  const text = oneLine(zoom.scopeDescription);
  return text === oneLine(wanted.scopeDescription) ? [] : [{ part: 'scope_description', zoom: text }];
}
