import { awaitsProof, type Check, type CheckName } from './check.ts';

export const stages = [
  'draft',
  'credentials',
  'scopes',
  'testing',
  'profile',
  'live',
  'degraded',
  'archived',
] as const;
export type Stage = (typeof stages)[number];

/**
 * The checks that must pass before an environment is live, each with the stage while it has not. A linked account comes
 * after live; when it regresses, the environment is degraded.
 */
const way: readonly (readonly [CheckName, Stage])[] = [
  ['credentials', 'credentials'],
  ['scopes', 'scopes'],
  ['redirect', 'testing'],
  ['test_status', 'testing'],
  ['connector_profile', 'profile'],
];

/**
 * The stage of an environment. `unknown` checks count with their last known status: neither an outage nor an expired attestation
 * changes a stage. Credentials that await a proof do not hold it up: they can only be proven through the profile that comes last.
 */
export function stageOf(checks: readonly Check[], state: { wasLive: boolean; archived: boolean }): Stage {
  if (state.archived) return 'archived';
  if (state.wasLive) return checks.some((check) => check.lastKnown === 'failed') ? 'degraded' : 'live';
  const open = way.find(([name]) => holdsUp(checks.find((check) => check.name === name)));
  return open === undefined ? 'live' : open[1];
}

export function progress(checks: readonly Check[]): { passed: number; of: number } {
  return { passed: checks.filter((check) => check.lastKnown === 'passed').length, of: checks.length };
}

function holdsUp(check: Check | undefined): boolean {
  return check === undefined || (check.lastKnown !== 'passed' && !awaitsProof(check));
}
