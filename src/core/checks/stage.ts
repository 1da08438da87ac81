import type { Check, CheckName } from './check.ts';

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
 * The way to live: each check that must pass, and the stage an environment is in while it has not.
 * A linked account is beyond it: it comes after live, but when it regresses the environment is degraded.
 */
const way: readonly (readonly [CheckName, Stage])[] = [
  ['credentials', 'credentials'],
  ['scopes', 'scopes'],
  ['redirect', 'testing'],
  ['test_status', 'testing'],
  ['connector_profile', 'profile'],
];

/** Where an environment stands. `unknown` checks count with their last known answer: an outage moves nobody. */
export function stageOf(checks: readonly Check[], state: { wasLive: boolean; archived: boolean }): Stage {
  if (state.archived) return 'archived';
  if (state.wasLive) return checks.some((check) => check.lastKnown === 'failed') ? 'degraded' : 'live';
  const open = way.find(([name]) => lastKnown(checks, name) !== 'passed');
  return open === undefined ? 'live' : open[1];
}

export function progress(checks: readonly Check[]): { passed: number; of: number } {
  return { passed: checks.filter((check) => check.lastKnown === 'passed').length, of: checks.length };
}

function lastKnown(checks: readonly Check[], name: CheckName): Check['lastKnown'] {
  return checks.find((check) => check.name === name)?.lastKnown ?? 'pending';
}
