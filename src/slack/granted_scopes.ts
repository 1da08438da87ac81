import type { WebAPICallResult } from '@slack/web-api';
import { botScopes, optionalScopes } from './manifest.ts';

/** How the scopes that Slack granted differ from those in the manifest; each list in the manifest's order. */
export interface ScopeDifference {
  /** Wanted and not granted: what needs them is refused by Slack. */
  readonly missing: readonly string[];
  /** Of the optional ones, those that are granted. */
  readonly optional: readonly string[];
  /** Granted, and used for nothing. */
  readonly unused: readonly string[];
}

/** The bot token's scopes as any answer of the Web API names them (`x-oauth-scopes`); null when it does not. */
export function grantedScopes(answer: WebAPICallResult): readonly string[] | null {
  const scopes = answer.response_metadata?.scopes?.map((scope) => scope.trim()).filter(Boolean) ?? [];
  return scopes.length === 0 ? null : scopes;
}

export function compareGranted(granted: readonly string[]): ScopeDifference {
  const given = new Set(granted);
  const named = new Set<string>([...botScopes, ...optionalScopes]);
  return {
    missing: botScopes.filter((scope) => !given.has(scope)),
    optional: optionalScopes.filter((scope) => given.has(scope)),
    unused: [...given].filter((scope) => !named.has(scope)),
  };
}

/** One line for operators with what to do; null when nothing is missing. Scopes beyond those wanted are no fault. */
export function missingScopesLine({ missing }: ScopeDifference): string | null {
  if (missing.length === 0) return null;
  return `The Slack app lacks ${missing.length === 1 ? 'the scope' : 'the scopes'} ${missing.join(', ')}: put the manifest of this version into "App Manifest" of the app's settings (greenroom manifest), then "Install App" > "Reinstall to Workspace".`;
}
