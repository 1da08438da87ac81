import { describe, expect, test } from 'vitest';
import type { Environment } from '../../../../src/core/apps/zoom_app.ts';
import {
  type AttestDecision,
  asksAboutClientId,
  asksAboutCredentials,
  attestationMark,
  attestedOutcome,
  decideAttestation,
} from '../../../../src/core/checks/attestation.ts';
import {
  type Check,
  type CheckStatus,
  checkNames,
  type LastKnown,
  newCheck,
} from '../../../../src/core/checks/check.ts';
import { noSecretAge } from '../../../../src/core/credentials/secret_age.ts';
import type { Attestation } from '../../../../src/core/deliveries/messages/message_facts.ts';

interface State {
  readonly status: CheckStatus;
  readonly lastKnown: LastKnown;
  readonly reason?: Check['reason'];
  readonly waits?: boolean;
}

function environment(
  what: Attestation,
  { status, lastKnown, reason = null, waits = false }: State,
): Environment {
  return {
    workspaceId: 'T1',
    id: 'e1',
    zoomAppId: 'a1',
    kind: 'development',
    clientId: 'current',
    stage: 'credentials',
    liveAt: null,
    baselineAt: null,
    probedAt: null,
    askAgainAt: null,
    pendingClientId: waits ? 'waiting' : null,
    hasSecret: reason !== 'no_secret',
    pairMark: waits ? 'waiting' : 'current',
    secretAge: noSecretAge,
    checks: checkNames.map((name) =>
      name === what ? { ...newCheck(name), status, lastKnown, reason } : newCheck(name),
    ),
  };
}

const unclear: State = { status: 'pending', lastKnown: 'pending', reason: 'not_contradicted' };
const outage: State = { status: 'unknown', lastKnown: 'pending', reason: 'network' };
const works: State = { status: 'passed', lastKnown: 'passed' };
const worksUnseen: State = { status: 'unknown', lastKnown: 'passed', reason: 'network' };
const broken: State = { status: 'failed', lastKnown: 'failed', reason: 'invalid_credentials' };
const brokenUnseen: State = { status: 'unknown', lastKnown: 'failed', reason: 'network' };
const neverAsked: State = { status: 'pending', lastKnown: 'pending' };

/** What the button was drawn for, and who presses it: an owner or another person of the workspace. */
type Pressed = readonly ['now' | 'older' | 'unmarked', 'owner' | 'other'];
const press: Readonly<Record<string, Pressed>> = {
  'owner, drawn for now': ['now', 'owner'],
  'other, drawn for now': ['now', 'other'],
  'owner, drawn earlier': ['older', 'owner'],
  'other, drawn earlier': ['older', 'other'],
  'owner, without a mark': ['unmarked', 'owner'],
  'other, without a mark': ['unmarked', 'other'],
};

const all = (decision: AttestDecision) => Object.keys(press).map(() => decision);
const marked = (owner: AttestDecision, other: AttestDecision, older: AttestDecision = 'outdated') => [
  owner,
  other,
  older,
  older,
  'outdated' as const,
  'outdated' as const,
];

const credentials: readonly (readonly [string, State, readonly AttestDecision[]])[] = [
  ['no clear answer', unclear, marked('accept', 'accept')],
  ['no answer so far', outage, marked('accept', 'accept')],
  ['not asked yet', neverAsked, all('outdated')],
  ['accepted', works, all('known')],
  ['accepted, out of sight', worksUnseen, all('outdated')],
  ['refused', broken, all('known')],
  ['refused, out of sight', brokenUnseen, all('known')],
  ['a pair waits, no clear answer', { ...unclear, waits: true }, marked('accept', 'owners_only')],
  ['a pair waits, no answer so far', { ...outage, waits: true }, marked('accept', 'owners_only')],
  ['a pair waits, the other one works', { ...works, waits: true }, all('known')],
  [
    'a pair waits, the other one worked when Zoom was last seen',
    { ...worksUnseen, waits: true },
    all('outdated'),
  ],
  ['a pair waits, the other one was refused', { ...broken, waits: true }, all('known')],
];

describe('what a person may say about the credentials', () => {
  test.each(credentials)('%s', (_name, state, decisions) => {
    const now = environment('credentials', state);
    const decided = Object.values(press).map(([drawn, who]) =>
      decideAttestation(now, 'credentials', {
        isOwner: who === 'owner',
        mark: { now: attestationMark(now, 'credentials'), older: 'another pair', unmarked: undefined }[drawn],
      }),
    );
    expect(decided).toEqual(decisions);
    // What is never taken is not offered either.
    expect(asksAboutCredentials(now)).toBe(decisions.includes('accept'));
  });
});

describe('what a person may say about credentials of which Greenroom has no secret', () => {
  const open: State = { status: 'pending', lastKnown: 'pending', reason: 'no_secret' };
  const decide = (now: Environment, mark: string | undefined, isOwner = false) =>
    decideAttestation(now, 'credentials', { isOwner, mark });

  test('that the client ID is right, once, and it stays open until proven', () => {
    const now = environment('credentials', open);
    expect(asksAboutCredentials(now)).toBe(false);
    expect(asksAboutClientId(now)).toBe(true);
    expect(decide(now, attestationMark(now, 'credentials'))).toBe('accept');
    expect(decide(now, attestationMark(now, 'credentials'), true)).toBe('accept');
    expect(attestedOutcome(now, 'credentials', { by: 'U1', at: new Date(0) }, 90)).toEqual({
      kind: 'pending',
      reason: 'no_secret',
      by: 'U1',
    });
    const said: Environment = {
      ...now,
      checks: now.checks.map((check) =>
        check.name === 'credentials' ? { ...check, attestedBy: 'U1' } : check,
      ),
    };
    expect(asksAboutClientId(said)).toBe(false);
    expect(decide(said, attestationMark(said, 'credentials'))).toBe('known');
  });

  test('nothing by a button that was drawn for another pair', () => {
    expect(decide(environment('credentials', open), 'another pair')).toBe('outdated');
    expect(decide(environment('credentials', open), undefined)).toBe('outdated');
  });
});

describe.each(['redirect', 'test_status'] as const)('what a person may say about %s', (what) => {
  const states: readonly (readonly [string, State, 'known' | 'accept'])[] = [
    ['open', neverAsked, 'accept'],
    ['reported as not ready', { ...neverAsked, reason: 'not_ready' }, 'accept'],
    ['broken', { status: 'failed', lastKnown: 'failed', reason: 'not_ready' }, 'accept'],
    ['said before', works, 'known'],
  ];
  test.each(states)('%s', (_name, state, decision) => {
    const now = environment(what, state);
    const said = (mark: string | undefined) => decideAttestation(now, what, { isOwner: false, mark });
    expect(said(attestationMark(now, what))).toBe(decision);
    expect(said('another state')).toBe(decision === 'known' ? 'known' : 'outdated');
    expect(said(undefined)).toBe(decision);
  });

  test('the mark changes with the pair, and with every newer answer', () => {
    const marks = [
      environment(what, neverAsked),
      environment(what, { ...neverAsked, waits: true }),
      environment(what, broken),
    ].map((each) => attestationMark(each, what));
    expect(new Set(marks).size).toBe(marks.length);
  });
});
