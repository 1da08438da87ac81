import type { Environment, ZoomApp, ZoomAppCard, ZoomAppLine } from '../../../../src/core/apps/zoom_app.ts';
import { type Check, type CheckName, checkNames, newCheck } from '../../../../src/core/checks/check.ts';
import { noSecretAge } from '../../../../src/core/credentials/secret_age.ts';

export const now = new Date('2026-11-23T18:12:00Z');
export const minutesAgo = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

export const appId = '0193590a-0000-7000-8000-000000000001';
export const environmentId = '0193590a-0000-7000-8000-00000000000d';
export const productionId = '0193590a-0000-7000-8000-00000000000e';

/** Everything a person may type to do mischief, or just because that is their name. */
export const mischief = '<!channel> @here *bold* `code` & <@U0BAD> <https://evil.example|ok> ~x~ _y_';

export function zoomApp(changes: Partial<ZoomApp> = {}): ZoomApp {
  return {
    workspaceId: 'T1',
    id: appId,
    name: 'StackOne Integration',
    managementType: 'admin',
    purpose: 'Meetings and users for the HR dashboard',
    scopeDescription: 'We read meetings to show them on the dashboard.',
    channelId: 'C0ZOOM',
    owners: ['U0ANA', 'U0BEN'],
    scopes: ['meeting:read:meeting:admin', 'user:read:user:admin'].map((scope) => ({
      scope,
      confirmedBy: null,
    })),
    version: 3,
    updatedBy: 'U0ANA',
    updatedAt: minutesAgo(60),
    archivedAt: null,
    ...changes,
  };
}

export function passed(name: CheckName, changes: Partial<Check> = {}): Check {
  return {
    ...newCheck(name),
    status: 'passed',
    lastKnown: 'passed',
    evidence: 'verified',
    knownAt: minutesAgo(5),
    lookedAt: minutesAgo(3),
    ...changes,
  };
}

export function failed(name: CheckName, reason: Check['reason'], changes: Partial<Check> = {}): Check {
  return { ...passed(name), status: 'failed', lastKnown: 'failed', reason, ...changes };
}

export function pending(
  name: CheckName,
  reason: Check['reason'] = null,
  changes: Partial<Check> = {},
): Check {
  return { ...newCheck(name), reason, ...changes };
}

/** An outage: `check` as it was known before. */
export function unseen(check: Check, reason: Check['reason'] = 'timeout'): Check {
  return { ...check, status: 'unknown', reason, knownAt: minutesAgo(90), lookedAt: minutesAgo(1) };
}

export const profileDetail = { profileId: 'prof_1', profileName: 'StackOne Integration' };

export const checksOf = {
  credentials: passed('credentials'),
  scopes: passed('scopes', { evidence: 'derived', detail: { count: 2 } }),
  redirect: passed('redirect', { evidence: 'attested', attestedBy: 'U0BEN' }),
  test_status: passed('test_status', { evidence: 'attested', attestedBy: 'U0BEN' }),
  connector_profile: passed('connector_profile', { detail: { ...profileDetail, matchedBy: 'name' } }),
  linked_account: passed('linked_account', { detail: { active: 2, accounts: 3, tied: true } }),
} satisfies Record<CheckName, Check>;

/** Everything is open, except what is given. */
export function environment(checks: readonly Check[] = [], changes: Partial<Environment> = {}): Environment {
  return {
    workspaceId: 'T1',
    id: environmentId,
    zoomAppId: appId,
    kind: 'development',
    clientId: 'AbCdEfGhIjKlMnOpQrSt',
    stage: 'credentials',
    liveAt: null,
    baselineAt: minutesAgo(60),
    probedAt: minutesAgo(3),
    askAgainAt: null,
    pendingClientId: null,
    hasSecret: true,
    pairMark: '0123456789',
    secretAge: noSecretAge,
    checks: checkNames.map((name) => checks.find((check) => check.name === name) ?? newCheck(name)),
    ...changes,
  };
}

const drift = { open: [], connector: 'not_yet' } as const;

export function card(environments: readonly Environment[], changes: Partial<ZoomAppCard> = {}): ZoomAppCard {
  return { app: zoomApp(), environments, adoptable: [], watchPaused: null, drift, ...changes };
}

export function line(changes: Partial<ZoomAppLine> = {}): ZoomAppLine {
  const { id, kind, checks } = environment([checksOf.credentials, checksOf.scopes]);
  return {
    appId,
    name: 'StackOne Integration',
    managementType: 'admin',
    owners: ['U0ANA'],
    channelId: 'C0ZOOM',
    environments: [{ id, kind, stage: 'testing', pendingClientId: null, checks }],
    ...changes,
  };
}

export function uuid(n: number): string {
  return `0193590a-0000-7000-8000-${String(n).padStart(12, '0')}`;
}

/** Fifty characters each: the longest names that can be registered. */
export const longNames = {
  plain: 'A'.repeat(50),
  emoji: '👩‍👩‍👧‍👦'.repeat(4) + '🎉'.repeat(3),
  rightToLeft: 'יישום זום של הצוות שלנו לאינטגרציה עם סטאק וואן',
  mischief: mischief.slice(0, 50),
};
