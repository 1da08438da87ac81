import { describe, expect, it } from 'vitest';
import type { Environment } from '../../../../../src/core/apps/zoom_app.ts';
import type { Check, CheckName } from '../../../../../src/core/checks/check.ts';
import { cardDetails } from '../../../../../src/slack/messages/card/card_details.ts';
import { statusCard } from '../../../../../src/slack/messages/card/status_card.ts';
import { linkAgainButton } from '../../../../../src/slack/messages/proof/proof_buttons.ts';
import { labels, pressables, read, readModal } from '../reading.ts';
import {
  card,
  checksOf,
  environment,
  environmentId,
  failed,
  mischief,
  now,
  passed,
  pending,
} from '../samples.ts';

const provenBy = {
  sessionId: '0193590a-0000-7000-8000-0000000000aa',
  accountId: 'ab12cd34ef56',
  at: '2026-11-28T10:00:00.000Z',
  profileId: 'prof_1',
};
const proven = (name: CheckName, changes: Partial<Check> = {}): Check =>
  passed(name, {
    ...checksOf[name],
    evidence: 'verified',
    attestedBy: null,
    detail: { ...checksOf[name].detail, provenBy },
    ...changes,
  });
const allProven = [
  proven('credentials'),
  checksOf.scopes,
  proven('redirect'),
  proven('test_status'),
  proven('connector_profile'),
  proven('linked_account'),
];

const live = { stage: 'live' } as const;
const shown = (env: Environment, audience: 'channel' | 'me' = 'channel') =>
  statusCard(card([env]), now, audience);
const press = (env: Environment, audience: 'channel' | 'me', label: string) =>
  pressables(shown(env, audience).blocks).find((one) => one.label === label);

describe('the proof on a card', () => {
  it('is offered where an enabled profile is assigned, whatever else is open', () => {
    const { connector_profile } = checksOf;
    for (const checks of [
      Object.values(checksOf),
      [connector_profile],
      [connector_profile, failed('credentials', 'invalid_credentials')],
    ])
      expect(press(environment(checks), 'channel', 'Prove it works')?.value).toBe(environmentId);
  });

  it.each([
    ['there is none yet', pending('connector_profile')],
    ['it is disabled', failed('connector_profile', 'profile_disabled')],
    ['it is gone', failed('connector_profile', 'profile_removed')],
  ])('is not offered while %s', (_, profile) => {
    const checks = Object.values({ ...checksOf, connector_profile: profile });
    expect(press(environment(checks), 'me', 'Prove it works')).toBeUndefined();
    expect(press(environment(checks, live), 'me', 'Link an account')).toBeUndefined();
  });

  it.each([
    [
      'only a proof is left',
      pending('credentials', 'no_secret'),
      pending('linked_account', 'no_account_yet'),
    ],
    ['the first account is to be linked', checksOf.credentials, pending('linked_account', 'no_account_yet')],
  ])('is the primary button when %s', (_, credentials, linked) => {
    const env = environment(Object.values({ ...checksOf, credentials, linked_account: linked }), live);
    expect(JSON.stringify(shown(env).blocks)).toMatch(/"prove#[^"]*"[^}]*"style":"primary"/);
    for (const audience of ['channel', 'me'] as const)
      expect(labels(shown(env, audience).blocks)[0]).toBe('Prove it works');
  });

  it('says when and by which account each check was proven, and that all is', () => {
    const env = environment(allProven, live);
    expect(read(shown(env))).toContain('*Proven:*');
    const words = readModal(cardDetails(card([env]), env, now));
    expect(words).toMatchSnapshot();
    expect(words.match(/account ab12…, 28 Nov 2026/g)).toHaveLength(5);
  });

  it('offers once to forget the secret, to everyone and to one person', () => {
    const env = environment(allProven, live);
    for (const audience of ['channel', 'me'] as const)
      expect(labels(shown(env, audience).blocks).filter((one) => one === 'Forget the secret')).toHaveLength(
        1,
      );
  });

  it('is gone from the channel when all is proven; to one person it is offered again', () => {
    const env = environment(allProven, live);
    expect(press(env, 'channel', 'Prove it works')).toBeUndefined();
    expect(press(env, 'channel', 'Prove again')).toBeUndefined();
    expect(press(env, 'me', 'Prove again')?.value).toBe(environmentId);
    expect(press(env, 'me', 'Link an account')?.value).toBe(environmentId);
  });

  it('makes room for "Link an account" when all is proven, once the environment is live', () => {
    expect(press(environment(allProven, live), 'channel', 'Link an account')?.value).toBe(environmentId);
    for (const audience of ['channel', 'me'] as const) {
      const offered = labels(shown(environment(allProven, live), audience).blocks);
      expect(offered.filter((one) => one === 'Link an account')).toHaveLength(1);
      expect(press(environment(allProven), audience, 'Link an account')).toBeUndefined();
    }
    const open = Object.values({ ...checksOf, linked_account: pending('linked_account', 'no_account_yet') });
    expect(press(environment(open, live), 'channel', 'Link an account')).toBeUndefined();
    expect(press(environment(open, live), 'me', 'Link an account')).toBeDefined();
  });

  it('stays proven when the test account was removed again', () => {
    const checks = [...allProven.slice(0, 5), pending('linked_account', 'no_account_yet')];
    expect(press(environment(checks, live), 'channel', 'Prove it works')).toBeUndefined();
  });

  it('is offered again when one of the checks is not proven any more', () => {
    const checks = [...allProven.slice(1), failed('credentials', 'invalid_credentials')];
    expect(press(environment(checks, live), 'channel', 'Prove it works')).toBeDefined();
    expect(read(shown(environment(checks, live)))).not.toContain('*Proven:*');
  });

  it('harms nothing with an account whose ID is odd', () => {
    for (const accountId of ['', 'x', '`<!channel>', '🎉🎉🎉🎉🎉🎉'])
      read(shown(environment([proven('credentials', { detail: { provenBy: { ...provenBy, accountId } } })])));
  });
});

