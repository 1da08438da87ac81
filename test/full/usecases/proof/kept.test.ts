import { describe, expect, test } from 'vitest';
import type { CheckName } from '../../../../src/core/checks/check.ts';
import { isProven } from '../../../../src/core/checks/keep_proof.ts';
import { Secret } from '../../../../src/core/secrets/secret.ts';
import {
  ana,
  type Fixture,
  hour,
  minute,
  T1,
  useFixture,
  zoe,
} from '../../../integration/usecases/fixture.ts';
import {
  anotherSession,
  consent,
  provable,
  said,
  withSession,
} from '../../../integration/usecases/proof/stage.ts';

const stage = useFixture();

interface Proven {
  readonly fixture: Fixture;
  readonly appId: string;
  readonly environmentId: string;
  readonly profileId: string;
  readonly clientId: string;
}

async function proven(fixture: Fixture): Promise<Proven> {
  const { stackoneId, pairs, ...app } = await withSession(fixture);
  await consent(fixture, stackoneId);
  await fixture.tick(2 * minute);
  await fixture.notifications();
  return { fixture, ...app, clientId: pairs.development.clientId };
}

/** A day later, when the pair is probed by itself. */
const nextDay = ({ fixture }: Proven) => fixture.tick(25 * hour);

async function replacePair({ fixture, environmentId }: Proven, isRight: boolean): Promise<void> {
  const { clientId, clientSecret } = fixture.zoom.addApp();
  const secret = new Secret(isRight ? clientSecret : 'wrong');
  await fixture.usecases.replaceCredentials({ workspaceId: T1, actor: ana, environmentId, clientId, secret });
  await fixture.runJobs();
}

type Fact = (of: Proven) => Promise<void>;
/** What is known of a check after it: `proven` also says that StackOne's word for it is still there. */
type Expected = Partial<Record<CheckName, string>>;
const all = (expected: Expected = {}): Expected => ({
  ...Object.fromEntries(provable.map((name) => [name, 'passed, proven'])),
  ...expected,
});

