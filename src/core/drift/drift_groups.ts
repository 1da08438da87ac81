import type { DriftFinding } from './findings.ts';

/** Apps with the same findings, in one message. */
export interface DriftGroup {
  /** At most `MOST.findings`. */
  readonly findings: readonly DriftFinding[];
  readonly moreFindings: number;
  /** At most `MOST.apps`. */
  readonly apps: readonly NamedApp[];
  readonly moreApps: number;
}

/** What one person is notified of: facts for a message of bounded size. */
export interface GatheredDrift {
  readonly groups: readonly DriftGroup[];
  /** Apps beyond these groups. */
  readonly more: number;
}

export interface NamedApp {
  readonly id: string;
  readonly name: string;
}

const MOST = { groups: 5, findings: 5, apps: 10, names: 3 };

export const nothingGathered: GatheredDrift = { groups: [], more: 0 };

/** Adds an app, so that a person with a thousand apps gets one message. Each app is added once. */
export function addAppDrift(
  { groups, more }: GatheredDrift,
  app: NamedApp,
  findings: readonly DriftFinding[],
): GatheredDrift {
  const shown = findings.slice(0, MOST.findings).map(shortened);
  const moreFindings = findings.length - shown.length;
  const text = textOf(shown, moreFindings);
  const isSame = (group: DriftGroup): boolean => textOf(group.findings, group.moreFindings) === text;
  if (groups.some(isSame))
    return { more, groups: groups.map((one) => (isSame(one) ? withApp(one, app) : one)) };
  if (groups.length >= MOST.groups) return { groups, more: more + 1 };
  return { more, groups: [...groups, { findings: shown, moreFindings, apps: [app], moreApps: 0 }] };
}

/** Not the whole as JSON: what was stored comes back with its fields in another order. */
function textOf(findings: readonly DriftFinding[], more: number): string {
  const parts = findings.map((one) =>
    one.kind === 'scope' ? [one.key, one.since, one.connector, one.actions, one.listed] : [one.kind, one.key],
  );
  return JSON.stringify([parts, more]);
}

function withApp(group: DriftGroup, app: NamedApp): DriftGroup {
  return group.apps.length < MOST.apps
    ? { ...group, apps: [...group.apps, app] }
    : { ...group, moreApps: group.moreApps + 1 };
}

function shortened(finding: DriftFinding): DriftFinding {
  if (finding.kind !== 'scope') return finding;
  const { listed, actions } = finding;
  return { ...finding, listed: listed.slice(0, MOST.names), actions: actions.slice(0, MOST.names) };
}