describe('"Link again"', () => {
  it('carries the environment and the account', () => {
    expect(linkAgainButton({ id: environmentId }, { id: 'acc 1' })?.value).toBe(`${environmentId} acc 1`);
  });

  const failing = (id: string, name: string) => ({
    id,
    name,
    status: 'error',
    since: '2026-11-28T10:00:00.000Z',
  });
  const withAccounts = (...notActive: ReturnType<typeof failing>[]) => listed(true, notActive);
  const listed = (tied: boolean, notActive: readonly ReturnType<typeof failing>[]) =>
    environment(
      Object.values({
        ...checksOf,
        linked_account: failed('linked_account', 'no_active_account', {
          detail: { active: 0, accounts: notActive.length, tied, notActive },
        }),
      }),
    );

  it.each([
    ['error', true],
    ['expired', true],
    ['error', false],
    ['a word of next year', true],
  ])(
    'is the next step when no account works, and named as such only where it is: "%s" (tied: %s)',
    (status, tied) => {
      const env = listed(tied, [{ ...failing('acc1', 'Müller'), status }]);
      const button = press(env, 'channel', 'Link again');
      expect(read(shown(env)).includes('*Link again* on the card')).toBe(button !== undefined);
      if (button !== undefined) expect(labels(shown(env).blocks)[0]).toBe('Link again');
    },
  );

  it('is on the card for an account that failed, with its name where there are several, and at most three', () => {
    const [one, two] = [failing('acc1', 'Müller'), failing('acc2', mischief)];
    expect(press(withAccounts(one), 'channel', 'Link again')?.value).toBe(`${environmentId} acc1`);
    expect(press(withAccounts(one, two), 'channel', 'Link again: Müller')).toBeDefined();
    const many = Array.from({ length: 20 }, (_, i) => failing(`a${i}`, `Customer ${i}`));
    const labels = pressables(shown(withAccounts(...many)).blocks).map(({ label }) => label);
    expect(labels.filter((label) => label.startsWith('Link again'))).toHaveLength(3);
    read(shown(withAccounts(one, two, ...many)));
  });

  it('is not offered where StackOne does not say of which profile the accounts are', () => {
    const card = listed(false, [failing('acc1', 'Müller')]);
    expect(press(card, 'channel', 'Link again')).toBeUndefined();
  });

  it('is not offered for a status that nobody knows', () => {
    const odd = { ...failing('acc1', 'Müller'), status: 'resting' };
    expect(press(withAccounts(odd), 'channel', 'Link again')).toBeUndefined();
  });

  it.each(['', 'x'.repeat(2_000)])('is left out for an ID that Slack would not carry', (id) => {
    expect(linkAgainButton({ id: environmentId }, { id })).toBeNull();
  });
});