const facts: readonly (readonly [what: string, Fact, Expected])[] = [
  ['Zoom accepts the pair once more', nextDay, all()],
  [
    'Zoom is away',
    async (of) => {
      of.fixture.zoom.down();
      await nextDay(of);
    },
    all(),
  ],
  [
    'Zoom answers something unheard of',
    async (of) => {
      of.fixture.zoom.answer({ status: 418, body: '{}' });
      await nextDay(of);
    },
    all(),
  ],
  [
    'the vault has lost the key of the secret',
    async (of) => {
      await of.fixture.database.db.query(`update environment set client_secret_sealed = 'v1.lost.AAAA.AAAA'`);
      await nextDay(of);
    },
    all(),
  ],
  [
    'Zoom refuses the pair',
    async (of) => {
      of.fixture.zoom.rotateSecret(of.clientId, 'another secret');
      await nextDay(of);
    },
    all({ credentials: 'failed' }),
  ],
  [
    'the Zoom app is disabled',
    async (of) => {
      of.fixture.zoom.disableApp(of.clientId);
      await nextDay(of);
    },
    all({ credentials: 'failed' }),
  ],
  [
    'another pair was entered, and Zoom accepts it',
    (of) => replacePair(of, true),
    all({ credentials: 'passed' }),
  ],
  ['another pair was entered, and Zoom refuses it', (of) => replacePair(of, false), all()],
  [
    'another pair was entered, and Zoom is away',
    async (of) => {
      of.fixture.zoom.down();
      await replacePair(of, true);
    },
    all({ credentials: 'unknown, proven' }),
  ],
  [
    'its secret is forgotten',
    async ({ fixture, environmentId }) => {
      const { pairMark: mark } = await fixture.environment(environmentId);
      await fixture.usecases.forgetSecret({ workspaceId: T1, actor: ana, environmentId, mark });
      await fixture.tick(25 * hour);
    },
    all(),
  ],
  [
    'the pair was replaced in Zoom, and its owner keeps the secret',
    async ({ fixture, environmentId, clientId }) => {
      const by = { workspaceId: T1, actor: ana, environmentId };
      await fixture.usecases.replaceCredentials({ ...by, clientId, secret: null });
      await fixture.runJobs();
    },
    all({ credentials: 'pending' }),
  ],
  [
    'a person says the same',
    async ({ fixture, environmentId }) => {
      for (const what of ['redirect', 'test_status', 'credentials'] as const)
        await fixture.usecases.attest({ workspaceId: T1, actor: zoe, environmentId, what });
    },
    all(),
  ],
  [
    "a person says that Zoom's test is not ready",
    async ({ fixture, environmentId }) => {
      const by = { workspaceId: T1, actor: zoe, environmentId };
      await fixture.usecases.reportNotReady({ ...by, missing: [], note: '' });
    },
    all({ test_status: 'failed' }),
  ],
  [
    'the scopes change',
    async ({ fixture, appId }) => {
      const changes = { scopes: ['user:read:user:admin'] };
      await fixture.usecases.editZoomApp({ workspaceId: T1, actor: ana, appId, version: 1, changes });
    },
    all(),
  ],
  [
    'the profile is renamed',
    async ({ fixture, profileId }) => {
      fixture.stackone.renameProfile(profileId, 'Another name');
      await fixture.tick();
    },
    all(),
  ],
  [
    'StackOne is away',
    async ({ fixture }) => {
      fixture.stackone.down();
      await fixture.tick();
    },
    all({ connector_profile: 'unknown, proven', linked_account: 'unknown, proven' }),
  ],
  [
    'StackOne was away',
    async ({ fixture }) => {
      fixture.stackone.down();
      await fixture.tick(hour);
      fixture.stackone.clearFaults();
      await fixture.tick(hour);
    },
    all(),
  ],
  [
    'StackOne lists accounts that it ties to no profile',
    async ({ fixture }) => {
      fixture.stackone.withoutPath('/v2/accounts');
      await fixture.tick(2 * minute);
    },
    all(),
  ],
  [
    'the profile is disabled',
    async ({ fixture, profileId }) => {
      fixture.stackone.disableProfile(profileId);
      await fixture.tick();
    },
    all({ connector_profile: 'failed' }),
  ],
  [
    'the profile was disabled, and is enabled again',
    async ({ fixture, profileId }) => {
      fixture.stackone.disableProfile(profileId);
      await fixture.tick();
      fixture.stackone.enableProfile(profileId);
      await fixture.tick();
    },
    all({ connector_profile: 'passed' }),
  ],
  [
    'the profile is deleted',
    async ({ fixture, profileId }) => {
      fixture.stackone.deleteProfile(profileId);
      await fixture.tick();
      await fixture.tick();
    },
    all({ connector_profile: 'failed' }),
  ],
  [
    'the profile turns out to be of another app',
    async ({ fixture, environmentId, profileId }) => {
      await fixture.usecases.rejectProfile({ workspaceId: T1, actor: ana, environmentId, profileId });
      await fixture.runJobs();
    },
    {
      // Zoom was asked about the pair again.
      credentials: 'passed',
      redirect: 'pending',
      test_status: 'pending',
      connector_profile: 'pending',
      linked_account: 'pending',
    },
  ],
  [
    'the account turns to error',
    async ({ fixture, profileId }) => {
      const linked = fixture.stackone.accounts().find((one) => one.connector_profile_id === profileId);
      fixture.stackone.setAccountStatus(linked?.id ?? '', 'error');
      await fixture.tick(2 * minute);
    },
    all({ linked_account: 'failed' }),
  ],
];

async function known({ fixture, environmentId }: Proven): Promise<Expected> {
  const each = await Promise.all(
    provable.map(async (name) => {
      const check = await fixture.check(environmentId, name);
      return [name, `${check.status}${isProven(check) ? ', proven' : ''}`] as const;
    }),
  );
  return Object.fromEntries(each);
}

describe('what StackOne has proven, after', () => {
  test.each(facts.map(([what, happens, expected]) => ({ what, happens, expected })))(
    '$what',
    async ({ happens, expected }) => {
      const of = await proven(stage.fixture);
      expect(await known(of)).toEqual(all());
      await happens(of);
      expect(await known(of)).toEqual(expected);
      for (const name of provable)
        if (expected[name] === 'passed, proven')
          expect((await of.fixture.check(of.environmentId, name)).evidence).toBe('verified');
    },
  );

  test('Zoom neither accepts nor refuses the pair, as before: the proof settles it, and stays', async () => {
    const { fixture } = stage;
    fixture.zoom.checksCodeFirst(true);
    const { environments } = await fixture.register();
    const environmentId = environments.development;
    await fixture.runJobs();
    fixture.pass(1_000);
    fixture.stackone.createProfile({ name: 'Acme Zoom' });
    await fixture.tick();
    expect(await fixture.check(environmentId, 'credentials')).toMatchObject({ reason: 'not_contradicted' });
    const { stackoneId } = await anotherSession(fixture, environmentId);
    await consent(fixture, stackoneId);
    await fixture.notifications();
    await fixture.tick(25 * hour);
    const check = await fixture.check(environmentId, 'credentials');
    expect(check).toMatchObject({ status: 'passed', evidence: 'verified' });
    expect(isProven(check)).toBe(true);
    expect(await said(fixture)).toEqual([]);
  });
});
