import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Check, type CheckName, checkNames } from '../../../../../src/core/checks/check.ts';
import { cardDetails } from '../../../../../src/slack/messages/card/card_details.ts';
import { statusCard } from '../../../../../src/slack/messages/card/status_card.ts';
import { pressables, read, readModal } from '../reading.ts';
import {
  card,
  checksOf,
  environment,
  environmentId,
  failed,
  minutesAgo,
  now,
  pending,
  productionId,
  unseen,
} from '../samples.ts';

/** What a check may be. The reasons are those that each can have. */
const failures: Record<CheckName, NonNullable<Check['reason']>> = {
  credentials: 'invalid_credentials',
  scopes: 'scopes_blocking',
  redirect: 'withdrawn',
  test_status: 'not_ready',
  connector_profile: 'profile_removed',
  linked_account: 'no_active_account',
};
const openings: Partial<Record<CheckName, NonNullable<Check['reason']>>> = {
  credentials: 'not_contradicted',
  scopes: 'scopes_unconfirmed',
  test_status: 'not_ready',
};
const expired = (name: CheckName): Check => ({
  ...checksOf[name],
  ...{ status: 'unknown', evidence: 'attested', attestedBy: 'U0ANA', reason: 'attestation_expired' },
});
/** What people say ends; Zoom and StackOne may not answer. */
const unknowns = (name: CheckName): Check[] => {
  if (name === 'redirect' || name === 'test_status') return [expired(name)];
  return name === 'scopes' ? [] : [unseen(checksOf[name]), unseen(pending(name), 'key_refused')];
};
const anyCheck = (name: CheckName) =>
  fc.constantFrom<Check>(
    checksOf[name],
    pending(name),
    pending(name, openings[name] ?? null, { attestedBy: 'U0BEN' }),
    failed(name, failures[name]),
    ...unknowns(name),
  );
const anyChecks = fc.tuple(...checkNames.map(anyCheck));

const shown = (checks: readonly Check[], audience: 'channel' | 'me' = 'channel') =>
  statusCard(card([environment(checks, { stage: 'live' })]), now, audience);

