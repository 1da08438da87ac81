import { describe, expect, it } from 'vitest';
import { checkNames } from '../../../../../src/core/checks/check.ts';
import { cardDetails } from '../../../../../src/slack/messages/card/card_details.ts';
import { statusCard } from '../../../../../src/slack/messages/card/status_card.ts';
import { nextStep } from '../../../../../src/slack/messages/checks/next_step.ts';
import { labels, pressables, read, readModal } from '../reading.ts';
import {
  appId,
  card,
  checksOf,
  environment,
  environmentId,
  failed,
  longNames,
  minutesAgo,
  mischief,
  now,
  passed,
  pending,
  productionId,
  profileDetail,
  unseen,
  uuid,
  zoomApp,
} from '../samples.ts';

const { credentials, scopes, redirect, test_status, connector_profile, linked_account } = checksOf;
const toTesting = [credentials, scopes];
const toProfile = [...toTesting, redirect, test_status];
const all = Object.values(checksOf);
const production = { id: productionId, kind: 'production' as const };

const show = (shown: Parameters<typeof statusCard>[0]) => statusCard(shown, now, 'channel');
const details = (...given: Parameters<typeof environment>) => {
  const one = environment(...given);
  return readModal(cardDetails(card([one]), one, now));
};

describe('the words of the status card', () => {
  it('show a fresh registration', () => {
    expect(read(show(card([environment([scopes])])))).toMatchSnapshot();
  });

  it('show an app whose credentials Zoom did not contradict', () => {
    const check = pending('credentials', 'not_contradicted', {
      knownAt: minutesAgo(2),
      lookedAt: minutesAgo(2),
    });
    expect(read(show(card([environment([check, scopes])])))).toMatchSnapshot();
  });

  it('show an app that is being made ready in Zoom', () => {
    expect(read(show(card([environment([...toTesting, redirect], { stage: 'testing' })])))).toMatchSnapshot();
  });

  it('say what is next, with its button, before the checks and what StackOne asks for, as a phone shows little', () => {
    const drift = { open: [], connector: 'not_available' as const };
    const words = read(show(card([environment([...toTesting])], { drift })));
    const places = ['Next, for', '[It is set]', '*Passed:*', 'is not available', '[Check now]'];
    const order = places.map((place) => words.indexOf(place));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('say what is next for both environments before the checks of either', () => {
    const both = [environment(all, { stage: 'live' }), environment([...toProfile], production)];
    const words = read(show(card(both)));
    const places = [
      '*Development: Live',
      '*Production:',
      'Next, for',
      'Checks of Development',
      'Checks of Production',
    ];
    const order = places.map((place) => words.indexOf(place));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('show what is missing before Zoom shows Ready', () => {
    const detail = { missing: ['long_description', 'links'] as const, note: 'ask *legal* <!here>' };
    const check = pending('test_status', 'not_ready', { detail, attestedBy: 'U0BEN' });
    expect(
      read(show(card([environment([...toTesting, redirect, check], { stage: 'testing' })]))),
    ).toMatchSnapshot();
  });

  it('show a live app in both environments', () => {
    const both = [
      environment(all, { stage: 'live' }),
      environment(toProfile, { ...production, stage: 'profile' }),
    ];
    expect(read(show(card(both)))).toMatchSnapshot();
  });

  it('name what is to be confirmed again, unless it is the next step', () => {
    const expired = { ...test_status, status: 'unknown', reason: 'attestation_expired' } as const;
    const buttons = (...others: (typeof all)[number][]) =>
      labels(show(card([environment([...toTesting, redirect, expired, ...others], { stage: 'live' })])));
    expect(buttons(connector_profile)).toEqual(
      expect.arrayContaining(['Still so: Zoom test status', 'Not any more: Zoom test status']),
    );
    expect(buttons(connector_profile, linked_account)).toEqual(
      expect.arrayContaining(['Still so', 'Not any more']),
    );
  });

  it('show an outage of StackOne without calling anything failed', () => {
    const checks = [...toProfile, unseen(connector_profile), unseen(linked_account, 'key_forbidden')];
    const words = read(show(card([environment(checks, { stage: 'live' })])));
    expect(words).toMatchSnapshot();
    expect(words).not.toMatch(/failed/i);
    expect(words).toMatch(/Last known: passed/);
  });

  it('show an app that was live and regressed', () => {
    const broken = failed('connector_profile', 'profile_disabled', { detail: profileDetail });
    expect(
      read(show(card([environment([...toProfile, broken, linked_account], { stage: 'degraded' })]))),
    ).toMatchSnapshot();
  });

  it('show an archived app folded, with the way back alone', () => {
    const shown = card([environment(all, { stage: 'archived' })], {
      app: zoomApp({ archivedAt: minutesAgo(10) }),
    });
    const message = show(shown);
    expect(read(message)).toMatchSnapshot();
    expect(labels(message.blocks)).toEqual(['Restore']);
  });
});

describe('what the status card says of its evidence', () => {
  it('never says that credentials are connected, valid or ready', () => {
    const words = details(toTesting, { stage: 'testing' });
    expect(words).toContain('Zoom accepted this pair');
    expect(words).not.toMatch(/connected|valid\b/i);
  });

  it('names the person who said so, and the moment', () => {
    const words = details([...toTesting, redirect]);
    expect(words).toMatch(/Redirect URL: passed.*Said by U0BEN, 23 Nov 2026, 18:07 UTC/);
  });

  it('shows when StackOne was last looked at, not when the answer was first known', () => {
    const words = details([...toProfile, connector_profile]);
    expect(words).toMatch(/Verified by StackOne, matched by its name, last looked 23 Nov 2026, 18:09 UTC/);
  });

  it('admits that a profile does not show its credentials until an account is linked', () => {
    const checks = [...toProfile, connector_profile];
    expect(details(checks, { stage: 'live' })).toContain('It does not say which credentials it holds');
    expect(read(show(card([environment(checks, { stage: 'live' })])))).toContain(
      'Link the first Zoom account',
    );
  });

  it('says so when accounts cannot be tied to the profile', () => {
    const loose = passed('linked_account', { detail: { active: 1, accounts: 1, tied: false } });
    expect(details([...toProfile, connector_profile, loose])).toContain('does not say through which profile');
  });

  it.each([
    ['error', true, 'Press *Link again*'],
    ['expired', false, 'Look at it in StackOne'],
    ['a word of next year', true, 'Nothing to do.'],
  ])(
    'while another account works, one with the status "%s" (tied: %s) leads to: %s',
    (status, tied, words) => {
      const notActive = [{ id: 'a2', status, since: minutesAgo(5).toISOString() }];
      const some = passed('linked_account', { detail: { active: 1, accounts: 2, tied, notActive } });
      const shown = read(
        show(card([environment([...toProfile, connector_profile, some], { stage: 'live' })])),
      );
      expect(shown).toContain(words);
    },
  );

  it('counts a check that could not be looked at with its last known answer, and says so', () => {
    const checks = [...toProfile, unseen(connector_profile)];
    expect(read(show(card([environment(checks)])))).toContain(
      '▰▰▰▰▰▱ 5 of 6 checks passed; 1 could not be looked at',
    );
  });

  it('says that it never got an answer, where there is no last known one', () => {
    const never = { ...pending('connector_profile', 'not_configured'), status: 'unknown' as const };
    const words = read(show(card([environment([...toProfile, never], { stage: 'profile' })])));
    expect(words).toContain('There has been no answer so far');
    expect(words).toContain('STACKONE_API_KEY');
  });
});

describe('the buttons of the status card', () => {
  const buttonsOf = (environments: Parameters<typeof card>[0], audience: 'channel' | 'me' = 'channel') =>
    pressables(statusCard(card(environments), now, audience).blocks);
  const labelsOf = (...given: Parameters<typeof buttonsOf>) => buttonsOf(...given).map(({ label }) => label);

  it('offer the ticks that only a person can make, until they are made', () => {
    const open = labelsOf([environment(toTesting)]);
    expect(open).toEqual(expect.arrayContaining(['It is set', 'It says Ready', 'Not ready yet']));
    const done = labelsOf([environment(toProfile)]);
    expect(done).not.toContain('It is set');
    expect(done).not.toContain('It says Ready');
  });

  it('carry the id of their environment, so that two of the same label differ', () => {
    const both = [environment(toTesting), environment(toTesting, production)];
    const set = buttonsOf(both).filter(({ label }) => label === 'It is set');
    const mark = '0123456789.pending.0';
    expect(set.map(({ id, value }) => [id, value])).toEqual([
      [`attest_redirect#${environmentId}`, `${environmentId} ${mark}`],
      [`attest_redirect#${productionId}`, `${productionId} ${mark}`],
    ]);
  });

  it('let a person confirm credentials only where Zoom was not clear', () => {
    expect(labelsOf([environment([])])).not.toContain('I checked them in Zoom');
    expect(labelsOf([environment([pending('credentials', 'not_contradicted')])])).toContain(
      'I checked them in Zoom',
    );
    const outage = { ...pending('credentials', 'network'), status: 'unknown' as const };
    expect(labelsOf([environment([outage])])).toContain('I checked them in Zoom');
    expect(labelsOf([environment(toTesting)])).not.toContain('I checked them in Zoom');
  });

  it('say when the next retry is while Zoom only limits the rate, and offer to compare by hand only after long', () => {
    const retry = { since: '2026-03-02T09:00:00.000Z', nextAt: '2026-03-02T09:05:00.000Z' };
    const pausing = (detail: object) => ({
      ...pending('credentials', 'rate_limited'),
      status: 'unknown' as const,
      detail,
    });
    const soon = [environment([pausing({ retry })])];
    expect(labelsOf(soon)).not.toContain('I checked them in Zoom');
    expect(labelsOf(soon)).not.toContain('Replace the secret');
    const { words, whom } = nextStep(soon[0]?.checks ?? [], 'development');
    expect(words).toMatch(/asks again by itself, from <!date\^1772442300\^[^>]+> on/);
    expect(whom).toBeNull();
    const long = [environment([pausing({ retry: { ...retry, inVain: true } })])];
    expect(labelsOf(long)).toContain('I checked them in Zoom');
    const late = nextStep(long[0]?.checks ?? [], 'development').words;
    expect(late).toMatch(/no answer since <!date\^1772442000\^/);
    expect(late).toContain('*I checked them in Zoom*');
  });

  it('offer a new secret when Zoom refused one, and always on the card for one person', () => {
    expect(labelsOf([environment([failed('credentials', 'invalid_credentials')])])).toContain(
      'Replace the secret',
    );
    expect(labelsOf([environment(all)])).not.toContain('Replace the secret');
    expect(labelsOf([environment(all)], 'me')).toContain('Replace the secret');
  });

  it.each(['name', 'only_candidate'] as const)(
    'let an owner turn down a profile matched by %s',
    (matchedBy) => {
      const guess = passed('connector_profile', { detail: { ...profileDetail, matchedBy } });
      expect(labelsOf([environment([...toProfile, guess])])).toContain('Not this one');
    },
  );

  it('do not question a profile that a person picked', () => {
    const picked = passed('connector_profile', {
      evidence: 'attested',
      attestedBy: 'U0ANA',
      detail: { ...profileDetail, matchedBy: 'person' },
    });
    expect(labelsOf([environment([...toProfile, picked])])).not.toContain('Not this one');
  });

  it('open the page where the next thing is done', () => {
    const url = (checks: Parameters<typeof environment>[0]) =>
      buttonsOf([environment(checks)]).find(({ id }) => id.startsWith('open_link'))?.url;
    expect(url(toTesting)).toBe('https://marketplace.zoom.us/user/build');
    expect(url(toProfile)).toBe('https://app.stackone.com');
    expect(url([])).toBeUndefined();
  });

  it('add the environment that is missing, and none when both are there', () => {
    const one = buttonsOf([environment()]).find(({ label }) => label === 'Add Production');
    expect(one?.value).toBe(`${appId} production`);
    expect(labelsOf([environment([], production)])).toContain('Add Development');
    expect(labelsOf([environment(), environment([], production)]).join()).not.toContain('Add ');
  });

  it('offer existing profiles only to an environment without one', () => {
    const adoptable = [{ id: 'prof_9', name: 'Old Zoom', active: true, firstSeenAt: minutesAgo(900) }];
    const without = show(card([environment(toProfile, { stage: 'profile' })], { adoptable }));
    expect(read(without)).toContain('Has the profile of Development been there all along?');
    expect(JSON.stringify(without.blocks)).toContain(`"${environmentId} prof_9"`);
    expect(read(show(card([environment(all)], { adoptable })))).not.toContain('been there all along');
  });
});

describe('the status card under stress', () => {
  const many = (n: number) => Array.from({ length: n }, (_, i) => `U0${String(i).padStart(6, '0')}`);

  it.each(Object.entries(longNames))('fits with a name that is %s', (_kind, name) => {
    const app = zoomApp({
      name,
      owners: many(100),
      purpose: mischief.repeat(7),
      scopes: Array.from({ length: 3000 }, (_, i) => ({
        scope: `meeting:read:thing_${i}:admin`,
        confirmedBy: null,
      })),
    });
    const note = mischief.repeat(40);
    const detail = { missing: ['app_name', 'links', 'scopes'] as const, note };
    const worst = [
      unseen(credentials),
      unseen(scopes, 'key_forbidden'),
      unseen(redirect),
      failed('test_status', 'not_ready', { detail }),
      unseen(
        passed('connector_profile', {
          detail: { profileId: 'p', profileName: name.repeat(9), matchedBy: 'name' },
        }),
      ),
      unseen(linked_account),
    ];
    const adoptable = Array.from({ length: 300 }, (_, i) => ({
      id: uuid(i),
      name: `${name} ${i}`,
      active: true,
      firstSeenAt: now,
    }));
    const shown = card(
      [
        environment(worst, { pendingClientId: 'x' }),
        environment([...worst.slice(0, 4), pending('connector_profile')], production),
      ],
      { app, adoptable, watchPaused: { reason: 'not_in_channel', at: minutesAgo(9) } },
    );
    for (const audience of ['channel', 'me'] as const) {
      const message = statusCard(shown, now, audience);
      const words = read(message);
      expect(words).toContain('and 90 more');
      expect(words).toContain('Edit scopes');
    }
  });

  it('lets nobody mention anyone or forge a link through a name, a purpose or a note', () => {
    const detail = { missing: [], note: mischief };
    const app = zoomApp({ name: mischief.slice(0, 50), purpose: mischief });
    const message = show(card([environment([pending('test_status', 'not_ready', { detail })])], { app }));
    read(message);
    const sent = JSON.stringify(message.blocks.slice(1)) + message.text;
    expect(sent).not.toMatch(/<!channel>|<@U0BAD>|<https:\/\/evil|@here/);
  });

  it('has every check in the details exactly once, in the order of the journey', () => {
    const words = details(all);
    const titles = [
      'Credentials',
      'Scopes',
      'Redirect URL',
      'Zoom test status',
      'Connector profile',
      'Linked account',
    ];
    const found = titles.map((title) => words.indexOf(`*${title}: `));
    expect(found).toHaveLength(checkNames.length);
    expect(found.every((at) => at > 0)).toBe(true);
    expect([...found].sort((a, b) => a - b)).toEqual(found);
  });

  it('says everything in `text` alone', () => {
    expect(show(card([environment(toTesting, { stage: 'testing' })])).text).toBe(
      'StackOne Integration (admin-managed Zoom app). Development: Testing, 2 of 6 checks passed. Next: set the redirect URL in Zoom.',
    );
  });

  it('says what to do when Greenroom cannot post in the channel', () => {
    const watchPaused = { reason: 'not_in_channel', at: minutesAgo(30) };
    expect(read(show(card([environment()], { watchPaused })))).toContain('/invite @Greenroom');
  });
});
