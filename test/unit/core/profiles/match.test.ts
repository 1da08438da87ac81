import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameKey } from '../../../../src/core/apps/app_name.ts';
import {
  appKeysFor,
  type Candidate,
  matchByName,
  matchOnlyCandidate,
  type WaitingEnvironment,
} from '../../../../src/core/profiles/match_profiles.ts';

/** Waiting environments, each of them open to every candidate. */
function waiting(
  candidates: readonly Candidate[],
  apps: Record<string, readonly ('development' | 'production')[]>,
) {
  return Object.entries(apps).flatMap(([app, kinds]) =>
    kinds.flatMap((environment) =>
      candidates.map(
        (candidate): WaitingEnvironment => ({
          profileId: candidate.id,
          environmentId: `${app}/${environment}`,
          environment,
          appKey: nameKey(app),
        }),
      ),
    ),
  );
}

function profiles(...names: readonly string[]): Candidate[] {
  return names.map((name, index) => ({ id: `p${index + 1}`, name }));
}

function matched(names: readonly string[], apps: Parameters<typeof waiting>[1]): string[] {
  const candidates = profiles(...names);
  return matchByName(candidates, waiting(candidates, apps)).map(
    (match) => `${match.profileId} > ${match.environmentId}`,
  );
}

describe('the app names a profile may stand for', () => {
  test.each([
    ['Acme Zoom', ['acme zoom']],
    ['Acme Zoom (Production)', ['acme zoom production', 'acme zoom']],
    ['dev - Acme', ['dev acme', 'acme']],
    ['Test Acme Live', ['test acme live', 'test acme', 'acme live']],
    ['Prod', ['prod']],
    ['Zoom Constructor', ['zoom constructor']],
    ['!!', []],
  ])('of "%s" are %j', (name, keys) => {
    expect(appKeysFor(name)).toEqual(keys);
  });
});

describe('matching by name', () => {
  test('gives a profile to the app of the same name, whatever its case, accents and punctuation', () => {
    expect(matched(['ACMÉ  zoom!'], { 'Acme Zoom': ['development'], Other: ['development'] })).toEqual([
      'p1 > Acme Zoom/development',
    ]);
  });

  test.each([
    ['Acme (Dev)', 'development'],
    ['Acme development', 'development'],
    ['TEST Acme', 'development'],
    ['Acme Prod', 'production'],
    ['Acme (Production)', 'production'],
    ['live: Acme', 'production'],
  ])('reads the environment in "%s"', (name, environment) => {
    expect(matched([name], { Acme: ['development', 'production'] })).toEqual([`p1 > Acme/${environment}`]);
  });

  test('leaves it to people when both environments of an app wait and the name says neither', () => {
    expect(matched(['Acme'], { Acme: ['development', 'production'] })).toEqual([]);
  });

  test('leaves it to people when two profiles fit the same environment', () => {
    expect(matched(['Acme', 'acme'], { Acme: ['development'] })).toEqual([]);
    expect(matched(['Acme', 'Acme Dev'], { Acme: ['development'] })).toEqual([]);
  });

  test('takes the whole name before it takes a word of it for an environment', () => {
    const apps = { 'Acme Test': ['production'], Acme: ['development'] } as const;
    expect(matched(['Acme Test'], apps)).toEqual(['p1 > Acme Test/production']);
  });

  test('does not give a production profile to an environment for development', () => {
    expect(matched(['Acme Production'], { Acme: ['development'] })).toEqual([]);
  });

  test('gives several profiles to several environments at once', () => {
    const apps = { Acme: ['development', 'production'], Beta: ['production'] } as const;
    expect(matched(['Acme Dev', 'Beta', 'Acme Prod', 'Stray'], apps)).toEqual([
      'p1 > Acme/development',
      'p2 > Beta/production',
      'p3 > Acme/production',
    ]);
  });

  test('asks only the environments to which this very profile is new', () => {
    const candidates = profiles('Acme');
    const other: WaitingEnvironment = {
      profileId: 'p9',
      environmentId: 'e',
      environment: 'development',
      appKey: 'acme',
    };
    expect(matchByName(candidates, [other])).toEqual([]);
  });

  test('never gives a profile or an environment twice, and does not care for the order of anything', () => {
    const word = fc.constantFrom('Acme', 'Beta', 'acme dev', 'Acme (Prod)', 'Live beta', 'Stray', 'dev');
    const apps = fc.dictionary(
      fc.constantFrom('Acme', 'Beta', 'Acme Dev', 'Dev'),
      fc.subarray(['development', 'production'] as const, { minLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), apps, fc.func(fc.integer()), (names, some, shuffle) => {
        const candidates = profiles(...names);
        const waitingEnvironments = waiting(candidates, some);
        const matches = matchByName(candidates, waitingEnvironments);
        expect(new Set(matches.map((one) => one.profileId)).size).toBe(matches.length);
        expect(new Set(matches.map((one) => one.environmentId)).size).toBe(matches.length);
        const shuffled = <T>(list: readonly T[]) => [...list].sort((a, b) => shuffle(a) - shuffle(b));
        const again = matchByName(shuffled(candidates), shuffled(waitingEnvironments));
        const sorted = (list: typeof matches) => list.map((one) => JSON.stringify(one)).sort();
        expect(sorted(again)).toEqual(sorted(matches));
      }),
    );
  });
});

describe('the only candidate', () => {
  const [one, two] = profiles('One', 'Two');
  const candidates = [one, two].filter((profile) => profile !== undefined);
  const waitingEnvironments = waiting(candidates, { Acme: ['development'] });
  const lone = candidates.slice(0, 1);

  test('goes to the only environment that waits', () => {
    expect(matchOnlyCandidate(lone, waitingEnvironments, ['Acme/development'])).toEqual([
      { profileId: 'p1', environmentId: 'Acme/development', how: 'only_candidate' },
    ]);
  });

  test('goes nowhere when there are two, when two wait, when none waits, or when it was turned down', () => {
    expect(matchOnlyCandidate(candidates, waitingEnvironments, ['Acme/development'])).toEqual([]);
    expect(matchOnlyCandidate(lone, waitingEnvironments, ['Acme/development', 'Beta/development'])).toEqual(
      [],
    );
    expect(matchOnlyCandidate(lone, waitingEnvironments, [])).toEqual([]);
    expect(matchOnlyCandidate([], waitingEnvironments, ['Acme/development'])).toEqual([]);
    expect(matchOnlyCandidate(lone, [], ['Acme/development'])).toEqual([]);
  });
});