describe('the short card', () => {
  it('names each check that failed or is not known before the next step and its buttons, in a line of its own where there are two at most', () => {
    fc.assert(
      fc.property(anyChecks, (checks) => {
        const lines = read(shown(checks)).split('\n');
        const top = lines.slice(
          0,
          lines.findIndex((line) => line.includes('[Show me how]')),
        );
        const troubled = checks.filter(isTroubled);
        for (const { name } of troubled) {
          const own = top.filter((line) => line.includes(`*${titles[name]}: `));
          const named = top.filter((line) => troubleNames.test(line) && line.includes(inSentence(name)));
          expect([...own, ...named]).toHaveLength(1);
          expect(own).toHaveLength(troubled.length > 2 ? 0 : 1);
        }
      }),
    );
  });

  it('loses no check: each has a line, or is named among those that passed or are still open', () => {
    fc.assert(
      fc.property(anyChecks, (checks) => {
        const words = read(shown(checks));
        for (const { name, status } of checks) {
          const own = words.includes(`*${titles[name]}: `);
          const folded = words.split('\n').filter((line) => foldedAs[status].test(line));
          const isNamed = folded.some((line) => line.split('·')[0]?.includes(inSentence(name)));
          expect([own, isNamed].filter(Boolean), `${name} is ${status} in\n${words}`).toHaveLength(1);
        }
      }),
    );
  });

  it('never counts among the passed what failed, is open or is not known', () => {
    fc.assert(
      fc.property(anyChecks, (checks) => {
        const passed = /\*Passed:\* ([^·\n]*)/.exec(read(shown(checks)))?.[1]?.split(', ') ?? [];
        expect(passed).toHaveLength(checks.filter(({ status }) => status === 'passed').length);
      }),
    );
  });

  it('shows name, stage, what is wrong, the next step and its buttons on the first screen of a phone', () => {
    fc.assert(
      fc.property(anyChecks, fc.constantFrom('channel' as const, 'me' as const), (checks, audience) => {
        const words = read(shown(checks, audience));
        expect(rowsToLastButtons(words), words).toBeLessThanOrEqual(PHONE_ROWS);
      }),
    );
  });

  it('does so with two environments too, whatever is wrong in each', () => {
    fc.assert(
      fc.property(anyChecks, anyChecks, (development, production) => {
        const both = [
          environment(development, { stage: 'live' }),
          environment(production, { stage: 'live', kind: 'production', id: productionId }),
        ];
        const words = read(statusCard(card(both), now, 'channel'));
        expect(words.match(/\[Show me how\]/g)).toHaveLength(2);
        // At most the last row of buttons is below the edge.
        expect(rowsToLastButtons(words), words).toBeLessThanOrEqual(PHONE_ROWS + 2);
      }),
    );
  });

  it('says why two checks failed, and of more that they did', () => {
    const [redirect, test_status] = [failed('redirect', 'withdrawn'), failed('test_status', 'not_ready')];
    const linked_account = failed('linked_account', 'no_active_account');
    const words = (changes: Partial<Record<CheckName, Check>>) =>
      read(shown(Object.values({ ...checksOf, ...changes })));
    expect(words({ redirect, test_status })).toMatch(/\*Redirect URL: failed\.\* A person said that/);
    expect(words({ redirect, test_status, linked_account })).toContain(
      '*Failed:* redirect URL, Zoom test status, linked account',
    );
  });

  it('shows no sign of bold text that is cut off, where an account has a long name', () => {
    const name = 'anastasia.konstantinopoulos@example.com';
    const notActive = [{ id: 'a1', name, status: 'error', since: minutesAgo(5).toISOString() }];
    const detail = { active: 0, accounts: 3, tied: true, notActive };
    const linked_account = { ...failed('linked_account', 'no_active_account'), detail };
    const redirect = failed('redirect', 'withdrawn');
    const words = read(shown(Object.values({ ...checksOf, redirect, linked_account })));
    expect(words).toMatch(/\*Linked account: failed\.\* [^*\n]+ \*anastasia[^*\n]*…\*$/m);
  });

  it('does not let what is not known look fresh, however many there are', () => {
    const gone = [unseen(checksOf.credentials), unseen(checksOf.connector_profile)];
    const three = [...gone, unseen(checksOf.linked_account)];
    const at = (unknown: readonly Check[]) =>
      read(shown(checkNames.map((name) => unknown.find((one) => one.name === name) ?? checksOf[name])));
    expect(at(gone)).toMatch(
      /\*Credentials: could not look\.\* [^\n]+\. \*Last known: passed\*, 23 Nov 2026\./,
    );
    expect(at(three)).toContain('credentials, connector profile, linked account · last known 23 Nov 2026');
  });

  it('keeps an account that does not work in sight, though another one does', () => {
    const notActive = [{ id: 'a2', status: 'error', since: minutesAgo(5).toISOString() }];
    const some = { ...checksOf.linked_account, detail: { active: 1, accounts: 2, tied: true, notActive } };
    const words = read(shown(Object.values({ ...checksOf, linked_account: some })));
    expect(words).toMatch(/\*Linked account: passed\.\*.*error/);
    expect(words).not.toMatch(/\*Passed:\*[^\n]*linked account/);
  });

  it('says that a profile which was guessed is not confirmed yet, beside the button against it', () => {
    const none = pending('linked_account', 'no_account_yet');
    const { connector_profile: profile, linked_account } = checksOf;
    const words = (changes: Partial<Check>, account: Check = none) =>
      read(
        shown(
          Object.values({
            ...checksOf,
            connector_profile: { ...profile, ...changes },
            linked_account: account,
          }),
        ),
      );
    const said = 'Nobody has confirmed the connector profile yet';
    const detail = (matchedBy: NonNullable<Check['detail']['matchedBy']>) => ({
      ...profile.detail,
      matchedBy,
    });
    expect(words({})).toContain(`*${said}:* matched by its name.`);
    expect(words({ detail: detail('only_candidate') })).toContain(
      `*${said}:* matched because nothing else waited for a profile.`,
    );
    expect(words({})).toContain('[Not this one]');
    const provenBy = { sessionId: 's', accountId: 'a', at: now.toISOString(), profileId: 'prof_1' };
    for (const confirmed of [
      words({ evidence: 'attested', attestedBy: 'U0BEN', detail: detail('person') }),
      words({ evidence: 'attested', attestedBy: 'U0BEN', detail: detail('adopted') }),
      words({ detail: { ...detail('name'), provenBy } }),
      words({}, linked_account),
    ]) {
      expect(confirmed).not.toContain(said);
      expect(confirmed).not.toContain('[Not this one]');
    }
  });

  it('says how the passed ones are known, and how old the oldest of these answers is', () => {
    const words = read(
      shown([{ ...checksOf.credentials, lookedAt: minutesAgo(60 * 24 * 9) }, checksOf.scopes]),
    );
    expect(words).toContain('*Passed:* credentials, scopes · 1 verified, 1 derived, oldest: 14 Nov 2026');
  });

  it('has one button for the details of each environment', () => {
    fc.assert(
      fc.property(anyChecks, (checks) => {
        const found = pressables(shown(checks).blocks).filter(({ label }) => label === 'Details');
        expect(found.map(({ id, value }) => [id, value])).toEqual([
          [`details#${environmentId}`, environmentId],
        ]);
      }),
    );
  });
});

