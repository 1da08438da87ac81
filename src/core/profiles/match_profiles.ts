import { nameKey } from '../apps/app_name.ts';
import type { EnvironmentKind } from '../checks/check.ts';
import type { ProfileMatch } from '../checks/check_detail.ts';
import { groupBy } from '../group_by.ts';

/** A new connector profile that is not assigned yet. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
}

/** An environment for which a profile is a candidate: it is newer than the baseline, and was not rejected. */
export interface WaitingEnvironment {
  readonly profileId: string;
  readonly environmentId: string;
  readonly environment: EnvironmentKind;
  readonly appKey: string;
}

export interface Match {
  readonly profileId: string;
  readonly environmentId: string;
  readonly how: Extract<ProfileMatch, 'name' | 'only_candidate'>;
}

/** Words in a profile's name that say which environment it is for. */
const environmentWords: ReadonlyMap<string, EnvironmentKind> = new Map([
  ['dev', 'development'],
  ['development', 'development'],
  ['test', 'development'],
  ['prod', 'production'],
  ['production', 'production'],
  ['live', 'production'],
]);

/** The folded app names that a profile's name may mean: as it is, and without an environment's word at either end. */
export function appKeysFor(profileName: string): string[] {
  return readings(profileName).map((reading) => reading.appKey);
}

function readings(profileName: string): { appKey: string; environment: EnvironmentKind | null }[] {
  const words = nameKey(profileName).split(' ').filter(Boolean);
  const whole = { appKey: words.join(' '), environment: null };
  const [first, last] = [words[0] ?? '', words.at(-1) ?? ''];
  return [
    whole,
    ...reading(words.slice(0, -1), environmentWords.get(last)),
    ...reading(words.slice(1), environmentWords.get(first)),
  ].filter(({ appKey }) => appKey !== '');
}

function reading(rest: readonly string[], environment: EnvironmentKind | undefined) {
  return environment === undefined ? [] : [{ appKey: rest.join(' '), environment }];
}

/**
 * Profiles whose name says to which waiting environment they belong: one profile, one environment. Two profiles for the
 * same environment, or a name that fits both environments of an app, is a question for people.
 */
export function matchByName(
  candidates: readonly Candidate[],
  waitingEnvironments: readonly WaitingEnvironment[],
): Match[] {
  const candidatesOf = groupBy(waitingEnvironments, (waitingEnvironment) => waitingEnvironment.profileId);
  const matches = candidates.flatMap((candidate) => {
    const own = candidatesOf.get(candidate.id) ?? [];
    const fitting = readings(candidate.name)
      .map(({ appKey, environment }) =>
        own.filter(
          (one) => one.appKey === appKey && (environment === null || one.environment === environment),
        ),
      )
      .find((some) => some.length > 0);
    const [only, second] = fitting ?? [];
    if (only === undefined || second !== undefined) return [];
    return [{ profileId: candidate.id, environmentId: only.environmentId, how: 'name' as const }];
  });
  const rivals = groupBy(matches, (match) => match.environmentId);
  return matches.filter((match) => rivals.get(match.environmentId)?.length === 1);
}

/** Exactly one environment waits in the whole workspace, and exactly one new profile could be its own. */
export function matchOnlyCandidate(
  candidates: readonly Candidate[],
  waitingEnvironments: readonly WaitingEnvironment[],
  waitingEnvironmentIds: readonly string[],
): Match[] {
  const [environmentId, anotherEnvironment] = waitingEnvironmentIds;
  const [candidate, anotherCandidate] = candidates;
  if (environmentId === undefined || anotherEnvironment !== undefined) return [];
  if (candidate === undefined || anotherCandidate !== undefined) return [];
  const fits = waitingEnvironments.some(
    (one) => one.profileId === candidate.id && one.environmentId === environmentId,
  );
  return fits ? [{ profileId: candidate.id, environmentId, how: 'only_candidate' }] : [];
}
