import type { Log } from '../log.ts';
import { botScopes, optionalScopes } from './manifest.ts';

/** How the scopes that Slack granted differ from those in the manifest; each list in the manifest's order. */
export interface ScopeDifference {
  /** Wanted and not granted: what needs them is refused by Slack. */
  readonly missing: readonly (typeof botScopes)[number][];
  /** Of the optional ones, those that are granted. */
  readonly optional: readonly string[];
  /** Granted, and used for nothing. */
  readonly unused: readonly string[];
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

/** What does not work without a scope of the manifest. */
const effects: Readonly<Record<(typeof botScopes)[number], string>> = {
  commands: 'nobody can type a command',
  'chat:write': 'no message is posted',
  'users:read': 'Greenroom cannot see who is a person of the workspace',
};

/** One line for operators with what to do; null when nothing is missing. Scopes beyond those wanted are no fault. */
export function missingScopesLine({ missing }: Pick<ScopeDifference, 'missing'>): string | null {
  if (missing.length === 0) return null;
  const lacks = missing.map((scope) => `${scope} (${effects[scope]})`).join(', ');
  return `The Slack app lacks ${missing.length === 1 ? 'the scope' : 'the scopes'} ${lacks}: put the manifest of this version into "App Manifest" of the app's settings (greenroom manifest), then "Install App" > "Reinstall to Workspace".`;
}

/** Is it known that the token may not ask Slack about people? `granted` null: Slack did not say which scopes it has. */
export const cannotSeePeople = (granted: readonly string[] | null): boolean =>
  granted?.includes('users:read') === false;

/** One line for operators where nobody can be an admin: none is named, and Slack does not say who administers the workspace. */
export function noAdminLine(admins: readonly string[], granted: readonly string[] | null): string | null {
  if (admins.length > 0 || !cannotSeePeople(granted)) return null;
  return 'Nobody is named as an admin: set GREENROOM_ADMINS to a Slack user id (profile > ⋮ > "Copy member ID").';
}

/** Most of the needless scopes that a line names. */
const MOST_NAMED = 10;

/** One line about scopes that an older or changed manifest asked for; null when there are none. */
function unusedScopesLine({ unused }: Pick<ScopeDifference, 'unused'>): string | null {
  if (unused.length === 0) return null;
  const more = unused.length > MOST_NAMED ? ` and ${unused.length - MOST_NAMED} more` : '';
  return `The Slack app has scopes that Greenroom does not use, which does no harm: ${unused.slice(0, MOST_NAMED).join(', ')}${more}.`;
}

/** Says in one log line how the granted scopes differ from those of the manifest; nothing when they do not, or are not known. */
export function logScopeDifference(granted: readonly string[] | null, log: Pick<Log, 'info' | 'warn'>): void {
  if (granted === null) return;
  const difference = compareGranted(granted);
  const lines = [missingScopesLine(difference), unusedScopesLine(difference)].filter((line) => line !== null);
  if (lines.length === 0) return;
  if (difference.missing.length > 0) log.warn(lines.join(' '));
  else log.info(lines.join(' '));
}