describe('the details of a card', () => {
  it('hold every check with its status, whatever it is', () => {
    fc.assert(
      fc.property(anyChecks, (checks) => {
        const one = environment(checks, { stage: 'live' });
        const words = readModal(cardDetails(card([one]), one, now));
        for (const { name } of checks) expect(words).toContain(`*${titles[name]}: `);
      }),
    );
  });
});

const titles: Record<CheckName, string> = {
  credentials: 'Credentials',
  scopes: 'Scopes',
  redirect: 'Redirect URL',
  test_status: 'Zoom test status',
  connector_profile: 'Connector profile',
  linked_account: 'Linked account',
};
const isTroubled = ({ status }: Check): boolean => status === 'failed' || status === 'unknown';
const inSentence = (name: CheckName): string =>
  name === 'test_status' ? titles[name] : titles[name].charAt(0).toLowerCase() + titles[name].slice(1);
const troubleNames = /^:(x|grey_question): \*(Failed|To confirm again|Could not look):\*/;
const foldedAs: Record<Check['status'], RegExp> = {
  passed: /\*Passed:\*/,
  pending: /\*Still open:\*/,
  failed: troubleNames,
  unknown: troubleNames,
};

/** A phone of 390 by 844 shows about 660 points of a channel, 22 a row, and about 44 characters in each. */
const PHONE_ROWS = 30;
const CHARACTERS = 44;

/** From the top of the card. */
function rowsToLastButtons(words: string): number {
  const lines = words.split('\n');
  const end = lines.findLastIndex((line) => line.includes('[Show me how]'));
  expect(end, words).toBeGreaterThan(0);
  return lines.slice(0, end + 1).reduce((sum, line) => sum + rowsOnPhone(line), 0);
}

/** A row of buttons takes two, and holds what fits: each has about four characters beside its label. */
function rowsOnPhone(line: string): number {
  const plain = line.replace(/:[a-z_]+: /, 'oo ').replaceAll('*', '');
  if (!line.startsWith('[')) return Math.ceil(plain.length / CHARACTERS);
  const buttons = plain.match(/\[[^\]]*\]|<…[^>]*>/g) ?? [];
  let rows = 1;
  let used = 0;
  for (const label of buttons) {
    const width = (label.startsWith('<…') ? 1 : label.length - 2) + 4;
    if (used + width > CHARACTERS) {
      rows += 1;
      used = 0;
    }
    used += width;
  }
  return rows * 2;
}
